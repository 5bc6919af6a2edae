namespace Interphase.Cells;

/// <summary>A constant current; 0 is a rest.</summary>
/// <param name="Density">A/m2, > 0 charges.</param>
public sealed record CurrentControl(double Density) : Control;
