namespace Interphase.Charts;

/// <summary>How the sets of a bar chart share a place.</summary>
public enum BarArrangement
{
    /// <summary>Side by side.</summary>
    Grouped,

    /// <summary>On top of each other; negative values downwards from zero.</summary>
    Stacked,
}
