namespace Interphase.Numerics;

/// <summary>What lies beyond both ends of an axis of a box.</summary>
public enum GridEnd
{
    /// <summary>Nothing: no flux.</summary>
    Closed,

    /// <summary>The other end.</summary>
    Periodic,

    /// <summary>A potential that is given, at the outer faces of the outermost cells.</summary>
    Fixed,
}
