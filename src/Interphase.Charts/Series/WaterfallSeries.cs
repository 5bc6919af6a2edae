namespace Interphase.Charts;

/// <summary>A budget: from a start, every gain and loss as a floating bar, down to what is left.</summary>
/// <param name="Start">Where it starts.</param>
/// <param name="Steps">Gains and losses, in order.</param>
/// <param name="EndLabel">What the sum is called; empty to leave it out.</param>
public sealed record WaterfallSeries(WaterfallStep Start, IReadOnlyList<WaterfallStep> Steps, string EndLabel) : Series("")
{
    private const double Half = 0.34;

    /// <summary>What is left: the start and all steps together.</summary>
    public double End => Levels()[^1];

    /// <inheritdoc/>
    public override int StyleCount => 3;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Categories =>
        [Start.Label, .. Steps.Select(step => step.Label), .. EndLabel.Length > 0 ? (string[])[EndLabel] : []];

    /// <inheritdoc/>
    public override void Measure(Extent x, Extent y)
    {
        y.IncludeEdge(0);
        var levels = Levels();
        y.Include(levels);

        // Room for the values above the highest and below the lowest bar.
        var room = 0.06 * (Math.Max(levels.Max(), 0) - Math.Min(levels.Min(), 0));
        y.Include(levels.Max() + room);
        if (levels.Min() < 0)
            y.Include(levels.Min() - room);
    }

    /// <inheritdoc/>
    public override void Draw(Canvas canvas)
    {
        var levels = Levels();
        foreach (var (place, from, to, part) in Bars())
            canvas.Box(At(canvas, place - Half, from), At(canvas, place + Half, to), canvas.Style(part).Ink);
        var last = EndLabel.Length > 0 ? levels.Length : levels.Length - 1;
        for (var place = 0; place < last; place++)
            canvas.Curve([canvas.At(place + Half, levels[place]), canvas.At(place + 1 - Half, levels[place])], new(canvas.Muted, 1));
        canvas.Curve([new(canvas.Plot.Left, canvas.Y(0)), new(canvas.Plot.Right, canvas.Y(0))], new(canvas.Foreground, 1));
    }

    /// <inheritdoc/>
    public override void DrawLabels(Canvas canvas)
    {
        var largest = Bars().Max(bar => Math.Abs(bar.To - bar.From));
        var decimals = largest > 0 ? Math.Clamp(2 - (int)Math.Floor(Math.Log10(largest)), 0, 9) : 0;
        foreach (var (place, from, to, part) in Bars())
        {
            var text = (part == 2 ? "+" : "") + LinearTicks.Plain(to - from, decimals);
            var (top, bottom) = (canvas.At(place, Math.Max(from, to)), canvas.At(place, Math.Min(from, to)));
            PixelPoint above = top with { Y = top.Y - 10 }, below = bottom with { Y = bottom.Y + 10 };
            canvas.LabelAt(part == 0 && to < 0 ? [below, above] : [above, below], text);
        }
    }

    /// <summary>None: the steps carry their names.</summary>
    /// <param name="style">Not used.</param>
    public override IReadOnlyList<LegendEntry> Legend(Func<int, SeriesStyle> style) => [];

    // On a logarithmic axis there is no zero to stand on.
    private static PixelPoint At(Canvas canvas, double place, double value) =>
        new(canvas.X(place), double.IsNaN(canvas.Y(value)) ? canvas.Plot.Bottom : canvas.Y(value));

    private static double Height(WaterfallStep step) => Extent.IsUsable(step.Value) ? step.Value : 0;

    private double[] Levels()
    {
        var levels = new double[Steps.Count + 1];
        levels[0] = Height(Start);
        for (var index = 0; index < Steps.Count; index++)
            levels[index + 1] = levels[index] + Height(Steps[index]);
        return levels;
    }

    // Part 0 of the palette is for totals, 1 for losses, 2 for gains.
    private IEnumerable<(int Place, double From, double To, int Part)> Bars()
    {
        var levels = Levels();
        yield return (0, 0, levels[0], 0);
        for (var index = 1; index < levels.Length; index++)
            yield return (index, levels[index - 1], levels[index], levels[index] < levels[index - 1] ? 1 : 2);
        if (EndLabel.Length > 0)
            yield return (levels.Length, 0, levels[^1], 0);
    }
}
