namespace Interphase.Microstructure;

/// <summary>An axis of an image. <see cref="X"/> is the slowest: the first index of an array, the page of a TIFF stack.</summary>
public enum Axis
{
    /// <summary>The first index; pages.</summary>
    X,

    /// <summary>The second index; rows of a page.</summary>
    Y,

    /// <summary>The third and fastest index; along a row.</summary>
    Z,
}
