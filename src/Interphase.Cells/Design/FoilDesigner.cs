using Interphase.Descriptions;
using Interphase.Materials;

namespace Interphase.Cells;

/// <summary>Completes a foil electrode: what it weighs, holds and can still take up.</summary>
internal sealed class FoilDesigner(Description foil, double area, Problems problems)
{
    private const double Faraday = 96485.33212;
    private const double LithiumMolarMass = 6.94e-3;

    /// <summary>The foil; null after a problem.</summary>
    public FoilDesign? Design()
    {
        string name = foil.Get(ElectrodeFields.Material)?.Value ?? "foil";
        if (foil.Get(MaterialFields.Potential) is not { } potential)
        {
            problems.Add(foil.Place, foil.PathOf(MaterialFields.Potential), "nothing", "the flat potential against lithium", "name a material of the library, such as `Li-In`");
            return null;
        }
        double? density = foil.Get(MaterialFields.Density)?.Value.Si, capacity = foil.Get(MaterialFields.SpecificCapacity)?.Value.Si;
        double? thickness = foil.Get(ElectrodeFields.FoilThickness)?.Value.Si, mass = foil.Get(ElectrodeFields.FoilMass)?.Value.Si / area;
        bool isLithium = foil.Get(MaterialFields.Host) is null;
        if (isLithium)
        {
            if (!Agree(mass, thickness * density)) return null;
            if (mass is null && thickness is { } l && density is { } rho) mass = l * rho;
            if (thickness is null && mass is { } m && density is { } solid) thickness = m / solid;
            Derived weight = Known(mass, "give its thickness or mass");
            return new FoilDesign(name, potential.Value.Si, Known(thickness, "give its thickness or mass"), weight, Derived.None("lithium plates without limit"), weight.Then(kilograms => kilograms / LithiumMolarMass * Faraday));
        }

        ChemicalFormula host = foil.Get(MaterialFields.Host)!.Value;
        double start = foil.Get(MaterialFields.PlateauStart)?.Value.Si ?? 0, end = foil.Get(MaterialFields.PlateauEnd)?.Value.Si ?? 1;
        if (!(start < end))
        {
            problems.Add(foil.PlaceOf(MaterialFields.PlateauEnd), foil.PathOf(MaterialFields.PlateauEnd), $"a plateau from {start} to {end}", "an end above its start", "check plateauStart and plateauEnd");
            return null;
        }
        double? hostMass = thickness * density;
        double perAtom = Faraday / host.MolarMass * host.Atoms;
        double? held = foil.Get(ElectrodeFields.Prelithiation) is { } charged ? charged.Value.Si / area
            : foil.Get(ElectrodeFields.LithiumRatio) is { } ratio ? hostMass * perAtom * ratio.Value.Si : 0;
        if (!Agree(mass, hostMass + held / Faraday * LithiumMolarMass)) return null;
        if (hostMass is null && mass is { } total && held is { } lithium) hostMass = total - lithium / Faraday * LithiumMolarMass;
        if (hostMass is <= 0)
        {
            problems.Add(foil.PlaceOf(ElectrodeFields.FoilMass), foil.PathOf(ElectrodeFields.FoilMass), $"`{foil.Get(ElectrodeFields.FoilMass)!.Value}`", $"more than the {Measures.Mass.Show((held!.Value / Faraday * LithiumMolarMass) * area, 4)} of lithium in it", "a foil's mass is counted with its lithium");
            return null;
        }
        if (foil.Get(ElectrodeFields.PlateauCapacity) is null && hostMass is { } weightOfHost && capacity is { } specific
            && !Completion.Set(foil, ElectrodeFields.PlateauCapacity, Measures.Charge, weightOfHost * specific * area, "the host's mass and its specific capacity", problems)) return null;
        Derived plateau = Known(foil.Get(ElectrodeFields.PlateauCapacity)?.Value.Si / area, "give thickness, mass or plateauCapacity");
        // The plateau's capacity is counted from the bare host, as it is measured.
        Derived remaining = foil.Get(ElectrodeFields.LithiumRatio) is { } filled && foil.Get(ElectrodeFields.Prelithiation) is null
            ? plateau.Then(whole => whole * Math.Clamp((end - filled.Value.Si) / (end - start), 0, 1))
            : Derived.Of(plateau, Known(held, "give prelithiation or lithiumRatio"), (whole, taken) => Math.Max(0, whole - taken));
        mass ??= hostMass + held / Faraday * LithiumMolarMass;
        if (mass is { } complete && foil.Get(ElectrodeFields.FoilMass) is null && !Completion.Set(foil, ElectrodeFields.FoilMass, Measures.Mass, complete * area, "thickness, density and lithium", problems)) return null;
        return new FoilDesign(name, potential.Value.Si, Known(thickness, "give its thickness"), Known(mass, "give its thickness or mass"), remaining, Known(held, "give prelithiation or lithiumRatio"));
    }

    private bool Agree(double? mass, double? made)
    {
        if (mass is not { } given || made is not { } expected || Math.Abs(given / expected - 1) <= CompositeDesigner.Tolerance) return true;
        problems.Add(
            foil.PlaceOf(ElectrodeFields.FoilMass), foil.PathOf(ElectrodeFields.FoilMass), $"`{foil.Get(ElectrodeFields.FoilMass)!.Value}`",
            $"{Measures.Mass.Show(expected * area, 4)} within {CompositeDesigner.Tolerance * 100} %, from thickness, density and lithium", "leave mass or thickness out");
        return false;
    }

    private static Derived Known(double? value, string otherwise) => value is { } known ? known : Derived.None(otherwise);
}
