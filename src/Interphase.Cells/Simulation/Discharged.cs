namespace Interphase.Cells;

/// <summary>What the discharges of a pass gave.</summary>
/// <param name="Charge">C/m2.</param>
/// <param name="Energy">J/m2.</param>
internal readonly record struct Discharged(double Charge, double Energy);
