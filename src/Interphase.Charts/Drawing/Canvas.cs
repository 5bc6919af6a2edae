using System.Text;

namespace Interphase.Charts;

/// <summary>
/// The surface that a series draws itself on. It knows the two axes of the series, clips to the plot, thins what no pixel can show and remembers what is
/// covered, so that the legend keeps off it.
/// </summary>
public sealed class Canvas
{
    private readonly CanvasLayers _layers;
    private readonly AxisMap _x;
    private readonly AxisMap _y;
    private readonly Func<int, SeriesStyle> _style;

    internal Canvas(CanvasLayers layers, AxisMap x, AxisMap y, Func<int, SeriesStyle> style)
    {
        _layers = layers;
        _x = x;
        _y = y;
        _style = style;
    }

    /// <summary>The rectangle inside the axes.</summary>
    public PixelBox Plot => _layers.Plot;

    /// <summary>The colour of text.</summary>
    public Ink Foreground => _layers.Theme.Ink(theme => theme.Foreground);

    /// <summary>The colour of what should stand back.</summary>
    public Ink Muted => _layers.Theme.Ink(theme => theme.Muted);

    /// <summary>The colour of the ground.</summary>
    public Ink Background => _layers.Theme.Ink(theme => theme.Background);

    /// <summary>The scale of the horizontal axis.</summary>
    public AxisScale XScale => _x.Scale;

    /// <summary>The scale of the vertical axis of the series.</summary>
    public AxisScale YScale => _y.Scale;

    /// <summary>The style of the series, or of one of its parts.</summary>
    /// <param name="part">0 to <see cref="Series.StyleCount"/> less 1.</param>
    public SeriesStyle Style(int part = 0) => _style(part);

    /// <summary>The place of a value along the horizontal axis; not a number where it cannot be drawn.</summary>
    /// <param name="value">The value.</param>
    /// <returns>px from the left.</returns>
    public double X(double value) => _x.ToPixel(value);

    /// <summary>The place of a value along the vertical axis of the series; not a number where it cannot be drawn.</summary>
    /// <param name="value">The value.</param>
    /// <returns>px from the top.</returns>
    public double Y(double value) => _y.ToPixel(value);

    /// <summary>The place of a point of the data; a gap where it cannot be drawn.</summary>
    /// <param name="x">Along the horizontal axis.</param>
    /// <param name="y">Along the vertical axis of the series.</param>
    public PixelPoint At(double x, double y) => new(_x.ToPixel(x), _y.ToPixel(y));

    /// <summary>The places of the points of the data; gaps where they cannot be drawn.</summary>
    /// <param name="x">Along the horizontal axis.</param>
    /// <param name="y">Along the vertical axis, as many.</param>
    public IReadOnlyList<PixelPoint> At(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        var points = new PixelPoint[x.Count];
        for (var index = 0; index < points.Length; index++)
            points[index] = At(x[index], y[index]);
        return points;
    }

    /// <summary>Draws a line, broken at gaps, clipped to the plot and thinned to what its pixels can show.</summary>
    /// <param name="points">In the order of the line.</param>
    /// <param name="stroke">How it is drawn.</param>
    public void Curve(IReadOnlyList<PixelPoint> points, Stroke stroke)
    {
        var rim = Plot.Grow(4);
        var path = new StringBuilder();
        foreach (var run in Runs(points))
        {
            var thin = Thinning.Columns(run);
            PixelPoint? last = null;
            for (var index = 1; index < thin.Count; index++)
            {
                if (rim.Clip(thin[index - 1], thin[index]) is not { } seen)
                    continue;
                if (last != seen.From)
                    path.Append('M').Append(Pair(seen.From));
                path.Append('L').Append(Pair(seen.To));
                last = seen.To;
                _layers.Data.Add(seen.From, seen.To);
            }
        }

        if (path.Length > 0)
            _layers.Marks.Path(path.ToString(), null, 1, stroke);
    }

