using Interphase.Descriptions;
using Interphase.Materials;

namespace Interphase.Cells;

/// <summary>Makes what the equations know of the electrolyte's oxidation from what a cell file says of it.</summary>
internal static class OxidationBuilder
{
    private const double UsualReference = 4.0, UsualTransfer = 0.5, UsualElectrons = 2, UsualSecondElectrons = 3, UsualSupplyExponent = 3.7;

    // Beyond this, A/m2 at 4 V, nothing that is called an electrolyte is left within the first second, and the equations have no solution.
    private const double Fastest = 1e6;

    /// <summary>The coefficients; null after problems.</summary>
    /// <param name="section">What the file says.</param>
    /// <param name="site">The composite.</param>
    public static OxidationCoefficients? Build(Description section, BoundarySite site)
    {
        (Problems problems, double temperature) = (site.Problems, site.Temperature);
        (double activeArea, double carbonArea, double line) = (site.ActiveArea, site.CarbonArea, site.Line);
        int before = problems.Count;
        if (section.Get(OxidationFields.Current) is not { } current)
        {
            problems.Add(section.Place, section.PathOf(OxidationFields.Current), "nothing", "how fast the electrolyte is oxidised", "write `current: 1.5e-5 A/m2`, per bare surface at 4.0 V against lithium");
            return null;
        }
        if (site.Electrolyte(section) is not var (amount, lithium, molar, electrolyte, formula)) return null;
        double onset = Onset(section, electrolyte, problems);
        double width = section.GetOrDefault(OxidationFields.LineWidth, new Quantity(10, "nm"), "assumed: how far the potential of carbon reaches along a boundary").Si;
        double onLine = section.GetOrDefault(OxidationFields.OnLine, new Quantity(1, Unit.One), "as fast as elsewhere").Si, lineArea = carbonArea > 0 && activeArea > 0 ? width * line : 0;
        if (lineArea >= activeArea && activeArea > 0)
            problems.Add(section.PlaceOf(OxidationFields.LineWidth), section.PathOf(OxidationFields.LineWidth), string.Create(System.Globalization.CultureInfo.InvariantCulture, $"a strip of {1e9 * width:0.###} nm, which has {lineArea:0.###e0} m2/m3 of the boundary's {activeArea:0.###e0} m2/m3"), "a strip that is part of it", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"give a width below {1e9 * activeArea / line:0.###} nm"));
        double first = PropertyValues.Value(current.Value, _ => temperature);
        ThermalLaw law = PropertyValues.Law(current.Value, temperature, _ => double.NaN);
        Property then = section.Get(OxidationFields.SecondCurrent)?.Value ?? current.Value;
        double second = PropertyValues.Value(then, _ => temperature);
        double electrons = section.GetOrDefault(OxidationFields.Electrons, new Quantity(UsualElectrons, Unit.One), "Li6PS5Cl to Li3PS4, S and LiCl").Si;
        double more = section.GetOrDefault(OxidationFields.SecondElectrons, new Quantity(UsualSecondElectrons, Unit.One), "Li3PS4 to P2S5 and S").Si;
        if (electrons + more > lithium + 1e-9)
            problems.Add(section.Place, section.PathOf(OxidationFields.Electrons), $"{electrons + more:0.###} electrons per formula unit", $"at most the lithium of {formula}, {lithium:0.###}", "every electron sends one lithium ion off; give `electrons` and `secondElectrons` of this electrolyte");
        double reference = section.GetOrDefault(OxidationFields.ReferencePotential, new Quantity(UsualReference, "V"), "the potential to which rates are referred").Si;
        double transfer = section.GetOrDefault(OxidationFields.TransferCoefficient, new Quantity(UsualTransfer, Unit.One), "symmetric").Si;
        double usual = Math.Max(first, second) * Math.Exp(transfer * PhysicalConstants.Faraday * (UsualReference - reference) / (PhysicalConstants.GasConstant * temperature));
        if (usual > Fastest)
            problems.Add(section.PlaceOf(OxidationFields.Current), section.PathOf(OxidationFields.Current), string.Create(System.Globalization.CultureInfo.InvariantCulture, $"a current of {usual:0.#e0} A/m2 at {UsualReference:0.#} V, from what it is at {reference:0.###} V"), string.Create(System.Globalization.CultureInfo.InvariantCulture, $"no more than {Fastest:0.#e0} A/m2 there"), "give it for a `referencePotential` at which cells work");
        return problems.Count > before ? null : new OxidationCoefficients(
            new OxidationStep(first, onset, electrons, section.GetOrDefault(OxidationFields.ProductVolume, new Quantity(Rounded(1e6 * molar), "cm3/mol"), "assumed: the film takes the volume of the electrolyte that it came from").Si),
            new OxidationStep(
                second, section.GetOrDefault(OxidationFields.SecondOnset, new Quantity(onset, "V"), "assumed: that of the first step").Si, more,
                section.GetOrDefault(OxidationFields.SecondVolume, new Quantity(0, "cm3/mol"), "assumed: the second step goes on within the film").Si),
            section.GetOrDefault(OxidationFields.OnActive, new Quantity(1, Unit.One), "as fast as said").Si,
            section.GetOrDefault(OxidationFields.OnCarbon, new Quantity(1, Unit.One), "as fast as said").Si,
            onLine,
            reference, transfer, law, amount, lithium, lineArea,
            section.Get(OxidationFields.FilmElectrons)?.Value.Si ?? double.PositiveInfinity,
            section.Get(OxidationFields.FilmIons)?.Value.Si ?? double.PositiveInfinity,
            section.GetOrDefault(OxidationFields.ContactResistivity, new Quantity(0, "ohm cm"), "contacts to carbon do not suffer").Si,
            section.GetOrDefault(OxidationFields.SupplyExponent, new Quantity(UsualSupplyExponent, Unit.One), "assumed: with it a cathode with Ketjen black fades as wang2026 reports").Si,
            section.GetOrDefault(OxidationFields.SulfurOnActive, new Quantity(0, Unit.One), "sulfur shows beside carbon alone").Si,
            section.Get(OxidationFields.SulfurLimit)?.Value.Si ?? double.PositiveInfinity,
            section.Get(OxidationFields.PolysulfideLimit)?.Value.Si ?? double.PositiveInfinity)
        {
            PhosphateLimit = section.Get(OxidationFields.PhosphateLimit)?.Value.Si ?? double.PositiveInfinity,
            ReservoirDepth = section.Get(OxidationFields.ReservoirDepth)?.Value.Si ?? double.PositiveInfinity,
            Bare = site.Coating?.BareActive ?? 1,
            BareCarbon = site.Coating?.BareCarbon ?? 1,
            SecondActivation = PropertyValues.Law(then, temperature, _ => double.NaN),
        };
    }

    private static double Onset(Description section, Description electrolyte, Problems problems)
    {
        if (section.Get(OxidationFields.Onset) is { } given) return given.Value.Si;
        foreach (string window in (ReadOnlySpan<string>)["practicalWindow", "calculatedWindow"])
        {
            if (electrolyte.Within(window)?.Get(MaterialFields.Oxidation) is not { } limit) continue;
            section.Complete(OxidationFields.Onset, limit.Value.Si, $"the electrolyte's {window}");
            return limit.Value.Si;
        }
        problems.Add(section.Place, section.PathOf(OxidationFields.Onset), "nothing", "the potential from which the electrolyte is oxidised", "write `onset: 2.3 V`; `interphase window MATERIAL` computes one");
        return double.NaN;
    }

    private static double Rounded(double value) => double.Parse(value.ToString("G5", System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture);
}
