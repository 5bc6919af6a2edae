using System.Collections.Immutable;

namespace Interphase.Cells;

/// <summary>What of a run is wanted.</summary>
public sealed record RunOptions
{
    /// <summary>Cycles up to which all are kept when none are chosen.</summary>
    public const int AllKept = 50;

    /// <summary>Cycles whose loss is told by cause, at most.</summary>
    public const int MostAttributed = 20;

    /// <summary>Time between rows, s; null for as many as the curve needs.</summary>
    public double? Every { get; init; }

    /// <summary>How far a straight line between two rows may be from the voltage, V.</summary>
    public double Straightness { get; init; } = 4e-5;

    /// <summary>Cycles that are kept; null for all of a short run and a choice of a long one.</summary>
    public ImmutableArray<int>? Cycles { get; init; }

    /// <summary>Whether profiles across electrodes and particles are wanted at the end of each step of kept cycles.</summary>
    public bool Profiles { get; init; }

    /// <summary>Whether the loss of chosen cycles is wanted by cause, in a cell at whose boundaries something happens.</summary>
    public bool Attribution { get; init; } = true;

    /// <summary>Threads for what is done beside the run.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Whether it is wanted where spectra come from; without it a spectrum costs a good deal less.</summary>
    public bool SpectrumParts { get; init; } = true;

    /// <summary>Whether the loss budget is wanted.</summary>
    public bool Budget { get; init; } = true;
}
