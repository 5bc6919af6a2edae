namespace Interphase.Charts;

/// <summary>Where everything of a chart stands: the ranges of its axes, their ticks, and the rectangle that is left for the data.</summary>
internal sealed class ChartLayout
{
    private readonly Chart _chart;
    private readonly LegendBlock? _legendBeside;
    private readonly double _labelledLeft;

    public ChartLayout(Chart chart, PixelBox area, Insets least, LegendBlock? legendBeside)
    {
        _chart = chart;
        _legendBeside = legendBeside;
        Area = area;
        Heading = TextMeasure.Wrap(chart.Title, area.Width - (2 * Typography.Margin), Typography.Heading, true);
        var ranges = new ChartRanges(chart);

        // Labels decide the margins and the margins decide the labels; three rounds settle it.
        Insets = new(60, 20, 20, 50);
        for (var round = 0; round < 3; round++)
        {
            Place(ranges, Insets.Inside(area));
            Insets = Needed().AtLeast(least);
        }

        Place(ranges, Insets.Inside(area));
        _labelledLeft = Left.WidestLabel;
    }

    public PixelBox Area { get; }

    public IReadOnlyList<string> Heading { get; }

    public Insets Insets { get; private set; }

    public PixelBox Plot { get; private set; }

    public AxisFrame X { get; private set; } = null!;

    public AxisFrame Left { get; private set; } = null!;

    public AxisFrame? Right { get; private set; }

    public CategoryLabels? Categories { get; private set; }

    public ColourBar? ColourBar { get; private set; }

    public double WidestLeftLabel => _labelledLeft;

    /// <summary>Where the colour bar begins.</summary>
    public double ColourBarLeft => Plot.Right + RightAxisRoom + 14;

    public PixelBox LegendBesidePlot
    {
        get
        {
            var left = Plot.Right + RightAxisRoom + (ColourBar is null ? 0 : 14 + ColourBar.Width) + 8;
            return new(left, Plot.Top, left + _legendBeside!.WidthBeside(Plot.Height), Plot.Top + _legendBeside.HeightBeside(Plot.Height));
        }
    }

    private double RightAxisRoom => Right is null ? 0 : AxisPainter.RightRoom(Right);

    private void Place(ChartRanges ranges, PixelBox plot)
    {
        (Plot, var xRange, var yRange) = _chart.HasEqualAspect ? ranges.WithEqualAspect(plot) : (plot, ranges.X, ranges.Left);
        var names = _chart.Categories;
        Categories = names.Count > 0 ? CategoryLabels.For(names, Plot.Width) : null;
        X = new(
            _chart.Across,
            _chart.Across.Inverted ? new(_chart.Across.Scale, xRange, Plot.Right, Plot.Left) : new(_chart.Across.Scale, xRange, Plot.Left, Plot.Right),
            Categories is null ? TickChoice.Horizontal(_chart.Across, xRange, Plot.Width) : new([]));
        Left = Upright(_chart.Y, yRange);
        Right = _chart.SecondY is { } second ? Upright(second, ranges.Right) : null;
        ColourBar = _chart.ColourScale is { } scale ? new(scale, Plot.Top, Plot.Bottom) : null;
    }

    private AxisFrame Upright(Axis axis, AxisRange range) => new(
        axis,
        axis.Inverted ? new(axis.Scale, range, Plot.Top, Plot.Bottom) : new(axis.Scale, range, Plot.Bottom, Plot.Top),
        TickChoice.Vertical(axis, range, Plot.Height));

    private Insets Needed()
    {
        var right = RightAxisRoom;
        if (ColourBar is not null)
            right += 14 + ColourBar.Width;
        if (_legendBeside is not null)
            right += 8 + _legendBeside.WidthBeside(Plot.Height);
        var lastLabel = X.Ticks.Ticks.LastOrDefault(tick => !tick.IsMinor) is { } last ? TickChoice.Width(last.Label) / 2 : 0;
        var top = Heading.Count > 0 ? (Heading.Count * Typography.HeadingLine) + Typography.Gap + 2 : Typography.Gap;
        return new(
            Typography.Margin + Math.Max(AxisPainter.LeftRoom(Left), (Categories?.Overhang ?? 0) - (Plot.Width / Math.Max(1, 2 * _chart.Categories.Count))),
            Typography.Margin + top,
            Typography.Margin + Math.Max(right, Math.Max(lastLabel - 4, 4)),
            Typography.Margin + AxisPainter.BottomRoom(X, Categories));
    }
}
