using Interphase.Numerics;

namespace Interphase.Microstructure.Tests;

/// <summary>Images of bodies whose areas and lengths are known.</summary>
internal static class Bodies
{
    /// <summary>An image of what is at the centre of each voxel.</summary>
    public static VoxelImage Draw(GridShape shape, VoxelSpacing spacing, Func<double, double, double, int> label)
    {
        byte[] labels = new byte[shape.Count];
        for (int x = 0; x < shape.X; x++)
            for (int y = 0; y < shape.Y; y++)
                for (int z = 0; z < shape.Z; z++) labels[shape.Index(x, y, z)] = (byte)label((x + 0.5) * spacing.X, (y + 0.5) * spacing.Y, (z + 0.5) * spacing.Z);
        return new VoxelImage(shape, labels, spacing);
    }

    public static VoxelImage Draw(int edge, Func<double, double, double, int> label) => Draw(new GridShape(edge, edge, edge), VoxelSpacing.Unknown, label);

    /// <summary>Voxels of random labels, in lumps where <paramref name="lump"/> is above 1.</summary>
    public static VoxelImage Random(int seed, GridShape shape, int labels, int lump = 1)
    {
        var random = new Random(seed);
        byte[] drawn = new byte[shape.Count], lumps = new byte[shape.Count];
        for (int i = 0; i < lumps.Length; i++) lumps[i] = (byte)(3 * random.Next(labels));
        for (int x = 0; x < shape.X; x++)
            for (int y = 0; y < shape.Y; y++)
                for (int z = 0; z < shape.Z; z++) drawn[shape.Index(x, y, z)] = lumps[shape.Index(x / lump, y / lump, z / lump)];
        return new VoxelImage(shape, drawn, VoxelSpacing.Unknown);
    }

    public static double Volume(VoxelImage image) => image.Shape.Count * image.Spacing.Volume;

    public static (double X, double Y, double Z) Direction(Random random)
    {
        double z = 2 * random.NextDouble() - 1, angle = 2 * Math.PI * random.NextDouble(), r = Math.Sqrt(1 - z * z);
        return (r * Math.Cos(angle), r * Math.Sin(angle), z);
    }

    public static double Square(double value) => value * value;
}
