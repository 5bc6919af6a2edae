namespace Interphase.Cells;

/// <summary>A number that was measured in a structure.</summary>
/// <param name="Value">In SI.</param>
/// <param name="Error">One standard error; null where one sample in one piece tells none.</param>
/// <param name="IsEstimate">Whether it follows from areas by mass, or from phases too thin to be measured, and not from the structure itself.</param>
public sealed record StructureValue(double Value, double? Error, bool IsEstimate = false);
