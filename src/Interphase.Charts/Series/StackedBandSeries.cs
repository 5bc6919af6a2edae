namespace Interphase.Charts;

/// <summary>Bands on top of each other, for the parts of a whole along an axis; the upper rim of the last one is the sum.</summary>
/// <param name="X">Places along the horizontal axis.</param>
/// <param name="Layers">The bands from the ground up. Where one is not finite, all break.</param>
public sealed record StackedBandSeries(IReadOnlyList<double> X, IReadOnlyList<StackLayer> Layers) : Series("")
{
    private const double Opacity = 0.85;

    /// <summary>The bands from the ground up.</summary>
    public IReadOnlyList<StackLayer> Layers { get; } = Layers.All(layer => layer.Values.Count == X.Count)
        ? Layers
        : throw new ArgumentException($"Every layer has a value for each of the {X.Count} places.", nameof(Layers));

    /// <inheritdoc/>
    public override int StyleCount => Layers.Count;

    /// <inheritdoc/>
    public override void Measure(Extent x, Extent y)
    {
        foreach (var place in X)
            x.IncludeEdge(place);
        y.IncludeEdge(0);
        foreach (var rim in Rims())
            y.Include(rim);
    }

    /// <inheritdoc/>
    public override void Draw(Canvas canvas)
    {
        var rims = Rims();
        for (var layer = 0; layer < Layers.Count; layer++)
        {
            var upper = canvas.At(X, rims[layer + 1]);
            canvas.Area(upper, canvas.At(X, rims[layer]), canvas.Style(layer).Ink, Opacity);
            canvas.Curve(upper, new(canvas.Background, 0.8));
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<LegendEntry> Legend(Func<int, SeriesStyle> style) =>
        [.. Layers.Select((layer, index) => new LegendEntry(layer.Name) { Fill = style(index).Ink, FillOpacity = Opacity }).Reverse()];

    /// <summary>The rims between the bands: zero everywhere, then the sum of the first layer, of the first two, and so on.</summary>
    internal IReadOnlyList<double[]> Rims()
    {
        var rims = new List<double[]> { new double[X.Count] };
        foreach (var layer in Layers)
            rims.Add([.. layer.Values.Select((value, index) => rims[^1][index] + value)]);

        // A gap in one layer is a gap in the whole.
        for (var index = 0; index < X.Count; index++)
        {
            if (double.IsFinite(rims[^1][index]))
                continue;
            foreach (var rim in rims)
                rim[index] = double.NaN;
        }

        return rims;
    }
}
