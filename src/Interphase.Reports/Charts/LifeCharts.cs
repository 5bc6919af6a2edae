using Interphase.Charts;

namespace Interphase.Reports;

/// <summary>Capacity lost by cause and resistance by part, over the cycles.</summary>
internal static class LifeCharts
{
    // A part thinner than this share of the thickest is drawn with others like it.
    private const double LeastShare = 0.01;

    // Every band is two rims; what is smooth needs no more.
    private const int Columns = 140;

    public static Picture? Of(Overlay overlay, CellCurves cell)
    {
        List<Chart> panels = [];
        List<string> captions = [], small = [];
        // One cause has one colour in both panels.
        Dictionary<string, int> styles = new(StringComparer.Ordinal);
        if (cell.Cell.CapacityLosses is { Cycles.Count: > 1 } losses)
        {
            panels.Add(Panel("Capacity lost", overlay.Capacity.Unit, losses, overlay.Capacity[cell], small, styles));
            captions.Add("Capacity lost since the first cycle, by cause; what hangs below zero gives capacity back.");
        }

        if (cell.Cell.Resistances is { Cycles.Count: > 1 } resistances)
        {
            panels.Add(Panel("Resistance", overlay.Impedance.Unit, resistances, overlay.Impedance[cell], small, styles));
            captions.Add("What stands in the way half-way through the discharge of each cycle, by part.");
        }

        if (panels.Count == 0)
            return null;
        if (small.Count > 0)
            captions.Add($"Too thin for a band of their own: {string.Join(", ", small.Distinct())}.");
        return Picture.Stacked(overlay.IsSingle ? "How the cell ages" : $"How {cell.Cell.Name} ages", panels, string.Join(" ", captions), isWide: true, 310);
    }

    private static Chart Panel(string what, string unit, LifeBands given, double factor, List<string> small, Dictionary<string, int> styles)
    {
        double[] sums = [.. given.Cycles.Select((_, index) => given.Parts.Sum(part => part.Values[index]))];
        var rows = Thinning.Rows(given.Cycles, sums, Columns);
        var bands = new LifeBands(Doubles.At(given.Cycles, rows), [.. given.Parts.Select(part => new LifePart(part.Name, Doubles.At(part.Values, rows)))]);
        var largest = Doubles.Largest(bands.Parts, Size);
        List<LifePart> thick = [.. bands.Parts.Where(part => Size(part) >= LeastShare * largest)], thin = [.. bands.Parts.Where(part => Size(part) > 0 && !thick.Contains(part))];
        List<StackLayer> layers = [.. thick.Select(part => Layer(part.Name, Doubles.Of(part.Values, value => factor * value)))];
        if (thin.Count > 0)
        {
            small.AddRange(thin.Select(part => part.Name));
            double[] others = new double[bands.Cycles.Count];
            for (var index = 0; index < others.Length; index++)
                others[index] = factor * thin.Sum(part => part.Values[index]);
            layers.Add(Layer("others", others));
        }

        var last = bands.Parts.OrderByDescending(part => Math.Abs(part.Values[^1])).Select(part => $"{part.Name} {Numbers.Plain(factor * part.Values[^1], 3)} {unit}");
        return new Chart("", new Axis("Cycle") { IsWhole = true }, new Axis(what, unit), [new StackedBandSeries(bands.Cycles, layers)])
        {
            Legend = LegendPlacement.OutsideRight,
            Description = $"{what} over cycles {Numbers.Plain(bands.Cycles[0], 6)} to {Numbers.Plain(bands.Cycles[^1], 6)}; in the last one {string.Join(", ", last)}.",
        };

        StackLayer Layer(string name, double[] values)
        {
            if (!styles.TryGetValue(name, out var style))
                styles[name] = style = styles.Count;
            return new(name, values) { StyleIndex = style };
        }
    }

    private static double Size(LifePart part) => Math.Abs(Doubles.Extreme(part.Values));
}
