namespace Interphase.Cells;

/// <summary>A layer of the separator.</summary>
/// <param name="Thickness">m.</param>
/// <param name="Conductivity">S/m at the reference of <paramref name="Activation"/>.</param>
/// <param name="Activation">How the conductivity changes with temperature.</param>
/// <param name="InterfaceResistance">ohm m2, of its contact towards the cathode.</param>
public sealed record LayerCoefficients(double Thickness, double Conductivity, ThermalLaw Activation, double InterfaceResistance)
{
    /// <summary>Share of the layer's resistance that its grain boundaries make, 0 to 1; known to the impedance only.</summary>
    public double GrainBoundaryShare { get; init; }

    /// <summary>Capacitance of the layer's grain boundaries together, F/m2 of cell; 0 where there is none.</summary>
    public double GrainBoundaryCapacitance { get; init; }

    /// <summary>Capacitance of the contact towards the cathode, F/m2; 0 where there is none.</summary>
    public double InterfaceCapacitance { get; init; }

    /// <summary>Pores that the cell's liquid fills; null in a cell without one.</summary>
    public PoreCoefficients? Pores { get; init; }

    /// <summary>What the contact towards the cathode comes to resist more, ohm m2 per root of a second; 0 where it does not.</summary>
    public double InterfaceGrowth { get; init; }

    /// <summary>How that changes with temperature.</summary>
    public ThermalLaw InterfaceGrowthActivation { get; init; } = ThermalLaw.None;
}
