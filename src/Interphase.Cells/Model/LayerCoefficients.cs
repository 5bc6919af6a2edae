namespace Interphase.Cells;

/// <summary>A layer of the separator.</summary>
/// <param name="Thickness">m.</param>
/// <param name="Conductivity">S/m at the reference of <paramref name="Activation"/>.</param>
/// <param name="Activation">How the conductivity changes with temperature.</param>
/// <param name="InterfaceResistance">ohm m2, of its contact towards the cathode.</param>
public sealed record LayerCoefficients(double Thickness, double Conductivity, ThermalLaw Activation, double InterfaceResistance);
