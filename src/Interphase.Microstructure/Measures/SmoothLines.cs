using System.Collections.Concurrent;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Interphase.Numerics;

namespace Interphase.Microstructure;

/// <summary>
/// The lines at which three phases meet, where phases are told apart by which of their smoothed shares is the largest: shares are smoothed by binomial
/// weights over 5 x 5 x 5 voxels and taken as linear in each of the six tetrahedra of a cell of eight voxel centres. <see cref="LineCurve"/> measures them.
/// </summary>
internal sealed class SmoothLines
{
    private const int Reach = 2;

    /// <summary>Planes that are measured at once, about, and those on either side that are looked at for the course of lines that leave them.</summary>
    private const int Slab = 100, Beyond = 12;

    private const int Whole = 16 * 16 * 16;

    /// <summary>Cells are cut into six tetrahedra around the diagonal from corner 0 to corner 7; a corner's bits are its steps along x (4), y (2) and z (1).</summary>
    private static ReadOnlySpan<byte> Middles => [4, 6, 4, 5, 2, 6, 2, 3, 1, 5, 1, 3];

    private readonly VoxelImage image;
    private readonly GridShape shape;
    private readonly int phases;
    private readonly int size;
    private readonly ushort[][] flat;
    private readonly ushort[][] smooth;
    private readonly ushort[] row;
    private readonly ushort[] along;
    private readonly float[] shares;
    private readonly float[] wide;
    private readonly bool[] widened;
    private readonly float[] g = new float[8];
    private readonly float[] h = new float[8];
    private readonly LinePieces pieces = new();
    private readonly LineCurve curve;

    private SmoothLines(VoxelImage image)
    {
        (this.image, shape, phases) = (image, image.Shape, image.Phases.Length);
        size = shape.Y * shape.Z;
        flat = [.. Enumerable.Range(0, 2 * Reach + 1).Select(_ => new ushort[phases * size])];
        smooth = [.. Enumerable.Range(0, 4).Select(_ => new ushort[phases * size])];
        row = new ushort[shape.Z + 2 * Reach];
        along = new ushort[size];
        shares = new float[8 * phases];
        wide = new float[8 * phases];
        widened = new bool[phases];
        curve = new LineCurve(image.Spacing);
    }

