using Interphase.Charts;
using Interphase.Thermodynamics;

namespace Interphase.Cli;

/// <summary>The chart of <c>interphase screen coatings</c>.</summary>
internal static class ScreenCharts
{
    private const double Margin = 1.2, Least = 20;

    /// <summary>Mutual energies with both sides; the coatings that the literature uses by name.</summary>
    public static string Svg(CoatingScreen found, int top)
    {
        CoatingCandidate[] others = [.. found.Candidates.Skip(top)];
        CoatingCandidate[] best = [.. found.Candidates.Take(top)];
        // What lies far outside is of no use, and would press the rest into a corner.
        double reach = Margin * best.Concat(found.Usual).Select(each => -1000 * Math.Min(each.WithCathode.MutualEnergy, each.WithElectrolyte.MutualEnergy)).DefaultIfEmpty(0).Max() + Least;
        var range = new AxisRange(-reach, 0.04 * reach);
        return SvgRenderer.Render(
            new Chart(
                $"Coatings between {PhaseTables.Marked(found.Cathode.Text)} and {PhaseTables.Marked(found.Electrolyte.Text)}", new Axis("Mutual energy with the cathode", "meV/atom") { Range = range }, new Axis("Mutual energy with the electrolyte", "meV/atom") { Range = range },
                [Points("ranked", others), Points($"best {best.Length}", best), Points("in the literature", found.Usual)])
            {
                Annotations = [.. found.Usual.Select(each => new Note(1000 * each.WithCathode.MutualEnergy, 1000 * each.WithElectrolyte.MutualEnergy, PhaseTables.Marked(each.Entry.Name)))],
                Legend = LegendPlacement.OutsideRight,
            },
            Theme.Auto, new ChartSize(860, 520));
    }

    private static ScatterSeries Points(string name, IReadOnlyList<CoatingCandidate> candidates) =>
        new(name, [.. candidates.Select(each => 1000 * each.WithCathode.MutualEnergy)], [.. candidates.Select(each => 1000 * each.WithElectrolyte.MutualEnergy)]);
}
