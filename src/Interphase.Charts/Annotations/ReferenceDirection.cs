namespace Interphase.Charts;

/// <summary>Which way a reference line runs.</summary>
public enum ReferenceDirection
{
    /// <summary>Level, at a value of the left axis.</summary>
    Horizontal,

    /// <summary>Upright, at a value of the horizontal axis.</summary>
    Vertical,
}
