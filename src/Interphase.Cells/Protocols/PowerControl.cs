namespace Interphase.Cells;

/// <summary>A constant power.</summary>
/// <param name="Density">W/m2, > 0 charges.</param>
public sealed record PowerControl(double Density) : Control;
