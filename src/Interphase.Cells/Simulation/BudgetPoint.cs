using System.Collections.Immutable;

namespace Interphase.Cells;

/// <summary>What the voltage is made of at one moment. docs/physics.md (45).</summary>
/// <param name="Time">s since the start.</param>
/// <param name="Cycle">The cycle.</param>
/// <param name="Step">The step as carried out.</param>
/// <param name="Charge">Net charge since the start, C/m2.</param>
/// <param name="Voltage">V between the terminals.</param>
/// <param name="Parts">The parts, each by its own formula.</param>
public sealed record BudgetPoint(double Time, int Cycle, int Step, double Charge, double Voltage, ImmutableArray<VoltagePart> Parts)
{
    /// <summary>Sum of the parts, V.</summary>
    public double Sum => Parts.Sum(part => part.Value);
}
