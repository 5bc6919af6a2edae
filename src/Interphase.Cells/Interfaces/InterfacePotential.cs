using Interphase.Descriptions;

namespace Interphase.Cells;

/// <summary>A potential of an electrode.</summary>
/// <param name="Name">The state of the cell.</param>
/// <param name="Voltage">V against lithium; null for a pair to which no lithium comes.</param>
/// <param name="Active">The active material's composition there; null where it is not known.</param>
internal sealed record InterfacePotential(string Name, double? Voltage, ChemicalFormula? Active);
