using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Interphase.Numerics;

namespace Interphase.Microstructure;

/// <summary>How often the corners of figures hold two labels, or three, everywhere inside an image. Phases count by their place in its list.</summary>
internal sealed class CellCounts
{
    private readonly int phases;
    private readonly long[][] pairs;
    private readonly long[][] triples;
    private readonly long[][] crowded;

    private CellCounts(int phases, int steps, int figures)
    {
        this.phases = phases;
        pairs = Tables(steps, phases * phases);
        triples = Tables(figures, phases * phases * phases);
        crowded = Tables(figures, phases * phases * phases);

        static long[][] Tables(int count, int length) => [.. Enumerable.Range(0, count).Select(_ => new long[length])];
    }

    /// <summary>Places at which a step leads from one of two phases to the other, <paramref name="i"/> below <paramref name="j"/>.</summary>
    public long Pair(int step, int i, int j) => pairs[step][i * phases + j];

    /// <summary>Places at which the corners of a figure hold all three phases, in rising order.</summary>
    public long Triple(int figure, int i, int j, int k) => triples[figure][(i * phases + j) * phases + k];

    /// <summary>Those among them at which a fourth corner holds a fourth phase.</summary>
    public long Crowded(int figure, int i, int j, int k) => crowded[figure][(i * phases + j) * phases + k];

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
            Add(parts[0].triples, part.triples);
            Add(parts[0].crowded, part.crowded);
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
            for (int i = 0; i < steps.Length; i++) Plane(planes, shape, x, steps[i], pairs[i], []);
            for (int i = 0; i < figures.Length; i++) Plane(planes, shape, x, figures[i], triples[i], crowded[i]);
        }
    }

    /// <summary>Counts one figure at all places whose first plane is <paramref name="x"/>; of three labels where there is a table for four, of two otherwise.</summary>
    private void Plane(LabelPlanes planes, GridShape shape, int x, LatticeCell cell, long[] table, long[] four)
    {
        if (x + cell.Extent.X >= shape.X) return;
        int stride = planes.Stride, corners = cell.Corners.Length, least = four.Length > 0 ? 3 : 2;
        Span<ulong> present = stackalloc ulong[stride];
        Span<int> here = stackalloc int[phases];
        Span<int> at = stackalloc int[4];
        ref ulong first = ref Start(0), second = ref Start(1), third = ref Start(corners > 2 ? 2 : 0), fourth = ref Start(corners > 3 ? 3 : 0);
        (int s1, int s2, int s3, int s4) = (cell.Corners[0].Z, cell.Corners[1].Z, cell.Corners[corners > 2 ? 2 : 0].Z, cell.Corners[corners > 3 ? 3 : 0].Z);
        for (int y = 0; y + cell.Extent.Y < shape.Y; y++)
        {
            for (int corner = 0; corner < 4; corner++) at[corner] = (y + cell.Corners[corner < corners ? corner : 0].Y) * planes.RowLength;
            for (int word = 0, left = shape.Z - cell.Extent.Z; left > 0; word++, left -= 64)
            {
                ulong valid = left >= 64 ? ulong.MaxValue : (1UL << left) - 1;
                int offset = word * stride;
                for (int phase = 0; phase < stride; phase += 4)
                {
                    Vector256<ulong> any = Shifted(ref first, at[0] + offset + phase, stride, s1) | Shifted(ref second, at[1] + offset + phase, stride, s2);
                    if (corners > 2) any |= Shifted(ref third, at[2] + offset + phase, stride, s3);
                    if (corners > 3) any |= Shifted(ref fourth, at[3] + offset + phase, stride, s4);
                    any.StoreUnsafe(ref present[phase]);
                }
                int count = 0;
                for (int phase = 0; phase < phases; phase++)
                {
                    present[phase] &= valid;
                    here[count] = phase;
                    count += present[phase] != 0 ? 1 : 0;
                    if (count == phases) break;
                }
                if (count < least) continue;
                if (least == 2) Pairs(present, here[..count], table);
                else Triples(present, here[..count], table, four);
            }
        }

        ref ulong Start(int corner) => ref MemoryMarshal.GetArrayDataReference(planes[x + cell.Corners[corner].X]);
    }

    private static Vector256<ulong> Shifted(ref ulong plane, int at, int stride, int shift)
        => Vector256.LoadUnsafe(ref plane, (nuint)at) >>> shift | (Vector256.LoadUnsafe(ref plane, (nuint)(at + stride)) << 1) << (63 - shift);

    private void Pairs(ReadOnlySpan<ulong> present, ReadOnlySpan<int> here, long[] table)
    {
        for (int a = 0; a < here.Length; a++)
            for (int b = a + 1; b < here.Length; b++) table[here[a] * phases + here[b]] += BitOperations.PopCount(present[here[a]] & present[here[b]]);
    }

    private void Triples(ReadOnlySpan<ulong> present, ReadOnlySpan<int> here, long[] table, long[] four)
    {
        for (int a = 0; a < here.Length; a++)
        {
            for (int b = a + 1; b < here.Length; b++)
            {
                ulong two = present[here[a]] & present[here[b]];
                if (two == 0) continue;
                for (int c = b + 1; c < here.Length; c++)
                {
                    ulong three = two & present[here[c]];
                    if (three == 0) continue;
                    table[(here[a] * phases + here[b]) * phases + here[c]] += BitOperations.PopCount(three);
                    for (int d = c + 1; d < here.Length; d++)
                    {
                        int times = BitOperations.PopCount(three & present[here[d]]);
                        if (times == 0) continue;
                        foreach ((int i, int j, int k) in ((int, int, int)[])[(a, b, c), (a, b, d), (a, c, d), (b, c, d)])
                            four[(here[i] * phases + here[j]) * phases + here[k]] += times;
                    }
                }
            }
        }
    }
}
