using Interphase.Charts;
using Interphase.Thermodynamics;

namespace Interphase.Cli;

/// <summary>The chart of <c>interphase react --sweep</c>.</summary>
internal static class SweepCharts
{
    /// <summary>The least mutual energy against voltage, with the windows of both.</summary>
    public static string Svg(PairSweep found)
    {
        List<Charts.Annotation> marks = [];
        foreach (ElectrochemicalWindow? window in (ReadOnlySpan<ElectrochemicalWindow?>)[found.WindowA, found.WindowB])
            if (window is { Exists: true }) marks.Add(new ShadedRange(ReferenceDirection.Vertical, window.Low!.Value, Math.Min(window.High ?? PairReaction.HighestVoltage, PairReaction.HighestVoltage), $"window of {PhaseTables.Marked(window.Formula.Text)}"));
        if (found.Worst.Reacts) marks.Add(new Note(found.Worst.Voltage!.Value, 1000 * found.MutualEnergy, $"{PhaseTables.Milli(found.MutualEnergy)} meV at {PhaseTables.Volts(found.Worst.Voltage)} V"));
        return SvgRenderer.Render(
            new Chart(
                $"{PhaseTables.Marked(found.A.Text)} with {PhaseTables.Marked(found.B.Text)}, open to lithium", new Axis("Voltage against lithium", "V") { Range = new AxisRange(0, PairReaction.HighestVoltage) },
                new Axis("Least mutual energy, meV per atom other than lithium"), [new LineSeries("least mutual energy", [.. found.Steps.SelectMany(step => (double[])[step.From, step.To])], [.. found.Steps.SelectMany(step => (double[])[1000 * step.MutualEnergyFrom, 1000 * step.MutualEnergyTo])])])
            {
                Annotations = marks,
                Legend = LegendPlacement.None,
            },
            Theme.Auto, new ChartSize(760, 460));
    }
}
