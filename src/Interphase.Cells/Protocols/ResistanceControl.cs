namespace Interphase.Cells;

/// <summary>A constant load resistance, which discharges.</summary>
/// <param name="Resistance">ohm m2, > 0.</param>
public sealed record ResistanceControl(double Resistance) : Control;
