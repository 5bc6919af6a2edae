using System.Collections.Immutable;

namespace Interphase.Cells;

/// <summary>Where the lithium of a cell is, at the start and at the end of a run. docs/physics.md (127).</summary>
/// <param name="Start">mol/m2 by entry.</param>
/// <param name="End">mol/m2 by entry.</param>
public sealed record LithiumLedger(ImmutableArray<LedgerEntry> Start, ImmutableArray<LedgerEntry> End)
{
    /// <summary>By how much the sum of all entries has changed, as a share of it.</summary>
    public double Error
    {
        get
        {
            double before = Start.Sum(entry => entry.Amount), after = End.Sum(entry => entry.Amount);
            return before == 0 ? 0 : (after - before) / before;
        }
    }
}
