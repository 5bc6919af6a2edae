using System.Runtime.CompilerServices;

namespace Interphase.Numerics;

/// <summary>
/// Conductances of the faces between the cells of a box, and between its outermost cells and what is given beyond them. Two cells are joined by the harmonic mean of their conductivities times the weight of
/// the face (half of one cell and half of the other in series); a given potential lies half a cell away from the outermost ones.
/// </summary>
public sealed unsafe class GridConductances
{
    /// <summary>The piece of a cell to which nothing conducts.</summary>
    internal const int NoPiece = 15;

    private const int MostKinds = 16;

    private readonly ushort[]? codes;
    private readonly float[][] tables = [];
    private readonly float[][] stored = [];
    private readonly byte[] pieces = [];

    private GridConductances(GridShape shape, GridEnds ends, ushort[] codes, float[][] tables) => (Shape, Ends, Frame, this.codes, this.tables) = (shape, ends, new GridFrame(shape), codes, tables);

    private GridConductances(GridShape shape, GridEnds ends, float[][] stored, byte[] pieces) => (Shape, Ends, Frame, this.stored, this.pieces) = (shape, ends, new GridFrame(shape), stored, pieces);

    /// <summary>Cells along each axis.</summary>
    public GridShape Shape { get; }

    /// <summary>What lies beyond the ends of each axis.</summary>
    public GridEnds Ends { get; }

    internal GridFrame Frame { get; }

    internal bool IsCoded => codes is not null;

    internal CodedFaces Coded => new(Pointer(codes!), Frame, Pointer(tables[0]), Pointer(tables[1]), Pointer(tables[2]));

    internal StoredFaces Stored => new(Pointer(stored[0]), Pointer(stored[1]), Pointer(stored[2]), Pointer(pieces), Frame);

