using System.Collections.Immutable;

namespace Interphase.Cells;

/// <summary>A measured profile, in straight lines between its points; it ends with its last point.</summary>
/// <param name="Times">s since the start of the step, ascending, the first 0.</param>
/// <param name="Values">A/m2 or W/m2, > 0 charges.</param>
/// <param name="IsPower">Whether the values are powers.</param>
public sealed record ProfileControl(ImmutableArray<double> Times, ImmutableArray<double> Values, bool IsPower) : Control;
