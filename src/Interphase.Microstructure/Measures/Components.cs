using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Interphase.Numerics;

namespace Interphase.Microstructure;

/// <summary>
/// The clusters of a box of classes: voxels of one class that hang together over faces. They are numbered by their first voxel, so that threads do not matter.
/// </summary>
/// <remarks>
/// Joined are runs along the fastest axis. A run's parent never has a higher number, hence the root of a cluster is its first run in whatever order runs were joined.
/// </remarks>
internal sealed class Components
{
    private readonly int[] rows;
    private readonly int[] starts;
    private readonly int[] clusters;
    private readonly GridShape shape;

    private Components(GridShape shape, int[] rows, int[] starts, int[] clusters, byte[] classes, long[] sizes, byte[] touched)
        => (this.shape, this.rows, this.starts, this.clusters, Classes, Sizes, Touched) = (shape, rows, starts, clusters, classes, sizes, touched);

    /// <summary>The class of each cluster.</summary>
    public byte[] Classes { get; }

    /// <summary>The voxels of each cluster.</summary>
    public long[] Sizes { get; }

    /// <summary>Which ends of the box a cluster touches: bit 2 a for the first end of axis a, 2 a + 1 for the last.</summary>
    public byte[] Touched { get; }

    /// <summary>How many clusters there are.</summary>
    public int Count => Classes.Length;

    /// <summary>The bit of <see cref="Touched"/> of one end.</summary>
    public static int End(Axis axis, bool last) => 1 << (2 * (int)axis + (last ? 1 : 0));

    /// <summary>Whether a cluster touches one end.</summary>
    public bool Touches(int cluster, Axis axis, bool last) => (Touched[cluster] & End(axis, last)) != 0;

    /// <summary>The runs of a row, each with its cluster; the last ends with the row.</summary>
    public (ReadOnlyMemory<int> Starts, ReadOnlyMemory<int> Clusters) Row(int x, int y)
    {
        int row = x * shape.Y + y, first = rows[row], count = rows[row + 1] - first;
        return (starts.AsMemory(first, count), clusters.AsMemory(first, count));
    }

