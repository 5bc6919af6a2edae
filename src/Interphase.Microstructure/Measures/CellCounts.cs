using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Interphase.Numerics;

namespace Interphase.Microstructure;

/// <summary>How often the corners of figures hold two labels, or three, everywhere inside an image. Phases count by their place in its list.</summary>
internal sealed class CellCounts
{
    private readonly int phases;
    private readonly long[][] pairs;
    private readonly long[][] weighted;
    private readonly long[][] triples;

    private CellCounts(int phases, int steps, int figures)
    {
        this.phases = phases;
        pairs = Tables(steps, phases * phases);
        weighted = Tables(steps, phases * phases);
        triples = Tables(figures, phases * phases * phases);

        static long[][] Tables(int count, int length) => [.. Enumerable.Range(0, count).Select(_ => new long[length])];
    }

    /// <summary>Places at which a step leads from one of two phases to the other, <paramref name="i"/> below <paramref name="j"/>.</summary>
    public long Pair(int step, int i, int j) => pairs[step][i * phases + j];

    /// <summary>
    /// The same as if there were as many places as voxels: the outermost places on each side stand for half of those that would reach beyond the box.
    /// That is right for bodies that end inside the box as well as for a box cut out of something larger.
    /// </summary>
    public double Extended(int step, int i, int j) => weighted[step][i * phases + j] / 8.0;

    /// <summary>Places at which the corners of a figure hold all three phases, in rising order.</summary>
    public long Triple(int figure, int i, int j, int k) => triples[figure][(i * phases + j) * phases + k];

    /// <summary>Counts.</summary>
    /// <param name="image">Where.</param>
    /// <param name="steps">Figures of two corners.</param>
    /// <param name="figures">Figures of three or four corners.</param>
    /// <param name="threads">How many threads work on it, at least 1.</param>
    public static CellCounts Of(VoxelImage image, LatticeCell[] steps, LatticeCell[] figures, int threads)
    {
        int slabs = Math.Clamp(threads, 1, image.Shape.X), count = image.Phases.Length;
        var parts = new CellCounts[slabs];
        Parallel.For(0, slabs, new ParallelOptions { MaxDegreeOfParallelism = slabs }, slab =>
        {
            parts[slab] = new CellCounts(count, steps.Length, figures.Length);
            parts[slab].Count(image, steps, figures, (int)((long)image.Shape.X * slab / slabs), (int)((long)image.Shape.X * (slab + 1) / slabs));
        });
        foreach (CellCounts part in parts.AsSpan(1))
        {
            Add(parts[0].pairs, part.pairs);
            Add(parts[0].weighted, part.weighted);
            Add(parts[0].triples, part.triples);
        }
        return parts[0];

        static void Add(long[][] to, long[][] from)
        {
            for (int i = 0; i < to.Length; i++)
                for (int j = 0; j < to[i].Length; j++) to[i][j] += from[i][j];
        }
    }

    private void Count(VoxelImage image, LatticeCell[] steps, LatticeCell[] figures, int from, int to)
    {
        GridShape shape = image.Shape;
        int depth = 1 + Math.Max(steps.Max(cell => cell.Extent.X), figures.Max(cell => cell.Extent.X));
        var planes = new LabelPlanes(image, depth);
        for (int x = from; x < Math.Min(from + depth - 1, shape.X); x++) planes.Load(x);
        for (int x = from; x < to; x++)
        {
            if (x + depth - 1 < shape.X) planes.Load(x + depth - 1);
            for (int i = 0; i < steps.Length; i++) Plane(planes, shape, x, steps[i], pairs[i], weighted[i]);
            for (int i = 0; i < figures.Length; i++) Plane(planes, shape, x, figures[i], triples[i], []);
        }
    }

