using Interphase.Thermodynamics;

namespace Interphase.Cli;

/// <summary>The tables of <c>interphase window</c>.</summary>
internal static class WindowTables
{
    public static void Print(WindowAnswer answer, Terminal terminal)
    {
        ElectrochemicalWindow window = answer.Window;
        terminal.Heading($"{window.Formula}: {Verdict(window)}");
        if (answer.Shown.Count > 0)
        {
            terminal.Table(
                [" from V", " to V", " Li taken up", "products of one formula unit", ""],
                answer.Shown.Select(step => (string[])
                [
                    PhaseTables.Volts(step.From), step.To is null ? "any" : PhaseTables.Volts(Math.Min(step.To.Value, PairReaction.HighestVoltage)), PhaseTables.Signed(step.Lithium), PhaseTables.Products(step.Products),
                    step.Lithium.Sign == 0 ? "<- window" : "",
                ]));
        }
        Beside(answer, terminal);
        Topotactic(answer, terminal);
        PhaseTables.Remarks(terminal, answer.Remarks);
        PhaseTables.Scheme(terminal, window.Scheme, window.Biases);
    }

    private static void Beside(WindowAnswer answer, Terminal terminal)
    {
        if (answer.Alternatives.IsEmpty && answer.Practical is null) return;
        terminal.Heading("Side by side");
        terminal.Table(
            ["", " low V", " high V", ""],
            [
                .. answer.Alternatives.Prepend(answer.Window).Select(each => (string[])
                    [each.Scheme.Id, PhaseTables.Volts(each.Low), each.Exists && each.High is null ? "none" : PhaseTables.Volts(each.High), each.Exists ? each.Scheme.Name : each.Reason]),
                .. answer.Practical is { } practical ? (string[][])[["in practice", Limit(practical.Reduction), Limit(practical.Oxidation), "measured, not computed"]] : [],
            ]);
        foreach ((string what, PracticalLimit? limit) in ((string, PracticalLimit?)[])[("reduction", answer.Practical?.Reduction), ("oxidation", answer.Practical?.Oxidation)])
            if (limit is not null) terminal.Item($"{what} in practice: {limit} ({string.Join("; ", new[] { limit.SourceKey, limit.At }.Where(text => text.Length > 0))}){(limit.Note.Length > 0 ? $". {limit.Note}" : "")}");
    }

    private static void Topotactic(WindowAnswer answer, Terminal terminal)
    {
        if (answer.Topotactic.IsEmpty) return;
        terminal.Heading("Where the host stays as it is");
        terminal.Table(
            [" mean V", " Li exchanged", "between"],
            answer.Topotactic.Select(pair => (string[])[PhaseTables.Volts(pair.Voltage), PhaseTables.Amount(pair.Lithium), pair.Reaction.ToString()]));
    }

    private static string Limit(PracticalLimit? limit) => limit?.ToString() ?? "-";

    private static string Verdict(ElectrochemicalWindow window) => !window.Exists ? $"no window; {window.Reason}"
        : window.High is null ? $"keeps its lithium from {PhaseTables.Volts(window.Low)} V up; none is left to remove"
        : $"{(window.Low == 0 ? "stable against lithium metal, " : "")}keeps its lithium between {PhaseTables.Volts(window.Low)} and {PhaseTables.Volts(window.High)} V";
}
