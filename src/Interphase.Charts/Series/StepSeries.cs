namespace Interphase.Charts;

/// <summary>A line of level treads and upright risers, for what holds over a stretch: a stability window, a protocol.</summary>
/// <param name="Name">What the legend calls it; empty for no entry.</param>
/// <param name="X">Places along the horizontal axis.</param>
/// <param name="Y">Values, as many.</param>
public sealed record StepSeries(string Name, IReadOnlyList<double> X, IReadOnlyList<double> Y) : Series(Name)
{
    /// <summary>Values, as many as places.</summary>
    public IReadOnlyList<double> Y { get; } = Matching(Y, X, nameof(Y));

    /// <summary>Where the line rises.</summary>
    public StepShape Shape { get; init; }

    /// <summary>The pattern; null, the default, for the palette's.</summary>
    public LineDash? Dash { get; init; }

    /// <inheritdoc/>
    public override void Measure(Extent x, Extent y)
    {
        x.Include(X);
        y.Include(Y);
    }

    /// <inheritdoc/>
    public override void Draw(Canvas canvas)
    {
        var corners = new List<PixelPoint>(2 * X.Count);
        for (var index = 0; index < X.Count; index++)
        {
            var point = canvas.At(X[index], Y[index]);
            if (index > 0 && !point.IsGap && !corners[^1].IsGap)
                AddRiser(corners, corners[^1], point);
            corners.Add(point);
        }

        canvas.Curve(corners, new(canvas.Style().Ink, Dash: Dash ?? canvas.Style().Dash));
    }

    /// <inheritdoc/>
    public override IReadOnlyList<LegendEntry> Legend(Func<int, SeriesStyle> style) => [new(Name) { Line = new(style(0).Ink, Dash: Dash ?? style(0).Dash) }];

    private void AddRiser(List<PixelPoint> corners, PixelPoint from, PixelPoint to)
    {
        var at = Shape switch { StepShape.HoldsAfter => to.X, StepShape.HoldsBefore => from.X, _ => (from.X + to.X) / 2 };
        corners.Add(new(at, from.Y));
        corners.Add(new(at, to.Y));
    }
}