    /// <summary>Cells whose conductivity follows from a label.</summary>
    /// <param name="shape">Cells along each axis.</param>
    /// <param name="labels">A label for each cell, the last axis fastest.</param>
    /// <param name="conductivity">Of each of the 256 labels, 0 or more.</param>
    /// <param name="weights">Area over distance along each axis.</param>
    /// <param name="ends">What lies beyond the ends of each axis.</param>
    /// <param name="threads">How many threads may work, &gt; 0.</param>
    /// <exception cref="ArgumentException">A conductivity is negative or not finite, or numbers do not fit the shape.</exception>
    public static GridConductances OfLabels(GridShape shape, ReadOnlyMemory<byte> labels, ReadOnlySpan<double> conductivity, FaceWeights weights, GridEnds ends, int threads)
    {
        if (labels.Length != shape.Count) throw new ArgumentException($"{labels.Length} labels for {shape.Count} cells", nameof(labels));
        if (conductivity.Length != 256) throw new ArgumentException($"{conductivity.Length} conductivities for 256 labels", nameof(conductivity));
        Span<bool> occurs = stackalloc bool[256];
        foreach (byte label in labels.Span) occurs[label] = true;
        var distinct = new List<double> { 0 };
        byte[] kindOf = new byte[256];
        for (int label = 0; label < 256; label++)
        {
            if (!double.IsFinite(conductivity[label]) || conductivity[label] < 0) throw new ArgumentException($"label {label} has the conductivity {conductivity[label]}; 0 or more is needed", nameof(conductivity));
            if (!occurs[label]) continue;
            int kind = distinct.IndexOf(conductivity[label]);
            if (kind < 0)
            {
                kind = distinct.Count;
                distinct.Add(conductivity[label]);
            }
            kindOf[label] = (byte)kind;
        }
        int kinds = distinct.Count - 1, pairs = kinds * (kinds + 1) / 2, beyond = ends.X == GridEnd.Fixed || ends.Y == GridEnd.Fixed || ends.Z == GridEnd.Fixed ? kinds : 0;
        if (1 + pairs + beyond > MostKinds)
        {
            float[] cells = new float[shape.Count];
            ReadOnlySpan<byte> each = labels.Span;
            for (int i = 0; i < cells.Length; i++) cells[i] = (float)conductivity[each[i]];
            return OfCells(shape, cells, weights, ends, threads);
        }
        // 0 conducts nothing; then one code for each pair of kinds that conduct, and one for each kind towards what is given beyond a side.
        byte[] between = new byte[MostKinds * MostKinds];
        float[][] tables = [Pinned(), Pinned(), Pinned()];
        int next = 1;
        for (int one = 1; one <= kinds; one++)
        {
            for (int two = one; two <= kinds; two++, next++)
            {
                between[one * MostKinds + two] = between[two * MostKinds + one] = (byte)next;
                for (int axis = 0; axis < 3; axis++) tables[axis][next] = (float)(weights[axis] * 2 / (1 / distinct[one] + 1 / distinct[two]));
            }
        }
        int outer = next - 1;
        for (int one = 1; one <= beyond; one++)
            for (int axis = 0; axis < 3; axis++) tables[axis][outer + one] = (float)(weights[axis] * 2 * distinct[one]);
        var frame = new GridFrame(shape);
        ushort[] codes = frame.Array<ushort>();
        Slabs.Run(threads, shape.X + 1, [MethodImpl(MethodImplOptions.AggressiveOptimization)] (slab) =>
        {
            int x = slab - 1;
            ReadOnlySpan<byte> all = labels.Span;
            ReadOnlySpan<byte> kind = kindOf, pair = between;
            int above = Beyond(x + 1, shape.X, ends.X), here = Beyond(x, shape.X, ends.X);
            for (int y = -1; y < shape.Y; y++)
            {
                int behind = Beyond(y + 1, shape.Y, ends.Y), own = Beyond(y, shape.Y, ends.Y);
                Span<ushort> row = codes.AsSpan((int)frame.At(x, y, -1), shape.Z + 1);
                if (x >= 0)
                {
                    // Along the row and to the next row.
                    if (y >= 0)
                    {
                        ReadOnlySpan<byte> cells = all.Slice((int)shape.Index(x, y, 0), shape.Z);
                        for (int z = 0; z < cells.Length - 1; z++) row[z + 1] |= pair[kind[cells[z]] * MostKinds + kind[cells[z + 1]]];
                        (byte before, byte after) = ends.Z switch
                        {
                            GridEnd.Closed => ((byte)0, (byte)0),
                            GridEnd.Periodic => (pair[kind[cells[^1]] * MostKinds + kind[cells[0]]], pair[kind[cells[^1]] * MostKinds + kind[cells[0]]]),
                            _ => (Outer(kind[cells[0]]), Outer(kind[cells[^1]])),
                        };
                        row[0] |= before;
                        row[shape.Z] |= after;
                    }
                    Join(all, row, shape.Index(x, Math.Max(0, own), 0), own, shape.Index(x, Math.Max(0, behind), 0), behind, kind, pair, 4);
                }
                if (y >= 0) Join(all, row, shape.Index(Math.Max(0, here), y, 0), here, shape.Index(Math.Max(0, above), y, 0), above, kind, pair, 8);
            }
        });
        return new GridConductances(shape, ends, codes, tables);

        byte Outer(byte kind) => (byte)(kind == 0 ? 0 : outer + kind);

        // The faces between two rows; a place below 0 is what lies beyond a side: nothing, or a given potential.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        void Join(ReadOnlySpan<byte> all, Span<ushort> row, long first, int firstPlace, long second, int secondPlace, ReadOnlySpan<byte> kind, ReadOnlySpan<byte> pair, int shift)
        {
            if (firstPlace == Nothing || secondPlace == Nothing) return;
            ReadOnlySpan<byte> one = all.Slice((int)first, shape.Z), two = all.Slice((int)second, shape.Z);
            if (firstPlace == Given)
                for (int z = 0; z < two.Length; z++) row[z + 1] |= (ushort)(Outer(kind[two[z]]) << shift);
            else if (secondPlace == Given)
                for (int z = 0; z < one.Length; z++) row[z + 1] |= (ushort)(Outer(kind[one[z]]) << shift);
            else
                for (int z = 0; z < one.Length; z++) row[z + 1] |= (ushort)(pair[kind[one[z]] * MostKinds + kind[two[z]]] << shift);
        }
    }

