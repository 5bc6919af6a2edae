namespace Interphase.Charts;

/// <summary>Where the legend stands.</summary>
public enum LegendPlacement
{
    /// <summary>In the emptiest corner of the plot if it covers no data there, otherwise to the right of the plot.</summary>
    Automatic,

    /// <summary>To the right of the plot.</summary>
    OutsideRight,

    /// <summary>Nowhere.</summary>
    None,
}
