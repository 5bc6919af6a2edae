using System.Collections.Immutable;
using Interphase.Descriptions;
using Interphase.Materials;
using Interphase.Microstructure;
using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>How the composite of a cell file is arranged: the recipe of its shares, sizes and carbon, and what its materials conduct.</summary>
/// <param name="Recipe">What is generated.</param>
/// <param name="Conductivities">Of the materials, S/m, at the temperature for which they are given.</param>
/// <param name="Carbon">What the carbon is called; empty without.</param>
/// <param name="Assumptions">What the file does not tell and was assumed, with its reason.</param>
public sealed record StructurePlan(CompositeRecipe Recipe, CompositeConductivities Conductivities, string Carbon, ImmutableArray<string> Assumptions)
{
    // Reasons stand with the assumptions that they are told with.
    private const double UsualSpread = 1.4, GrainDiameter = 6e-7, StiffnessInDiameters = 100;

    /// <summary>Diameter of the electrolyte's grains that was asked for whatever the cell file says, m; null where the file or the material tells.</summary>
    public double? GivenGrain { get; init; }

    /// <summary>The plan of an electrode.</summary>
    /// <param name="reading">The cell file.</param>
    /// <param name="electrode">Its section: cathode or anode.</param>
    /// <param name="voxels">Voxels along each edge of the box.</param>
    /// <param name="voxel">Edge of a voxel, m.</param>
    /// <param name="grain">Diameter of the electrolyte's grains, m; null for what the file or the material tells.</param>
    /// <param name="seed">Another seed is another sample.</param>
    /// <param name="problems">Is given what is wrong.</param>
    /// <returns>Null after a problem.</returns>
    public static StructurePlan? Of(CellReading reading, string electrode, int voxels, double voxel, double? grain, ulong seed, Problems problems)
    {
        if (reading is not { Description: { } description, Design: { } design }) return null;
        return Of(description.Within(electrode), electrode == CellSections.Cathode ? design.Cathode : design.Anode, new Place(reading.File), electrode, voxels, voxel, grain, seed, problems);
    }

    internal static StructurePlan? Of(Description? section, CompositeDesign? composite, Place file, string electrode, int voxels, double voxel, double? grain, ulong seed, Problems problems)
    {
        if (composite is null || section?.Within(CellSections.Active) is not { } active || section.Within(CellSections.Electrolyte) is not { } electrolyte)
        {
            problems.Add(section?.Place ?? file, electrode, "no composite with active material and electrolyte", "a composite", "name the electrode with --electrode");
            return null;
        }
        var assumptions = ImmutableArray.CreateBuilder<string>();
        double Share(string role) => composite.Components.Where(component => component.Role == role || component.Role.StartsWith(role + ".", StringComparison.Ordinal)).Sum(component => component.VolumeFraction);
        (double cam, double se, double black) = (Share(CellSections.Active), Share(CellSections.Electrolyte), Share(CellSections.Carbon));
        double others = composite.Components.Sum(component => component.VolumeFraction) - cam - se - black;
        if (others > 1e-9) assumptions.Add($"{100 * others:0.#} vol% of other solids count as void: they conduct neither");
        if (Sizes(active, problems, assumptions) is not { } sizes) return null;
        double grains = grain ?? electrolyte.Get(MaterialFields.GrainSize)?.Value.Si ?? GrainDiameter;
        if (grain is null && electrolyte.Get(MaterialFields.GrainSize) is null) assumptions.Add("electrolyte grains of 0.6 um: several hundred nanometres are printed for fine Li6PS5Cl (wang2026, S2)");
        CarbonForm? form = null;
        string name = "";
        if (black > 0)
        {
            Description carbon = section.Within(CellSections.Carbon)!;
            name = composite.Components.First(component => component.Role == CellSections.Carbon).Material;
            form = Form(carbon, assumptions, problems);
            if (form is null) return null;
        }
        var recipe = new CompositeRecipe
        {
            Shape = new GridShape(voxels, voxels, voxels),
            VoxelSize = voxel,
            Shares = new CompositeShares(cam, se, black, 1 - cam - se - black),
            Particles = sizes,
            GrainSize = grains,
            Carbon = form,
            Seed = seed,
        };
        assumptions.Add(ReferenceConductivities);
        if (active.Get(MaterialFields.ElectronicConductivity)?.Value is { Constant: null }) assumptions.Add("the active material conducts what it does at y = 0.5");
        double? ionic = Value(electrolyte, MaterialFields.IonicConductivity), electronic = Value(active, MaterialFields.ElectronicConductivity), along = black > 0 ? Value(section.Within(CellSections.Carbon)!, MaterialFields.ElectronicConductivity) : 0;
        if (ionic is null) problems.Add(electrolyte.Place, electrolyte.PathOf(MaterialFields.IonicConductivity), "nothing", "what the electrolyte conducts", "write `ionicConductivity: 2 mS/cm`");
        if (electronic is null) assumptions.Add("the active material conducts no electrons: its conductivity is not given");
        if (along is null) problems.Add(section.Place, $"{electrode}.carbon.electronicConductivity", "nothing", "what the carbon conducts", "write `electronicConductivity: 100 S/cm`");
        return problems.Count > 0 ? null : new StructurePlan(recipe, new CompositeConductivities { Active = electronic ?? 0, Electrolyte = ionic!.Value, Carbon = along ?? 0 }, name, assumptions.ToImmutable())
        {
            GivenGrain = grain,
        };
    }

