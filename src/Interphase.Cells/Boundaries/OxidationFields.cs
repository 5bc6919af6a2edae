using Interphase.Descriptions;

namespace Interphase.Cells;

/// <summary>What a cell file says of the electrolyte's irreversible oxidation in an electrode.</summary>
public static class OxidationFields
{
    /// <summary>The name of its section.</summary>
    public const string Section = "oxidation";

    private static readonly Measure ChargeDensity = new("a charge per volume", "mAh/cm3");
    private static readonly Measure MolarVolume = new("a volume per amount", "cm3/mol");
    private static readonly Measure Resistivity = new("a resistivity", "ohm cm");

    /// <summary>Current of the first step.</summary>
    public static readonly PropertyField Current = new("current", new Measure("a current per area", "A/m2"), "0 A/m2", "1e6 A/m2", "Current per bare surface at which the electrolyte is oxidised at the reference potential: its first step.") { MayBeActivated = true };

    /// <summary>Current of the second step.</summary>
    public static readonly PropertyField SecondCurrent = new("secondCurrent", new Measure("a current per area", "A/m2"), "0 A/m2", "1e6 A/m2", "The same of the second step, which oxidises what the first one leaves.") { MayBeActivated = true };

    /// <summary>Factor on active material.</summary>
    public static readonly QuantityField OnActive = new("onActive", Measures.Number, "0", "1e6", "By how much it is faster on active material than `current` says.");

    /// <summary>Factor on carbon.</summary>
    public static readonly QuantityField OnCarbon = new("onCarbon", Measures.Number, "0", "1e6", "By how much it is faster on carbon than `current` says.");

    /// <summary>Factor on the line.</summary>
    public static readonly QuantityField OnLine = new("onLine", Measures.Number, "0", "1e6", "By how much it is faster on the strip beside the line where active material, electrolyte and carbon meet.");

    /// <summary>Width of the strip.</summary>
    public static readonly QuantityField LineWidth = new("lineWidth", Measures.Length, "0.1 nm", "1 um", "Width of that strip.");

    /// <summary>Reference potential.</summary>
    public static readonly QuantityField ReferencePotential = new("referencePotential", Measures.Voltage, "0 V", "6 V", "Potential against lithium for which the currents hold.");

    /// <summary>Transfer coefficient.</summary>
    public static readonly QuantityField TransferCoefficient = new("transferCoefficient", Measures.Number, "0.01", "2", "Anodic charge-transfer coefficient of both steps.");

    /// <summary>Onset.</summary>
    public static readonly QuantityField Onset = new("onset", Measures.Voltage, "0 V", "6 V", "Potential against lithium below which the first step does not take place.");

    /// <summary>Onset of the second step.</summary>
    public static readonly QuantityField SecondOnset = new("secondOnset", Measures.Voltage, "0 V", "6 V", "The same of the second step.");

    /// <summary>Electrons of the first step.</summary>
    public static readonly QuantityField Electrons = new("electrons", Measures.Number, "0.1", "20", "Electrons of the first step per formula unit of the electrolyte.");

    /// <summary>Electrons of the second step.</summary>
    public static readonly QuantityField SecondElectrons = new("secondElectrons", Measures.Number, "0.1", "20", "The same of the second step.");

    /// <summary>Volume of the first step's products.</summary>
    public static readonly QuantityField ProductVolume = new("productVolume", MolarVolume, "0 cm3/mol", "2000 cm3/mol", "Volume by which the film grows per formula unit in the first step.");

    /// <summary>Volume of the second step's products.</summary>
    public static readonly QuantityField SecondVolume = new("secondVolume", MolarVolume, "0 cm3/mol", "2000 cm3/mol", "The same in the second step, less what it uses.");

    /// <summary>Electrons in the film.</summary>
    public static readonly QuantityField FilmElectrons = new("filmElectronicConductivity", Measures.Conductivity, "1e-22 S/cm", "1e6 S/cm", "Electronic conductivity of the film, through which it goes on growing; without it growth is not slowed.");

    /// <summary>Ions in the film.</summary>
    public static readonly QuantityField FilmIons = new("filmIonicConductivity", Measures.Conductivity, "1e-22 S/cm", "10 S/cm", "Ionic conductivity of the film, in series with intercalation; without it the film does not resist.");

    /// <summary>Resistivity of contacts to carbon.</summary>
    public static readonly QuantityField ContactResistivity = new("contactResistivity", Resistivity, "0 ohm cm", "1e18 ohm cm", "Resistance that the film on carbon puts between carbon and active material, times area and per thickness.");

    /// <summary>Exponent of the supply.</summary>
    public static readonly QuantityField SupplyExponent = new("supplyExponent", Measures.Number, "0", "20", "Exponent with which the effective ionic conductivity follows the share of the electrolyte that is left; 0 where it does not.");

    /// <summary>Sulfur on active material.</summary>
    public static readonly QuantityField SulfurOnActive = new("sulfurOnActive", Measures.Share, "0", "1", "Share of what is oxidised on active material, away from carbon, that shows as sulfur; the rest shows as polysulfide.");

    /// <summary>Limit of sulfur.</summary>
    public static readonly QuantityField SulfurLimit = new("sulfurLimit", ChargeDensity, "0 mAh/cm3", "10000 mAh/cm3", "Charge per volume of electrode that must have made sulfur before a spectrum shows it.");

    /// <summary>Limit of polysulfide.</summary>
    public static readonly QuantityField PolysulfideLimit = new("polysulfideLimit", ChargeDensity, "0 mAh/cm3", "10000 mAh/cm3", "The same for polysulfide.");

    /// <summary>Limit of phosphates.</summary>
    public static readonly QuantityField PhosphateLimit = new("phosphateLimit", ChargeDensity, "0 mAh/cm3", "10000 mAh/cm3", "The same for PO_x, which the second step makes where active material takes part.");

    /// <summary>Depth of the reservoir.</summary>
    public static readonly QuantityField ReservoirDepth = new("reservoirDepth", Measures.Length, "0.01 nm", "10 um", "Film on carbon over which the reservoir of `redox` falls by a factor of e; without it the reservoir stays.");

    /// <summary>The section.</summary>
    public static Section Declaration { get; } = new(Section, "The electrolyte's irreversible oxidation where it meets active material, carbon and both at once; a bare value is its current.")
    {
        Fields =
        [
            Current, SecondCurrent, OnActive, OnCarbon, OnLine, LineWidth, ReferencePotential, TransferCoefficient, Onset, SecondOnset, Electrons, SecondElectrons, ProductVolume, SecondVolume,
            FilmElectrons, FilmIons, ContactResistivity, SupplyExponent, SulfurOnActive, SulfurLimit, PolysulfideLimit, PhosphateLimit, ReservoirDepth,
        ],
        Shorthand = Current,
    };
}
