namespace Interphase.Cells;

/// <summary>How a run ended.</summary>
public enum ExitKind
{
    /// <summary>Every step was carried out.</summary>
    Completed,

    /// <summary>The cell could go no further.</summary>
    PhysicalStop,

    /// <summary>No step could begin: each limit was passed at its first instant.</summary>
    LimitAtStart,

    /// <summary>Somebody asked to stop.</summary>
    Cancelled,

    /// <summary>The equations could not be solved.</summary>
    Failed,
}