    /// <summary>Fills what lies between two lines over the same places, broken at gaps and clipped to the plot.</summary>
    /// <param name="upper">One line.</param>
    /// <param name="lower">The other, as many points.</param>
    /// <param name="fill">The colour.</param>
    /// <param name="opacity">0 to 1.</param>
    public void Area(IReadOnlyList<PixelPoint> upper, IReadOnlyList<PixelPoint> lower, Ink fill, double opacity)
    {
        for (var start = 0; start < upper.Count; start++)
        {
            var end = start;
            while (end < upper.Count && !upper[end].IsGap && !lower[end].IsGap)
                end++;
            if (end - start > 1)
                AreaRun(Part(upper, start, end), Part(lower, start, end), fill, opacity);
            start = Math.Max(start, end);
        }
    }

    /// <summary>Draws slanting lines across what lies between two lines over the same, rising places, broken at gaps and clipped to the plot.</summary>
    /// <param name="upper">One line.</param>
    /// <param name="lower">The other, as many points.</param>
    /// <param name="hatch">Which way they slant.</param>
    /// <param name="stroke">How they are drawn.</param>
    public void Hatch(IReadOnlyList<PixelPoint> upper, IReadOnlyList<PixelPoint> lower, Hatch hatch, Stroke stroke)
    {
        for (var start = 0; start < upper.Count; start++)
        {
            var end = start;
            while (end < upper.Count && !upper[end].IsGap && !lower[end].IsGap)
                end++;
            if (end - start > 1 && Hatching.Path(Part(upper, start, end), Part(lower, start, end), Plot, hatch) is { Length: > 0 } lines)
                _layers.Marks.Path(lines, null, 1, stroke);
            start = Math.Max(start, end);
        }
    }

    /// <summary>Fills a rectangle, clipped to the plot; nothing where a corner is a gap.</summary>
    /// <param name="first">A corner.</param>
    /// <param name="second">The corner across.</param>
    /// <param name="fill">The colour.</param>
    /// <param name="opacity">0 to 1.</param>
    /// <param name="crisp">True to end it on whole pixels, so that neighbours meet without a seam.</param>
    public void Box(PixelPoint first, PixelPoint second, Ink fill, double opacity = 1, bool crisp = false)
    {
        if (first.IsGap || second.IsGap)
            return;
        var box = PixelBox.Around(first, second).Within(Plot);
        _layers.Marks.Box(box, fill, opacity, null, crisp);
        _layers.Data.Add(box);
    }

    /// <summary>Draws one point, if it lies in the plot.</summary>
    /// <param name="at">Its centre.</param>
    /// <param name="marker">Its shape.</param>
    /// <param name="ink">Its colour.</param>
    /// <param name="size">px, half its width.</param>
    public void Mark(PixelPoint at, Marker marker, Ink ink, double size = 3.2)
    {
        if (at.IsGap || !Plot.Grow(0.5).Contains(at))
            return;
        MarkerPainter.Paint(_layers.Points, at, marker, ink, size);
        _layers.Data.Add(PixelBox.Around(at, at).Grow(size));
    }

    /// <summary>Draws points, of those on the same half pixel only the first.</summary>
    /// <param name="points">Their centres; gaps are passed over.</param>
    /// <param name="marker">Their shape.</param>
    /// <param name="ink">Their colour.</param>
    /// <param name="size">px, half their width.</param>
    public void Marks(IReadOnlyList<PixelPoint> points, Marker marker, Ink ink, double size = 3.2)
    {
        var drawn = new HashSet<(double, double)>();
        foreach (var point in points)
        {
            if (!point.IsGap && drawn.Add((Math.Round(point.X * 2), Math.Round(point.Y * 2))))
                Mark(point, marker, ink, size);
        }
    }

    /// <summary>Puts a picture over a rectangle; its rows run from the top down.</summary>
    /// <param name="box">Where; inside the plot.</param>
    /// <param name="image">The picture, stretched without smoothing.</param>
    public void Image(PixelBox box, PngImage image)
    {
        _layers.Marks.Image(box, image.ToBytes());
        _layers.Data.Add(box);
    }

