namespace Interphase.Cells;

/// <summary>A cell of one temperature that warms by its losses and cools to its surroundings. docs/physics.md (40).</summary>
/// <param name="HeatCapacity">J/m2/K of cell area.</param>
/// <param name="HeatTransfer">W/m2/K of cell area.</param>
public sealed record ThermalCoefficients(double HeatCapacity, double HeatTransfer);
