using Interphase.Descriptions;

namespace Interphase.Materials;

/// <summary>The properties that a material may have, each with its measure, its plausible range and one line of documentation.</summary>
public static class MaterialFields
{
    /// <summary>Density.</summary>
    public static readonly QuantityField Density = new("density", Measures.Density, "0.1 g/cm3", "25 g/cm3", "Mass per volume of the material itself, without pores between its grains.");

    /// <summary>Molar mass, where there is no formula.</summary>
    public static readonly QuantityField MolarMass = new("molarMass", Measures.MolarMass, "1 g/mol", "10000 g/mol", "Mass per amount, for materials without a chemical formula.");

    /// <summary>Chemical formula.</summary>
    public static readonly ChemicalFormulaField Formula = new("formula", "Chemical formula of one unit.");

    /// <summary>Young's modulus.</summary>
    public static readonly QuantityField YoungModulus = new("youngModulus", Measures.Modulus, "0.001 GPa", "2000 GPa", "Young's modulus.");

    /// <summary>Poisson's ratio.</summary>
    public static readonly QuantityField PoissonRatio = new("poissonRatio", Measures.Number, "0", "0.5", "Poisson's ratio.");

    /// <summary>Fracture toughness.</summary>
    public static readonly QuantityField FractureToughness = new("fractureToughness", Measures.Toughness, "0.001 MPa·m^0.5", "200 MPa·m^0.5", "Critical stress intensity K_IC.");

    /// <summary>Heat capacity.</summary>
    public static readonly QuantityField HeatCapacity = new("heatCapacity", Measures.HeatCapacity, "50 J/kg/K", "10000 J/kg/K", "Heat capacity per mass.");

    /// <summary>Thermal conductivity.</summary>
    public static readonly QuantityField ThermalConductivity = new("thermalConductivity", Measures.ThermalConductivity, "0.001 W/m/K", "5000 W/m/K", "Thermal conductivity.");

    /// <summary>Ionic conductivity.</summary>
    public static readonly PropertyField IonicConductivity = new("ionicConductivity", Measures.Conductivity, "1e-22 S/cm", "10 S/cm", "Conductivity of lithium ions in the dense or pressed material.", "T") { MayBeActivated = true };

    /// <summary>Electronic conductivity.</summary>
    public static readonly PropertyField ElectronicConductivity = new("electronicConductivity", Measures.Conductivity, "1e-22 S/cm", "1e7 S/cm", "Conductivity of electrons.", "y", "T") { MayBeActivated = true };

    /// <summary>Reduction limit.</summary>
    public static readonly QuantityField Reduction = new("reduction", Measures.Voltage, "-1 V", "10 V", "Potential against lithium below which it is reduced.");

    /// <summary>Oxidation limit.</summary>
    public static readonly QuantityField Oxidation = new("oxidation", Measures.Voltage, "-1 V", "10 V", "Potential against lithium above which it is oxidised.");

    /// <summary>Grain size.</summary>
    public static readonly QuantityField GrainSize = new("grainSize", Measures.Length, "1 nm", "1 mm", "Diameter of the grains.");

    /// <summary>Densification pressure.</summary>
    public static readonly QuantityField DensificationPressure = new("densificationPressure", Measures.Pressure, "0.1 MPa", "10000 MPa", "Pressure needed to densify it.");

    /// <summary>Pressure of irreversible strain.</summary>
    public static readonly QuantityField IrreversibleStrainPressure = new("irreversibleStrainPressure", Measures.Pressure, "0.1 MPa", "10000 MPa", "Pressure from which strain stays.");

    /// <summary>Failure pressure.</summary>
    public static readonly QuantityField FailurePressure = new("failurePressure", Measures.Pressure, "0.1 MPa", "10000 MPa", "Pressure at which it fails.");

    /// <summary>Insertable lithium.</summary>
    public static readonly QuantityField InsertableLithium = new("insertableLithium", Measures.Number, "0.01", "20", "Lithium per formula unit that the content y counts.");