    /// <summary>Writes a label wherever beside a point it covers neither data nor other labels; failing that, over data but not over labels.</summary>
    /// <param name="at">The point.</param>
    /// <param name="text">The label; markup as in <see cref="Axis"/>.</param>
    /// <param name="distance">px between the point and the label.</param>
    /// <param name="mayCoverData">False to rather write nothing than to cover data.</param>
    /// <returns>False where there was no room, and nothing was written.</returns>
    public bool LabelBeside(PixelPoint at, string text, double distance = 7, bool mayCoverData = true)
    {
        if (at.IsGap || !Plot.Contains(at))
            return false;
        var label = new PlacedLabel(_layers, text, Foreground);
        return label.TryPlace(label.CentresBeside(at, distance), true) || (mayCoverData && label.TryPlace(label.CentresBeside(at, distance), false));
    }

    /// <summary>Writes a label centred on the first of some places where it covers neither data nor other labels; failing that, over data but not over labels.</summary>
    /// <param name="centres">The places, best first.</param>
    /// <param name="text">The label; markup as in <see cref="Axis"/>.</param>
    /// <param name="upright">True to write it from the bottom up.</param>
    /// <param name="ink">Its colour; null for that of text.</param>
    /// <returns>False where there was no room, and nothing was written.</returns>
    public bool LabelAt(IReadOnlyList<PixelPoint> centres, string text, bool upright = false, Ink? ink = null)
    {
        var label = new PlacedLabel(_layers, text, ink ?? Foreground, upright);
        return label.TryPlace(centres, true) || label.TryPlace(centres, false);
    }

    /// <summary>The room that a label takes.</summary>
    /// <param name="text">The label; markup as in <see cref="Axis"/>.</param>
    /// <returns>px.</returns>
    public static double LabelWidth(string text) => RichText.Parse(text).Width(PlacedLabel.Size);

    /// <summary>Shades a rectangle behind grid and data; it does not count as covered.</summary>
    /// <param name="box">The rectangle; clipped to the plot.</param>
    /// <param name="fill">The colour.</param>
    /// <param name="opacity">0 to 1.</param>
    public void Shade(PixelBox box, Ink fill, double opacity) => _layers.Backdrop.Box(box.Within(Plot), fill, opacity, null);

    internal static string Pair(PixelPoint point) => $"{SvgWriter.Number(point.X)} {SvgWriter.Number(point.Y)}";

    private void AreaRun(PixelPoint[] upper, PixelPoint[] lower, Ink fill, double opacity)
    {
        for (var index = 1; index < upper.Length; index++)
        {
            var first = PixelBox.Around(upper[index - 1], lower[index]);
            var second = PixelBox.Around(upper[index], lower[index - 1]);
            var both = new PixelBox(first.Left, Math.Min(first.Top, second.Top), first.Right, Math.Max(first.Bottom, second.Bottom));
            if (both.Meets(Plot))
                _layers.Data.Add(both.Within(Plot));
        }

        var outline = Thinning.Columns(upper);
        var back = Thinning.Columns(lower);
        for (var index = back.Count - 1; index >= 0; index--)
            outline.Add(back[index]);
        var seen = PolygonClip.To(Plot.Grow(4), outline);
        if (seen.Count <= 2)
            return;
        var path = new StringBuilder();
        for (var index = 0; index < seen.Count; index++)
            path.Append(index == 0 ? 'M' : 'L').Append(Pair(seen[index]));
        _layers.Marks.Path(path.Append('Z').ToString(), fill, opacity, null);
    }

    private static PixelPoint[] Part(IReadOnlyList<PixelPoint> points, int start, int end)
    {
        var part = new PixelPoint[end - start];
        for (var index = 0; index < part.Length; index++)
            part[index] = points[start + index];
        return part;
    }

    private static IEnumerable<List<PixelPoint>> Runs(IReadOnlyList<PixelPoint> points)
    {
        var run = new List<PixelPoint>();
        foreach (var point in points)
        {
            if (!point.IsGap)
            {
                run.Add(point);
                continue;
            }

            if (run.Count > 0)
                yield return run;
            run = [];
        }

        if (run.Count > 0)
            yield return run;
    }
}