    private const string ReferenceConductivities =
        "conductivities of the materials at the temperatures for which they are given: a cell that cites the result takes the ratio of effective to own conductivity, and its own conductivities at its own temperature and lithium content";

    // A property of one value, or the middle of a curve over lithium contents.
    private static double? Value(Description section, PropertyField field)
    {
        if (section.Get(field)?.Value is not { } property) return null;
        return property.Constant?.Si ?? (property.TryCurve(out Curve? curve, out _) ? curve!.Value(0.5) : null);
    }

    private static ParticleSizes? Sizes(Description active, Problems problems, ImmutableArray<string>.Builder assumptions)
    {
        if (active.All(CellSections.Sizes) is { Count: > 0 } classes)
            return ParticleSizes.Of([.. classes.Select(each => new SizeClass(2 * each.Get(ElectrodeFields.Radius)!.Value.Si, each.Get(ElectrodeFields.ClassShare)!.Value.Si))]);
        if (active.Get(ElectrodeFields.Radius) is not { } radius)
        {
            problems.Add(active.Place, active.PathOf(ElectrodeFields.Radius), "nothing", "the radius of its particles", "write `radius: 2 um`");
            return null;
        }
        assumptions.Add($"particle diameters lognormal about twice the radius, geometric spread {UsualSpread}: one radius is given, and powders are not of one size");
        return ParticleSizes.Lognormal(2 * radius.Value.Si, UsualSpread);
    }

    private static CarbonForm? Form(Description carbon, ImmutableArray<string>.Builder assumptions, Problems problems)
    {
        double? diameter = carbon.Get(MaterialFields.Diameter)?.Value.Si, length = carbon.Get(MaterialFields.Length)?.Value.Si;
        if (diameter is { } thick && length is { } far && far > thick)
        {
            assumptions.Add($"fibres forget their direction over {StiffnessInDiameters:0} diameters: their stiffness is not given");
            return new Fibres { Diameter = thick, Aspect = far / thick, PersistenceLength = StiffnessInDiameters * thick };
        }
        if (carbon.Get(MaterialFields.BetArea)?.Value.Si is not { } area || carbon.Get(MaterialFields.Density)?.Value.Si is not { } density)
        {
            problems.Add(carbon.Place, carbon.Path, "neither a length of fibres nor an area by mass with a density", "`diameter` and `length`, or `betArea` and `density`", "");
            return null;
        }
        return new NanoCarbon { BetArea = area, Density = density, AccessibleShare = carbon.Get(MaterialFields.AccessibleFraction)?.Value.Si ?? 1 };
    }
}
