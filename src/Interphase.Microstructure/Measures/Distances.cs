using System.Collections.Immutable;
using Interphase.Numerics;

namespace Interphase.Microstructure;

/// <summary>Exact Euclidean distances to the nearest voxel of another phase, axis by axis in linear time.</summary>
public static class Distances
{
    /// <summary>The distance of each voxel's centre from that of the nearest voxel of another phase in the box, m, <see cref="Axis.Z"/> fastest; infinite where there is no other.</summary>
    /// <param name="image">What is measured.</param>
    /// <param name="threads">How many threads work on it, at least 1; no result depends on it.</param>
    public static float[] Of(VoxelImage image, int threads = 1)
    {
        GridShape shape = image.Shape;
        // Squares are kept in squares of the spacing along z, where whole numbers of voxels are exact.
        double unit = image.Spacing.Z;
        float[] squares = new float[shape.Count];
        float along = (float)Math.Pow(image.Spacing.Y / unit, 2), across = (float)Math.Pow(image.Spacing.X / unit, 2);
        Each(shape.X, x =>
        {
            var line = new Envelope(Math.Max(shape.Y, shape.Z));
            for (int y = 0; y < shape.Y; y++) line.Lower(image.Raw, squares, shape.Index(x, y, 0), 1, shape.Z, 1, false);
            for (int z = 0; z < shape.Z; z++) line.Lower(image.Raw, squares, shape.Index(x, 0, z), shape.Z, shape.Y, along, true);
        });
        Each(shape.Y, y =>
        {
            var line = new Envelope(shape.X);
            for (int z = 0; z < shape.Z; z++)
            {
                line.Lower(image.Raw, squares, shape.Index(0, y, z), (long)shape.Y * shape.Z, shape.X, across, true);
                for (int x = 0; x < shape.X; x++)
                {
                    ref float square = ref squares[shape.Index(x, y, z)];
                    square = (float)(Math.Sqrt(square) * unit);
                }
            }
        });
        return squares;

        void Each(int count, Action<int> work) => Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads) }, work);
    }

    /// <summary>The distances of each phase in a few numbers, by rising label; between ranks they are interpolated.</summary>
    /// <param name="image">What is measured.</param>
    /// <param name="threads">How many threads work on it, at least 1; no result depends on it.</param>
    public static ImmutableArray<PhaseSizes> Sizes(VoxelImage image, int threads = 1)
    {
        float[] distances = Of(image, threads);
        return [.. image.Phases.Select(phase =>
        {
            float[] own = new float[image.Counts[phase.Label]];
            int count = 0;
            for (int i = 0; i < distances.Length; i++)
                if (image.Raw[i] == phase.Label) own[count++] = distances[i];
            Array.Sort(own);
            double sum = 0;
            foreach (float distance in own) sum += distance;
            return new PhaseSizes(phase.Label, sum / own.Length, Rank(own, 0.5), Rank(own, 0.9), own[^1]);
        })];

        static double Rank(float[] sorted, double share)
        {
            double place = share * (sorted.Length - 1);
            int below = (int)place;
            double low = sorted[below], high = sorted[Math.Min(below + 1, sorted.Length - 1)];
            return high > low && !double.IsInfinity(high) ? low + (place - below) * (high - low) : low;
        }
    }

    /// <summary>The lower envelope of parabolas over each run of one label on a line.</summary>
    private sealed class Envelope(int length)
    {
        private readonly float[] heights = new float[length + 2];
        private readonly int[] tops = new int[length + 2];
        private readonly double[] from = new double[length + 3];

        public void Lower(byte[] labels, float[] squares, long first, long stride, int count, float scale, bool known)
        {
            for (int start = 0; start < count;)
            {
                byte label = labels[first + start * stride];
                int end = start + 1;
                while (end < count && labels[first + end * stride] == label) end++;
                int last = -1;
                if (start > 0) Add(start - 1, 0);
                if (known)
                {
                    for (int i = start; i < end; i++)
                        if (!float.IsPositiveInfinity(squares[first + i * stride])) Add(i, squares[first + i * stride]);
                }
                if (end < count) Add(end, 0);
                int part = 0;
                for (int i = start; i < end; i++)
                {
                    while (part < last && from[part + 1] < i) part++;
                    squares[first + i * stride] = last < 0 ? float.PositiveInfinity : scale * (float)(i - tops[part]) * (i - tops[part]) + heights[part];
                }
                start = end;

                void Add(int top, float height)
                {
                    double begin = double.NegativeInfinity;
                    while (last >= 0)
                    {
                        begin = (top + tops[last]) / 2.0 + ((double)height - heights[last]) / (2.0 * scale * (top - tops[last]));
                        if (begin > from[last]) break;
                        last--;
                        begin = double.NegativeInfinity;
                    }
                    last++;
                    (tops[last], heights[last], from[last]) = (top, height, begin);
                }
            }
        }
    }
}
