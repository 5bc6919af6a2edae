namespace Interphase.Charts;

/// <summary>Draws axis lines, ticks, labels, titles and grid lines.</summary>
internal static class AxisPainter
{
    private const double LineWidth = 1;

    // A grid line this near to its axis would only thicken it.
    private const double TooClose = 2.5;

    public static double LeftRoom(AxisFrame frame) => SideRoom(frame);

    public static double RightRoom(AxisFrame frame) => SideRoom(frame);

    public static double BottomRoom(AxisFrame frame, CategoryLabels? categories) =>
        Typography.TickLength + 3 + (categories?.Height ?? Typography.LabelLine) + (frame.HasTitle ? Typography.Gap + Typography.AxisTitle : 0);

    public static void PaintGrid(SvgWriter writer, Theme theme, PixelBox plot, AxisFrame? x, AxisFrame y)
    {
        var stroke = new Stroke(theme.Ink(colours => colours.Grid), 1);
        foreach (var tick in Labelled(x))
        {
            var across = Insets.Crisp(x!.Map.ToPixel(tick.Value));
            if (Math.Abs(across - plot.Left) > TooClose)
                writer.Line(new(across, plot.Bottom), new(across, plot.Top), stroke);
        }

        foreach (var tick in Labelled(y))
        {
            var up = Insets.Crisp(y.Map.ToPixel(tick.Value));
            if (Math.Abs(up - plot.Bottom) > TooClose)
                writer.Line(new(plot.Left, up), new(plot.Right, up), stroke);
        }
    }

    public static void PaintLeft(SvgWriter writer, Theme theme, AxisFrame frame, PixelBox plot, Ink ink, double widestLabel)
    {
        PaintSide(writer, theme, frame, plot, plot.Left, -1, ink);
        var centre = plot.Left - Typography.TickLength - 3 - widestLabel - Typography.Gap - (Typography.AxisTitle / 2);
        PaintUprightTitle(writer, frame, plot, centre, ink);
    }

    public static void PaintRight(SvgWriter writer, Theme theme, AxisFrame frame, PixelBox plot, Ink ink)
    {
        PaintSide(writer, theme, frame, plot, plot.Right, 1, ink);
        var centre = plot.Right + Typography.TickLength + 3 + frame.WidestLabel + Typography.Gap + (Typography.AxisTitle / 2);
        PaintUprightTitle(writer, frame, plot, centre, ink);
    }

    public static void PaintBottom(SvgWriter writer, Theme theme, AxisFrame frame, CategoryLabels? categories, PixelBox plot, PixelBox area)
    {
        var ink = theme.Ink(colours => colours.Foreground);
        writer.Line(new(plot.Left, plot.Bottom), new(plot.Right, plot.Bottom), new(ink, LineWidth));
        if (categories is not null)
            PaintCategories(writer, theme, frame, categories, plot);
        else
            PaintNumbers(writer, theme, frame, plot);
        if (!frame.HasTitle)
            return;
        var top = plot.Bottom + Typography.TickLength + 3 + (categories?.Height ?? Typography.LabelLine) + Typography.Gap;
        var title = frame.TitleWithin(area.Width - 8);
        var half = title.Width(Typography.AxisTitle) / 2;
        var centre = Math.Clamp((plot.Left + plot.Right) / 2, area.Left + half, Math.Max(area.Right - half, area.Left + half));
        writer.Text(new(centre, top + (0.85 * Typography.AxisTitle)), title, TextAnchor.Middle, Typography.AxisTitle, ink);
    }

    private static double SideRoom(AxisFrame frame) =>
        Typography.TickLength + 3 + frame.WidestLabel + (frame.HasTitle ? Typography.Gap + Typography.AxisTitle + 3 : 0);

    private static IEnumerable<Tick> Labelled(AxisFrame? frame) => frame?.Ticks.Ticks.Where(tick => !tick.IsMinor) ?? [];

    private static void PaintSide(SvgWriter writer, Theme theme, AxisFrame frame, PixelBox plot, double x, int outwards, Ink ink)
    {
        writer.Line(new(x, plot.Top), new(x, plot.Bottom), new(ink, LineWidth));
        foreach (var tick in frame.Ticks.Ticks)
        {
            var y = Insets.Crisp(frame.Map.ToPixel(tick.Value));
            var length = tick.IsMinor ? 0.6 * Typography.TickLength : Typography.TickLength;
            writer.Line(new(x, y), new(x + (outwards * length), y), new(ink, LineWidth));
            if (!tick.IsMinor)
            {
                writer.Text(
                    new(x + (outwards * (Typography.TickLength + 3)), y + Typography.Baseline(Typography.Label)), RichText.Parse(tick.Label),
                    outwards < 0 ? TextAnchor.End : TextAnchor.Start, Typography.Label, theme.Ink(colours => colours.Muted));
            }
        }
    }

    private static void PaintUprightTitle(SvgWriter writer, AxisFrame frame, PixelBox plot, double centre, Ink ink)
    {
        if (!frame.HasTitle)
            return;
        var title = frame.TitleWithin(plot.Height + (2 * Typography.Margin));
        writer.Text(
            new(centre + Typography.Baseline(Typography.AxisTitle), (plot.Top + plot.Bottom) / 2), title, TextAnchor.Middle, Typography.AxisTitle, ink, rotation: -90);
    }

    private static void PaintNumbers(SvgWriter writer, Theme theme, AxisFrame frame, PixelBox plot)
    {
        foreach (var tick in frame.Ticks.Ticks)
        {
            var x = Insets.Crisp(frame.Map.ToPixel(tick.Value));
            var length = tick.IsMinor ? 0.6 * Typography.TickLength : Typography.TickLength;
            writer.Line(new(x, plot.Bottom), new(x, plot.Bottom + length), new(theme.Ink(colours => colours.Foreground), LineWidth));
            if (!tick.IsMinor)
            {
                writer.Text(
                    new(x, plot.Bottom + Typography.TickLength + 3 + (0.85 * Typography.Label)), RichText.Parse(tick.Label), TextAnchor.Middle,
                    Typography.Label, theme.Ink(colours => colours.Muted));
            }
        }
    }

    private static void PaintCategories(SvgWriter writer, Theme theme, AxisFrame frame, CategoryLabels categories, PixelBox plot)
    {
        var ink = theme.Ink(colours => colours.Foreground);
        for (var index = 0; index < categories.Lines.Count; index++)
        {
            var x = frame.Map.ToPixel(index);
            var y = plot.Bottom + Typography.TickLength + 3 + (0.85 * Typography.Label);
            foreach (var line in categories.Lines[index])
            {
                if (categories.IsSlanted)
                    writer.Text(new(x + 4, y), line, TextAnchor.End, Typography.Label, ink, rotation: CategoryLabels.Degrees);
                else
                    writer.Text(new(x, y), line, TextAnchor.Middle, Typography.Label, ink);
                y += Typography.LabelLine;
            }
        }
    }
}
