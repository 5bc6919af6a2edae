using Interphase.Charts;
using Interphase.Thermodynamics;

namespace Interphase.Cli;

/// <summary>The chart of <c>interphase react</c>.</summary>
internal static class ReactionCharts
{
    /// <summary>Energies against the mixing fraction.</summary>
    public static string Svg(PairReaction found)
    {
        double[] fractions = [.. found.Kinks.Select(kink => kink.FractionA.ToDouble())];
        string unit = found.Voltage is null ? "meV/atom" : "meV per atom other than lithium";
        ReferenceLine[] least = found.Reacts ? [new(ReferenceDirection.Horizontal, 1000 * found.MutualEnergy, $"least mutual energy {PhaseTables.Milli(found.MutualEnergy)}")] : [];
        string state = found.Voltage is { } voltage ? $"open to lithium at {PhaseTables.Volts(voltage)} V" : "closed";
        return SvgRenderer.Render(
            new Chart(
                $"{PhaseTables.Marked(found.A.Text)} with {PhaseTables.Marked(found.B.Text)}, {state}", new Axis($"Share of atoms from {PhaseTables.Marked(found.A.Text)}") { Range = new AxisRange(0, 1) }, new Axis($"Energy, {unit}"),
                [
                    new LineSeries("mutual, beyond each alone", fractions, [.. found.Kinks.Select(kink => 1000 * kink.MutualEnergy)]) { ShowsPoints = true },
                    new LineSeries("the whole reaction", fractions, [.. found.Kinks.Select(kink => 1000 * kink.Energy)]) { ShowsPoints = true, Dash = LineDash.Dashed },
                ])
            {
                Annotations = least,
                Description = $"Energy of {found.A} with {found.B} against the share of atoms from {found.A}, {state}; {(found.Reacts ? $"the least is {1000 * found.MutualEnergy:0.0} {unit}, {found.Minimum.Reaction.InWholeNumbers()}" : "they do not react with each other")}.",
            },
            Theme.Auto, new ChartSize(760, 460));
    }
}
