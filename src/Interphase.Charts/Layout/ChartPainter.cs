namespace Interphase.Charts;

/// <summary>Draws one chart into a part of a picture.</summary>
internal static class ChartPainter
{
    public static PaintedChart Paint(SvgWriter writer, Chart chart, Theme theme, PixelBox area, Insets least)
    {
        var legend = new LegendBlock([.. chart.Series.SelectMany((series, index) => series.Legend(Styles(chart, theme, index)))], area.Width);
        var shown = chart.Legend == LegendPlacement.None || legend.IsEmpty ? null : legend;
        var layout = new ChartLayout(chart, area, least, chart.Legend == LegendPlacement.OutsideRight ? shown : null);
        var layers = Draw(chart, theme, layout, writer.Sheet);
        PixelBox? place = null;
        if (shown is not null)
        {
            place = chart.Legend == LegendPlacement.Automatic ? legend.FreeCorner(layers) : null;
            if (place is null && chart.Legend == LegendPlacement.Automatic)
            {
                layout = new(chart, area, least, legend);
                layers = Draw(chart, theme, layout, writer.Sheet);
            }
        }

        Assemble(writer, chart, theme, layout, layers);
        if (shown is not null)
        {
            var box = place ?? layout.LegendBesidePlot;
            legend.Paint(writer, theme, box, place is null ? layout.Plot.Height : double.MaxValue);
            place = box;
        }

        return new(layout.Plot, layout.Insets, layout.X.Map, layout.Left.Map, place);
    }

    private static Func<int, SeriesStyle> Styles(Chart chart, Theme theme, int index)
    {
        var first = chart.Series.Take(index).Where(series => series.PaletteIndex is null).Sum(series => series.StyleCount);
        return part => chart.Series[index].Style(theme, first, part);
    }

    private static CanvasLayers Draw(Chart chart, Theme theme, ChartLayout layout, StyleSheet sheet)
    {
        var layers = new CanvasLayers(sheet, layout.Plot, theme);
        var canvases = chart.Series.Select((series, index) => new Canvas(layers, layout.X.Map, FrameOf(chart, layout, series).Map, Styles(chart, theme, index))).ToList();
        var annotated = new Canvas(layers, layout.X.Map, layout.Left.Map, theme.Style);
        for (var index = 0; index < canvases.Count; index++)
            chart.Series[index].Draw(canvases[index]);
        foreach (var annotation in chart.Annotations)
            annotation.Draw(annotated);
        for (var index = 0; index < canvases.Count; index++)
            chart.Series[index].DrawLabels(canvases[index]);
        foreach (var annotation in chart.Annotations)
            annotation.DrawLabels(annotated);
        return layers;
    }

    private static AxisFrame FrameOf(Chart chart, ChartLayout layout, Series series) => chart.IsOnRight(series) ? layout.Right! : layout.Left;

    private static void Assemble(SvgWriter writer, Chart chart, Theme theme, ChartLayout layout, CanvasLayers layers)
    {
        var plot = layout.Plot;
        var foreground = theme.Ink(colours => colours.Foreground);
        for (var line = 0; line < layout.Heading.Count; line++)
        {
            writer.Text(
                new(layout.Area.Left + Typography.Margin, layout.Area.Top + Typography.Margin + (line * Typography.HeadingLine) + (0.85 * Typography.Heading)),
                RichText.Parse(layout.Heading[line]).Fit(layout.Area.Width - (2 * Typography.Margin), Typography.Heading, true),
                TextAnchor.Start, Typography.Heading, foreground, true);
        }

        writer.Append(layers.Backdrop);
        if (chart.ShowsGrid)
            AxisPainter.PaintGrid(writer, theme, plot, layout.Categories is null ? layout.X : null, layout.Left);

        // A nested picture clips without an id, so that charts inlined into one page cannot take each other's clip.
        var view = plot.Grow(1);
        var (left, top, width, height) = (SvgWriter.Number(view.Left), SvgWriter.Number(view.Top), SvgWriter.Number(view.Width), SvgWriter.Number(view.Height));
        writer.Raw($"<svg x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{height}\" viewBox=\"{left} {top} {width} {height}\" overflow=\"hidden\">\n");
        writer.Append(layers.Marks);
        writer.Raw("</svg>\n");
        AxisPainter.PaintLeft(writer, theme, layout.Left, plot, SideInk(chart, theme, false), layout.WidestLeftLabel);
        if (layout.Right is not null)
            AxisPainter.PaintRight(writer, theme, layout.Right, plot, SideInk(chart, theme, true));
        AxisPainter.PaintBottom(writer, theme, layout.X, layout.Categories, plot, layout.Area);
        writer.Append(layers.Points);
        writer.Append(layers.Labels);
        layout.ColourBar?.Paint(writer, theme, layout.ColourBarLeft);
    }

    // With two vertical axes, an axis that serves one colour only wears it: the reader need not ask which line belongs where.
    private static Ink SideInk(Chart chart, Theme theme, bool right)
    {
        var foreground = theme.Ink(colours => colours.Foreground);
        if (chart.SecondY is null)
            return foreground;
        Ink? only = null;
        for (var index = 0; index < chart.Series.Count; index++)
        {
            var style = Styles(chart, theme, index);
            for (var part = 0; part < chart.Series[index].StyleCount && chart.IsOnRight(chart.Series[index]) == right; part++)
            {
                if (only is { } ink && ink != style(part).Ink)
                    return foreground;
                only = style(part).Ink;
            }
        }

        return only ?? foreground;
    }
}
