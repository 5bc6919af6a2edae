namespace Interphase.Cells;

/// <summary>The voltage at a moment, and its derivative by the parameter at that moment.</summary>
/// <param name="Time">s since the start.</param>
/// <param name="Voltage">V.</param>
/// <param name="Slope">V per SI unit of the parameter.</param>
public readonly record struct VoltageSensitivity(double Time, double Voltage, double Slope);
