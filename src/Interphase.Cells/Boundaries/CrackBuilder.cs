using Interphase.Descriptions;
using Interphase.Materials;

namespace Interphase.Cells;

/// <summary>Makes what the equations know of cracks from what a cell file says of them.</summary>
internal static class CrackBuilder
{
    private const double UsualShape = 1.12, UsualSpread = 10;

    /// <summary>Cracks in the active material; null after problems.</summary>
    public static CrackCoefficients? OfActive(Description section, BoundarySite site) => Build(section, site, CrackTarget.Active);

    /// <summary>Cracks in the electrolyte; null after problems.</summary>
    public static CrackCoefficients? OfElectrolyte(Description section, BoundarySite site) => Build(section, site, CrackTarget.Electrolyte);

    private static CrackCoefficients? Build(Description section, BoundarySite site, CrackTarget target)
    {
        int before = site.Problems.Count;
        double growth = Need(CrackFields.Growth, "how far a crack grows in a cycle", "write `growth: 0.1 nm`, at `referenceIntensity`");
        double exponent = Need(CrackFields.Exponent, "the exponent of Paris' law", "write `exponent: 3`");
        double flaw = Need(CrackFields.Flaw, "how long cracks are as assembled", "write `flaw: 20 nm`");
        double reference = section.GetOrDefault(CrackFields.Reference, new Quantity(1, Unit.Parse("MPa·m^0.5")), "a convention").Si;
        string solid = target == CrackTarget.Active ? CellSections.Active : CellSections.Electrolyte;
        double? modulus = section.Get(CrackFields.Modulus)?.Value.Si;
        if (modulus is null && site.Electrode.Within(solid)?.Get(MaterialFields.YoungModulus) is { } own)
        {
            section.Complete(CrackFields.Modulus, own.Value.Si, $"Young's modulus of the {solid} material");
            modulus = own.Value.Si;
        }
        if (modulus is null) site.Problems.Add(section.Place, section.PathOf(CrackFields.Modulus), "nothing", $"Young's modulus of the {solid} material", "write `modulus: 150 GPa`");
        Curve? volume = site.Volume(section);
        double toughness = double.PositiveInfinity;
        if (target == CrackTarget.Active)
        {
            if (section.Get(CrackFields.Toughness) is { } given) toughness = given.Value.Si;
            else if (site.Electrode.Within(solid)?.Get(MaterialFields.FractureToughness) is { } known)
            {
                section.Complete(CrackFields.Toughness, known.Value.Si, "fracture toughness of the active material");
                toughness = known.Value.Si;
            }
        }
        double slowing = target == CrackTarget.Active ? section.GetOrDefault(CrackFields.Slowing, new Quantity(1, Unit.One), "assumed: a crack to the centre halves the diffusivity").Si : 0;
        double loosening = target == CrackTarget.Electrolyte ? section.GetOrDefault(CrackFields.Loosening, new Quantity(1, Unit.One), "assumed: contact suffers as the ions' path does").Si : 0;
        return site.Problems.Count > before ? null : new CrackCoefficients(
            target, volume!, growth * Math.Pow(reference, -exponent), exponent, modulus!.Value,
            section.GetOrDefault(CrackFields.Shape, new Quantity(UsualShape, Unit.One), "a short crack at an edge").Si,
            section.GetOrDefault(CrackFields.Threshold, new Quantity(0, Unit.Parse("MPa·m^0.5")), "every stress lets cracks grow").Si,
            toughness,
            target == CrackTarget.Active ? section.GetOrDefault(CrackFields.Spread, new Quantity(UsualSpread, Unit.One), "assumed: as brittle ceramics").Si : 1,
            flaw, site.Radius, slowing,
            target == CrackTarget.Active ? section.GetOrDefault(CrackFields.Wetting, new Quantity(0, Unit.One), "a solid does not wet cracks").Si : 0,
            loosening);

        double Need(QuantityField field, string expected, string suggestion)
        {
            if (section.Get(field) is { } given) return given.Value.Si;
            site.Problems.Add(section.Place, section.PathOf(field), "nothing", expected, suggestion);
            return double.NaN;
        }
    }
}
