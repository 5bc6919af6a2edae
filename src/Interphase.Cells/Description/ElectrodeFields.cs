using Interphase.Descriptions;
using Interphase.Materials;

namespace Interphase.Cells;

/// <summary>What a cell file says of an electrode; the same for either side.</summary>
public static class ElectrodeFields
{
    /// <summary>Loading.</summary>
    public static readonly QuantityField Loading = new("loading", Measures.ArealMass, "1e-4 mg/cm2", "10000 mg/cm2", "Mass of active material (with its coating) per area.");

    /// <summary>Mass.</summary>
    public static readonly QuantityField Mass = new("mass", Measures.Mass, "1e-4 mg", "1e7 mg", "Mass of the whole composite.");

    /// <summary>Thickness.</summary>
    public static readonly QuantityField Thickness = new("thickness", Measures.Length, "0.01 um", "10000 um", "Thickness of the composite.");

    /// <summary>Porosity.</summary>
    public static readonly QuantityField Porosity = new("porosity", Measures.VolumeFraction, "0", "0.95", "Share of the volume that is void.");

    /// <summary>Pressing.</summary>
    public static readonly QuantityField Pressing = new("pressing", Measures.Pressure, "0 MPa", "5000 MPa", "Pressure at which this electrode was pressed, where it is not the cell's.");

    /// <summary>Effective ionic conductivity.</summary>
    public static readonly QuantityField IonicConductivity = new("ionicConductivity", Measures.Conductivity, "1e-16 S/cm", "10 S/cm", "Effective ionic conductivity of the composite.");

    /// <summary>Effective electronic conductivity.</summary>
    public static readonly QuantityField ElectronicConductivity = new("electronicConductivity", Measures.Conductivity, "1e-16 S/cm", "1e6 S/cm", "Effective electronic conductivity of the composite.");

    /// <summary>Contact fraction.</summary>
    public static readonly QuantityField ContactFraction = new("contactFraction", Measures.Share, "1e-6", "1", "Share of the active particles' surface that touches the electrolyte.");

    /// <summary>The structure that a composite cites.</summary>
    public static readonly TextField Structure = new("structure", "A file of `interphase structure`, seen from this file's folder: what it measured stands in place of estimates.", physical: true);

    /// <summary>Area between active material and electrolyte.</summary>
    public static readonly QuantityField AreaActiveElectrolyte = new("activeElectrolyte", Measures.VolumetricArea, "1 1/m", "1e10 1/m", "Surface between active material and electrolyte per volume of the composite; in place of `contactFraction`.");

    /// <summary>Area between carbon and electrolyte.</summary>
    public static readonly QuantityField AreaCarbonElectrolyte = new("carbonElectrolyte", Measures.VolumetricArea, "0 1/m", "1e10 1/m", "Surface between carbon and electrolyte per volume of the composite.");

    /// <summary>Area between active material and carbon.</summary>
    public static readonly QuantityField AreaActiveCarbon = new("activeCarbon", Measures.VolumetricArea, "0 1/m", "1e10 1/m", "Surface between active material and carbon per volume of the composite.");

    /// <summary>Length of the triple line.</summary>
    public static readonly QuantityField TriplePhaseLength = new("triplePhaseLength", Measures.VolumetricLength, "0 1/m2", "1e20 1/m2", "Length of the lines where active material, electrolyte and carbon meet, per volume of the composite.");

    /// <summary>Utilisation.</summary>
    public static readonly QuantityField Utilisation = new("utilisation", Measures.Share, "1e-6", "1", "Share of the active material that electrons and ions reach; the rest keeps its lithium and carries no current.");

    /// <summary>Film resistance.</summary>
    public static readonly QuantityField FilmResistance = new("filmResistance", Measures.ArealResistance, "0 ohm cm2", "1e9 ohm cm2", "Resistance of a film of constant thickness, times the contacted surface; of a foil, times its area.");

    /// <summary>Film capacitance.</summary>
    public static readonly QuantityField FilmCapacitance = new("filmCapacitance", Measures.ArealCapacitance, "0 F/m2", "1e4 F/m2", "Capacitance of that film, beside its resistance; it shows in an impedance alone.");

    /// <summary>Double layer.</summary>
    public static readonly QuantityField DoubleLayer = new("doubleLayer", Measures.ArealCapacitance, "0 F/m2", "1e4 F/m2", "Capacitance of every conducting surface that touches the electrolyte.");

