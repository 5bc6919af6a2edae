using Interphase.Descriptions;
using Interphase.Numerics;

namespace Interphase.Microstructure;

/// <summary>What a composite electrode is to be generated from. The box closes on itself along every axis.</summary>
public sealed record CompositeRecipe
{
    /// <summary>The largest share of active material that is tried: random packings of equal spheres end at 0.64, and pressed ones overlap a little.</summary>
    public const double MostActive = 0.65;

    /// <summary>Voxels across a particle or grain below which its shape is noise.</summary>
    public const double FewestAcross = 2;

    private const double Tolerance = 1e-6;

    /// <summary>Voxels along each axis.</summary>
    public required GridShape Shape { get; init; }

    /// <summary>Edge of a voxel, m, &gt; 0.</summary>
    public required double VoxelSize { get; init; }

    /// <summary>Shares of the volume; their sum is 1.</summary>
    public required CompositeShares Shares { get; init; }

    /// <summary>Sizes of the particles of active material.</summary>
    public required ParticleSizes Particles { get; init; }

    /// <summary>Their shape.</summary>
    public ParticleShape ParticleShape { get; init; } = ParticleShape.Sphere;

    /// <summary>Standard deviation of the surface of polycrystals, in radii, 0 to 0.2. 0.05 is assumed: secondary particles look round, with primary grains of about a tenth of their size.</summary>
    public double Roughness { get; init; } = 0.05;

    /// <summary>By how much two particles may overlap, as a share of the sum of their radii, 0.001 to 0.2. 0.02 is assumed for contacts that pressing has flattened.</summary>
    public double AllowedOverlap { get; init; } = 0.02;

    /// <summary>Diameter of a sphere with the mean volume of an electrolyte grain, m.</summary>
    public required double GrainSize { get; init; }

    /// <summary>Geometric standard deviation of the radii of the grains' seeds, 1 to 2. 1.3 is assumed; 1 gives Voronoi cells, whose volumes scatter already.</summary>
    public double GrainSpread { get; init; } = 1.3;

    /// <summary>Width of a pore, m; the size of an electrolyte grain where it is null, since pores are what grains leave between them.</summary>
    public double? PoreSize { get; init; }

    /// <summary>How strongly pores seek the surfaces of the active material: 0 not at all, 1 as an even layer on them. 0.5 is assumed.</summary>
    public double PorePreference { get; init; } = 0.5;

    /// <summary>What the carbon is; null without carbon.</summary>
    public CarbonForm? Carbon { get; init; }

    /// <summary>Another seed is another sample of the same recipe.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>The shortest edge of the box, m.</summary>
    public double ShortestEdge => Math.Min(Shape.X, Math.Min(Shape.Y, Shape.Z)) * VoxelSize;

    /// <summary>Tells what in the recipe cannot be made.</summary>
    /// <param name="place">Where the recipe stands.</param>
    /// <param name="problems">Is given what is wrong.</param>
    public void Check(Place place, Problems problems)
    {
        int before = problems.Count;
        if (Shape.X < 4 || Shape.Y < 4 || Shape.Z < 4) problems.Add(place, "box", $"{Shape} voxels", "at least 4 along each axis");
        else if ((double)Shape.X * Shape.Y * Shape.Z > Array.MaxLength / 3) problems.Add(place, "box", $"{Shape} voxels", $"at most {Array.MaxLength / 3} in all", "take fewer or larger voxels");
        Within("voxelSize", VoxelSize, double.Epsilon, 1, "m");
        CheckShares(place, problems);
        Within("roughness", Roughness, 0, 0.2, "radii");
        Within("allowedOverlap", AllowedOverlap, 0.001, 0.2, "of the sum of the radii");
        Within("grainSpread", GrainSpread, 1, 2, "");
        Within("porePreference", PorePreference, 0, 1, "");
        if (problems.Count > before) return;
        if (Shares.Active > 0) CheckParticles(place, problems);
        if (Shares.Electrolyte > 0) Resolved("electrolyte.grainSize", GrainSize);
        if (Shares.Void > 0 && PoreSize is { } pore) Resolved("void.poreSize", pore);
        if (Shares.Carbon > 0) Carbon?.Check(this, place, problems);

        void Within(string name, double value, double least, double most, string unit)
        {
            if (!(value >= least && value <= most)) problems.Add(place, name, $"{value:g6} {unit}".TrimEnd(), least == double.Epsilon ? $"above 0 and at most {most:g3} {unit}".TrimEnd() : $"{least:g3} to {most:g3} {unit}".TrimEnd());
        }

        void Resolved(string name, double size)
        {
            if (!(size >= FewestAcross * VoxelSize * (1 - 1e-9))) problems.Add(place, name, Micrometres(size), $"at least {FewestAcross} voxels, {Micrometres(FewestAcross * VoxelSize)}", "take smaller voxels");
            else if (!(size <= ShortestEdge)) problems.Add(place, name, Micrometres(size), $"at most the box, {Micrometres(ShortestEdge)}", "enlarge the box");
        }
    }

    /// <summary>A length as messages tell it.</summary>
    internal static string Micrometres(double length) => $"{length * 1e6:g4} um";

    private void CheckShares(Place place, Problems problems)
    {
        foreach ((string name, double share) in new[] { ("active", Shares.Active), ("electrolyte", Shares.Electrolyte), ("carbon", Shares.Carbon), ("void", Shares.Void) })
            if (!(share >= 0 && share <= 1)) problems.Add(place, $"shares.{name}", $"{share:g6}", "0 to 1");
        if (!(Math.Abs(Shares.Sum - 1) <= Tolerance)) problems.Add(place, "shares", $"a sum of {Shares.Sum:g6}", "a sum of 1", "what is left of the solids is void");
        if (Shares.Active > MostActive) problems.Add(place, "shares.active", $"{Shares.Active:g4}", $"at most {MostActive}: round particles pack no denser", "lower the share of active material");
        if (Shares.Carbon > 0 && Carbon is null) problems.Add(place, "carbon", $"a share of {Shares.Carbon:g4} without a form", "fibres, tubes or nano-carbon", "say what the carbon is, or give it no share");
    }

    private void CheckParticles(Place place, Problems problems)
    {
        if (!(Particles.Median > 0 && double.IsFinite(Particles.Median) && Particles.Spread is >= 1 and <= 4) || Particles.Classes.Any(size => !(size.Diameter > 0 && size.Share > 0 && double.IsFinite(size.Share))))
            problems.Add(place, "particles", $"median {Particles.Median:g4} m, spread {Particles.Spread:g4}", "diameters and shares above 0, and a geometric spread of 1 to 4");
        else if (Particles.Largest > ShortestEdge)
            problems.Add(place, "particles", $"particles up to {Micrometres(Particles.Largest)}", $"particles smaller than the box, {Micrometres(ShortestEdge)}", "enlarge the box or narrow the distribution");
        else if (Particles.Median < 2 * FewestAcross * VoxelSize)
            problems.Add(place, "particles", $"a median of {Micrometres(Particles.Median)}", $"at least {2 * FewestAcross} voxels, {Micrometres(2 * FewestAcross * VoxelSize)}", "take smaller voxels");
        else
        {
            double largest = Particles.Largest, volume = Shares.Active * Shape.Count * VoxelSize * VoxelSize * VoxelSize;
            if (volume < Math.PI / 6 * largest * largest * largest)
                problems.Add(place, "box", $"room for {Micrometres(PortableMath.Cbrt(volume * 6 / Math.PI))} of active material in one particle", $"room for the largest, {Micrometres(largest)}", "enlarge the box");
        }
    }
}
