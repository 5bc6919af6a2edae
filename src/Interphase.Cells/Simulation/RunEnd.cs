using Interphase.Descriptions;

namespace Interphase.Cells;

/// <summary>How a run ended, and where it could go no further.</summary>
/// <param name="Exit">How.</param>
/// <param name="Time">When, s since the start.</param>
/// <param name="Step">The step that ended it, from 1.</param>
/// <param name="Variable">What came to its end; null after a run that was completed.</param>
/// <param name="Place">Where.</param>
/// <param name="Value">Its value there.</param>
/// <param name="Detail">In words, with what is likely to be changed.</param>
public sealed record RunEnd(ExitKind Exit, double Time, int Step, string? Variable, string? Place, double? Value, string Detail)
{
    /// <summary>What of the cell file kept the equations from a solution; null where that is not known, or nothing failed.</summary>
    public Problem? Fault { get; init; }

    /// <summary>Cycles that were jumped over.</summary>
    public int Jumped { get; init; }

    /// <summary>How far jumps may have moved a capacity, as a share of the first cycle's.</summary>
    public double JumpError { get; init; }

    /// <summary>What a mesh twice as fine moves the discharge of the last cycle whose losses were told, with boundaries as they had become, as a share of the first cycle's; null where that was not asked for.</summary>
    public double? AgedError { get; init; }
}
