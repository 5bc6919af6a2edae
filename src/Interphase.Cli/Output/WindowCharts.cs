using Interphase.Charts;
using Interphase.Thermodynamics;

namespace Interphase.Cli;

/// <summary>The chart of <c>interphase window</c>.</summary>
internal static class WindowCharts
{
    private const int MostPairs = 3;

    /// <summary>Lithium taken up against voltage, the window shaded.</summary>
    public static string Svg(WindowAnswer answer)
    {
        const double end = PairReaction.HighestVoltage;
        IReadOnlyList<WindowStep> steps = answer.Shown;
        List<Series> series =
        [
            new StepSeries("lithium taken up", [.. steps.Select(step => step.From), end], [.. steps.Select(step => step.Lithium.ToDouble()), steps[^1].Lithium.ToDouble()]),
        ];
        List<Charts.Annotation> marks = [];
        if (answer.Window.Exists) marks.Add(new ShadedRange(ReferenceDirection.Vertical, answer.Window.Low!.Value, Math.Min(answer.Window.High ?? end, end), "window"));
        foreach (ElectrochemicalWindow other in answer.Alternatives)
            if (other.High is { } high && high < end && (answer.Window.High is not { } own || Math.Abs(own - high) > 5e-4)) marks.Add(new ReferenceLine(ReferenceDirection.Vertical, high, $"upper end, {other.Scheme.Id}"));
        if (answer.Practical?.Reduction is { } reduction) marks.Add(new ReferenceLine(ReferenceDirection.Vertical, reduction.Voltage, $"reduced in practice, {reduction}"));
        if (answer.Practical?.Oxidation is { } oxidation) marks.Add(new ReferenceLine(ReferenceDirection.Vertical, oxidation.Voltage, $"oxidised in practice, {oxidation}"));
        foreach (TopotacticVoltage pair in answer.Topotactic.Where(pair => pair.Voltage is > 0 and < end && pair.Lithiated == answer.Window.Entry).OrderBy(pair => pair.Voltage).Take(MostPairs))
            marks.Add(new ReferenceLine(ReferenceDirection.Vertical, pair.Voltage, PhaseTables.Marked($"{pair.Lithiated.Name} / {pair.Delithiated.Name}")));
        return SvgRenderer.Render(
            new Chart($"{PhaseTables.Marked(answer.Window.Formula.Text)} at equilibrium, {answer.Window.Scheme.Id}", new Axis("Voltage against lithium", "V") { Range = new AxisRange(0, end) }, new Axis("Lithium taken up per formula unit"), series)
            {
                Annotations = marks,
                Legend = LegendPlacement.None,
            },
            Theme.Auto, new ChartSize(760, 460));
    }
}
