using Interphase.Descriptions;

namespace Interphase.Cells;

/// <summary>What a cell file says of a layer of the separator.</summary>
public static class SeparatorFields
{
    /// <summary>Material.</summary>
    public static readonly TextField Material = new("material", "The electrolyte, by its name in the library.");

    /// <summary>Mass.</summary>
    public static readonly QuantityField Mass = new("mass", Measures.Mass, "1e-3 mg", "1e7 mg", "Mass of the layer.");

    /// <summary>Thickness.</summary>
    public static readonly QuantityField Thickness = new("thickness", Measures.Length, "0.001 um", "100 mm", "Thickness of the layer.");

    /// <summary>Porosity.</summary>
    public static readonly QuantityField Porosity = new("porosity", Measures.VolumeFraction, "0", "0.95", "Share of the volume that is void; the conductivity of the material is that of the pressed layer.");

    /// <summary>Resistance of an interface.</summary>
    public static readonly QuantityField InterfaceResistance = new("interfaceResistance", Measures.ArealResistance, "0 ohm cm2", "1e9 ohm cm2", "Resistance of the contact of this layer with what follows it towards the cathode.");

    /// <summary>Growth of an interface.</summary>
    public static readonly PropertyField InterfaceGrowth = new("interfaceGrowth", new Measure("a resistance times area per root of time", "ohm cm2/h^0.5"), "0 ohm cm2/h^0.5", "1e9 ohm cm2/h^0.5", "What that contact comes to resist more by the root of time: two electrolytes that react with each other.") { MayBeActivated = true };

    /// <summary>Capacitance of an interface.</summary>
    public static readonly QuantityField InterfaceCapacitance = new("interfaceCapacitance", Measures.ArealCapacitance, "0 F/m2", "1e4 F/m2", "Capacitance of that contact, beside its resistance; it shows in an impedance alone.");

    /// <summary>Share of the grain boundaries.</summary>
    public static readonly QuantityField GrainBoundaryShare = new("grainBoundaryShare", Measures.Share, "0", "1", "Share of the layer's resistance that lies in grain boundaries.");

    /// <summary>Capacitance of the grain boundaries.</summary>
    public static readonly QuantityField GrainBoundaryCapacitance = new("grainBoundaryCapacitance", Measures.ArealCapacitance, "0 F/m2", "1e4 F/m2", "Capacitance of all grain boundaries of the layer together, beside their resistance; it shows in an impedance alone.");
}
