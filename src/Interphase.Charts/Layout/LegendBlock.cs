namespace Interphase.Charts;

/// <summary>The legend: its rows, its size, and the place that it finds.</summary>
internal sealed class LegendBlock
{
    private const double Sample = 26;
    private const double Row = 18;
    private const double Padding = 6;
    private const double WidestName = 240;
    private const double KeepOff = 4;
    private readonly IReadOnlyList<LegendEntry> _entries;
    private readonly IReadOnlyList<RichText> _names;
    private readonly double _column;

    public LegendBlock(IReadOnlyList<LegendEntry> entries, double pictureWidth)
    {
        _entries = [.. entries.Where(entry => entry.Name.Length > 0)];
        _names = [.. _entries.Select(entry => RichText.Parse(entry.Name).Fit(Math.Min(WidestName, 0.4 * pictureWidth), Typography.Label))];
        var widest = 0.0;
        foreach (var name in _names)
            widest = Math.Max(widest, name.Width(Typography.Label));
        _column = widest + Sample + Typography.Gap + (2 * Padding);
    }

    public bool IsEmpty => _entries.Count == 0;

    /// <summary>The width beside a plot of some height; more columns where one is too high.</summary>
    public double WidthBeside(double height) => Columns(height) * _column;

    /// <summary>The emptiest corner in which no data are covered; null where there is none.</summary>
    public PixelBox? FreeCorner(CanvasLayers layers)
    {
        var plot = layers.Plot;
        var (width, height) = (_column, (_entries.Count * Row) + (2 * Padding));
        if (width > 0.6 * plot.Width || height > 0.7 * plot.Height)
            return null;
        const double Inset = 6;
        PixelBox[] corners =
        [
            new(plot.Right - Inset - width, plot.Top + Inset, plot.Right - Inset, plot.Top + Inset + height),
            new(plot.Left + Inset, plot.Top + Inset, plot.Left + Inset + width, plot.Top + Inset + height),
            new(plot.Right - Inset - width, plot.Bottom - Inset - height, plot.Right - Inset, plot.Bottom - Inset),
            new(plot.Left + Inset, plot.Bottom - Inset - height, plot.Left + Inset + width, plot.Bottom - Inset),
        ];
        PixelBox? emptiest = null;
        var most = double.NegativeInfinity;
        foreach (var corner in corners)
        {
            if (!layers.IsFree(corner.Grow(KeepOff)))
                continue;
            var clearance = layers.Data.Clearance(corner, 4, 48);
            if (clearance > most)
                (emptiest, most) = (corner, clearance);
        }

        return emptiest;
    }

    public void Paint(SvgWriter writer, Theme theme, PixelBox box, double height)
    {
        var rows = (int)Math.Ceiling(_entries.Count / (double)Columns(height));
        writer.Raw("<g class=\"legend\">\n");
        writer.Box(box, theme.Ink(colours => colours.Background), 1, null);
        for (var index = 0; index < _entries.Count; index++)
        {
            var left = box.Left + Padding + (index / rows * _column);
            var middle = box.Top + Padding + (Row * ((index % rows) + 0.5));
            PaintSample(writer, theme, _entries[index], left, middle);
            writer.Text(
                new(left + Sample + Typography.Gap, middle + Typography.Baseline(Typography.Label)),
                _names[index], TextAnchor.Start, Typography.Label, theme.Ink(colours => colours.Foreground));
        }

        writer.Raw("</g>\n");
    }

    public double HeightBeside(double height) => (Math.Ceiling(_entries.Count / (double)Columns(height)) * Row) + (2 * Padding);

    private int Columns(double height)
    {
        var rows = Math.Max(1, (int)((height - (2 * Padding)) / Row));
        return Math.Max(1, (int)Math.Ceiling(_entries.Count / (double)rows));
    }

    private static void PaintSample(SvgWriter writer, Theme theme, LegendEntry entry, double left, double middle)
    {
        var centre = new PixelPoint(left + (Sample / 2), middle);
        if (entry.Fill is { } fill)
        {
            var box = new PixelBox(left + 5, middle - 5.5, left + Sample - 5, middle + 5.5);
            writer.Box(box, fill, entry.FillOpacity, null);
            PixelPoint[] top = [new(box.Left, box.Top), new(box.Right, box.Top)], bottom = [new(box.Left, box.Bottom), new(box.Right, box.Bottom)];
            if (Hatching.Path(top, bottom, box, entry.Hatch) is { Length: > 0 } lines)
                writer.Path(lines, null, 1, new(theme.Ink(colours => colours.Background), 1.1));
        }

        if (entry.Line is { } line)
            writer.Line(new(left, middle), new(left + Sample, middle), line);
        if (entry.Marker is { } marker)
            MarkerPainter.Paint(writer, centre, marker, entry.MarkerInk, 3.2);
    }
}
