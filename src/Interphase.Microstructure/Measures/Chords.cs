using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.Intrinsics;
using Interphase.Numerics;

namespace Interphase.Microstructure;

/// <summary>Runs of voxels of one phase along the axes.</summary>
public static class Chords
{
    /// <summary>The chords of every phase along every axis, by axis and rising label.</summary>
    /// <param name="image">What is measured.</param>
    /// <param name="threads">How many threads work on it, at least 1; no result depends on it.</param>
    public static ImmutableArray<ChordLengths> Of(VoxelImage image, int threads = 1) => [.. Enum.GetValues<Axis>().SelectMany(axis => Along(image, axis, threads))];

    /// <summary>The chords of every phase along one axis, by rising label.</summary>
    /// <param name="image">What is measured.</param>
    /// <param name="axis">Along which.</param>
    /// <param name="threads">How many threads work on it, at least 1; no result depends on it.</param>
    public static ImmutableArray<ChordLengths> Along(VoxelImage image, Axis axis, int threads = 1)
    {
        GridShape shape = image.Shape;
        int longest = shape[(int)axis], bundles = axis == Axis.X ? shape.Y : shape.X, slabs = Math.Clamp(threads, 1, bundles);
        var parts = new long[slabs][];
        Parallel.For(0, slabs, new ParallelOptions { MaxDegreeOfParallelism = slabs }, slab =>
        {
            long[] counts = parts[slab] = new long[2 * 256 * (longest + 1)];
            int[] starts = new int[shape.Z];
            for (int bundle = (int)((long)bundles * slab / slabs); bundle < (int)((long)bundles * (slab + 1) / slabs); bundle++)
            {
                if (axis == Axis.X) Across(image.Raw, (long)bundle * shape.Z, (long)shape.Y * shape.Z, longest, starts, counts);
                else if (axis == Axis.Y) Across(image.Raw, shape.Index(bundle, 0, 0), shape.Z, longest, starts, counts);
                else
                    for (int y = 0; y < shape.Y; y++) Row(image.Raw.AsSpan((int)shape.Index(bundle, y, 0), shape.Z), counts);
            }
        });
        foreach (long[] part in parts.AsSpan(1))
            for (int i = 0; i < part.Length; i++) parts[0][i] += part[i];
        return [.. image.Phases.Select(phase => Result(phase.Label))];

        ChordLengths Result(byte label)
        {
            ImmutableArray<long> all = Lengths(2 * label), inner = Lengths(2 * label + 1);
            // Those that touch the box are counted apart from the inner ones.
            all = [.. Enumerable.Range(0, Math.Max(all.Length, inner.Length)).Select(length => all.ElementAtOrDefault(length) + inner.ElementAtOrDefault(length))];
            return new ChordLengths(label, axis, all, inner, Mean(all), Mean(inner));
        }

        ImmutableArray<long> Lengths(int table)
        {
            Span<long> counts = parts[0].AsSpan(table * (longest + 1), longest + 1);
            return [.. counts[..(counts.LastIndexOfAnyExcept(0L) + 1)]];
        }

        double? Mean(ImmutableArray<long> counts)
        {
            long number = counts.Sum(), voxels = 0;
            for (int length = 0; length < counts.Length; length++) voxels += length * counts[length];
            return number == 0 ? null : image.Spacing[axis] * voxels / number;
        }
    }

    private static void Row(ReadOnlySpan<byte> row, long[] counts)
    {
        int start = 0, size = row.Length + 1;
        for (int z = 1; z <= row.Length; z++)
        {
            if (z < row.Length && row[z] == row[start]) continue;
            bool inner = start > 0 && z < row.Length;
            counts[(2 * row[start] + (inner ? 1 : 0)) * size + z - start]++;
            start = z;
        }
    }

    /// <summary>All chords of lines that lie side by side in memory.</summary>
    private static void Across(byte[] labels, long first, long stride, int longest, int[] starts, long[] counts)
    {
        starts.AsSpan().Clear();
        int width = starts.Length, size = longest + 1;
        for (int at = 1; at < longest; at++)
        {
            ref byte before = ref labels[first + (at - 1) * stride], here = ref labels[first + at * stride];
            int z = 0;
            for (; z + Vector256<byte>.Count <= width; z += Vector256<byte>.Count)
            {
                uint changes = ~Vector256.Equals(Vector256.LoadUnsafe(ref before, (nuint)z), Vector256.LoadUnsafe(ref here, (nuint)z)).ExtractMostSignificantBits();
                for (; changes != 0; changes &= changes - 1) End(z + BitOperations.TrailingZeroCount(changes), at);
            }
            for (; z < width; z++)
                if (labels[first + at * stride + z] != labels[first + (at - 1) * stride + z]) End(z, at);
        }
        for (int z = 0; z < width; z++) counts[2 * labels[first + (longest - 1) * stride + z] * size + longest - starts[z]]++;

        void End(int z, int at)
        {
            counts[(2 * labels[first + (at - 1) * stride + z] + (starts[z] > 0 ? 1 : 0)) * size + at - starts[z]]++;
            starts[z] = at;
        }
    }
}