    /// <summary>Initial lithium content.</summary>
    public static readonly QuantityField InitialLithium = new("initialLithium", Measures.Share, "0", "1", "Lithium content y as assembled.");

    /// <summary>Maximum concentration.</summary>
    public static readonly QuantityField MaximumConcentration = new("maximumConcentration", Measures.Concentration, "100 mol/m3", "200000 mol/m3", "Concentration of the insertable lithium at y = 1.");

    /// <summary>Open-circuit potential.</summary>
    public static readonly PropertyField OpenCircuit = new("openCircuit", Measures.Voltage, "-2 V", "8 V", "Equilibrium potential against lithium; of later cycles where the first charge differs.", "y") { MustFall = true };

    /// <summary>First-charge curve.</summary>
    public static readonly PropertyField FirstCharge = new("firstCharge", Measures.Voltage, "-2 V", "8 V", "Open-circuit potential while breaking new ground in a first charge.", "y") { MustFall = true };

    /// <summary>Hysteresis.</summary>
    public static readonly PropertyField Hysteresis = new("hysteresis", Measures.Voltage, "0 V", "2 V", "Half of the gap between the charge and discharge branches.", "y");

    /// <summary>Hysteresis rate.</summary>
    public static readonly QuantityField HysteresisRate = new("hysteresisRate", Measures.Number, "0.1", "10000", "How fast the hysteresis changes sides, per unit of lithium content.");

    /// <summary>Start of the first charge's window.</summary>
    public static readonly QuantityField FirstChargeStart = new("firstChargeStart", Measures.Share, "0", "1", "Content y_a at which a first charge begins to change the later curve.");

    /// <summary>End of the first charge's window.</summary>
    public static readonly QuantityField FirstChargeEnd = new("firstChargeEnd", Measures.Share, "0", "1", "Content y_b at which it has changed it for good.");

    /// <summary>Entropic coefficient.</summary>
    public static readonly PropertyField EntropicCoefficient = new("entropicCoefficient", Measures.EntropicCoefficient, "-10 mV/K", "10 mV/K", "Change of the open-circuit potential with temperature.", "y");

    /// <summary>Diffusivity.</summary>
    public static readonly PropertyField Diffusivity = new("diffusivity", Measures.Diffusivity, "1e-22 cm2/s", "1e-2 cm2/s", "Chemical diffusivity of lithium in a particle.", "y", "T") { MayBeActivated = true };

    /// <summary>Exchange current.</summary>
    public static readonly PropertyField ExchangeCurrent = new("exchangeCurrent", new Measure("an exchange current per area", "A/m2"), "0 A/m2", "1e8 A/m2", "Exchange current density per area of contact.", "y", "cs", "ce", "T") { MayBeActivated = true, Shape = "sqrt(y*(1 - y))" };

    /// <summary>Charge-transfer coefficient.</summary>
    public static readonly QuantityField ChargeTransferCoefficient = new("chargeTransferCoefficient", Measures.Number, "0.01", "0.99", "Anodic charge-transfer coefficient.");

    /// <summary>Volume against lithium.</summary>
    public static readonly PropertyField VolumeRatio = new("volumeRatio", Measures.Number, "0.1", "20", "Volume over the volume at y = 1; of a foil, lithiated over host.", "y");

    /// <summary>Particle radius.</summary>
    public static readonly QuantityField ParticleRadius = new("particleRadius", Measures.Length, "1 nm", "1 mm", "Typical radius of its particles.");

    /// <summary>Host of an alloy.</summary>
    public static readonly ChemicalFormulaField Host = new("host", "Chemical formula of the metal that takes up lithium.");

    /// <summary>Flat potential.</summary>
    public static readonly QuantityField Potential = new("potential", Measures.Voltage, "-1 V", "4 V", "Potential against lithium on the two-phase plateau; the nominal potential of the counter electrode.");

    /// <summary>Start of the plateau.</summary>
    public static readonly QuantityField PlateauStart = new("plateauStart", Measures.Number, "0", "10", "Lithium per host atom where the two-phase range begins.");

