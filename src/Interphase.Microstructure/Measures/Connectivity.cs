using System.Collections.Immutable;

namespace Interphase.Microstructure;

/// <summary>What hangs together over faces of voxels.</summary>
public static class Connectivity
{
    /// <summary>How each phase hangs together along an axis, by rising label.</summary>
    /// <param name="image">What is measured.</param>
    /// <param name="axis">Along which something is driven through the box; its two ends are never joined.</param>
    /// <param name="sides">Whether the other two axes close on themselves.</param>
    /// <param name="threads">How many threads work on it, at least 1; no result depends on it.</param>
    public static ImmutableArray<PhaseConnection> Along(VoxelImage image, Axis axis, Sides sides = Sides.NoFlux, int threads = 1)
        => Summed(image, Find(image, image.Raw, axis, sides, threads), axis);

    /// <summary>How each phase hangs together along each of the three axes, by axis and rising label; without sides that are joined the clusters are found once.</summary>
    /// <param name="image">What is measured.</param>
    /// <param name="sides">Whether the axes other than the one looked along close on themselves.</param>
    /// <param name="threads">How many threads work on it, at least 1; no result depends on it.</param>
    public static ImmutableArray<ImmutableArray<PhaseConnection>> AlongAll(VoxelImage image, Sides sides = Sides.NoFlux, int threads = 1)
    {
        if (sides == Sides.Periodic) return [Along(image, Axis.X, sides, threads), Along(image, Axis.Y, sides, threads), Along(image, Axis.Z, sides, threads)];
        Components found = Find(image, image.Raw, Axis.X, sides, threads);
        return [Summed(image, found, Axis.X), Summed(image, found, Axis.Y), Summed(image, found, Axis.Z)];
    }

    /// <summary>The clusters of any classes of an image's voxels.</summary>
    internal static Components Find(VoxelImage image, byte[] classes, Axis axis, Sides sides, int threads)
    {
        bool joined = sides == Sides.Periodic;
        return Components.Find(image.Shape, classes, joined && axis != Axis.X, joined && axis != Axis.Y, joined && axis != Axis.Z, threads);
    }

    private static ImmutableArray<PhaseConnection> Summed(VoxelImage image, Components found, Axis axis)
    {
        long[] through = new long[256], first = new long[256], last = new long[256], largest = new long[256];
        int[] clusters = new int[256];
        for (int cluster = 0; cluster < found.Count; cluster++)
        {
            int label = found.Classes[cluster];
            long size = found.Sizes[cluster];
            bool start = found.Touches(cluster, axis, false), end = found.Touches(cluster, axis, true);
            clusters[label]++;
            largest[label] = Math.Max(largest[label], size);
            if (start) first[label] += size;
            if (end) last[label] += size;
            if (start && end) through[label] += size;
        }
        return [.. image.Phases.Select(phase => phase.Label).Select(label => new PhaseConnection(
            label, image.Counts[label], Share(through, label), Share(first, label), Share(last, label), Share(largest, label), clusters[label]))];

        double Share(long[] voxels, byte label) => (double)voxels[label] / image.Counts[label];
    }
}
