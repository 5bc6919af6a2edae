using Interphase.Descriptions;

namespace Interphase.Cells;

/// <summary>A solid of a cell.</summary>
/// <param name="Path">Where the cell file has it, such as <c>cathode.active.coating</c>.</param>
/// <param name="Material">Its name.</param>
/// <param name="Formula">Its composition as made; null where nobody gave one.</param>
public sealed record CellSolid(string Path, string Material, ChemicalFormula? Formula);
