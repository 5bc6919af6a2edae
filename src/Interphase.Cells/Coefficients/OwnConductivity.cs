namespace Interphase.Cells;

/// <summary>What one material of a composite conducts of a carrier.</summary>
/// <param name="Role">Its role.</param>
/// <param name="Value">Its own conductivity at the cell's temperature, S/m.</param>
/// <param name="Law">How it changes with temperature.</param>
/// <param name="Factor">What the closed form leaves of it in the composite.</param>
internal sealed record OwnConductivity(string Role, double Value, ThermalLaw Law, double Factor);
