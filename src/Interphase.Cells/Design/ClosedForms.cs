using Interphase.Descriptions;
using Interphase.Materials;

namespace Interphase.Cells;

/// <summary>What shares, sizes and areas by mass let expect of a composite whose arrangement nobody knows. docs/physics.md (30), (31), (33), (99) to (101).</summary>
internal static class ClosedForms
{
    // Electrolyte fills what spheres leave: the threshold and the exponent of the space between overlapping spheres. Particles touch from a threshold on that carries the square law through what was
    // measured at 42 vol%. Rods meet from 0.7 over their aspect on; how carbon gathers on particles is unknown, and its exponent assumed.
    private const double IonicThreshold = 0.03, IonicExponent = 2.5, ParticleThreshold = 0.238, ParticleExponent = 2, RodThreshold = 0.7, CarbonExponent = 1.5;

    /// <summary>Why the electrolyte's conductivity is taken as it is.</summary>
    public static string IonicReason =>
        $"assumed: effective medium (30), its electrolyte's times [(share - {IonicThreshold}) / {1 - IonicThreshold}]^{IonicExponent}, the space between overlapping spheres; it passes between minnmann2021 and ketter2025";

    /// <summary>Why the conductors' conductivities are taken as they are.</summary>
    public static string ElectronicReason =>
        $"assumed: effective medium (31), the sum over its conductors; of particles' [(share - {ParticleThreshold}) / {1 - ParticleThreshold}]^{ParticleExponent} (minnmann2021, 42 vol%), of a carbon's ^{CarbonExponent}, from 0.7 over the aspect of fibres on";

    /// <summary>What is left of the electrolyte's own conductivity.</summary>
    public static double IonicFactor(double share) => Percolating(share, IonicThreshold, IonicExponent);

    /// <summary>What is left of the conductivity of particles that touch.</summary>
    public static double ParticleFactor(double share) => Percolating(share, ParticleThreshold, ParticleExponent);

    /// <summary>What is left of a carbon's own conductivity.</summary>
    public static double CarbonFactor(double share, Description carbon) =>
        Percolating(share, carbon.Get(MaterialFields.Diameter)?.Value.Si is { } across && carbon.Get(MaterialFields.Length)?.Value.Si is { } length && length > across ? RodThreshold * across / length : 0, CarbonExponent);

    /// <summary>Surface of the particles, as spheres, 1/m.</summary>
    public static Derived ParticleArea(Description? active, CompositeDesign design)
    {
        if (active is null) return Derived.None("there is no active material");
        double fraction = design.ActiveFraction;
        if (active.All(CellSections.Sizes) is { Count: > 0 } sizes)
            return sizes.Sum(each => 3 * fraction * (each.Get(ElectrodeFields.ClassShare)?.Value.Si ?? double.NaN) / (each.Get(ElectrodeFields.Radius)?.Value.Si ?? double.NaN));
        return active.Get(ElectrodeFields.Radius) is { } radius ? 3 * fraction / radius.Value.Si : Derived.None("the radius of the particles is not known");
    }

    /// <summary>Surface between carbon and electrolyte, 1/m.</summary>
    public static Derived CarbonArea(Description? carbon, CompositeDesign design) =>
        carbon is null ? Derived.None("there is no carbon")
        : carbon.Get(MaterialFields.BetArea)?.Value.Si is { } area && carbon.Get(MaterialFields.Density)?.Value.Si is { } density
            ? area * density * design.Share(CellSections.Carbon) * (carbon.Get(MaterialFields.AccessibleFraction)?.Value.Si ?? 1)
            : Derived.None("the carbon's area by mass or its density is not known");

    /// <summary>Surface between active material and carbon, 1/m: neighbours as they come.</summary>
    public static Derived ActiveCarbonArea(Derived particles, CompositeDesign design)
    {
        double carbon = design.Share(CellSections.Carbon), around = 1 - design.ActiveFraction;
        return carbon == 0 ? 0 : particles.Then(area => area * carbon / around);
    }

    /// <summary>Length of the lines where all three meet, 1/m2.</summary>
    public static Derived TripleLine(Derived activeElectrolyte, Derived carbonElectrolyte) => Derived.Of(activeElectrolyte, carbonElectrolyte, (a, c) => Math.PI / 4 * a * c);

    private static double Percolating(double share, double threshold, double exponent) => share <= threshold ? 0 : Math.Pow((share - threshold) / (1 - threshold), exponent);
}
