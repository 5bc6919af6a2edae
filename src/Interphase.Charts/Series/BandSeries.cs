namespace Interphase.Charts;

/// <summary>A shaded band between two limits, for spread or confidence; draw it before its line, on the same <see cref="Series.PaletteIndex"/>.</summary>
/// <param name="Name">What the legend calls it; empty for no entry.</param>
/// <param name="X">Places along the horizontal axis.</param>
/// <param name="Lower">Lower limits, as many.</param>
/// <param name="Upper">Upper limits, as many.</param>
public sealed record BandSeries(string Name, IReadOnlyList<double> X, IReadOnlyList<double> Lower, IReadOnlyList<double> Upper) : Series(Name)
{
    /// <summary>Lower limits, as many as places.</summary>
    public IReadOnlyList<double> Lower { get; } = Matching(Lower, X, nameof(Lower));

    /// <summary>Upper limits, as many as places.</summary>
    public IReadOnlyList<double> Upper { get; } = Matching(Upper, X, nameof(Upper));

    /// <summary>0 to 1.</summary>
    public double Opacity { get; init; } = 0.22;

    /// <inheritdoc/>
    public override void Measure(Extent x, Extent y)
    {
        x.Include(X);
        y.Include(Lower);
        y.Include(Upper);
    }

    /// <inheritdoc/>
    public override void Draw(Canvas canvas) => canvas.Area(canvas.At(X, Upper), canvas.At(X, Lower), canvas.Style().Ink, Opacity);

    /// <inheritdoc/>
    public override IReadOnlyList<LegendEntry> Legend(Func<int, SeriesStyle> style) => [new(Name) { Fill = style(0).Ink, FillOpacity = Opacity }];
}
