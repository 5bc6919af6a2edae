using System.Collections.Immutable;
using Interphase.Thermodynamics;

namespace Interphase.Cli;

/// <summary>A window with what stands beside it.</summary>
/// <param name="Window">Under the scheme that was asked for.</param>
/// <param name="Alternatives">Under the others.</param>
/// <param name="Practical">As measured; null where the library knows none.</param>
/// <param name="Topotactic">Voltages between lithium contents of the same host.</param>
/// <param name="Set">The phases.</param>
internal sealed record WindowAnswer(
    ElectrochemicalWindow Window, ImmutableArray<ElectrochemicalWindow> Alternatives, PracticalWindow? Practical, ImmutableArray<TopotacticVoltage> Topotactic, PhaseSet Set)
{
    /// <summary>The steps that begin below 5 V.</summary>
    public IReadOnlyList<WindowStep> Shown => [.. Window.Steps.Where(step => step.From < PairReaction.HighestVoltage)];

    /// <summary>What a user should know.</summary>
    public IReadOnlyList<string> Remarks =>
    [
        .. Window.Entry is null ? (string[])[PhaseTables.Missing(Window.Formula, Set)] : [],
        .. Window.EnergyAboveHull > 0 ? (string[])[$"{Window.Formula} is {PhaseTables.Energy(Window.EnergyAboveHull)} eV/atom above the hull: the window is that of what it decomposes into"] : [],
        .. Shown.Where(step => !step.Ties.IsEmpty).Select(step => $"from {PhaseTables.Volts(step.From)} V other products have the same energy; they may hold {string.Join(", ", step.Ties)}"),
        .. Set.Notes,
    ];
}
