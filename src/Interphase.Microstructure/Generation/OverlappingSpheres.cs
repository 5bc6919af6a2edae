using Interphase.Numerics;

namespace Interphase.Microstructure;

/// <summary>The simplest random structure: equal spheres anywhere in a periodic box, whether they overlap or not. They connect the box from a share of 0.2895 on.</summary>
public static class OverlappingSpheres
{
    /// <summary>Makes an image: label 1 in spheres, 0 between them.</summary>
    /// <param name="shape">Voxels along each axis.</param>
    /// <param name="share">Of the spheres, 0 to below 1; met to a voxel by moving all surfaces by a part of one.</param>
    /// <param name="diameter">In voxels, at most the box's shortest edge.</param>
    /// <param name="seed">Another seed is another sample.</param>
    /// <param name="threads">How many threads may work; no result depends on it.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="ArgumentOutOfRangeException">A share or diameter is out of range.</exception>
    public static VoxelImage Generate(GridShape shape, double share, double diameter, ulong seed, int threads = 1, CancellationToken cancellation = default)
    {
        var box = new PeriodicBox(shape);
        if (!(share >= 0 && share < 1)) throw new ArgumentOutOfRangeException(nameof(share), share, "0 to below 1");
        if (!(diameter >= 1 && diameter <= box.Shortest)) throw new ArgumentOutOfRangeException(nameof(diameter), diameter, "1 voxel to the box's shortest edge");
        double radius = diameter / 2;
        long wanted = (long)(share * shape.Count + 0.5);
        Vector3d[] places = Middles(box, wanted > 0 ? share : 0, diameter, seed);
        double[] radii = new double[places.Length];
        Array.Fill(radii, radius);
        var body = new ParticleBody(ParticleShape.Sphere, 0, new RandomStream(seed, RandomPurpose.Shapes));
        var gaps = new GapField(box, radius);
        gaps.Stamp(places, radii, [.. places.Select(_ => body)], threads, cancellation);
        byte[] labels = new byte[shape.Count];
        if (wanted > 0) LeastVoxels.Mark(gaps.Gaps, labels, 0, 1, wanted);
        return new VoxelImage(shape, labels, VoxelSpacing.Unknown, [new Phase(0, "matrix"), new Phase(1, "spheres")]);
    }

    /// <summary>Where the spheres lie: points anywhere, of which as many spheres leave exp(-number x volume) uncovered.</summary>
    internal static Vector3d[] Middles(PeriodicBox box, double share, double diameter, ulong seed)
    {
        double number = -PortableMath.Log(1 - share) * box.Volume / (Math.PI / 6 * diameter * diameter * diameter);
        var random = new RandomStream(seed, RandomPurpose.Spheres);
        var places = new Vector3d[share > 0 ? Math.Max(1, (int)(number + 0.5)) : 0];
        for (int i = 0; i < places.Length; i++) places[i] = box.Anywhere(random);
        return places;
    }
}
