using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Interphase.Numerics;

namespace Interphase.Microstructure;

/// <summary>
/// The length of the lines at which three phases meet, where phases are told apart by which of their smoothed shares is the largest: shares are
/// smoothed by binomial weights over 5 x 5 x 5 voxels and taken as linear in each of the six tetrahedra of a cell of eight voxel centres.
/// </summary>
internal sealed class SmoothLines
{
    private const int Reach = 2;
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
    private readonly double[] lengths;
    private readonly float[] shares;
    private readonly float[] g = new float[8];
    private readonly float[] h = new float[8];

    private SmoothLines(VoxelImage image)
    {
        (this.image, shape, phases) = (image, image.Shape, image.Phases.Length);
        size = shape.Y * shape.Z;
        flat = [.. Enumerable.Range(0, 2 * Reach + 1).Select(_ => new ushort[phases * size])];
        smooth = [new ushort[phases * size], new ushort[phases * size]];
        row = new ushort[shape.Z + 2 * Reach];
        along = new ushort[size];
        lengths = new double[phases * phases * phases];
        shares = new float[8 * phases];
    }

    /// <summary>The length per volume of every triple of phases, by their places in the image's list, rising.</summary>
    public static double[] Of(VoxelImage image, int threads)
    {
        // Planes are summed in order whatever the threads, so that results do not depend on how the box was shared out.
        int cells = image.Shape.X - 1, slabs = Math.Clamp(threads, 1, Math.Max(1, cells)), table = image.Phases.Length * image.Phases.Length * image.Phases.Length;
        double[] sums = new double[table];
        if (cells < 1 || image.Shape.Y < 2 || image.Shape.Z < 2) return sums;
        double[][] planes = new double[cells][];
        Parallel.For(0, slabs, new ParallelOptions { MaxDegreeOfParallelism = slabs }, slab =>
        {
            var lines = new SmoothLines(image);
            lines.Walk((int)((long)cells * slab / slabs), (int)((long)cells * (slab + 1) / slabs), planes);
        });
        foreach (double[] plane in planes)
            for (int i = 0; i < table; i++) sums[i] += plane[i];
        double volume = image.Shape.Count * image.Spacing.Volume;
        for (int i = 0; i < table; i++) sums[i] /= volume;
        return sums;
    }

    private void Walk(int from, int to, double[][] planes)
    {
        for (int x = from - Reach; x < from + Reach; x++) Flatten(x);
        Smooth(from);
        for (int x = from; x < to; x++)
        {
            Smooth(x + 1);
            lengths.AsSpan().Clear();
            Cells(x);
            planes[x] = [.. lengths];
        }
    }

    /// <summary>Smooths the shares of one plane along y and z. Beyond the ends of the box lie the voxels at its ends.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Flatten(int x)
    {
        ushort[] plane = flat[(x + 2 * Reach + 1) % flat.Length];
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
        Blend(Plane(x - 2), Plane(x - 1), Plane(x), Plane(x + 1), Plane(x + 2), smooth[x & 1]);

        ushort[] Plane(int at) => flat[(at + 2 * Reach + 1) % flat.Length];
    }

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
    private void Cells(int x)
    {
        ushort[] low = smooth[x & 1], high = smooth[(x + 1) & 1];
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
                    Cell(x, y, z, least, Most, low, high, near);
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
    private void Cell(int x, int y, int z, int least, int most, ushort[] low, ushort[] high, Span<int> near)
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
        double weight = Standing(x, shape.X) * Standing(y, shape.Y) * Standing(z, shape.Z);
        for (int i = 0; i < count; i++)
            for (int j = i + 1; j < count; j++)
                for (int k = j + 1; k < count; k++) lengths[(near[i] * phases + near[j]) * phases + near[k]] += weight * Meeting(i, j, k, count);

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
    private double Meeting(int i, int j, int k, int count)
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
        if (!(gPlus && gMinus && hPlus && hMinus)) return 0;
        double length = 0;
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
            for (int other = 0; other < count; other++)
            {
                if (other == i || other == j || other == k) continue;
                float a = Above(first, i, other), b = Above(second, i, other);
                if (a < 0 && b < 0) end = begin;
                else if (a < 0) begin = Math.Max(begin, a / (a - b));
                else if (b < 0) end = Math.Min(end, a / (a - b));
            }
            if (end <= begin) continue;
            double dx = (second.X - first.X) * image.Spacing.X, dy = (second.Y - first.Y) * image.Spacing.Y, dz = (second.Z - first.Z) * image.Spacing.Z;
            length += (end - begin) * Math.Sqrt(dx * dx + dy * dy + dz * dz);
        }
        return length;
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
        public float X => U * (A >> 2) + V * (B >> 2) + W * (C >> 2);

        public float Y => U * (A >> 1 & 1) + V * (B >> 1 & 1) + W * (C >> 1 & 1);

        public float Z => U * (A & 1) + V * (B & 1) + W * (C & 1);
    }
}
