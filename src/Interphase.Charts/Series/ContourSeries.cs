namespace Interphase.Charts;

/// <summary>Lines of equal value over a grid, with their values, and the steps between them filled or not.</summary>
/// <param name="Name">What the values mean; written beside the colour bar.</param>
/// <param name="Grid">The values, at least two columns and two rows; no line passes a cell with a corner that is not finite.</param>
public sealed record ContourSeries(string Name, ValueGrid Grid) : Series(Name)
{
    private const int LevelsWanted = 12;

    // A coarse grid is cut finer before it is traced, so that lines follow the bilinear surface that the fill shows.
    private const int PartsWanted = 80;

    /// <summary>The values of the lines, rising; null, the default, for round ones.</summary>
    public IReadOnlyList<double>? Levels { get; init; }

    /// <summary>The unit of the values; may be empty.</summary>
    public string Unit { get; init; } = "";

    /// <summary>The colours.</summary>
    public ColourMap Map { get; init; } = ColourMap.Sequential;

    /// <summary>The values at the ends of the colours; null, the default, for the smallest and the largest.</summary>
    public AxisRange? Range { get; init; }

    /// <summary>True to fill between the lines; false, the default, for coloured lines alone.</summary>
    public bool IsFilled { get; init; }

    /// <summary>False to leave out the values on the lines.</summary>
    public bool ShowsValues { get; init; } = true;

    /// <inheritdoc/>
    public override ColourScale ColourScale
    {
        get
        {
            var range = Range ?? Grid.RangeOn(AxisScale.Linear);
            return new(Map, range, Name, Unit) { Levels = IsFilled ? [.. Lines(range).Select(line => line.Value)] : null };
        }
    }

    /// <inheritdoc/>
    public override void Measure(Extent x, Extent y)
    {
        foreach (var place in Grid.X)
            x.IncludeEdge(place);
        foreach (var place in Grid.Y)
            y.IncludeEdge(place);
    }

    /// <inheritdoc/>
    public override void Draw(Canvas canvas)
    {
        var (across, upwards) = Nodes(canvas);
        var fine = Fine();
        var colours = ColourScale;
        if (IsFilled)
            Fill(canvas, across, upwards, colours);
        foreach (var level in Lines(colours.Range))
        {
            var ink = IsFilled ? Ink.Fixed(new(0, 0, 0)) : Ink.Fixed(colours.Of(level.Value) ?? default);
            foreach (var line in Traced(fine, across, upwards, level.Value))
            {
                // A dark line on a dark page, or a yellow one on a white page, is lost without a seam around it.
                if (!IsFilled)
                    canvas.Curve(line, new(canvas.Muted, 3.2, Opacity: 0.35));
                canvas.Curve(line, new(ink, IsFilled ? 0.7 : 1.6, Opacity: IsFilled ? 0.55 : 1));
            }
        }
    }

    /// <inheritdoc/>
    public override void DrawLabels(Canvas canvas)
    {
        if (!ShowsValues)
            return;
        var (across, upwards) = Nodes(canvas);
        var fine = Fine();
        foreach (var level in Lines(ColourScale.Range))
        {
            if (Traced(fine, across, upwards, level.Value).MaxBy(line => line.Count) is not { } longest)
                continue;
            PixelPoint[] places = [.. ((double[])[0.5, 0.35, 0.65, 0.2, 0.8]).Select(part => longest[(int)(part * (longest.Count - 1))])];
            canvas.LabelAt(places, level.Label);
        }
    }

    /// <summary>None: the colour bar and the values on the lines say it.</summary>
    /// <param name="style">Not used.</param>
    public override IReadOnlyList<LegendEntry> Legend(Func<int, SeriesStyle> style) => [];

    private (double[] Across, double[] Upwards) Nodes(Canvas canvas) => ([.. Grid.X.Select(canvas.X)], [.. Grid.Y.Select(canvas.Y)]);

    private IReadOnlyList<Tick> Lines(AxisRange range)
    {
        if (Levels is not null)
            return [.. Levels.Where(Extent.IsUsable).Select(level => new Tick(level, ChartText.Number(level)))];
        return [.. LinearTicks.Within(range, LevelsWanted).Ticks.Select(tick => tick with { Label = ChartText.Number(tick.Value) })];
    }

    private ValueGrid Fine() => Grid.Refined(Parts(Grid.X.Count), Parts(Grid.Y.Count));

    private static int Parts(int nodes) => nodes < 2 ? 1 : Math.Max(1, PartsWanted / (nodes - 1));

    private static IEnumerable<IReadOnlyList<PixelPoint>> Traced(ValueGrid fine, double[] across, double[] upwards, double level) =>
        from line in ContourTracer.Trace(fine, level)
        select (IReadOnlyList<PixelPoint>)[.. line.Select(place => new PixelPoint(At(across, At(fine.X, place.Column)), At(upwards, At(fine.Y, place.Row))))];

    private static double At(IReadOnlyList<double> places, double index)
    {
        var low = Math.Min((int)index, places.Count - 2);
        return places[low] + ((index - low) * (places[low + 1] - places[low]));
    }

    private void Fill(Canvas canvas, double[] across, double[] upwards, ColourScale colours)
    {
        if (across.Length < 2 || upwards.Length < 2 || across.Concat(upwards).Any(double.IsNaN))
            return;
        Raster.Draw(canvas, PixelBox.Around(new(across[0], upwards[0]), new(across[^1], upwards[^1])), (x, y) =>
        {
            var (column, row) = (Raster.Interval(across, x), Raster.Interval(upwards, y));
            if (column < 0 || row < 0)
                return null;
            var (right, up) = ((x - across[column]) / (across[column + 1] - across[column]), (y - upwards[row]) / (upwards[row + 1] - upwards[row]));
            return colours.Of(Grid.Between(Math.Min(column + right, Grid.X.Count - 1), Math.Min(row + up, Grid.Y.Count - 1)));
        });
    }
}
