namespace Interphase.Cells;

/// <summary>A constant current of a titration, towards a limit: charging where the limit lies above the voltage at its start, else discharging.</summary>
/// <param name="Magnitude">A/m2, > 0.</param>
/// <param name="Target">V.</param>
/// <param name="Variable">Which voltage the target is meant of.</param>
public sealed record PulseControl(double Magnitude, double Target, StepVariable Variable) : Control;
