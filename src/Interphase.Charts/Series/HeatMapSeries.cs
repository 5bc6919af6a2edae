namespace Interphase.Charts;

/// <summary>A coloured cell for every value of a grid, the lowest row at the bottom, with a colour bar.</summary>
/// <param name="Name">What the colours mean; written beside the colour bar.</param>
/// <param name="Grid">The values; no colour where one is not finite.</param>
public sealed record HeatMapSeries(string Name, ValueGrid Grid) : Series(Name)
{
    // Up to here every cell is a rectangle and stays sharp at any size; beyond, a picture of one dot a pixel is smaller.
    private const int MostRectangles = 2500;

    /// <summary>The unit of the values; may be empty.</summary>
    public string Unit { get; init; } = "";

    /// <summary>The colours.</summary>
    public ColourMap Map { get; init; } = ColourMap.Sequential;

    /// <summary>The values at the ends of the colours; null, the default, for the smallest and the largest.</summary>
    public AxisRange? Range { get; init; }

    /// <summary>The scale of the colours.</summary>
    public AxisScale Scale { get; init; }

    /// <inheritdoc/>
    public override ColourScale ColourScale => new(Map, Range ?? Grid.RangeOn(Scale), Name, Unit, Scale);

    /// <inheritdoc/>
    public override void Measure(Extent x, Extent y)
    {
        foreach (var border in ValueGrid.Borders(Grid.X, x.Scale))
            x.IncludeEdge(border);
        foreach (var border in ValueGrid.Borders(Grid.Y, y.Scale))
            y.IncludeEdge(border);
    }

    /// <inheritdoc/>
    public override void Draw(Canvas canvas)
    {
        var across = Pixels(ValueGrid.Borders(Grid.X, canvas.XScale), canvas.X);
        var upwards = Pixels(ValueGrid.Borders(Grid.Y, canvas.YScale), canvas.Y);
        if (Grid.Values.Count <= MostRectangles)
            DrawRectangles(canvas, across, upwards);
        else
            DrawPicture(canvas, across, upwards);
    }

    /// <summary>None: the colour bar says it.</summary>
    /// <param name="style">Not used.</param>
    public override IReadOnlyList<LegendEntry> Legend(Func<int, SeriesStyle> style) => [];

    private static double[] Pixels(double[] borders, Func<double, double> place) => [.. borders.Select(place)];

    private void DrawRectangles(Canvas canvas, double[] across, double[] upwards)
    {
        var colours = ColourScale;
        for (var row = 0; row < Grid.Y.Count; row++)
        {
            for (var column = 0; column < Grid.X.Count; column++)
            {
                if (colours.Of(Grid[column, row]) is { } colour)
                    canvas.Box(new(across[column], upwards[row]), new(across[column + 1], upwards[row + 1]), Ink.Fixed(colour), crisp: true);
            }
        }
    }

    private void DrawPicture(Canvas canvas, double[] across, double[] upwards)
    {
        var colours = ColourScale;
        Raster.Draw(canvas, PixelBox.Around(new(across[0], upwards[0]), new(across[^1], upwards[^1])), (x, y) =>
        {
            var (column, row) = (Raster.Interval(across, x), Raster.Interval(upwards, y));
            return column < 0 || row < 0 ? null : colours.Of(Grid[column, row]);
        });
    }
}
