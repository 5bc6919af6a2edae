namespace Interphase.Cells;

/// <summary>A part of the boundary between active material and electrolyte.</summary>
/// <param name="Share">Of the boundary.</param>
/// <param name="Resistance">Of what covers it, ohm m2.</param>
/// <param name="Grows">Whether the film of an oxidised electrolyte grows on it.</param>
public sealed record BoundaryPart(double Share, double Resistance, bool Grows);
