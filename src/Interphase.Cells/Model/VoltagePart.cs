namespace Interphase.Cells;

/// <summary>A part of a voltage.</summary>
/// <param name="Name">What it is, such as <c>kinetics</c>.</param>
/// <param name="Value">V.</param>
public sealed record VoltagePart(string Name, double Value);
