using Interphase.Descriptions;
using Interphase.Materials;

namespace Interphase.Cells;

/// <summary>Makes what the equations know of contact that opens from what a cell file says of it.</summary>
internal static class ContactBuilder
{
    private const double UsualExponent = 0.5, UsualLocked = 0.05, UsualHealing = 2.3;

    /// <summary>The coefficients; null after problems.</summary>
    /// <param name="section">What the file says.</param>
    /// <param name="site">The composite.</param>
    public static ContactCoefficients? Build(Description section, BoundarySite site)
    {
        (Description electrode, Description cell, Problems problems) = (site.Electrode, site.Cell, site.Problems);
        int before = problems.Count;
        if (section.Get(ContactFields.GapLength)?.Value.Si is not { } length)
        {
            problems.Add(section.Place, section.PathOf(ContactFields.GapLength), "nothing", "the gap over which contact is lost", "write `gapLength: 5 nm`");
            return null;
        }
        if (site.Volume(section) is not { } curve) return null;
        Description? pressures = cell.Within(CellSections.Pressure);
        double? fabrication = electrode.Get(ElectrodeFields.Pressing)?.Value.Si ?? pressures?.Get(CellFields.FabricationPressure)?.Value.Si, stack = pressures?.Get(CellFields.StackPressure)?.Value.Si;
        const string both = "both pressures: what is held follows from them", write = "write `pressure: { fabrication: 380 MPa, stack: 50 MPa }`";
        Place place = pressures?.Place ?? section.Place;
        if (fabrication is not > 0) problems.Add(place, $"{CellSections.Pressure}.{CellFields.FabricationPressure.Name}", fabrication is null ? "nothing" : "0 MPa", both, write);
        else if (stack is null) problems.Add(place, $"{CellSections.Pressure}.{CellFields.StackPressure.Name}", "nothing", both, write);
        double? modulus = section.Get(ContactFields.Modulus)?.Value.Si;
        if (modulus is null && electrode.Within(CellSections.Electrolyte)?.Get(MaterialFields.YoungModulus) is { } own)
        {
            section.Complete(ContactFields.Modulus, own.Value.Si, "Young's modulus of the electrolyte");
            modulus = own.Value.Si;
        }
        if (modulus is null) problems.Add(section.Place, section.PathOf(ContactFields.Modulus), "nothing", "the modulus of the electrolyte", "write `modulus: 15.7 GPa`");
        double locked = section.GetOrDefault(ContactFields.Locked, new Quantity(UsualLocked, Unit.One), "assumed: without a stress that pressing left, a particle that shrinks by a hundredth has no contact at all").Si;
        double exponent = section.GetOrDefault(ContactFields.Exponent, new Quantity(UsualExponent, Unit.One), "assumed: contact follows the root of the pressure").Si;
        double decay = section.GetOrDefault(ContactFields.Decay, new Quantity(0, Unit.One), "what opens closes again").Si;
        double isolation = section.GetOrDefault(ContactFields.Isolation, new Quantity(0, Unit.One), "no particle comes off").Si, isolated = section.Get(ContactFields.Isolated)?.Value.Si ?? 0;
        if (isolation > 0 && section.Get(ContactFields.Isolated) is null)
            problems.Add(section.Place, section.PathOf(ContactFields.Isolated), "nothing", "the share of the particles that may come off, beside `isolation`", "write `isolatedShare: 10 %`");
        double healing = section.GetOrDefault(ContactFields.Healing, new Quantity(0, "nm"), "nothing fills a gap").Si, healingRate = section.Get(ContactFields.HealingRate)?.Value.Si ?? 0;
        double healingPotential = healing > 0 ? section.GetOrDefault(ContactFields.HealingPotential, new Quantity(UsualHealing, "V"), "Li2S forms below about 2.3 V").Si : UsualHealing;
        if (healing > 0 && section.Get(ContactFields.HealingRate) is null)
            problems.Add(section.Place, section.PathOf(ContactFields.HealingRate), "nothing", "how fast the product of `healingThickness` comes and goes", "write `healingRate: 1e-3 1/s`");
        return problems.Count > before ? null : new ContactCoefficients(
            curve, site.Content, site.Radius, length, modulus!.Value, locked * fabrication!.Value, fabrication.Value, stack!.Value, exponent, decay)
        {
            Isolation = isolation,
            IsolatedShare = isolated,
            Healing = healing,
            HealingPotential = healingPotential,
            HealingRate = healingRate,
        };
    }
}
