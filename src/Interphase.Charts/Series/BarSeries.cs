namespace Interphase.Charts;

/// <summary>Upright bars from zero over named places, in groups or in stacks.</summary>
/// <param name="Names">The places, from left to right.</param>
/// <param name="Sets">The bars of each colour, a value for each place.</param>
public sealed record BarSeries(IReadOnlyList<string> Names, IReadOnlyList<BarSet> Sets) : Series("")
{
    private const double Share = 0.72;

    /// <summary>The bars of each colour.</summary>
    public IReadOnlyList<BarSet> Sets { get; } = Sets.All(set => set.Values.Count == Names.Count && (set.Errors?.Count ?? Names.Count) == Names.Count)
        ? Sets
        : throw new ArgumentException($"Every set of bars has a value for each of the {Names.Count} places.", nameof(Sets));

    /// <summary>Side by side, the default, or stacked.</summary>
    public BarArrangement Arrangement { get; init; }

    /// <inheritdoc/>
    public override int StyleCount => Sets.Count;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Categories => Names;

    /// <inheritdoc/>
    public override void Measure(Extent x, Extent y)
    {
        y.IncludeEdge(0);
        foreach (var bar in Bars())
        {
            y.Include(bar.From);
            y.Include(bar.To);
            y.Include(bar.To + bar.Error);
            y.Include(bar.To - bar.Error);
        }
    }

    /// <inheritdoc/>
    public override void Draw(Canvas canvas)
    {
        foreach (var bar in Bars())
        {
            var (left, right) = Sides(bar);
            canvas.Box(new(canvas.X(left), Foot(canvas, bar.From)), canvas.At(right, bar.To), canvas.Style(bar.Set).Ink);
            if (bar.Error > 0)
                DrawError(canvas, (left + right) / 2, bar);
        }

        var zero = canvas.Y(0);
        canvas.Curve([new(canvas.Plot.Left, zero), new(canvas.Plot.Right, zero)], new(canvas.Foreground, 1));
    }

    /// <inheritdoc/>
    public override IReadOnlyList<LegendEntry> Legend(Func<int, SeriesStyle> style)
    {
        var entries = Sets.Select((set, index) => new LegendEntry(set.Name) { Fill = style(index).Ink });
        return [.. Arrangement == BarArrangement.Stacked ? entries.Reverse() : entries];
    }

    // A logarithmic axis has no zero to stand on; its bars stand on the bottom of the plot.
    private static double Foot(Canvas canvas, double value) => double.IsNaN(canvas.Y(value)) ? canvas.Plot.Bottom : canvas.Y(value);

    private static void DrawError(Canvas canvas, double x, Bar bar)
    {
        var (low, high, gap) = (canvas.At(x, bar.To - bar.Error), canvas.At(x, bar.To + bar.Error), new PixelPoint(double.NaN, double.NaN));
        PixelPoint[] outline =
        [
            low with { X = low.X - 4 }, low with { X = low.X + 4 }, gap, low, high, gap, high with { X = high.X - 4 }, high with { X = high.X + 4 },
        ];
        canvas.Curve(outline, new(canvas.Foreground, 1.1));
    }

    private (double Left, double Right) Sides(Bar bar)
    {
        if (Arrangement == BarArrangement.Stacked)
            return (bar.Place - (Share / 2), bar.Place + (Share / 2));
        var width = Share / Sets.Count;
        var left = bar.Place - (Share / 2) + (bar.Set * width);
        var gap = Sets.Count > 1 ? 0.04 * width : 0;
        return (left + gap, left + width - gap);
    }

    private IEnumerable<Bar> Bars()
    {
        var up = new double[Names.Count];
        var down = new double[Names.Count];
        for (var set = 0; set < Sets.Count; set++)
        {
            for (var place = 0; place < Names.Count; place++)
            {
                var value = Sets[set].Values[place];
                if (!Extent.IsUsable(value))
                    continue;
                if (Arrangement == BarArrangement.Grouped)
                {
                    var error = Sets[set].Errors?[place] ?? 0;
                    yield return new(set, place, 0, value, Extent.IsUsable(error) ? Math.Max(error, 0) : 0);
                    continue;
                }

                var heights = value < 0 ? down : up;
                yield return new(set, place, heights[place], heights[place] + value, 0);
                heights[place] += value;
            }
        }
    }

    private readonly record struct Bar(int Set, int Place, double From, double To, double Error);
}
