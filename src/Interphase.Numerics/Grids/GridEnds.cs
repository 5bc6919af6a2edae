namespace Interphase.Numerics;

/// <summary>What lies beyond the ends of each axis.</summary>
/// <param name="X">Of the slowest axis.</param>
/// <param name="Y">Of the middle one.</param>
/// <param name="Z">Of the fastest.</param>
public readonly record struct GridEnds(GridEnd X, GridEnd Y, GridEnd Z)
{
    /// <summary>Of an axis, 0 the slowest.</summary>
    public GridEnd this[int axis] => axis switch { 0 => X, 1 => Y, _ => Z };

    /// <summary>Potentials given at both ends of one axis, the same beyond all others.</summary>
    /// <param name="axis">0 the slowest.</param>
    /// <param name="sides">Beyond the other axes.</param>
    public static GridEnds Along(int axis, GridEnd sides) => new(axis == 0 ? GridEnd.Fixed : sides, axis == 1 ? GridEnd.Fixed : sides, axis == 2 ? GridEnd.Fixed : sides);
}
