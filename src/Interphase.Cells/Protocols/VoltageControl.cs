namespace Interphase.Cells;

/// <summary>A constant potential.</summary>
/// <param name="Value">V.</param>
/// <param name="Variable">Which: <see cref="StepVariable.Voltage"/>, <see cref="StepVariable.CathodePotential"/> or <see cref="StepVariable.AnodePotential"/>.</param>
public sealed record VoltageControl(double Value, StepVariable Variable = StepVariable.Voltage) : Control;
