using Interphase.Cells;
using Interphase.Charts;

namespace Interphase.Cli;

/// <summary>The chart of <c>interphase stack</c>.</summary>
internal static class StackCharts
{
    private const int Most = 10;

    /// <summary>How strongly the worst pairs react, discharged and charged.</summary>
    public static string Svg(CellInterfaces found)
    {
        CellContact[] shown = [.. found.Contacts.Take(Most)];
        string[] names = [.. shown.Select(contact => $"{PhaseTables.Marked(contact.A.Material)} | {PhaseTables.Marked(contact.B.Material)}{(contact.Where.Contains("the anode", StringComparison.Ordinal) || contact.Where.StartsWith("anode", StringComparison.Ordinal) ? ", anode" : "")}")];
        List<BarSet> sets = [];
        foreach (string state in (ReadOnlySpan<string>)["discharged", "charged", "at its potential", "closed"])
        {
            double[] values = [.. shown.Select(contact => contact.State(state) is { } at ? -1000 * at.MutualEnergy : double.NaN)];
            if (values.Any(value => value > 0)) sets.Add(new(state, values));
        }
        if (sets.Count == 0) sets.Add(new("", [.. shown.Select(_ => 0.0)]));
        return SvgRenderer.Render(
            new Chart("How strongly the solids that touch react with each other", new Axis(), new Axis("Driving force, meV per atom other than lithium"), [new BarSeries(names, sets)]), Theme.Auto,
            new ChartSize(Math.Max(560, 150 + 105 * shown.Length), 460));
    }
}
