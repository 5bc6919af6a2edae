using Interphase.Measurements;

namespace Interphase.Reports;

/// <summary>A cell in a report, measured or simulated. Only name and recording are needed; what is left out is left out of the page.</summary>
/// <param name="Name">What tables and legends call it.</param>
/// <param name="Series">Its recording, with time, voltage and current.</param>
public sealed record ReportCell(string Name, Recording Series)
{
    /// <summary>Its cycles; null, the default, for those of <see cref="CycleTable.From"/>.</summary>
    public IReadOnlyList<CycleRow>? Cycles { get; init; }

    /// <summary>Mass of active material, kg, > 0; null where unknown. Capacities are per gram where every cell has it.</summary>
    public double? ActiveMass { get; init; }

    /// <summary>Area, m2, > 0; null where unknown. Capacities are per square centimetre where every cell has it and some have no mass; currents and impedances wherever every cell has it.</summary>
    public double? Area { get; init; }

    /// <summary>The voltage of one step by its parts; null for none.</summary>
    public LossBands? Losses { get; init; }

    /// <summary>Capacity lost since the first cycle by cause, Ah; null for none.</summary>
    public LifeBands? CapacityLosses { get; init; }

    /// <summary>What stands in the way of the cycles' discharges by part, ohm; null for none.</summary>
    public LifeBands? Resistances { get; init; }

    /// <summary>Impedance spectra.</summary>
    public IReadOnlyList<Spectrum> Spectra { get; init; } = [];

    /// <summary>Figures beyond those that the page derives from the recording.</summary>
    public IReadOnlyList<KeyFigure> Figures { get; init; } = [];

    /// <summary>Why the run ended; may be empty.</summary>
    public string Exit { get; init; } = "";

    /// <summary>What a reader should be warned of.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>The protocol, a sentence each.</summary>
    public IReadOnlyList<string> Protocol { get; init; } = [];

    /// <summary>The values that the result stands on, defaults and assumptions among them.</summary>
    public IReadOnlyList<ProvenanceRow> Provenance { get; init; } = [];

    /// <summary>The files that were read.</summary>
    public IReadOnlyList<ReportInput> Inputs { get; init; } = [];
}
