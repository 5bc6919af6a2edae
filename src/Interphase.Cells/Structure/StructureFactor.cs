namespace Interphase.Cells;

/// <summary>What a material's own conductivity counts in that of the whole: the effective conductivity is the sum of factor times conductivity. docs/physics.md (102).</summary>
/// <param name="Role">The material's role: active, electrolyte, carbon.</param>
/// <param name="Factor">Change of the effective conductivity with this material's own.</param>
/// <param name="Error">One standard error of the factor; null where none is known.</param>
/// <param name="Conductivity">Its own conductivity with which it was measured, in any unit that all factors of a file share.</param>
public sealed record StructureFactor(string Role, double Factor, double? Error, double Conductivity);
