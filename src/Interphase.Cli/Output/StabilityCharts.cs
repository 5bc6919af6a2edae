using Interphase.Charts;
using Interphase.Thermodynamics;

namespace Interphase.Cli;

/// <summary>The chart of <c>interphase stability</c>.</summary>
internal static class StabilityCharts
{
    /// <summary>The energy of decomposition under every scheme; null where none has the phase.</summary>
    public static string? Svg(Stability found, IReadOnlyList<Stability> others)
    {
        Stability[] known = [.. others.Prepend(found).Where(each => each.DecompositionEnergy is not null)];
        if (known.Length == 0) return null;
        var bars = new BarSeries([.. known.Select(each => each.Scheme.Id)], [new("", [.. known.Select(each => 1000 * each.DecompositionEnergy!.Value)])]);
        return SvgRenderer.Render(
            new Chart($"{PhaseTables.Marked(found.Formula.Text)} against all other phases", new Axis(), new Axis("Energy above them", "meV/atom"), [bars])
            {
                Description = $"Decomposition energy of {found.Formula}: {string.Join(", ", known.Select(each => $"{1000 * each.DecompositionEnergy!.Value:0.0} meV/atom in {each.Scheme.Id}"))}.",
            },
            Theme.Auto, new ChartSize(560, 400));
    }
}
