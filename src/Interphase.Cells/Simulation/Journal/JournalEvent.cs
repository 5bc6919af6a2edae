namespace Interphase.Cells;

/// <summary>Kinds of entries in a journal.</summary>
internal enum JournalEvent : byte
{
    /// <summary>A row of a kept cycle.</summary>
    KeptRow = 1,

    /// <summary>A row that is only counted.</summary>
    Row,

    /// <summary>A step's end.</summary>
    Step,

    /// <summary>A point of the loss budget.</summary>
    Budget,

    /// <summary>A profile.</summary>
    Profile,

    /// <summary>What a step left.</summary>
    Undelivered,

    /// <summary>A spectrum.</summary>
    Spectrum,

    /// <summary>A resistance.</summary>
    Resistance,

    /// <summary>A product.</summary>
    Appearance,

    /// <summary>All that is needed to go on from here.</summary>
    Checkpoint = 255,
}
