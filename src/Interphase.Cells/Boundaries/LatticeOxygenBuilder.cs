using Interphase.Descriptions;
using Interphase.Materials;

namespace Interphase.Cells;

/// <summary>Makes what the equations know of an oxide's oxygen from what a cell file says of it.</summary>
internal static class LatticeOxygenBuilder
{
    private const double UsualSupplyExponent = 3.7;

    /// <summary>The coefficients; null after problems.</summary>
    public static LatticeOxygenCoefficients? Build(Description section, BoundarySite site)
    {
        Problems problems = site.Problems;
        int before = problems.Count;
        if (section.Get(LatticeOxygenFields.Growth) is not { } growth)
        {
            problems.Add(section.Place, section.PathOf(LatticeOxygenFields.Growth), "nothing", "how fast the shell grows", "write `growth: 1 nm/h`, per shortage of lithium at the surface");
            return null;
        }
        if (site.Electrode.Within(CellSections.Active) is not { } active)
        {
            problems.Add(section.Place, section.Path, "no active material that could give oxygen off", "a composite with an `active`", "leave the section out where there is none");
            return null;
        }
        if (section.Get(LatticeOxygenFields.Onset)?.Value.Si is not { } onset)
        {
            problems.Add(section.Place, section.PathOf(LatticeOxygenFields.Onset), "nothing", "the lithium content below which oxygen is given off", "write `onset: 0.45`");
            return null;
        }
        double released = section.GetOrDefault(LatticeOxygenFields.Released, new Quantity(1, Unit.One), "assumed: one atom of each formula unit").Si, oxygen = 0, uses = 0, lithium = 0;
        double perOxygen = section.GetOrDefault(LatticeOxygenFields.PerOxygen, new Quantity(0, Unit.One), "the electrolyte is left alone").Si;
        if (active.Get(MaterialFields.Formula)?.Value is not { } oxide || active.Get(MaterialFields.Density)?.Value.Si is not { } density)
            problems.Add(active.Place, active.PathOf(MaterialFields.Formula), "nothing", "a formula and a density: they say how much oxygen there is", "name a material of the library, or write both");
        else if (released > oxide.Amount("O").ToDouble() + 1e-9)
            problems.Add(section.PlaceOf(LatticeOxygenFields.Released), section.PathOf(LatticeOxygenFields.Released), $"{released:0.###} atoms", $"at most the oxygen of {oxide}", "give what a formula unit loses");
        else oxygen = released * density / oxide.MolarMass;
        bool isCounted = site.Electrode.Within(OxidationFields.Section) is not null;
        double exponent = isCounted || perOxygen == 0 ? 0 : section.GetOrDefault(LatticeOxygenFields.SupplyExponent, new Quantity(UsualSupplyExponent, Unit.One), "assumed: as for `oxidation`").Si;
        if (isCounted && section.Get(LatticeOxygenFields.SupplyExponent) is not null)
            problems.Add(section.PlaceOf(LatticeOxygenFields.SupplyExponent), section.PathOf(LatticeOxygenFields.SupplyExponent), "a second exponent", "one exponent for what is left of the electrolyte", "keep the one of `oxidation`");
        if (perOxygen > 0)
        {
            if (site.Electrolyte(section) is not { } electrolyte) return null;
            (uses, lithium) = (perOxygen * oxygen / electrolyte.Amount, electrolyte.Lithium * electrolyte.Amount);
        }
        double binding = section.GetOrDefault(LatticeOxygenFields.Binding, new Quantity(0, Unit.Parse("1/s")), "nothing binds oxygen").Si;
        return problems.Count > before ? null : new LatticeOxygenCoefficients(
            PropertyValues.Value(growth.Value, _ => site.Temperature), PropertyValues.Law(growth.Value, site.Temperature, _ => double.NaN), onset,
            section.Get(LatticeOxygenFields.ShellIons)?.Value.Si ?? double.PositiveInfinity, uses, lithium, site.ActiveArea, binding, section.Get(LatticeOxygenFields.Unbinding)?.Value.Si ?? 0, exponent,
            section.Get(LatticeOxygenFields.Limit)?.Value.Si ?? double.PositiveInfinity, oxygen);
    }
}
