namespace Interphase.Cells;

/// <summary>A part of a loss.</summary>
/// <param name="Cause">Such as <c>cathode films</c>.</param>
/// <param name="Charge">C/m2.</param>
public sealed record CapacityPart(string Cause, double Charge);