    /// <summary>The length per volume of every triple of phases, by their places in the image's list, rising.</summary>
    public static double[] Of(VoxelImage image, int threads)
    {
        int cells = image.Shape.X - 1, table = image.Phases.Length * image.Phases.Length * image.Phases.Length;
        double[] sums = new double[table];
        if (cells < 1 || image.Shape.Y < 2 || image.Shape.Z < 2) return sums;
        // The box is shared out in the same way whatever the threads, so that results do not depend on them.
        int slabs = (cells + Slab - 1) / Slab;
        double[][] lengths = [.. Enumerable.Range(0, slabs).Select(_ => new double[table])];
        // Threads come and go while they share out slabs; what one leaves behind serves the next.
        ConcurrentBag<SmoothLines> idle = [];
        Parallel.For(0, slabs, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads) }, slab =>
        {
            if (!idle.TryTake(out SmoothLines? lines)) lines = new SmoothLines(image);
            lines.Walk((int)((long)cells * slab / slabs), (int)((long)cells * (slab + 1) / slabs), lengths[slab]);
            idle.Add(lines);
        });
        foreach (double[] slab in lengths)
            for (int i = 0; i < table; i++) sums[i] += slab[i];
        double volume = image.Shape.Count * image.Spacing.Volume;
        for (int i = 0; i < table; i++) sums[i] /= volume;
        return sums;
    }

    private void Walk(int from, int to, double[] lengths)
    {
        pieces.Clear();
        int first = Math.Max(0, from - Beyond), last = Math.Min(shape.X - 1, to + Beyond);
        for (int x = first - 1 - Reach; x < first - 1 + Reach; x++) Flatten(x);
        for (int x = first - 1; x < first + 2; x++) Smooth(x);
        for (int x = first; x < last; x++)
        {
            Smooth(x + 2);
            Cells(x, x >= from && x < to);
        }
        pieces.Measure(curve, lengths);
    }

    /// <summary>Smooths the shares of one plane along y and z. Beyond the ends of the box lie the voxels at its ends.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Flatten(int x)
    {
        ushort[] plane = Flat(x);
        ReadOnlySpan<byte> labels = image.Raw.AsSpan((int)shape.Index(Math.Clamp(x, 0, shape.X - 1), 0, 0), size);
        for (int phase = 0; phase < phases; phase++)
        {
            byte label = image.Phases[phase].Label;
            for (int y = 0; y < shape.Y; y++)
            {
                ReadOnlySpan<byte> from = labels.Slice(y * shape.Z, shape.Z);
                for (int z = 0; z < from.Length; z++) row[z + Reach] = from[z] == label ? (ushort)1 : (ushort)0;
                row.AsSpan(0, Reach).Fill(row[Reach]);
                row.AsSpan(shape.Z + Reach, Reach).Fill(row[shape.Z + Reach - 1]);
                Blend(row, row.AsSpan(1), row.AsSpan(2), row.AsSpan(3), row.AsSpan(4), along.AsSpan(y * shape.Z, shape.Z));
            }
            for (int y = 0; y < shape.Y; y++) Blend(Row(y - 2), Row(y - 1), Row(y), Row(y + 1), Row(y + 2), plane.AsSpan(phase * size + y * shape.Z, shape.Z));
        }

        ReadOnlySpan<ushort> Row(int y) => along.AsSpan(Math.Clamp(y, 0, shape.Y - 1) * shape.Z, shape.Z);
    }

    private void Smooth(int x)
    {
        Flatten(x + Reach);
        Blend(Flat(x - 2), Flat(x - 1), Flat(x), Flat(x + 1), Flat(x + 2), Smoothed(x));
    }

    private ushort[] Flat(int x) => flat[(x + 2 * flat.Length) % flat.Length];

    private ushort[] Smoothed(int x) => smooth[x & 3];

    /// <summary>The binomial weights 1 4 6 4 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Blend(ReadOnlySpan<ushort> a, ReadOnlySpan<ushort> b, ReadOnlySpan<ushort> c, ReadOnlySpan<ushort> d, ReadOnlySpan<ushort> e, Span<ushort> to)
    {
        int i = 0;
        ref ushort A = ref MemoryMarshal.GetReference(a), B = ref MemoryMarshal.GetReference(b), C = ref MemoryMarshal.GetReference(c);
        ref ushort D = ref MemoryMarshal.GetReference(d), E = ref MemoryMarshal.GetReference(e);
        for (; i + Vector256<ushort>.Count <= to.Length; i += Vector256<ushort>.Count)
        {
            nuint at = (nuint)i;
            Vector256<ushort> middle = Vector256.LoadUnsafe(ref C, at);
            (Vector256.LoadUnsafe(ref A, at) + Vector256.LoadUnsafe(ref E, at) + (Vector256.LoadUnsafe(ref B, at) + Vector256.LoadUnsafe(ref D, at) + middle << 2) + (middle << 1)).StoreUnsafe(ref to[i]);
        }
        for (; i < to.Length; i++) to[i] = (ushort)(a[i] + e[i] + 4 * (b[i] + d[i]) + 6 * c[i]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Cells(int x, bool counts)
    {
        ushort[] low = Smoothed(x), high = Smoothed(x + 1);
        Span<int> near = stackalloc int[phases];
        // Where three phases have the same share and no other has more, that share is at least the mean of all and at most a third.
        int least = Whole / phases;
        const int Most = Whole / 3;
        int width = Vector256<ushort>.Count;
        for (int y = 0; y + 1 < shape.Y; y++)
        {
            int row0 = y * shape.Z, row1 = row0 + shape.Z;
            for (int start = 0; start + 1 < shape.Z; start += width)
            {
                // The last cells of a row are looked at with those before them.
                int block = Math.Max(0, Math.Min(start, shape.Z - 1 - width));
                uint cells = uint.MaxValue;
                if (block + width < shape.Z)
                {
                    Vector256<ushort> crowd = default;
                    for (int phase = 0; phase < phases; phase++) crowd -= Near(low, high, phase * size + row0 + block, least, Most);
                    cells = Vector256.GreaterThan(crowd, Vector256.Create((ushort)2)).ExtractMostSignificantBits();
                    cells &= uint.MaxValue << (start - block);
                }
                else cells = (1u << Math.Min(width, shape.Z - 1 - block)) - 1;
                for (; cells != 0; cells &= cells - 1)
                {
                    int z = block + BitOperations.TrailingZeroCount(cells);
                    Cell(x, y, z, counts, least, Most, low, high, near);
                }
            }
        }
    }

    /// <summary>In which cells of a row a phase may be one of three that meet.</summary>
    private Vector256<ushort> Near(ushort[] low, ushort[] high, int at, int least, int most)
    {
        ref ushort l = ref low[at], h = ref high[at];
        nuint next = (nuint)shape.Z;
        Vector256<ushort> max = Vector256.LoadUnsafe(ref l), min = max;
        Both(Vector256.LoadUnsafe(ref l, 1));
        Both(Vector256.LoadUnsafe(ref l, next));
        Both(Vector256.LoadUnsafe(ref l, next + 1));
        Both(Vector256.LoadUnsafe(ref h));
        Both(Vector256.LoadUnsafe(ref h, 1));
        Both(Vector256.LoadUnsafe(ref h, next));
        Both(Vector256.LoadUnsafe(ref h, next + 1));
        return Vector256.GreaterThanOrEqual(max, Vector256.Create((ushort)least)) & Vector256.LessThanOrEqual(min, Vector256.Create((ushort)most));

        void Both(Vector256<ushort> other) => (max, min) = (Vector256.Max(max, other), Vector256.Min(min, other));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Cell(int x, int y, int z, bool counts, int least, int most, ushort[] low, ushort[] high, Span<int> near)
    {
        int count = 0, place = y * shape.Z + z;
        for (int phase = 0; phase < phases; phase++)
        {
            int a = phase * size + place, b = a + shape.Z;
            int max = Math.Max(Math.Max(Math.Max(low[a], low[a + 1]), Math.Max(low[b], low[b + 1])), Math.Max(Math.Max(high[a], high[a + 1]), Math.Max(high[b], high[b + 1])));
            if (max < least) continue;
            int min = Math.Min(Math.Min(Math.Min(low[a], low[a + 1]), Math.Min(low[b], low[b + 1])), Math.Min(Math.Min(high[a], high[a + 1]), Math.Min(high[b], high[b + 1])));
            if (min <= most) near[count++] = phase;
        }
        if (count < 3) return;
        for (int i = 0; i < count; i++)
        {
            int a = near[i] * size + place, b = a + shape.Z;
            Span<float> of = shares.AsSpan(8 * i, 8);
            (of[0], of[1], of[2], of[3]) = (low[a], low[a + 1], low[b], low[b + 1]);
            (of[4], of[5], of[6], of[7]) = (high[a], high[a + 1], high[b], high[b + 1]);
            // A line along an edge or a face of tetrahedra would be counted in each of them: ties are broken by less than what one voxel weighs.
            for (int corner = 0; corner < 8; corner++) of[corner] += Tie(x + (corner >> 2), y + (corner >> 1 & 1), z + (corner & 1), near[i]);
        }
        // The outermost cells also stand for the half voxels between them and the ends of the box.
        double weight = counts ? Standing(x, shape.X) * Standing(y, shape.Y) * Standing(z, shape.Z) : 0;
        widened.AsSpan(0, count).Clear();
        for (int i = 0; i < count; i++)
            for (int j = i + 1; j < count; j++)
                for (int k = j + 1; k < count; k++) Meeting(x, y, z, near[..count], i, j, k, (float)weight);

        static double Standing(int at, int voxels) => 1 + (at == 0 ? 0.5 : 0) + (at == voxels - 2 ? 0.5 : 0);
    }

    private static float Tie(int x, int y, int z, int phase)
    {
        uint mixed = (uint)x * 0x9E3779B1u ^ (uint)y * 0x85EBCA77u ^ (uint)z * 0xC2B2AE3Du ^ (uint)phase * 0x27D4EB2Fu;
        mixed = (mixed ^ mixed >> 15) * 0x2C1B3C6Du;
        mixed ^= mixed >> 13;
        return (mixed & 0xFFFF) * (0.1f / 0x10000);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Meeting(int x, int y, int z, ReadOnlySpan<int> near, int i, int j, int k, float weight)
    {
        bool gPlus = false, gMinus = false, hPlus = false, hMinus = false;
        for (int corner = 0; corner < 8; corner++)
        {
            g[corner] = shares[8 * i + corner] - shares[8 * j + corner];
            h[corner] = shares[8 * i + corner] - shares[8 * k + corner];
            gPlus |= g[corner] > 0;
            gMinus |= g[corner] < 0;
            hPlus |= h[corner] > 0;
            hMinus |= h[corner] < 0;
        }
        if (!(gPlus && gMinus && hPlus && hMinus)) return;
        int triple = (near[i] * phases + near[j]) * phases + near[k];
        Vector128<float> corner0 = Vector128.Create(x, y, z, 0f);
        for (int tetrahedron = 0; tetrahedron < 6; tetrahedron++)
        {
            int p = Middles[2 * tetrahedron], q = Middles[2 * tetrahedron + 1];
            Point first = default, second = default;
            int found = 0;
            if (Meets(0, p, q, out Point point)) Take(point, ref first, ref second, ref found);
            if (Meets(0, p, 7, out point)) Take(point, ref first, ref second, ref found);
            if (Meets(0, q, 7, out point)) Take(point, ref first, ref second, ref found);
            if (Meets(p, q, 7, out point)) Take(point, ref first, ref second, ref found);
            if (found < 2) continue;
            float begin = 0, end = 1;
            for (int other = 0; other < near.Length; other++)
            {
                if (other == i || other == j || other == k) continue;
                float a = Above(first, i, other), b = Above(second, i, other);
                if (a < 0 && b < 0) end = begin;
                else if (a < 0) begin = Math.Max(begin, a / (a - b));
                else if (b < 0) end = Math.Min(end, a / (a - b));
            }
            if (end <= begin) continue;
            Widen(x, y, z, near, i);
            Widen(x, y, z, near, j);
            Widen(x, y, z, near, k);
            Vector128<float> from = first.Place, to = second.Place;
            int one = begin > 0 ? pieces.End(corner0 + from + begin * (to - from)) : pieces.Joint(Face(x, y, z, first, triple), corner0 + from);
            int two = end < 1 ? pieces.End(corner0 + from + end * (to - from)) : pieces.Joint(Face(x, y, z, second, triple), corner0 + to);
            (float gx, float gy, float gz) = Slope(g, p, q);
            (float hx, float hy, float hz) = Slope(h, p, q);
            pieces.Add(one, two, triple, weight, Vector256.Create((Wider(first, i, j) + Wider(second, i, j)) / 2, (Wider(first, i, k) + Wider(second, i, k)) / 2, gx, gy, gz, hx, hy, hz));
        }
    }

    /// <summary>How steep what is linear in a tetrahedron is along x, y and z: its edges from corner 0 through the middle ones to corner 7 are steps along the axes.</summary>
    private static (float X, float Y, float Z) Slope(float[] of, int p, int q)
    {
        Span<float> steps = stackalloc float[5];
        steps[p] = of[p] - of[0];
        steps[q ^ p] = of[q] - of[p];
        steps[7 ^ q] = of[7] - of[q];
        return (steps[4], steps[2], steps[1]);
    }

    /// <summary>A name for the face of a tetrahedron that two of them share.</summary>
    private long Face(int x, int y, int z, in Point point, int triple)
        => (shape.Index(x + (point.A >> 2), y + (point.A >> 1 & 1), z + (point.A & 1)) * (Borders.MostPhases * Borders.MostPhases * Borders.MostPhases) + triple) << 6 | (long)((point.A ^ point.B) << 3) | (long)(point.A ^ point.C);

    /// <summary>The share of a phase at the corners of a cell, smoothed once more by 1 2 1 along each axis.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Widen(int x, int y, int z, ReadOnlySpan<int> near, int i)
    {
        if (widened[i]) return;
        widened[i] = true;
        int start = near[i] * size;
        int row0 = start + Math.Max(y - 1, 0) * shape.Z, row1 = start + y * shape.Z, row2 = row1 + shape.Z, row3 = start + Math.Min(y + 2, shape.Y - 1) * shape.Z;
        Vector128<int> lowLow = default, lowHigh = default, highLow = default, highHigh = default;
        for (int dx = -1; dx <= 2; dx++)
        {
            ushort[] plane = Smoothed(x + dx);
            Vector128<int> one = Four(plane, row1, z), two = Four(plane, row2, z), both = one + two;
            Vector128<int> low = Four(plane, row0, z) + one + both, high = Four(plane, row3, z) + two + both;
            if (dx < 2) (lowLow, lowHigh) = (lowLow + low, lowHigh + high);
            if (dx == 0) (lowLow, lowHigh) = (lowLow + low, lowHigh + high);
            if (dx > -1) (highLow, highHigh) = (highLow + low, highHigh + high);
            if (dx == 1) (highLow, highHigh) = (highLow + low, highHigh + high);
        }
        Span<float> to = wide.AsSpan(8 * i, 8);
        (to[0], to[1]) = Pair(lowLow);
        (to[2], to[3]) = Pair(lowHigh);
        (to[4], to[5]) = Pair(highLow);
        (to[6], to[7]) = Pair(highHigh);

        static (float, float) Pair(Vector128<int> of) => ((of[0] + 2 * of[1] + of[2]) / 64f, (of[1] + 2 * of[2] + of[3]) / 64f);
    }

    /// <summary>The shares at both ends of a cell and beyond them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector128<int> Four(ushort[] plane, int row, int z)
    {
        if (z > 0 && z + 2 < shape.Z) return Vector128.WidenLower(Vector128.CreateScalar(BitConverter.ToUInt64(MemoryMarshal.AsBytes(plane.AsSpan(row + z - 1, 4)))).AsUInt16()).AsInt32();
        return Vector128.Create(plane[row + Math.Max(z - 1, 0)], plane[row + z], plane[row + z + 1], plane[row + Math.Min(z + 2, shape.Z - 1)]);
    }

    private static void Take(in Point point, ref Point first, ref Point second, ref int found)
    {
        if (found == 0) first = point;
        else second = point;
        found++;
    }

    /// <summary>By how much one share is above another at a point of a tetrahedron's face.</summary>
    private float Above(in Point point, int i, int other) => point.U * (shares[8 * i + point.A] - shares[8 * other + point.A])
        + point.V * (shares[8 * i + point.B] - shares[8 * other + point.B]) + point.W * (shares[8 * i + point.C] - shares[8 * other + point.C]);

    /// <summary>The same for shares that were smoothed once more.</summary>
    private float Wider(in Point point, int i, int other) => point.U * (wide[8 * i + point.A] - wide[8 * other + point.A])
        + point.V * (wide[8 * i + point.B] - wide[8 * other + point.B]) + point.W * (wide[8 * i + point.C] - wide[8 * other + point.C]);

    /// <summary>Where three shares are the same on a triangle, if that is inside it.</summary>
    private bool Meets(int a, int b, int c, out Point point)
    {
        float u = g[b] * h[c] - g[c] * h[b], v = g[c] * h[a] - g[a] * h[c], w = g[a] * h[b] - g[b] * h[a];
        point = default;
        if (!(u > 0 && v > 0 && w > 0) && !(u < 0 && v < 0 && w < 0)) return false;
        float sum = u + v + w;
        (u, v, w) = (u / sum, v / sum, w / sum);
        point = new Point(a, b, c, u, v, w);
        return true;
    }

    /// <summary>A point of a triangle of three corners of a cell, by its barycentric coordinates.</summary>
    private readonly record struct Point(int A, int B, int C, float U, float V, float W)
    {
        public Vector128<float> Place => Vector128.Create(U * (A >> 2) + V * (B >> 2) + W * (C >> 2), U * (A >> 1 & 1) + V * (B >> 1 & 1) + W * (C >> 1 & 1), U * (A & 1) + V * (B & 1) + W * (C & 1), 0);
    }
}
