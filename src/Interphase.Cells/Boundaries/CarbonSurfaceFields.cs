using Interphase.Descriptions;

namespace Interphase.Cells;

/// <summary>What a cell file says of the groups and of the nitride on a carbon's surface.</summary>
public static class CarbonSurfaceFields
{
    /// <summary>The name of its section.</summary>
    public const string Section = "carbonSurface";

    private static readonly Measure Rate = new("a rate", "1/s");
    private static readonly Measure Inventory = new("an amount per area", "mol/m2");
    private static readonly Measure ChargeDensity = new("a charge per volume", "mAh/cm3");

    /// <summary>Groups.</summary>
    public static readonly QuantityField Groups = new("hydroxyl", Inventory, "0 mol/m2", "1 mol/m2", "-OH groups per surface of carbon.");

    /// <summary>Their rate.</summary>
    public static readonly PropertyField GroupRate = new("hydroxylRate", Rate, "0 1/s", "1e9 1/s", "How fast they become sulfite at their potential.") { MayBeActivated = true };

    /// <summary>Their potential.</summary>
    public static readonly QuantityField GroupPotential = new("hydroxylPotential", Measures.Voltage, "0 V", "6 V", "Potential against lithium for which that rate holds.");

    /// <summary>Their electrons.</summary>
    public static readonly QuantityField GroupElectrons = new("hydroxylElectrons", Measures.Number, "0.1", "20", "Electrons of each group.");

    /// <summary>Blocking.</summary>
    public static readonly QuantityField Blocking = new("sulfiteResistance", Measures.ArealResistance, "0 ohm cm2", "1e12 ohm cm2", "Resistance between carbon and active material, times the contacted surface, where there is as much sulfite as `sulfiteReference` says.");

    /// <summary>Sulfite that blocks so much.</summary>
    public static readonly QuantityField Reference = new("sulfiteReference", Inventory, "1e-12 mol/m2", "1 mol/m2", "Sulfite per surface of active material for which that resistance holds.");

    /// <summary>Nitride.</summary>
    public static readonly QuantityField Nitride = new("nitride", Inventory, "0 mol/m2", "1 mol/m2", "Metal nitride per surface of carbon that is oxidised before the electrolyte.");

    /// <summary>Its rate.</summary>
    public static readonly PropertyField NitrideRate = new("nitrideRate", Rate, "0 1/s", "1e9 1/s", "How fast it reacts at its potential.") { MayBeActivated = true };

    /// <summary>Its potential.</summary>
    public static readonly QuantityField NitridePotential = new("nitridePotential", Measures.Voltage, "0 V", "6 V", "Potential against lithium for which that rate holds.");

    /// <summary>Its electrons.</summary>
    public static readonly QuantityField NitrideElectrons = new("nitrideElectrons", Measures.Number, "0.1", "20", "Electrons of each formula unit.");

    /// <summary>Transfer coefficient.</summary>
    public static readonly QuantityField TransferCoefficient = new("transferCoefficient", Measures.Number, "0.01", "2", "Anodic charge-transfer coefficient of both.");

    /// <summary>Share that is converted.</summary>
    public static readonly QuantityField Converted = new("convertedShare", Measures.Share, "0", "1", "Share of the sulfur on carbon that the product of the nitride takes into a thin film that conducts ions and electrons, where that covers the carbon.");

    /// <summary>Layer of the nitride's product.</summary>
    public static readonly QuantityField Layer = new("molybdenumSulfideLayer", Inventory, "1e-9 mol/m2", "1 mol/m2", "MoS2 per surface of carbon that would cover it if every unit lay beside the others; they come to lie where chance has it.");

    /// <summary>Limit of sulfite.</summary>
    public static readonly QuantityField SulfiteLimit = new("sulfiteLimit", ChargeDensity, "0 mAh/cm3", "10000 mAh/cm3", "Charge per volume of electrode that must have made sulfite before a spectrum shows it.");

    /// <summary>Limit of the nitride's product.</summary>
    public static readonly QuantityField SulfideLimit = new("molybdenumSulfideLimit", ChargeDensity, "0 mAh/cm3", "10000 mAh/cm3", "The same for MoS2.");