    /// <summary>Cells that each have a conductivity of their own.</summary>
    /// <param name="shape">Cells along each axis.</param>
    /// <param name="conductivity">Of each cell, the last axis fastest; 0 or more.</param>
    /// <param name="weights">Area over distance along each axis.</param>
    /// <param name="ends">What lies beyond the ends of each axis.</param>
    /// <param name="threads">How many threads may work, &gt; 0.</param>
    /// <exception cref="ArgumentException">A conductivity is negative or not finite, or numbers do not fit the shape.</exception>
    public static GridConductances OfCells(GridShape shape, ReadOnlyMemory<float> conductivity, FaceWeights weights, GridEnds ends, int threads)
    {
        if (conductivity.Length != shape.Count) throw new ArgumentException($"{conductivity.Length} conductivities for {shape.Count} cells", nameof(conductivity));
        foreach (float value in conductivity.Span)
            if (!float.IsFinite(value) || value < 0) throw new ArgumentException($"a cell has the conductivity {value}; 0 or more is needed", nameof(conductivity));
        return OfFaces(shape, ends, threads, new Harmonic(conductivity, weights));
    }

    /// <summary>Cells between which any conductances are given, such as contacts between grains.</summary>
    /// <param name="shape">Cells along each axis.</param>
    /// <param name="ends">What lies beyond the ends of each axis.</param>
    /// <param name="threads">How many threads may work, &gt; 0.</param>
    /// <param name="rule">What conducts between two cells.</param>
    public static GridConductances OfFaces<TRule>(GridShape shape, GridEnds ends, int threads, TRule rule) where TRule : IFaceRule
    {
        var frame = new GridFrame(shape);
        float[][] stored = [frame.Array<float>(), frame.Array<float>(), frame.Array<float>()];
        Slabs.Run(threads, shape.X + 1, slab =>
        {
            int x = slab - 1;
            for (int y = -1; y < shape.Y; y++)
                for (int z = -1; z < shape.Z; z++)
                    for (int axis = 0; axis < 3; axis++)
                    {
                        // Faces between two layers that lie beyond sides are nobody's.
                        if ((axis != 0 && x < 0) || (axis != 1 && y < 0) || (axis != 2 && z < 0)) continue;
                        (int place, int count) = axis switch { 0 => (x, shape.X), 1 => (y, shape.Y), _ => (z, shape.Z) };
                        int first = Beyond(place, count, ends[axis]), second = Beyond(place + 1, count, ends[axis]);
                        long Cell(int along) => axis switch { 0 => shape.Index(along, y, z), 1 => shape.Index(x, along, z), _ => shape.Index(x, y, along) };
                        stored[axis][frame.At(x, y, z)] =
                            first == Nothing || second == Nothing ? 0 : (float)(first == Given ? rule.Beyond(axis, Cell(second)) : second == Given ? rule.Beyond(axis, Cell(first)) : rule.Between(axis, Cell(first), Cell(second)));
                    }
        });
        return new GridConductances(shape, ends, stored, frame.Array<byte>());
    }

    private const int Nothing = -2, Given = -1;

    private static int Beyond(int place, int count, GridEnd end) =>
        place >= 0 && place < count ? place : end switch { GridEnd.Closed => Nothing, GridEnd.Fixed => Given, _ => place < 0 ? count - 1 : 0 };

    private static float[] Pinned() => GC.AllocateArray<float>(MostKinds, pinned: true);

    // Arrays that do not move; whoever holds the pointer holds the array, too.
    private static T* Pointer<T>(T[] pinned) where T : unmanaged => (T*)System.Runtime.CompilerServices.Unsafe.AsPointer(ref System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference(pinned));

    private sealed class Harmonic(ReadOnlyMemory<float> conductivity, FaceWeights weights) : IFaceRule
    {
        public double Between(int axis, long first, long second)
        {
            ReadOnlySpan<float> cells = conductivity.Span;
            double one = cells[(int)first], two = cells[(int)second];
            return one > 0 && two > 0 ? weights[axis] * 2 / (1 / one + 1 / two) : 0;
        }

        public double Beyond(int axis, long cell) => weights[axis] * 2 * conductivity.Span[(int)cell];
    }
}
