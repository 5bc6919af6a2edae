using System.Globalization;
using System.Text;
using Interphase.Thermodynamics;

namespace Interphase.Cli;

/// <summary>The tables of <c>interphase screen coatings</c>.</summary>
internal static class ScreenTables
{
    private static readonly string[] Head = [" rank", "coating", "kind", " worst", " with cathode", " with electrolyte", " at lowest V", " at highest V", " above hull", " window V"];

    public static void Print(CoatingScreen found, int top, PhaseSet set, Terminal terminal)
    {
        terminal.Heading($"Coatings between {found.Cathode} and {found.Electrolyte}, {found.Options.LowVoltage:0.###} to {found.Options.HighVoltage:0.###} V");
        terminal.Line($"bare, the two have a mutual energy of {PhaseTables.Energy(found.Bare.MutualEnergy)} eV/atom; {found.Candidates.Length} phases ranked by the strongest of their driving forces, all in eV/atom");
        terminal.Table(Head, found.Candidates.Take(top).Select(Row));
        terminal.Heading("What the literature uses");
        terminal.Table(Head, found.Usual.Select(Row));
        PhaseTables.Remarks(terminal, Remarks(found, set));
        PhaseTables.Scheme(terminal, found.Scheme, found.Bare.Biases);
    }

    /// <summary>What a user should know.</summary>
    public static IReadOnlyList<string> Remarks(CoatingScreen found, PhaseSet set) =>
    [
        .. found.Missing.IsEmpty ? [] : (string[])[$"not in the set {found.Scheme.Id}: {string.Join(", ", found.Missing)}"],
        .. found.Usual.Any(candidate => !candidate.IsRanked) ? (string[])["in brackets: the rank that a phase would have which the ranking leaves out (it holds no lithium, or is too far above the hull)"] : [],
        "equilibrium only: whether a phase conducts lithium, blocks electrons or covers a surface is not looked at",
        .. ReactionTables.Remarks(found.Bare, set),
    ];

    /// <summary>Every phase that was ranked.</summary>
    public static string Csv(CoatingScreen found)
    {
        var text = new StringBuilder("Rank / 1,Formula,Id,Kind,Worst / eV,With Cathode / eV,With Electrolyte / eV,At Lowest Voltage / eV,At Highest Voltage / eV,Above Hull / eV,Window Low / V,Window High / V\n");
        foreach (CoatingCandidate each in found.Candidates)
            text.Append(CultureInfo.InvariantCulture, $"{each.Rank},{each.Entry.Name},{each.Entry.Id},{each.Kind},{each.Worst:G8},{each.WithCathode.MutualEnergy:G8},{each.WithElectrolyte.MutualEnergy:G8},{each.AtLowVoltage:G8},{each.AtHighVoltage:G8},{each.EnergyAboveHull:G8},{each.Window.Low:G8},{each.Window.High:G8}\n");
        return text.ToString();
    }

    private static string[] Row(CoatingCandidate each) =>
    [
        each.IsRanked ? each.Rank.ToString(CultureInfo.InvariantCulture) : $"({each.Rank})", each.Entry.Name, each.Kind, PhaseTables.Energy(each.Worst), PhaseTables.Energy(each.WithCathode.MutualEnergy), PhaseTables.Energy(each.WithElectrolyte.MutualEnergy),
        PhaseTables.Energy(each.AtLowVoltage), PhaseTables.Energy(each.AtHighVoltage), PhaseTables.Energy(each.EnergyAboveHull),
        !each.Window.Exists ? "none" : $"{PhaseTables.Volts(each.Window.Low)}-{(each.Window.High is null ? "" : PhaseTables.Volts(each.Window.High))}",
    ];
}