    /// <summary>Counts one figure at all places whose first plane is <paramref name="x"/>; of two labels where there is a second table, for places by what they stand for, of three otherwise.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Plane(LabelPlanes planes, GridShape shape, int x, LatticeCell cell, long[] table, long[] standing)
    {
        (int ex, int ey, int ez) = cell.Extent;
        if (x + ex >= shape.X || ey >= shape.Y || ez >= shape.Z) return;
        int stride = planes.Stride, corners = cell.Corners.Length, least = standing.Length > 0 ? 2 : 3, places = shape.Z - ez;
        int weightX = 2 + ex * ((x == 0 ? 1 : 0) + (x == shape.X - 1 - ex ? 1 : 0));
        Span<ulong> present = stackalloc ulong[stride];
        Span<int> here = stackalloc int[phases + 1];
        Span<int> at = stackalloc int[4];
        ref ulong first = ref Start(0), next = ref Start(1), third = ref Start(corners > 2 ? 2 : 0), fourth = ref Start(corners > 3 ? 3 : 0);
        (int s1, int s2, int s3, int s4) = (cell.Corners[0].Z, cell.Corners[1].Z, cell.Corners[corners > 2 ? 2 : 0].Z, cell.Corners[corners > 3 ? 3 : 0].Z);
        for (int y = 0; y + ey < shape.Y; y++)
        {
            int weight = weightX * (2 + ey * ((y == 0 ? 1 : 0) + (y == shape.Y - 1 - ey ? 1 : 0)));
            for (int corner = 0; corner < 4; corner++) at[corner] = (y + cell.Corners[corner < corners ? corner : 0].Y) * planes.RowLength;
            for (int word = 0, left = places; left > 0; word++, left -= 64)
            {
                ulong valid = left >= 64 ? ulong.MaxValue : (1UL << left) - 1;
                int offset = word * stride, count = 0;
                for (int phase = 0; phase < stride; phase += 4)
                {
                    Vector256<ulong> any = Shifted(ref first, at[0] + offset + phase, stride, s1) | Shifted(ref next, at[1] + offset + phase, stride, s2);
                    if (corners > 2) any |= Shifted(ref third, at[2] + offset + phase, stride, s3) | Shifted(ref fourth, at[3] + offset + phase, stride, s4);
                    (any & Vector256.Create(valid)).StoreUnsafe(ref present[phase]);
                }
                for (int phase = 0; phase < phases; phase++)
                {
                    here[count] = phase;
                    count += present[phase] != 0 ? 1 : 0;
                }
                if (count < least) continue;
                if (least == 3)
                {
                    Triples(present, here[..count], table);
                    continue;
                }
                ulong start = word == 0 ? 1UL : 0, end = left <= 64 ? 1UL << (left - 1) : 0;
                for (int a = 0; a < count; a++)
                {
                    for (int b = a + 1; b < count; b++)
                    {
                        ulong both = present[here[a]] & present[here[b]];
                        int number = BitOperations.PopCount(both), pair = here[a] * phases + here[b];
                        table[pair] += number;
                        standing[pair] += weight * (2 * number + ez * (((both & start) != 0 ? 1 : 0) + ((both & end) != 0 ? 1 : 0)));
                    }
                }
            }
        }

        ref ulong Start(int corner) => ref MemoryMarshal.GetArrayDataReference(planes[x + cell.Corners[corner].X]);
    }

    private static Vector256<ulong> Shifted(ref ulong plane, int at, int stride, int shift)
        => Vector256.LoadUnsafe(ref plane, (nuint)at) >>> shift | (Vector256.LoadUnsafe(ref plane, (nuint)(at + stride)) << 1) << (63 - shift);

    private void Triples(ReadOnlySpan<ulong> present, ReadOnlySpan<int> here, long[] table)
    {
        for (int a = 0; a < here.Length; a++)
        {
            for (int b = a + 1; b < here.Length; b++)
            {
                ulong two = present[here[a]] & present[here[b]];
                if (two == 0) continue;
                for (int c = b + 1; c < here.Length; c++) table[(here[a] * phases + here[b]) * phases + here[c]] += BitOperations.PopCount(two & present[here[c]]);
            }
        }
    }
}
