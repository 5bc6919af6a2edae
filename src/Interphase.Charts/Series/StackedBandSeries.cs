namespace Interphase.Charts;

/// <summary>Bands on top of each other, for the parts of a whole along an axis; what is negative hangs below zero, and a line then tells the sum.</summary>
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
        foreach (var (_, upper, lower) in Bands())
        {
            y.Include(upper);
            y.Include(lower);
        }
    }

    /// <inheritdoc/>
    public override void Draw(Canvas canvas)
    {
        foreach (var (layer, far, near) in Bands())
        {
            var rim = canvas.At(X, far);
            var style = canvas.Style(Style(layer));
            canvas.Area(rim, canvas.At(X, near), style.Ink, Opacity);
            canvas.Hatch(rim, canvas.At(X, near), style.Hatch, new(canvas.Background, 1.1));
            canvas.Curve(rim, new(canvas.Background, 0.8));
        }

        if (HasNegative)
            canvas.Curve(canvas.At(X, Sums()), new(canvas.Foreground, 1.6));
    }

    /// <inheritdoc/>
    public override IReadOnlyList<LegendEntry> Legend(Func<int, SeriesStyle> style) =>
    [
        .. Layers.Select((layer, index) => new LegendEntry(layer.Name) { Fill = style(Style(index)).Ink, FillOpacity = Opacity, Hatch = style(Style(index)).Hatch }).Reverse(),
        .. HasNegative ? [new LegendEntry("sum") { Line = new(new(Theme.Light.Foreground, Theme.Dark.Foreground), 1.6) }] : (IEnumerable<LegendEntry>)[],
    ];

    private int Style(int layer) => Layers[layer].StyleIndex ?? layer;

    private bool HasNegative => Layers.Any(layer => layer.Values.Any(value => value < 0));

    /// <summary>The bands with their layer: what is positive from zero up, then what is negative from zero down; the far rim and the near one.</summary>
    internal IReadOnlyList<(int Layer, double[] Far, double[] Near)> Bands()
    {
        var bands = new List<(int, double[], double[])>();
        foreach (var sign in (ReadOnlySpan<int>)[1, -1])
        {
            var near = Broken(new double[X.Count]);
            for (var layer = 0; layer < Layers.Count; layer++)
            {
                var values = Layers[layer].Values;
                if (sign < 0 && !values.Any(value => value < 0))
                    continue;
                double[] far = [.. near.Select((rim, index) => rim + (sign * values[index] > 0 ? values[index] : 0))];
                bands.Add((layer, far, near));
                near = far;
            }
        }

        return bands;
    }

    /// <summary>The sum of all layers at each place.</summary>
    internal double[] Sums() => Broken([.. X.Select((_, index) => Layers.Sum(layer => layer.Values[index]))]);

    // A gap in one layer is a gap in the whole.
    private double[] Broken(double[] rim)
    {
        for (var index = 0; index < X.Count; index++)
        {
            if (!Layers.All(layer => double.IsFinite(layer.Values[index])))
                rim[index] = double.NaN;
        }

        return rim;
    }
}
