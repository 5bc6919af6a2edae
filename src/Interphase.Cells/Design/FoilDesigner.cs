using Interphase.Descriptions;
using Interphase.Materials;

namespace Interphase.Cells;

/// <summary>Completes a foil electrode: what it weighs, holds and can still take up.</summary>
internal sealed class FoilDesigner(Description foil, double area, Problems problems, List<Remark> remarks)
{
    /// <summary>The foil; null after a problem.</summary>
    public FoilDesign? Design()
    {
        string name = foil.Get(ElectrodeFields.Material)?.Value ?? "foil";
        if (foil.Get(MaterialFields.Potential) is not { } potential)
        {
            problems.Add(foil.Place, foil.PathOf(MaterialFields.Potential), "nothing", "the flat potential against lithium", "name a material of the library, such as `Li-In`");
            return null;
        }
        return foil.Get(MaterialFields.Host) is { } host ? Alloy(name, potential.Value.Si, host.Value) : Metal(name, potential.Value.Si);
    }

    private FoilDesign? Metal(string name, double potential)
    {
        double? density = foil.Get(MaterialFields.Density)?.Value.Si;
        double? thickness = foil.Get(ElectrodeFields.FoilThickness)?.Value.Si, mass = foil.Get(ElectrodeFields.FoilMass)?.Value.Si / area;
        if (mass is { } weight && thickness * density is { } made && !Agree(ElectrodeFields.FoilMass, Measures.Mass, weight * area, made * area, "thickness and density")) return null;
        if (mass is null && thickness * density is { } heavy) foil.Complete(ElectrodeFields.FoilMass, (mass = heavy).Value * area, "thickness and density");
        if (thickness is null && mass / density is { } thick) foil.Complete(ElectrodeFields.FoilThickness, (thickness = thick).Value, "mass, area and density");
        Derived kilograms = Known(mass, "give its thickness or mass");
        return new FoilDesign(name, potential, Known(thickness, "give its thickness or mass"), kilograms, Derived.None("lithium plates without limit"), kilograms.Then(each => each / Lithium.MassPerCharge));
    }

    private FoilDesign? Alloy(string name, double potential, ChemicalFormula host)
    {
        double? density = foil.Get(MaterialFields.Density)?.Value.Si, capacity = foil.Get(MaterialFields.SpecificCapacity)?.Value.Si;
        double? thickness = foil.Get(ElectrodeFields.FoilThickness)?.Value.Si, mass = foil.Get(ElectrodeFields.FoilMass)?.Value.Si / area;
        double? charged = foil.Get(ElectrodeFields.Prelithiation)?.Value.Si / area, ratio = foil.Get(ElectrodeFields.LithiumRatio)?.Value.Si;
        double start = foil.Get(MaterialFields.PlateauStart)?.Value.Si ?? 0, end = foil.Get(MaterialFields.PlateauEnd)?.Value.Si ?? 1;
        if (!(start < end))
        {
            problems.Add(foil.PlaceOf(MaterialFields.PlateauEnd), foil.PathOf(MaterialFields.PlateauEnd), $"a plateau from {start} to {end}", "an end above its start", "check plateauStart and plateauEnd");
            return null;
        }
        // Charge per mass of host at one lithium per host atom, C/kg.
        double perAtom = Lithium.Faraday / host.MolarMass * host.Atoms;

        double? hostMass = thickness * density;
        if (hostMass is null && mass is { } total)
        {
            hostMass = charged is { } charge ? total - charge * Lithium.MassPerCharge : total / (1 + (ratio ?? 0) * perAtom * Lithium.MassPerCharge);
            if (!(hostMass > 0))
            {
                problems.Add(foil.PlaceOf(ElectrodeFields.FoilMass), foil.PathOf(ElectrodeFields.FoilMass), $"`{foil.Get(ElectrodeFields.FoilMass)!.Value}`", "more than the lithium put into it", "the mass is that of the host with its lithium");
                return null;
            }
            if (density is { } solid) foil.Complete(ElectrodeFields.FoilThickness, (thickness = hostMass / solid).Value, "mass, lithium, area and density");
        }
        double? held = charged ?? (ratio is { } filled ? hostMass * perAtom * filled : 0);
        if (charged is { } put && ratio * perAtom * hostMass is { } counted && !Agree(ElectrodeFields.Prelithiation, Measures.Charge, put * area, counted * area, "the host's mass and lithiumRatio")) return null;
        if (mass is { } weighed && hostMass + held * Lithium.MassPerCharge is { } made && !Agree(ElectrodeFields.FoilMass, Measures.Mass, weighed * area, made * area, "thickness, density and lithium")) return null;
        if (!foil.Has(ElectrodeFields.PlateauCapacity) && hostMass * capacity is { } whole) foil.Complete(ElectrodeFields.PlateauCapacity, whole * area, "the host's mass and its specific capacity");
        if (mass is null && hostMass + held * Lithium.MassPerCharge is { } heavy) foil.Complete(ElectrodeFields.FoilMass, (mass = heavy).Value * area, "thickness, density and lithium");

        // The plateau's capacity is counted from the bare host, as it is measured, and so is the lithium that is held.
        Derived plateau = Known(foil.Get(ElectrodeFields.PlateauCapacity)?.Value.Si / area, "give thickness, mass or plateauCapacity");
        Derived taken = held is { } known ? known : ratio is { } share ? plateau.Then(all => all * share / end) : 0;
        Derived remaining = Derived.Of(plateau, taken, (all, used) => Math.Max(0, all - used));
        return new FoilDesign(name, potential, Known(thickness, "give its thickness"), Known(mass, "give its thickness or mass"), remaining, taken);
    }

    // Two ways to one figure: within the tolerance the written one stands, with a remark.
    private bool Agree(QuantityField field, Measure measure, double written, double made, string from)
    {
        double off = written / made - 1;
        if (!(Math.Abs(off) <= CompositeDesigner.Tolerance) && written != made)
        {
            problems.Add(
                foil.PlaceOf(field), foil.PathOf(field), $"`{foil.Get(field)!.Value}`", $"the {measure.Show(made, 4)} that {from} make, within {CompositeDesigner.Tolerance * 100} %",
                double.IsFinite(off) ? $"they disagree by {off * 100:+0.#;-0.#} %; leave one out" : "leave one out");
            return false;
        }
        if (Math.Abs(off) > 1e-3) remarks.Add(new Remark(foil.PathOf(field), $"{from} make {measure.Show(made, 4)}; {foil.Get(field)!.Value with { Spread = null }} is {off * 100:+0.#;-0.#} % off, within {CompositeDesigner.Tolerance * 100} %, and stands", foil.PlaceOf(field)));
        return true;
    }

    private static Derived Known(double? value, string otherwise) => value is { } known ? known : Derived.None(otherwise);
}