    /// <summary>End of the plateau.</summary>
    public static readonly QuantityField PlateauEnd = new("plateauEnd", Measures.Number, "0", "10", "Lithium per host atom where the two-phase range ends.");

    /// <summary>Specific capacity.</summary>
    public static readonly QuantityField SpecificCapacity = new("specificCapacity", Measures.SpecificCapacity, "1 mAh/g", "10000 mAh/g", "Capacity of the plateau per mass of host, or of lithium.");

    /// <summary>First-cycle efficiency.</summary>
    public static readonly QuantityField FirstCycleEfficiency = new("firstCycleEfficiency", Measures.Share, "0", "1", "Charge returned over charge taken in the first cycle.");

    /// <summary>Trapped lithium.</summary>
    public static readonly QuantityField TrappedLithium = new("trappedLithium", Measures.Number, "0", "10", "Lithium per host atom that the host can trap.");

    /// <summary>Share trapped at first.</summary>
    public static readonly QuantityField TrappedShare = new("trappedShare", Measures.Share, "0", "1", "Share of the lithium entering a host with empty traps that is trapped.");

    /// <summary>BET area.</summary>
    public static readonly QuantityField BetArea = new("betArea", Measures.SpecificArea, "0.01 m2/g", "5000 m2/g", "Area per mass by gas adsorption (BET).");

    /// <summary>Accessible fraction.</summary>
    public static readonly QuantityField AccessibleFraction = new("accessibleFraction", Measures.Share, "0", "1", "Share f of the BET area that touches the electrolyte.");

    /// <summary>C-OH share of C 1s.</summary>
    public static readonly QuantityField HydroxylShareC1s = new("hydroxylShareC1s", Measures.Share, "0", "1", "Share of C-OH in the C 1s spectrum.");

    /// <summary>-OH share of O 1s.</summary>
    public static readonly QuantityField HydroxylShareO1s = new("hydroxylShareO1s", Measures.Share, "0", "1", "Share of -OH in the O 1s spectrum.");

    /// <summary>Raman ratio.</summary>
    public static readonly QuantityField RamanRatio = new("ramanRatio", Measures.Number, "0", "10", "Ratio I_D/I_G of the Raman bands: disorder.");

    /// <summary>Diameter.</summary>
    public static readonly QuantityField Diameter = new("diameter", Measures.Length, "0.3 nm", "1 mm", "Diameter of a particle, fibre or tube.");

    /// <summary>Length.</summary>
    public static readonly QuantityField Length = new("length", Measures.Length, "1 nm", "10 mm", "Length of a fibre or tube.");

    /// <summary>Nanosheet thickness.</summary>
    public static readonly QuantityField NanosheetThickness = new("nanosheetThickness", Measures.Length, "0.1 nm", "1 um", "Thickness of the nitride nanosheets on it.");

    /// <summary>Charge per area.</summary>
    public static readonly QuantityField ChargePerArea = new("chargePerArea", new Measure("a charge per area", "mAh/m2"), "0 mAh/m2", "1000 mAh/m2", "Charge of the electrolyte's reversible redox per accessible area.");

    /// <summary>Nitride oxidation.</summary>
    public static readonly QuantityField NitrideOxidation = new("nitrideOxidation", Measures.Voltage, "0 V", "6 V", "Potential at which the nitride on it is oxidised.");

    /// <summary>Typical thickness of a coating.</summary>
    public static readonly QuantityField TypicalThickness = new("typicalThickness", Measures.Length, "0.1 nm", "10 um", "Thickness as usually applied.");

    /// <summary>Typical coverage of a coating.</summary>
    public static readonly QuantityField TypicalCoverage = new("typicalCoverage", Measures.Share, "0", "1", "Share of the surface that it usually covers.");

    /// <summary>Modulus of an electrolyte coated with it.</summary>
    public static readonly QuantityField CoatedElectrolyteYoungModulus = new("coatedElectrolyteYoungModulus", Measures.Modulus, "0.001 GPa", "2000 GPa", "Young's modulus of Li6PS5Cl coated with it.");
}
