namespace Interphase.Microstructure;

/// <summary>The surface of one particle: how far it lies from the middle in each direction, in radii of the sphere of equal volume.</summary>
internal sealed class ParticleBody
{
    private const int Samples = 512;

    // Rounds edges over about a tenth of the radius; a power of 2, so that square roots undo it.
    private const int EdgePower = 16;

    private readonly Vector3d[] normals;
    private readonly double[] coefficients;
    private readonly ParticleShape shape;
    private readonly double scale = 1;

    /// <summary>A particle that is turned and formed at random.</summary>
    /// <param name="shape">What it looks like.</param>
    /// <param name="roughness">Standard deviation of a polycrystal's surface in radii.</param>
    /// <param name="random">Its own numbers.</param>
    public ParticleBody(ParticleShape shape, double roughness, RandomStream random)
    {
        this.shape = shape;
        (normals, coefficients) = shape switch
        {
            ParticleShape.SingleCrystal => Crystal(random),
            ParticleShape.Polycrystal => Rough(roughness, random),
            _ => ([], []),
        };
        if (shape == ParticleShape.Sphere) return;
        double sum = 0, largest = 0;
        for (int i = 0; i < Samples; i++)
        {
            double radius = Radius(random.Direction());
            sum += radius * radius * radius;
            largest = Math.Max(largest, radius);
        }
        scale = 1 / PortableMath.Cbrt(sum / Samples);
        Largest = 1.02 * largest * scale;
    }

    /// <summary>The distance of the farthest point of the surface, in radii.</summary>
    public double Largest { get; } = 1;

    /// <summary>The distance of the surface in a direction, in radii. docs/physics.md (92).</summary>
    public double Radius(Vector3d direction)
    {
        if (shape == ParticleShape.Sphere) return 1;
        double sum = 0;
        if (shape == ParticleShape.SingleCrystal)
        {
            for (int i = 0; i < normals.Length; i++)
            {
                double along = direction.Dot(normals[i]) * coefficients[i];
                if (along <= 0) continue;
                double power = along;
                for (int k = 1; k < EdgePower; k *= 2) power *= power;
                sum += power;
            }
            for (int k = 1; k < EdgePower; k *= 2) sum = Math.Sqrt(sum);
            return scale / sum;
        }
        for (int i = 0; i < normals.Length; i++) sum += coefficients[i] * Legendre(2 + i % 4, direction.Dot(normals[i]));
        return scale * Math.Max(0.5, 1 + sum);
    }

    // Octahedron faces at 1, cube faces that cut its corners off, each nearer or farther by up to a tenth.
    private static (Vector3d[], double[]) Crystal(RandomStream random)
    {
        Vector3d x = random.Direction(), y = x.Aside(), z = x.Cross(y);
        double third = Math.Sqrt(1.0 / 3);
        List<Vector3d> faces = [];
        for (int i = 0; i < 8; i++) faces.Add((x * ((i & 1) == 0 ? 1 : -1) + y * ((i & 2) == 0 ? 1 : -1) + z * ((i & 4) == 0 ? 1 : -1)) * third);
        foreach (Vector3d axis in new[] { x, y, z }) faces.AddRange([axis, axis * -1]);
        return ([.. faces], [.. faces.Select((_, i) => 1 / ((i < 8 ? 1 : 1.2) * (0.9 + 0.2 * random.Uniform())))]);
    }

    // A zonal harmonic about a random axis is a spherical harmonic of its order. Its mean square over the sphere is 1 / (2 l + 1).
    private static (Vector3d[], double[]) Rough(double roughness, RandomStream random)
    {
        var axes = new Vector3d[12];
        double[] weights = new double[axes.Length];
        for (int i = 0; i < axes.Length; i++)
        {
            axes[i] = random.Direction();
            weights[i] = random.Normal() * roughness * Math.Sqrt((2 * (2 + i % 4) + 1) / (double)axes.Length);
        }
        return (axes, weights);
    }

    private static double Legendre(int order, double x)
    {
        double square = x * x;
        return order switch
        {
            2 => (3 * square - 1) / 2,
            3 => x * (5 * square - 3) / 2,
            4 => ((35 * square - 30) * square + 3) / 8,
            _ => x * ((63 * square - 70) * square + 15) / 8,
        };
    }
}
