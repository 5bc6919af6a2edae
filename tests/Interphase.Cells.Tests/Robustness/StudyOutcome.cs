namespace Interphase.Cells.Tests;

/// <summary>How a random cell's run ended.</summary>
internal enum StudyOutcome
{
    /// <summary>At its limits of voltage and current, or at a time.</summary>
    Limit,

    /// <summary>All its steps took the time that they were given.</summary>
    Time,

    /// <summary>Its first step had a limit that was passed at the first instant.</summary>
    LimitAtStart,

    /// <summary>At a physical stop that is one.</summary>
    PhysicalStop,

    /// <summary>At a physical stop that is none.</summary>
    Unphysical,

    /// <summary>No solution was found.</summary>
    Failed,

    /// <summary>A value that is not finite, lithium that is lost, or more steps than a run may take.</summary>
    Faulty,
}
