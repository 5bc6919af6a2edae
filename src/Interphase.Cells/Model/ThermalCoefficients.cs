namespace Interphase.Cells;

/// <summary>A cell of one temperature that exchanges heat with its surroundings.</summary>
/// <param name="HeatCapacity">J/m2/K, per area of the cell.</param>
/// <param name="HeatTransfer">W/m2/K, per area of the cell.</param>
public sealed record ThermalCoefficients(double HeatCapacity, double HeatTransfer);
