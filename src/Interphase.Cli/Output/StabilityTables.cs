using Interphase.Thermodynamics;

namespace Interphase.Cli;

/// <summary>The tables of <c>interphase stability</c>.</summary>
internal static class StabilityTables
{
    public static void Print(Stability found, IReadOnlyList<Stability> others, PhaseSet set, Terminal terminal)
    {
        terminal.Heading($"{found.Formula}: {Verdict(found)}");
        List<string[]> rows = [];
        if (found.Entry is { } entry) rows.Add(["formation energy", $"{PhaseTables.Energy(entry.FormationEnergy)} eV/atom", entry.Id]);
        rows.Add(["energy of the hull", $"{PhaseTables.Energy(found.HullEnergy)} eV/atom", found.IsStable ? "" : found.Decomposition.InWholeNumbers().ToString()]);
        if (found.EnergyAboveHull is { } above) rows.Add(["above the hull", $"{PhaseTables.Energy(above)} eV/atom", ""]);
        if (found is { IsStable: true, DecompositionEnergy: { } energy, Competition: { } competition }) rows.Add(["stabilised by", $"{PhaseTables.Energy(-energy)} eV/atom", $"against {competition.InWholeNumbers()}"]);
        terminal.Table(["", " value", ""], rows);
        if (others.Count > 0)
        {
            terminal.Heading("Under other schemes");
            terminal.Table(["scheme", "verdict", "decomposition"], others.Select(other => (string[])[other.Scheme.Id, Verdict(other), other.IsStable ? "" : other.Decomposition.InWholeNumbers().ToString()]));
        }
        PhaseTables.Remarks(terminal, Remarks(found, set));
        PhaseTables.Scheme(terminal, found.Scheme, found.Biases);
    }

    /// <summary>What a user should know.</summary>
    public static IReadOnlyList<string> Remarks(Stability found, PhaseSet set) =>
    [
        .. found.Entry is null ? (string[])[PhaseTables.Missing(found.Formula, set)] : [],
        .. found.Ties.IsEmpty ? [] : (string[])[$"other products have the same energy; they may hold {string.Join(", ", found.Ties)}"],
        .. set.Notes,
    ];

    private static string Verdict(Stability found) => found.EnergyAboveHull is not { } above ? "not in the set"
        : found.IsStable ? "stable, on the hull"
        : $"{PhaseTables.Energy(above)} eV/atom above the hull";
}
