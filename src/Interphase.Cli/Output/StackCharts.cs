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
        string[] names = [.. shown.Select(contact => $"{PhaseTables.Marked(contact.A.Material)} | {PhaseTables.Marked(contact.B.Material)}")];
        List<BarSet> sets = [];
        foreach (string state in (ReadOnlySpan<string>)["discharged", "charged", "at its potential", "closed"])
        {
            double[] values = [.. shown.Select(contact => contact.State(state) is { } at ? -1000 * at.MutualEnergy : double.NaN)];
            if (values.Any(double.IsFinite)) sets.Add(new(state, values));
        }
        return SvgRenderer.Render(
            new Chart("Driving force of what touches", new Axis(), new Axis("Mutual energy, meV per atom other than lithium, below zero"), [new BarSeries(names, sets)]), Theme.Auto,
            new ChartSize(Math.Max(560, 150 + 105 * shown.Length), 460));
    }
}
