namespace Interphase.Charts;

/// <summary>
/// Draws charts as SVG. The same input gives the same bytes in any culture; coordinates carry two decimals; what is not finite leaves a gap and never
/// reaches the output; the picture holds no ids and refers to nothing outside itself.
/// </summary>
public static class SvgRenderer
{
    /// <summary>Draws a chart.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="theme">Its colours; <see cref="Theme.Auto"/> follows the reader's system.</param>
    /// <param name="size">Its size; null for <see cref="ChartSize.Standard"/>.</param>
    /// <returns>An SVG document.</returns>
    public static string Render(Chart chart, Theme theme, ChartSize? size = null)
    {
        var extent = size ?? ChartSize.Standard;
        var writer = new SvgWriter(new StyleSheet());
        ChartPainter.Paint(writer, chart, theme, new(0, 0, extent.Width, extent.Height), Insets.None);
        return Document(writer, theme, extent, chart.Title, chart.Describe());
    }

    /// <summary>Draws a figure.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="theme">Its colours; <see cref="Theme.Auto"/> follows the reader's system.</param>
    /// <param name="size">The size of the whole.</param>
    /// <returns>An SVG document.</returns>
    public static string Render(Figure figure, Theme theme, ChartSize size)
    {
        var writer = new SvgWriter(new StyleSheet());
        FigurePainter.Paint(writer, figure, theme, size);
        var description = figure.Description.Length > 0
            ? figure.Description
            : string.Join(' ', figure.Panels.Select(panel => $"{RichText.Parse(panel.Title).Plain}: {panel.Describe()}"));
        return Document(writer, theme, size, figure.Title, description);
    }

    private static string Document(SvgWriter content, Theme theme, ChartSize size, string title, string description)
    {
        var (width, height) = (SvgWriter.Number(size.Width), SvgWriter.Number(size.Height));
        var writer = new SvgWriter(content.Sheet);
        writer.Box(new(0, 0, size.Width, size.Height), theme.Ink(colours => colours.Background), 1, null);
        writer.Append(content);
        var heading = RichText.Parse(title).Plain;
        return $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" role=\"img\""
            + $" font-family=\"{SvgWriter.Escape(Typography.Family)}\">\n"
            + $"<title>{SvgWriter.Escape(heading.Length > 0 ? heading : "Chart")}</title>\n<desc>{SvgWriter.Escape(description)}</desc>\n"
            + content.Sheet.ToElement() + writer + "</svg>\n";
    }
}
