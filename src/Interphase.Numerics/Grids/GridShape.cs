namespace Interphase.Numerics;

/// <summary>Cells of a box along each axis, <paramref name="Z"/> fastest in memory.</summary>
/// <param name="X">Along the slowest axis, &gt; 0.</param>
/// <param name="Y">Along the middle one, &gt; 0.</param>
/// <param name="Z">Along the fastest, &gt; 0.</param>
public readonly record struct GridShape(int X, int Y, int Z)
{
    /// <summary>All cells.</summary>
    public long Count => (long)X * Y * Z;

    /// <summary>The place of a cell.</summary>
    public long Index(int x, int y, int z) => ((long)x * Y + y) * Z + z;

    /// <summary>Cells along an axis, 0 the slowest.</summary>
    public int this[int axis] => axis switch { 0 => X, 1 => Y, _ => Z };

    /// <inheritdoc/>
    public override string ToString() => $"{X} x {Y} x {Z}";
}
