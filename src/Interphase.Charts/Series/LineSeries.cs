namespace Interphase.Charts;

/// <summary>A line through points in the order given, broken where a coordinate is not finite.</summary>
/// <param name="Name">What the legend calls it; empty for no entry.</param>
/// <param name="X">Places along the horizontal axis, in any order.</param>
/// <param name="Y">Values, as many.</param>
public sealed record LineSeries(string Name, IReadOnlyList<double> X, IReadOnlyList<double> Y) : Series(Name)
{
    /// <summary>Values, as many as places.</summary>
    public IReadOnlyList<double> Y { get; } = Matching(Y, X, nameof(Y));

    /// <summary>The pattern; null, the default, for the palette's.</summary>
    public LineDash? Dash { get; init; }

    /// <summary>px.</summary>
    public double Width { get; init; } = 1.8;

    /// <summary>True to mark every point.</summary>
    public bool ShowsPoints { get; init; }

    /// <inheritdoc/>
    public override void Measure(Extent x, Extent y)
    {
        x.Include(X);
        y.Include(Y);
    }

    /// <inheritdoc/>
    public override void Draw(Canvas canvas)
    {
        var points = canvas.At(X, Y);
        var style = canvas.Style();
        canvas.Curve(points, Stroke(style));
        if (ShowsPoints)
            canvas.Marks(points, style.Marker, style.Ink);
        else
            canvas.Marks([.. Lonely(points)], Marker.Circle, style.Ink, 2);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<LegendEntry> Legend(Func<int, SeriesStyle> style) =>
        [new(Name) { Line = Stroke(style(0)), Marker = ShowsPoints ? style(0).Marker : null, MarkerInk = style(0).Ink }];

    private Stroke Stroke(SeriesStyle style) => new(style.Ink, Width, Dash ?? style.Dash);

    // A point between two gaps has no line to show it.
    private static IEnumerable<PixelPoint> Lonely(IReadOnlyList<PixelPoint> points)
    {
        for (var index = 0; index < points.Count; index++)
        {
            if ((index == 0 || points[index - 1].IsGap) && (index == points.Count - 1 || points[index + 1].IsGap))
                yield return points[index];
        }
    }
}
