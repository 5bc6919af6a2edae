namespace Interphase.Descriptions;

/// <summary>The measures that rooms share.</summary>
public static class Measures
{
    /// <summary>A pure number.</summary>
    public static readonly Measure Number = new("a number without unit", "", MeasureKind.Number);

    /// <summary>A share from 0 to 1, or in percent.</summary>
    public static readonly Measure Share = new("a share (0 to 1, or in %)", "%", MeasureKind.Share);

    /// <summary>A share of mass.</summary>
    public static readonly Measure MassShare = new("a share of mass", "wt%", MeasureKind.MassShare);

    /// <summary>A share of volume.</summary>
    public static readonly Measure VolumeShare = new("a share of volume", "vol%", MeasureKind.VolumeShare);

    /// <summary>A volume fraction: a number, a percentage or vol%.</summary>
    public static readonly Measure VolumeFraction = new("a volume fraction (0 to 1, or in %)", "%", MeasureKind.VolumeFraction);

    /// <summary>A length.</summary>
    public static readonly Measure Length = new("a length", "um");

    /// <summary>An area.</summary>
    public static readonly Measure Area = new("an area", "cm2");

    /// <summary>A mass.</summary>
    public static readonly Measure Mass = new("a mass", "mg");

    /// <summary>A mass per area.</summary>
    public static readonly Measure ArealMass = new("a mass per area", "mg/cm2");

    /// <summary>A density.</summary>
    public static readonly Measure Density = new("a density", "g/cm3");

    /// <summary>A molar mass.</summary>
    public static readonly Measure MolarMass = new("a molar mass", "g/mol");

    /// <summary>A time.</summary>
    public static readonly Measure Time = new("a time", "s");

    /// <summary>An absolute temperature.</summary>
    public static readonly Measure Temperature = new("a temperature", "°C", MeasureKind.Temperature);

    /// <summary>A difference of temperatures.</summary>
    public static readonly Measure TemperatureDifference = new("a temperature difference", "K");

    /// <summary>A pressure, modulus or hardness.</summary>
    public static readonly Measure Pressure = new("a pressure", "MPa");

    /// <summary>A stiffness.</summary>
    public static readonly Measure Modulus = new("a modulus", "GPa");

    /// <summary>A fracture toughness.</summary>
    public static readonly Measure Toughness = new("a fracture toughness", "MPa·m^0.5");

    /// <summary>A voltage or potential.</summary>
    public static readonly Measure Voltage = new("a voltage", "V");

    /// <summary>A change of potential with temperature.</summary>
    public static readonly Measure EntropicCoefficient = new("a voltage per temperature", "mV/K");

    /// <summary>A current.</summary>
    public static readonly Measure Current = new("a current", "mA");

    /// <summary>A current per area.</summary>
    public static readonly Measure CurrentDensity = new("a current per area", "mA/cm2");

    /// <summary>A current per mass.</summary>
    public static readonly Measure SpecificCurrent = new("a current per mass", "mA/g");

    /// <summary>A multiple of 1C.</summary>
    public static readonly Measure Rate = new("a C-rate", new Unit("C", Dimension.None, 1, 0, UnitKind.Rate), MeasureKind.Rate);

    /// <summary>A charge or capacity.</summary>
    public static readonly Measure Charge = new("a capacity", "mAh");

    /// <summary>A capacity per area.</summary>
    public static readonly Measure ArealCapacity = new("a capacity per area", "mAh/cm2");

    /// <summary>A capacity per mass.</summary>
    public static readonly Measure SpecificCapacity = new("a capacity per mass", "mAh/g");

    /// <summary>An energy per mass.</summary>
    public static readonly Measure SpecificEnergy = new("an energy per mass", "Wh/kg");

    /// <summary>An energy per volume.</summary>
    public static readonly Measure EnergyDensity = new("an energy per volume", "Wh/L");

    /// <summary>An energy per particle.</summary>
    public static readonly Measure Energy = new("an energy per particle", "eV");

    /// <summary>An energy per amount.</summary>
    public static readonly Measure MolarEnergy = new("an energy per amount", "kJ/mol");

    /// <summary>A conductivity.</summary>
    public static readonly Measure Conductivity = new("a conductivity", "S/cm");

    /// <summary>A resistance times an area.</summary>
    public static readonly Measure ArealResistance = new("a resistance times area", "ohm cm2");

    /// <summary>A diffusivity.</summary>
    public static readonly Measure Diffusivity = new("a diffusivity", "cm2/s");

    /// <summary>A concentration.</summary>
    public static readonly Measure Concentration = new("a concentration", "mol/m3");

    /// <summary>A capacitance per area.</summary>
    public static readonly Measure ArealCapacitance = new("a capacitance per area", "F/m2");

    /// <summary>An area per mass.</summary>
    public static readonly Measure SpecificArea = new("an area per mass", "m2/g");

    /// <summary>An area per volume.</summary>
    public static readonly Measure VolumetricArea = new("an area per volume", "1/m");

    /// <summary>A length per volume.</summary>
    public static readonly Measure VolumetricLength = new("a length per volume", "1/m2");

    /// <summary>A heat capacity per mass.</summary>
    public static readonly Measure HeatCapacity = new("a heat capacity per mass", "J/kg/K");

    /// <summary>A thermal conductivity.</summary>
    public static readonly Measure ThermalConductivity = new("a thermal conductivity", "W/m/K");

    /// <summary>Every measure above, for naming a dimension in a message.</summary>
    internal static readonly Measure[] All =
    [
        Number, Length, Area, Mass, ArealMass, Density, MolarMass, Time, TemperatureDifference, Pressure, Toughness, Voltage, Current, CurrentDensity,
        SpecificCurrent, Charge, ArealCapacity, SpecificCapacity, SpecificEnergy, EnergyDensity, Energy, MolarEnergy, Conductivity, ArealResistance,
        Diffusivity, Concentration, ArealCapacitance, SpecificArea, VolumetricArea, VolumetricLength, HeatCapacity, ThermalConductivity, EntropicCoefficient,
    ];

    /// <summary>What a unit measures, in words for a message.</summary>
    internal static string Describe(Unit unit) => unit.Kind switch
    {
        UnitKind.Share => "a share",
        UnitKind.MassShare => MassShare.Name,
        UnitKind.VolumeShare => VolumeShare.Name,
        UnitKind.AmountShare => "a share of amount",
        UnitKind.Celsius => "a temperature in °C",
        UnitKind.Rate => Rate.Name,
        _ => All.FirstOrDefault(measure => measure.Dimension == unit.Dimension)?.Name ?? $"a quantity in {unit.Dimension}",
    };
}
