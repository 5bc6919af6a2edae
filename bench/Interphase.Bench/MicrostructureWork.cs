using Interphase.Microstructure;
using Interphase.Numerics;

namespace Interphase.Bench;

/// <summary>Transport and measures of images of overlapping spheres, half of whose volume they leave free.</summary>
internal static class MicrostructureWork
{
    private const double Radius = 10, Free = 0.5;

    /// <summary>An image of that many voxels along each axis; the same for the same number.</summary>
    public static VoxelImage Spheres(int voxels)
    {
        var shape = new GridShape(voxels, voxels, voxels);
        byte[] labels = new byte[shape.Count];
        ulong state = 88172645463325252;
        // Overlapping spheres leave exp(-n V) of the volume free.
        int spheres = (int)Math.Round(-Math.Log(Free) * shape.Count / (4 * Math.PI / 3 * Radius * Radius * Radius));
        for (int sphere = 0; sphere < spheres; sphere++)
        {
            (double x, double y, double z) = (Drawn(), Drawn(), Drawn());
            for (int i = (int)Math.Floor(x - Radius); i <= x + Radius; i++)
                for (int j = (int)Math.Floor(y - Radius); j <= y + Radius; j++)
                {
                    double rest = Radius * Radius - (i + 0.5 - x) * (i + 0.5 - x) - (j + 0.5 - y) * (j + 0.5 - y);
                    if (rest <= 0) continue;
                    double half = Math.Sqrt(rest);
                    for (int k = (int)Math.Ceiling(z - half - 0.5); k + 0.5 < z + half; k++) labels[shape.Index(Within(i), Within(j), Within(k))] = 1;
                }
        }
        return new VoxelImage(shape, labels, VoxelSpacing.Unknown);

        int Within(int place) => (place % voxels + voxels) % voxels;

        double Drawn()
        {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            return (state >> 11) * (1.0 / (1ul << 53)) * voxels;
        }
    }

    /// <summary>What the free space conducts, to 1e-3.</summary>
    public static void Conduct(VoxelImage image, int threads)
    {
        if (!EffectiveConductivity.Of(image, new Dictionary<byte, double> { [0] = 1 }, new Transport { Sides = Sides.Periodic, Tolerance = 1e-3, Threads = threads }).IsConverged)
            throw new InvalidOperationException("not converged");
    }

    /// <summary>Everything else: shares, connection, areas, lines, chords.</summary>
    public static void Measure(VoxelImage image, int threads) => StructureMeasures.Of(image, new MeasurePlan { Transport = new Transport { Threads = threads } });
}
