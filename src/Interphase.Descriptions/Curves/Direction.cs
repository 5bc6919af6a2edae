namespace Interphase.Descriptions;

/// <summary>Which way a curve runs as its argument grows.</summary>
public enum Direction
{
    /// <summary>Never down.</summary>
    Rising,

    /// <summary>Never up.</summary>
    Falling,
}
