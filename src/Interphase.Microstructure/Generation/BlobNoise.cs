using Interphase.Numerics;

namespace Interphase.Microstructure;

/// <summary>A smooth periodic random field of mean 0 and variance 1: normal deviates on a lattice, joined by cubic B-splines.</summary>
internal sealed class BlobNoise
{
    private readonly float[] nodes;
    private readonly GridShape lattice;
    private readonly (int Node, float[] Weights)[] alongX, alongY, alongZ;

    /// <summary>A field.</summary>
    /// <param name="shape">The voxels.</param>
    /// <param name="distance">Of lattice nodes, in voxels; blobs are about as wide.</param>
    /// <param name="random">Deviates.</param>
    public BlobNoise(GridShape shape, double distance, RandomStream random)
    {
        lattice = new GridShape(Count(shape.X), Count(shape.Y), Count(shape.Z));
        nodes = new float[lattice.Count];
        for (int i = 0; i < nodes.Length; i++) nodes[i] = (float)random.Normal();
        (alongX, alongY, alongZ) = (Splines(shape.X, lattice.X), Splines(shape.Y, lattice.Y), Splines(shape.Z, lattice.Z));

        int Count(int voxels) => Math.Max(1, (int)(voxels / Math.Max(1, distance) + 0.5));
    }

    /// <summary>The field along one row of voxels.</summary>
    public void Row(int x, int y, Span<float> values)
    {
        Span<float> nodal = stackalloc float[0];
        nodal = lattice.Z <= 4096 ? stackalloc float[lattice.Z] : new float[lattice.Z];
        nodal.Clear();
        (int nodeX, float[] weightsX) = alongX[x];
        (int nodeY, float[] weightsY) = alongY[y];
        for (int i = 0; i < 4; i++)
            for (int j = 0; j < 4; j++)
            {
                float weight = weightsX[i] * weightsY[j];
                int row = (PeriodicBox.Wrap(nodeX + i, lattice.X) * lattice.Y + PeriodicBox.Wrap(nodeY + j, lattice.Y)) * lattice.Z;
                for (int z = 0; z < lattice.Z; z++) nodal[z] += weight * nodes[row + z];
            }
        for (int z = 0; z < values.Length; z++)
        {
            (int node, float[] weights) = alongZ[z];
            float sum = 0;
            for (int k = 0; k < 4; k++) sum += weights[k] * nodal[PeriodicBox.Wrap(node + k, lattice.Z)];
            values[z] = sum;
        }
    }

    // Weights whose squares sum to 1, so that the variance is 1 between nodes as at them.
    private static (int, float[])[] Splines(int voxels, int count)
    {
        var all = new (int, float[])[voxels];
        for (int i = 0; i < voxels; i++)
        {
            double place = (i + 0.5) * count / voxels, floor = Math.Floor(place), t = place - floor, u = 1 - t;
            double[] w = [u * u * u / 6, (3 * t * t * t - 6 * t * t + 4) / 6, (3 * u * u * u - 6 * u * u + 4) / 6, t * t * t / 6];
            double norm = 1 / Math.Sqrt(w[0] * w[0] + w[1] * w[1] + w[2] * w[2] + w[3] * w[3]);
            all[i] = ((int)floor - 1, [.. w.Select(weight => (float)(weight * norm))]);
        }
        return all;
    }
}
