using Interphase.Charts;

namespace Interphase.Reports;

/// <summary>A chart as it stands on the page.</summary>
/// <param name="Svg">The drawing, with its title and description.</param>
/// <param name="Caption">What to know when reading it.</param>
/// <param name="IsWide">Whether it takes the whole width.</param>
internal sealed record Picture(string Svg, string Caption, bool IsWide)
{
    private const double HalfWidth = 570;
    private const double FullWidth = 1160;
    private const double Height = 410;

    public static Picture Half(Chart chart, string caption) => new(SvgRenderer.Render(Described(chart), Theme.Auto, new(HalfWidth, Height)), caption, false);

    /// <summary>Charts below each other in one picture, their plots in line.</summary>
    public static Picture Stacked(string title, IReadOnlyList<Chart> panels, string caption, bool isWide, double heightOfPanel)
    {
        var figure = new Figure(title, [.. panels.Select(Described)]) { Columns = 1, ShowsLetters = false };
        var size = new ChartSize(isWide ? FullWidth : HalfWidth, 30 + (heightOfPanel * panels.Count));
        return new(SvgRenderer.Render(figure, Theme.Auto, size), caption, isWide);
    }

    // For readers who hear the picture: what is drawn, and from where to where.
    private static Chart Described(Chart chart)
    {
        if (chart.Description.Length > 0)
            return chart;
        var parts = chart.Series.OfType<LineSeries>().Select(series => $"{(series.Name.Length > 0 ? series.Name + ": " : "")}{Span(series.Y)} over {Span(series.X)}")
            .Concat(chart.Series.OfType<NyquistSeries>().Select(series => $"{series.Name}: real part {Span(series.Real)}, imaginary part {Span(series.Imaginary)}"));
        return chart with { Description = $"{Named(chart.Y)} against {Named(chart.X)}. {string.Join("; ", parts)}." };
    }

    private static string Named(Axis axis) => axis.Unit.Length > 0 ? $"{axis.Title} ({axis.Unit})" : axis.Title;

    private static string Span(IReadOnlyList<double> values)
    {
        var (low, high) = Doubles.Range(values);
        return !Doubles.HasFinite(values) ? "nothing" : $"{Numbers.Plain(low, 4)} to {Numbers.Plain(high, 4)}";
    }
}