    /// <summary>Potential of the electrolyte's redox.</summary>
    public static readonly QuantityField RedoxPotential = new("potential", Measures.Voltage, "0 V", "5 V", "Potential of the couple against lithium.");

    /// <summary>Charge of the electrolyte's redox.</summary>
    public static readonly QuantityField RedoxCharge = new("chargePerArea", MaterialFields.ChargePerArea.Measures[0], "0 mAh/m2", "1000 mAh/m2", "Charge of the reservoir per conducting surface that touches the electrolyte.");

    /// <summary>Rate of the electrolyte's redox.</summary>
    public static readonly QuantityField RedoxRate = new("rateConstant", Measures.CurrentDensity, "1e-15 mA/cm2", "1e3 mA/cm2", "Current per surface at which either direction runs at the couple's potential.");

    /// <summary>Transfer coefficient of the electrolyte's redox.</summary>
    public static readonly QuantityField RedoxTransfer = new("transferCoefficient", Measures.Number, "0.01", "0.99", "Anodic charge-transfer coefficient of the couple.");

    /// <summary>Start of the electrolyte's redox.</summary>
    public static readonly QuantityField RedoxState = new("initialState", Measures.Share, "0", "1", "Oxidised share of the reservoir at the start; at rest with the active material where it is left out.");

    /// <summary>Whether the redox runs on the active material.</summary>
    public static readonly FlagField RedoxOnActive = new("onActive", "Whether it also runs on the contacted surface of the active material.");

    /// <summary>Ideal.</summary>
    public static readonly FlagField Ideal = new("ideal", "A counter electrode without losses at 0 V against lithium, in place of a foil or composite.");

    /// <summary>Material.</summary>
    public static readonly TextField Material = new("material", "The material, by its name in the library.");

    /// <summary>Share.</summary>
    public static readonly QuantityField Share = new QuantityField("share", Measures.MassShare, "0 wt%", "100 wt%", "Share of the composite, by mass or by volume; one may be left out and is the rest. An active material is counted with its coating.")
        .Or(Measures.VolumeShare, "0 vol%", "100 vol%");

    /// <summary>Radius.</summary>
    public static readonly QuantityField Radius = new("radius", Measures.Length, "1 nm", "1 mm", "Radius of the particles.");

    /// <summary>Share of a size class.</summary>
    public static readonly QuantityField ClassShare = new("share", Measures.VolumeShare, "0 vol%", "100 vol%", "Share of the active material's volume in this class.");

    /// <summary>Coating thickness.</summary>
    public static readonly QuantityField CoatingThickness = new("thickness", Measures.Length, "0.1 nm", "10 um", "Thickness of the coating.");

    /// <summary>Coating share.</summary>
    public static readonly QuantityField CoatingShare = new("share", Measures.MassShare, "0 wt%", "50 wt%", "Share of the coated powder's mass.");

    /// <summary>What a coating blocks.</summary>
    public static readonly QuantityField CoatingBlocks = new("blocks", Measures.Share, "0", "1", "Share of the electrolyte's oxidation that it stops where it covers: all of it where no electrons pass.");

    /// <summary>Coverage.</summary>
    public static readonly QuantityField Coverage = new("coverage", Measures.Share, "0", "1", "Share of the surface that is covered.");

    /// <summary>Host thickness.</summary>
    public static readonly QuantityField FoilThickness = new("thickness", Measures.Length, "0.01 um", "100 mm", "Thickness of the foil: of the host metal, or of the lithium.");

    /// <summary>Foil mass.</summary>
    public static readonly QuantityField FoilMass = new("mass", Measures.Mass, "1e-4 mg", "1e7 mg", "Mass of the foil with its lithium.");

    /// <summary>Plateau capacity.</summary>
    public static readonly QuantityField PlateauCapacity = new("plateauCapacity", Measures.Charge, "1e-6 mAh", "1e6 mAh", "Capacity of the foil's two-phase plateau from the bare host on.");

    /// <summary>Pre-lithiation.</summary>
    public static readonly QuantityField Prelithiation = new("prelithiation", Measures.Charge, "0 mAh", "1e6 mAh", "Lithium put into the foil before assembly.");

    /// <summary>Lithium per host atom.</summary>
    public static readonly QuantityField LithiumRatio = new("lithiumRatio", Measures.Number, "0", "10", "Lithium per host atom as assembled.");
}
