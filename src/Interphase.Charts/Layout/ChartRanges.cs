namespace Interphase.Charts;

/// <summary>The ranges of the axes: as asked for, or what the data need.</summary>
internal sealed class ChartRanges
{
    private readonly Chart _chart;

    public ChartRanges(Chart chart)
    {
        _chart = chart;
        var x = new Extent(chart.Across.Scale);
        var left = new Extent(chart.Y.Scale);
        var right = new Extent(chart.SecondY?.Scale ?? AxisScale.Linear);
        foreach (var series in chart.Series)
            series.Measure(x, chart.IsOnRight(series) ? right : left);
        foreach (var annotation in chart.Annotations)
            annotation.Measure(x, left);
        if (chart.Categories.Count > 0)
        {
            x.IncludeEdge(-0.5);
            x.IncludeEdge(chart.Categories.Count - 0.5);
        }

        X = chart.Across.Range ?? x.ToRange();
        Left = chart.Y.Range ?? left.ToRange();
        Right = chart.SecondY?.Range ?? right.ToRange();
    }

    public AxisRange X { get; }

    public AxisRange Left { get; }

    public AxisRange Right { get; }

    /// <summary>Makes a unit equally long on both axes: a range that is free grows; where it is not, or a map fills it, the plot shrinks.</summary>
    public (PixelBox Plot, AxisRange X, AxisRange Y) WithEqualAspect(PixelBox plot)
    {
        var (perX, perY) = (plot.Width / X.Span, plot.Height / Left.Span);
        if (perX > perY)
        {
            return _chart.Across.Range is null && _chart.ColourScale is null
                ? (plot, Grow(X, plot.Width / perY), Left)
                : (plot with { Right = plot.Left + (X.Span * perY) }, X, Left);
        }

        return _chart.Y.Range is null && _chart.ColourScale is null
            ? (plot, X, Grow(Left, plot.Height / perX))
            : (plot with { Top = plot.Bottom - (Left.Span * perX) }, X, Left);
    }

    // An axis that shows the origin keeps it where it is.
    private static AxisRange Grow(AxisRange range, double span) => range.Low <= 0 && range.High > 0
        ? new(range.Low, range.Low + span)
        : new(range.Low - ((span - range.Span) / 2), range.High + ((span - range.Span) / 2));
}
