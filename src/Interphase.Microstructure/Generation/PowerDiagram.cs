using Interphase.Numerics;

namespace Interphase.Microstructure;

/// <summary>Grains as cells of a power diagram (Laguerre cells): a voxel belongs to the seed from which its squared distance less the squared radius is least. docs/physics.md (93).</summary>
internal static class PowerDiagram
{
    /// <summary>Numbers the voxels of one label by their grain.</summary>
    /// <param name="box">The box.</param>
    /// <param name="labels">Labels of the voxels.</param>
    /// <param name="label">Whose voxels are numbered.</param>
    /// <param name="diameter">Of grains, in voxels: that of a sphere of the mean volume.</param>
    /// <param name="spread">Geometric standard deviation of the seeds' radii.</param>
    /// <param name="seed">The structure's seed.</param>
    /// <param name="grains">Is given the numbers; other voxels are left as they are.</param>
    /// <param name="threads">How many threads may work.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>How many grains were seeded.</returns>
    public static int Number(PeriodicBox box, byte[] labels, byte label, double diameter, double spread, ulong seed, int[] grains, int threads, CancellationToken cancellation)
    {
        GridShape shape = box.Shape;
        long voxels = 0;
        foreach (byte each in labels)
            if (each == label) voxels++;
        if (voxels == 0) return 0;
        int count = (int)Math.Max(1, voxels / (Math.PI / 6 * diameter * diameter * diameter) + 0.5);
        var random = new RandomStream(seed, RandomPurpose.Grains);
        var seeds = new Vector3d[count];
        double[] weights = new double[count];
        double deviation = PortableMath.Log(spread), heaviest = 0;
        for (int i = 0; i < count; i++)
        {
            do seeds[i] = box.Anywhere(random);
            while (labels[box.Voxel(seeds[i])] != label);
            double radius = diameter / 2 * PortableMath.Exp(deviation * Math.Clamp(random.Normal(), -2, 2));
            weights[i] = radius * radius;
            heaviest = Math.Max(heaviest, weights[i]);
        }

        int nx = Cells(shape.X), ny = Cells(shape.Y), nz = Cells(shape.Z);
        int[] starts = new int[nx * ny * nz + 1], cells = new int[count], members = new int[count];
        for (int i = 0; i < count; i++)
        {
            cells[i] = (At(seeds[i].X, shape.X, nx) * ny + At(seeds[i].Y, shape.Y, ny)) * nz + At(seeds[i].Z, shape.Z, nz);
            starts[cells[i] + 1]++;
        }
        for (int cell = 0; cell + 1 < starts.Length; cell++) starts[cell + 1] += starts[cell];
        int[] next = starts[..^1];
        for (int i = 0; i < count; i++) members[next[cells[i]]++] = i;
        double edge = Math.Min((double)shape.X / nx, Math.Min((double)shape.Y / ny, (double)shape.Z / nz));
        int widest = Math.Max(nx, Math.Max(ny, nz)) / 2 + 1;

        Planes.Run(threads, shape.X, x =>
        {
            int cx = At(x + 0.5, shape.X, nx);
            for (int y = 0; y < shape.Y; y++)
            {
                int cy = At(y + 0.5, shape.Y, ny), row = (x * shape.Y + y) * shape.Z;
                for (int z = 0; z < shape.Z; z++)
                {
                    if (labels[row + z] != label) continue;
                    int cz = At(z + 0.5, shape.Z, nz), best = -1;
                    var place = new Vector3d(x + 0.5, y + 0.5, z + 0.5);
                    double least = double.PositiveInfinity;
                    for (int ring = 0; ring <= widest; ring++)
                    {
                        // Cells of this ring lie at least ring - 1 edges away; the voxel lies somewhere in its own.
                        double nearest = Math.Max(0, ring - 1) * edge;
                        if (nearest * nearest - heaviest > least) break;
                        for (int i = -ring; i <= ring; i++)
                            for (int j = -ring; j <= ring; j++)
                            {
                                bool shell = Math.Abs(i) == ring || Math.Abs(j) == ring;
                                int line = (PeriodicBox.Wrap(cx + i, nx) * ny + PeriodicBox.Wrap(cy + j, ny)) * nz;
                                for (int k = -ring; k <= ring; k += shell || ring == 0 ? 1 : 2 * ring)
                                {
                                    int cell = line + PeriodicBox.Wrap(cz + k, nz);
                                    for (int m = starts[cell]; m < starts[cell + 1]; m++)
                                    {
                                        int one = members[m];
                                        Vector3d way = box.Between(place, seeds[one]);
                                        double power = way.Dot(way) - weights[one];
                                        if (power > least || (power == least && one >= best)) continue;
                                        (least, best) = (power, one);
                                    }
                                }
                            }
                    }
                    grains[row + z] = best;
                }
            }
        }, cancellation);
        return count;

        // About one seed a cell.
        int Cells(int length) => Math.Clamp((int)(length / diameter), 1, 512);

        static int At(double place, int length, int number) => Math.Min((int)(place / length * number), number - 1);
    }
}
