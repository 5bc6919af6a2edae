using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Interphase.Numerics;

/// <summary>
/// Where cells lie in arrays that hold a layer more on every side of the box, so that no loop asks for a neighbour that is not there: a closed face conducts nothing to that layer, a fixed one finds the
/// potential 0 there (corrections vanish where the potential is given), a periodic one a copy of the other end. Rows are rounded up to whole vectors and may be read beyond their end.
/// </summary>
internal readonly struct GridFrame
{
    public const int Lanes = 8;

    public GridFrame(GridShape shape)
    {
        Shape = shape;
        Row = (shape.Z + 2 + Lanes - 1) / Lanes * Lanes;
        Plane = (long)(shape.Y + 2) * Row;
        Length = (shape.X + 2) * Plane + 2 * Lanes;
    }

    public GridShape Shape { get; }

    /// <summary>From one cell to the next along the middle axis.</summary>
    public long Row { get; }

    /// <summary>From one cell to the next along the slowest axis.</summary>
    public long Plane { get; }

    public long Length { get; }

    public long Step(int axis) => axis switch { 0 => Plane, 1 => Row, _ => 1 };

    public long At(int x, int y, int z) => (x + 1) * Plane + (y + 1) * Row + z + 1;

    /// <summary>Which of eight cells from <paramref name="z"/> on are cells of a row of that length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Inside(int z, int length) =>
        z + Lanes <= length ? Vector256<float>.AllBitsSet : Vector256.LessThan(Vector256.Create(0, 1, 2, 3, 4, 5, 6, 7), Vector256.Create(length - z)).AsSingle();

    /// <summary>An array of this frame that does not move in memory.</summary>
    public T[] Array<T>() where T : unmanaged => GC.AllocateArray<T>(checked((int)Length), pinned: true);
}