    /// <summary>Finds the clusters.</summary>
    /// <param name="shape">The box.</param>
    /// <param name="classes">A class for each voxel.</param>
    /// <param name="joinX">Whether the two ends along x are neighbours.</param>
    /// <param name="joinY">The same along y.</param>
    /// <param name="joinZ">The same along z.</param>
    /// <param name="threads">How many threads work on it, at least 1.</param>
    public static Components Find(GridShape shape, byte[] classes, bool joinX, bool joinY, bool joinZ, int threads)
    {
        int slabs = Math.Clamp(threads, 1, shape.X);
        int[] rows = new int[shape.X * shape.Y + 1];
        Each(slabs, slab =>
        {
            for (int row = From(slab) * shape.Y; row < From(slab + 1) * shape.Y; row++) rows[row + 1] = Runs(Row(row), []);
        });
        for (int row = 0; row + 1 < rows.Length; row++) rows[row + 1] = checked(rows[row] + rows[row + 1]);
        int[] starts = new int[rows[^1]], parents = new int[rows[^1]];
        Each(slabs, slab =>
        {
            for (int row = From(slab) * shape.Y; row < From(slab + 1) * shape.Y; row++) Runs(Row(row), starts.AsSpan(rows[row], rows[row + 1] - rows[row]));
            for (int run = rows[From(slab) * shape.Y]; run < rows[From(slab + 1) * shape.Y]; run++) parents[run] = run;
            for (int x = From(slab); x < From(slab + 1); x++)
            {
                for (int y = 0; y < shape.Y; y++)
                {
                    int row = x * shape.Y + y;
                    if (y > 0) Join(row - 1, row);
                    if (x > From(slab)) Join(row - shape.Y, row);
                    if (joinZ && classes[(long)row * shape.Z] == classes[(long)(row + 1) * shape.Z - 1]) Unite(parents, rows[row], rows[row + 1] - 1);
                }
                if (joinY) Join(x * shape.Y, (x + 1) * shape.Y - 1);
            }
        });
        for (int slab = 1; slab < slabs; slab++)
            for (int row = From(slab) * shape.Y; row < (From(slab) + 1) * shape.Y; row++) Join(row - shape.Y, row);
        if (joinX)
            for (int y = 0; y < shape.Y; y++) Join(y, (shape.X - 1) * shape.Y + y);

        int count = 0;
        for (int run = 0; run < parents.Length; run++) parents[run] = parents[run] == run ? ~count++ : parents[run];
        // Parents come before their children, and those that were seen hold the complement of their cluster.
        for (int run = 0; run < parents.Length; run++)
            if (parents[run] >= 0) parents[run] = parents[parents[run]];
        byte[] kinds = new byte[count], touched = new byte[count];
        long[] sizes = new long[count];
        for (int row = 0; row + 1 < rows.Length; row++)
        {
            int x = row / shape.Y, y = row % shape.Y;
            int ends = (x == 0 ? End(Axis.X, false) : 0) | (x == shape.X - 1 ? End(Axis.X, true) : 0) | (y == 0 ? End(Axis.Y, false) : 0) | (y == shape.Y - 1 ? End(Axis.Y, true) : 0);
            for (int run = rows[row]; run < rows[row + 1]; run++)
            {
                int cluster = parents[run] = ~parents[run], end = run + 1 < rows[row + 1] ? starts[run + 1] : shape.Z;
                kinds[cluster] = classes[(long)row * shape.Z + starts[run]];
                sizes[cluster] += end - starts[run];
                touched[cluster] |= (byte)(ends | (starts[run] == 0 ? End(Axis.Z, false) : 0) | (end == shape.Z ? End(Axis.Z, true) : 0));
            }
        }
        return new Components(shape, rows, starts, parents, kinds, sizes, touched);

        int From(int slab) => (int)((long)shape.X * slab / slabs);

        ReadOnlySpan<byte> Row(int row) => classes.AsSpan(checked((int)((long)row * shape.Z)), shape.Z);

        void Each(int number, Action<int> work)
        {
            if (number == 1) work(0);
            else Parallel.For(0, number, new ParallelOptions { MaxDegreeOfParallelism = threads }, work);
        }

        void Join(int one, int other)
        {
            int a = rows[one], b = rows[other], endA = rows[one + 1], endB = rows[other + 1];
            long left = (long)one * shape.Z, right = (long)other * shape.Z;
            while (a < endA && b < endB)
            {
                if (classes[left + starts[a]] == classes[right + starts[b]]) Unite(parents, a, b);
                int nextA = a + 1 < endA ? starts[a + 1] : shape.Z, nextB = b + 1 < endB ? starts[b + 1] : shape.Z;
                if (nextA <= nextB) a++;
                if (nextB <= nextA) b++;
            }
        }
    }

    private static void Unite(int[] parents, int a, int b)
    {
        while (a != b)
        {
            if (a < b) (a, b) = (b, a);
            int above = parents[a];
            if (above == a)
            {
                parents[a] = b;
                return;
            }
            // Halving the path on the way.
            a = parents[a] = parents[above];
        }
    }

    /// <summary>Counts the runs of a row and writes where they start, where there is room for it.</summary>
    private static int Runs(ReadOnlySpan<byte> row, Span<int> starts)
    {
        int count = 1;
        if (!starts.IsEmpty) starts[0] = 0;
        int z = 1;
        ref byte at = ref MemoryMarshal.GetReference(row);
        for (; z + Vector256<byte>.Count <= row.Length; z += Vector256<byte>.Count)
        {
            uint changes = ~Vector256.Equals(Vector256.LoadUnsafe(ref at, (nuint)z), Vector256.LoadUnsafe(ref at, (nuint)z - 1)).ExtractMostSignificantBits();
            if (starts.IsEmpty)
            {
                count += BitOperations.PopCount(changes);
                continue;
            }
            for (; changes != 0; changes &= changes - 1) starts[count++] = z + BitOperations.TrailingZeroCount(changes);
        }
        for (; z < row.Length; z++)
        {
            if (row[z] == row[z - 1]) continue;
            if (!starts.IsEmpty) starts[count] = z;
            count++;
        }
        return count;
    }
}
