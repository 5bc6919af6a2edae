using Interphase.Charts;
using Interphase.Thermodynamics;

namespace Interphase.Cli;

/// <summary>The chart of <c>interphase screen coatings</c>.</summary>
internal static class ScreenCharts
{
    /// <summary>Mutual energies with both sides; the coatings that the literature uses by name.</summary>
    public static string Svg(CoatingScreen found, int top)
    {
        CoatingCandidate[] others = [.. found.Candidates.Skip(top)];
        CoatingCandidate[] best = [.. found.Candidates.Take(top)];
        return SvgRenderer.Render(
            new Chart(
                $"Coatings between {PhaseTables.Marked(found.Cathode.Text)} and {PhaseTables.Marked(found.Electrolyte.Text)}", new Axis("Mutual energy with the cathode", "meV/atom"), new Axis("Mutual energy with the electrolyte", "meV/atom"),
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