    /// <summary>The section.</summary>
    public static Section Declaration { get; } = new(Section, "Inventories on the carbon's surface that are used once: -OH groups that become sulfite and block, and a nitride that takes sulfur into a film that conducts.")
    {
        Fields = [Groups, GroupRate, GroupPotential, GroupElectrons, Blocking, Reference, Nitride, NitrideRate, NitridePotential, NitrideElectrons, TransferCoefficient, Converted, Layer, SulfiteLimit, SulfideLimit],
    };

    /// <summary>The coefficients; null after problems.</summary>
    internal static CarbonSurfaceCoefficients? Build(Description section, BoundarySite site)
    {
        const double usualGroupPotential = 4.0, usualNitridePotential = 3.4, usualTransfer = 0.5, usualReference = 1e-5, oneLayer = 1.92e-5;
        int before = site.Problems.Count;
        double groups = section.Get(Groups)?.Value.Si ?? 0, nitride = section.Get(Nitride)?.Value.Si ?? 0, groupElectrons = 1, nitrideElectrons = 1;
        if (section.Get(Groups) is null && section.Get(Nitride) is null)
            site.Problems.Add(section.Place, section.Path, "neither `hydroxyl` nor `nitride`", "what the carbon's surface has", "write `hydroxyl: 2e-6 mol/m2`, or leave the section out");
        if (!(site.CarbonArea > 0)) site.Problems.Add(section.Place, section.Path, "no carbon in contact with electrolyte", "a composite with a `carbon`", "leave the section out where there is none");
        if (groups > 0)
        {
            if (section.Get(GroupRate) is null) site.Problems.Add(section.Place, section.PathOf(GroupRate), "nothing", "how fast the groups react", "write `hydroxylRate: 1e-6 1/s`");
            groupElectrons = section.GetOrDefault(GroupElectrons, new Quantity(1, Unit.One), "assumed: one of each group").Si;
        }
        if (nitride > 0)
        {
            if (section.Get(NitrideRate) is null) site.Problems.Add(section.Place, section.PathOf(NitrideRate), "nothing", "how fast the nitride reacts", "write `nitrideRate: 1e-3 1/s`");
            if (section.Get(NitrideElectrons) is { } given) nitrideElectrons = given.Value.Si;
            else site.Problems.Add(section.Place, section.PathOf(NitrideElectrons), "nothing", "the electrons of each formula unit of nitride", "write `nitrideElectrons: 4`");
        }
        if (site.Problems.Count > before) return null;
        (double groupRate, ThermalLaw groupLaw) = Activated(GroupRate, groups > 0);
        (double nitrideRate, ThermalLaw nitrideLaw) = Activated(NitrideRate, nitride > 0);
        double blocking = section.GetOrDefault(Blocking, new Quantity(0, "ohm cm2"), "sulfite does not block").Si;
        // All carbon in reach of a surface serves it: what formed on more carbon blocks more.
        if (blocking > 0) blocking *= site.ActiveArea > 0 ? site.CarbonArea / site.ActiveArea / section.GetOrDefault(Reference, new Quantity(usualReference, "mol/m2"), "a convention").Si : 0;
        return new CarbonSurfaceCoefficients(
            groups, groupRate, groups > 0 ? section.GetOrDefault(GroupPotential, new Quantity(usualGroupPotential, "V"), "the potential to which rates are referred").Si : usualGroupPotential, groupElectrons, groupLaw,
            blocking, nitride, nitrideRate,
            nitride > 0 ? section.GetOrDefault(NitridePotential, new Quantity(usualNitridePotential, "V"), "gao2025: a peak near 3.4 V").Si : usualNitridePotential, nitrideElectrons, nitrideLaw,
            section.GetOrDefault(TransferCoefficient, new Quantity(usualTransfer, Unit.One), "symmetric").Si,
            section.GetOrDefault(Converted, new Quantity(0, Unit.One), "the product takes no sulfur").Si,
            section.GetOrDefault(Layer, new Quantity(oneLayer, "mol/m2"), "one layer of MoS2, by its lattice constant of 0.316 nm").Si, site.CarbonArea,
            section.Get(SulfiteLimit)?.Value.Si ?? double.PositiveInfinity, section.Get(SulfideLimit)?.Value.Si ?? double.PositiveInfinity);

        (double Rate, ThermalLaw Law) Activated(PropertyField field, bool isThere) =>
            isThere ? (PropertyValues.Value(section.Get(field)!.Value, _ => site.Temperature), PropertyValues.Law(section.Get(field)!.Value, site.Temperature, _ => double.NaN)) : (0, ThermalLaw.None);
    }
}
