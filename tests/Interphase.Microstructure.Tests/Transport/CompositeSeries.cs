using Interphase.Numerics;

namespace Interphase.Microstructure.Tests;

/// <summary>
/// NCM83 in Li6PS5Cl as granules in a pressed powder, at some voxels per granule: two numbers fixed on 40 vol% with the same voxels and samples, the rest predicted. docs/structure-validation.md.
/// </summary>
/// <param name="voxels">Per granule.</param>
/// <param name="granules">Along an edge of the box.</param>
/// <param name="samples">How many; the same granules lie in a box of any voxels.</param>
internal sealed class CompositeSeries(int voxels, int granules, int samples)
{
    // As measured on the pellets of either powder, mS/cm and relative.
    public const double Ionic = 2.334, Electronic = 5.221, ElectrolyteDensity = 0.8787, ActiveDensity = 0.7076;

    // um
    private const double Granule = 20, Particle = 2;

    // By how much particles sink into granules (um): what is fixed lies between these two or not far outside, where logarithms of conductivities are straight.
    private const double Least = 0.3, Most = 0.5;

    // As measured at 40 vol%, mS/cm.
    private const double IonicAtForty = 0.3300, ElectronicAtForty = 0.2086;

    private readonly Dictionary<(double Active, bool Ions, bool Deep), double[]> known = [];

    /// <summary>Voxels per granule.</summary>
    public int Voxels => voxels;

    /// <summary>Granules along an edge of the box.</summary>
    public int Granules => granules;

    /// <summary>Relative densities as measured, by share of active material among the solids.</summary>
    public static IReadOnlyDictionary<double, double> Densities { get; } = new Dictionary<double, double> { [0.2] = 0.844, [0.4] = 0.788, [0.6] = 0.776, [0.8] = 0.747 };

    /// <summary>Share of the electrolyte with its own pores, beside the active material with its own.</summary>
    public static double Share(double active)
    {
        double first = (1 - active) * Densities[active] / ElectrolyteDensity, second = active * Densities[active] / ActiveDensity;
        return first / (first + second);
    }

    /// <summary>By how much particles sink into granules, um, and what contacts beside electrolyte conduct of those in the pellet.</summary>
    /// <param name="without">A sample that is left out; none if below 0.</param>
    public (double Sunk, double Contacts) Fixed(int without = -1)
    {
        double depth = Depth(without);
        return (Least + (Most - Least) * depth, ElectronicAtForty / Electronic / At(0.4, false, depth, without));
    }

    /// <summary>A conductivity, mS/cm.</summary>
    /// <param name="active">Share of active material.</param>
    /// <param name="ions">Whether of ions; else of electrons.</param>
    /// <param name="without">A sample that is left out; none if below 0.</param>
    public double Predicted(double active, bool ions, int without = -1)
    {
        (double _, double contacts) = Fixed(without);
        return At(active, ions, Depth(without), without) * (ions ? Ionic : Electronic * contacts);
    }

    private double Depth(int without)
    {
        double least = Mean(0.4, true, false, without), most = Mean(0.4, true, true, without);
        return (Math.Log(IonicAtForty / Ionic) - Math.Log(least)) / (Math.Log(most) - Math.Log(least));
    }

    private double At(double active, bool ions, double depth, int without)
    {
        double least = Mean(active, ions, false, without), most = Mean(active, ions, true, without);
        return least > 0 && most > 0 ? least * Math.Pow(most / least, depth) : 0;
    }

    private double Mean(double active, bool ions, bool deep, int without)
    {
        if (!known.TryGetValue((active, ions, deep), out double[]? each)) known[(active, ions, deep)] = each = [.. Enumerable.Range(1, samples).Select(seed => Sample(Share(active), ions, deep ? Most : Least, (ulong)seed))];
        return each.Where((_, i) => i != without).Average();
    }

    /// <summary>What granules that lost what is sunk conduct of ions, or the powder that begins a particle outside of that of electrons, as a share of what either does alone.</summary>
    /// <param name="share">Of the granules before that, by volume.</param>
    /// <param name="ions">Whether of ions; else of electrons.</param>
    /// <param name="sunk">um</param>
    /// <param name="seed">Which sample.</param>
    public double Sample(double share, bool ions, double sunk, ulong seed)
    {
        // The same granules with all surfaces moved: overlapping spheres leave (1 - share)^(d'/d)^3.
        double diameter = Granule + 2 * (ions ? -sunk : Particle - sunk), left = Math.Pow(1 - share, Math.Pow(diameter / Granule, 3));
        int edge = voxels * granules;
        VoxelImage image = OverlappingSpheres.Generate(new GridShape(edge, edge, edge), 1 - left, diameter * voxels / Granule, seed, 2);
        return EffectiveConductivity.Of(image, new Dictionary<byte, double> { [(byte)(ions ? 1 : 0)] = 1 }, new Transport { Sides = Sides.Periodic, Tolerance = 3e-3, Threads = 2 }).Value;
    }
}
