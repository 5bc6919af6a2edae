namespace Interphase.Cells;

/// <summary>A voltage that moves at a constant rate from where it is to a target, and ends there.</summary>
/// <param name="Rate">V/s, > 0.</param>
/// <param name="Target">V.</param>
/// <param name="Variable">Which voltage.</param>
public sealed record SweepControl(double Rate, double Target, StepVariable Variable = StepVariable.Voltage) : Control;
