namespace Interphase.Cells;

/// <summary>Why a step ended.</summary>
public enum StepEnd
{
    /// <summary>One of its limits was reached.</summary>
    Limit,

    /// <summary>One of its limits was passed at its first instant: it took no time.</summary>
    LimitAtStart,

    /// <summary>It takes no time by itself.</summary>
    Done,

    /// <summary>The cell can go no further: something is empty, full or carries all that it can.</summary>
    PhysicalStop,

    /// <summary>Somebody asked to stop.</summary>
    Cancelled,

    /// <summary>The equations could not be solved although nothing is at its end.</summary>
    Failed,
}
