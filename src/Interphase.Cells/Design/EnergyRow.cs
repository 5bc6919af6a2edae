namespace Interphase.Cells;

/// <summary>An energy and what it is divided by.</summary>
/// <param name="Basis">One of <see cref="Bases"/>.</param>
/// <param name="PerVolume">Whether it is per volume (J/m3), not per mass (J/kg).</param>
/// <param name="Value">J/kg or J/m3.</param>
/// <param name="Divisor">What it is divided by, in words: the masses or thicknesses that enter.</param>
/// <param name="ImpliedMeanVoltage">For a row that a source states: the mean voltage that it takes, V.</param>
/// <param name="Remark">What differs and why, in a line.</param>
public sealed record EnergyRow(string Basis, bool PerVolume, Derived Value, string Divisor, Derived? ImpliedMeanVoltage = null, string? Remark = null);
