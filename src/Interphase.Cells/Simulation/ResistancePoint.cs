using System.Collections.Immutable;

namespace Interphase.Cells;

/// <summary>What stands in the way of a discharge when half of what was charged before has come back: the parts of the voltage but the equilibrium, over the current.</summary>
/// <param name="Cycle">The cycle.</param>
/// <param name="Time">s since the start.</param>
/// <param name="Current">A/m2.</param>
/// <param name="Parts">ohm m2 each.</param>
public sealed record ResistancePoint(int Cycle, double Time, double Current, ImmutableArray<VoltagePart> Parts);
