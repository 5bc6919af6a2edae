namespace Interphase.Charts;

/// <summary>Points with error bars upwards and downwards, and sideways where given.</summary>
/// <param name="Name">What the legend calls them; empty for no entry.</param>
/// <param name="X">Places along the horizontal axis.</param>
/// <param name="Y">Values, as many.</param>
/// <param name="YError">Half the length of each bar, as many; not finite or negative for none.</param>
public sealed record ErrorBarSeries(string Name, IReadOnlyList<double> X, IReadOnlyList<double> Y, IReadOnlyList<double> YError) : Series(Name)
{
    private const double Cap = 3.5;

    /// <summary>Values, as many as places.</summary>
    public IReadOnlyList<double> Y { get; } = Matching(Y, X, nameof(Y));

    /// <summary>Half the length of each bar, as many as places.</summary>
    public IReadOnlyList<double> YError { get; } = Matching(YError, X, nameof(YError));

    /// <summary>Half the length of each sideways bar, as many as places; null for none.</summary>
    public IReadOnlyList<double>? XError { get; init; }

    /// <summary>The shape; null, the default, for the palette's.</summary>
    public Marker? Marker { get; init; }

    /// <inheritdoc/>
    public override void Measure(Extent x, Extent y)
    {
        for (var index = 0; index < X.Count; index++)
        {
            foreach (var sign in (int[])[-1, 0, 1])
            {
                y.Include(Y[index] + (sign * Length(YError[index])));
                x.Include(X[index] + (sign * Length(SidewaysError(index))));
            }
        }
    }

    /// <inheritdoc/>
    public override void Draw(Canvas canvas)
    {
        var style = canvas.Style();
        for (var index = 0; index < X.Count; index++)
        {
            var (dx, dy) = (Length(SidewaysError(index)), Length(YError[index]));
            if (dy > 0)
                Bar(canvas, canvas.At(X[index], Y[index] - dy), canvas.At(X[index], Y[index] + dy), new(0, Cap));
            if (dx > 0)
                Bar(canvas, canvas.At(X[index] - dx, Y[index]), canvas.At(X[index] + dx, Y[index]), new(Cap, 0));
        }

        canvas.Marks(canvas.At(X, Y), Marker ?? style.Marker, style.Ink);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<LegendEntry> Legend(Func<int, SeriesStyle> style) =>
        [new(Name) { Line = new(style(0).Ink, 1.2), Marker = Marker ?? style(0).Marker, MarkerInk = style(0).Ink }];

    private static double Length(double error) => Extent.IsUsable(error) && error > 0 ? error : 0;

    // The caps stand across the bar: along x for a bar that runs along y.
    private static void Bar(Canvas canvas, PixelPoint from, PixelPoint to, PixelPoint along)
    {
        var gap = new PixelPoint(double.NaN, double.NaN);
        canvas.Curve(
            [
                new(from.X - along.Y, from.Y - along.X), new(from.X + along.Y, from.Y + along.X), gap, from, to, gap,
                new(to.X - along.Y, to.Y - along.X), new(to.X + along.Y, to.Y + along.X),
            ],
            new(canvas.Style().Ink, 1.2));
    }

    private double SidewaysError(int index) => XError is { } errors ? errors[index] : 0;
}
