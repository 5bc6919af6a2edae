namespace Interphase.Charts;

/// <summary>Points without a line.</summary>
/// <param name="Name">What the legend calls them; empty for no entry.</param>
/// <param name="X">Places along the horizontal axis.</param>
/// <param name="Y">Values, as many.</param>
public sealed record ScatterSeries(string Name, IReadOnlyList<double> X, IReadOnlyList<double> Y) : Series(Name)
{
    /// <summary>Values, as many as places.</summary>
    public IReadOnlyList<double> Y { get; } = Matching(Y, X, nameof(Y));

    /// <summary>The shape; null, the default, for the palette's.</summary>
    public Marker? Marker { get; init; }

    /// <summary>px, half the width of a point.</summary>
    public double Size { get; init; } = 3.2;

    /// <inheritdoc/>
    public override void Measure(Extent x, Extent y)
    {
        x.Include(X);
        y.Include(Y);
    }

    /// <inheritdoc/>
    public override void Draw(Canvas canvas) =>
        canvas.Marks(canvas.At(X, Y), Marker ?? canvas.Style().Marker, canvas.Style().Ink, Size);

    /// <inheritdoc/>
    public override IReadOnlyList<LegendEntry> Legend(Func<int, SeriesStyle> style) =>
        [new(Name) { Marker = Marker ?? style(0).Marker, MarkerInk = style(0).Ink }];
}
