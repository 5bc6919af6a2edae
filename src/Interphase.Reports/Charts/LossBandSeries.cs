using Interphase.Charts;

namespace Interphase.Reports;

/// <summary>Draws a stack of losses between two voltages, each band with its name where it is thick enough.</summary>
/// <param name="X">Places along the horizontal axis.</param>
/// <param name="Stack">The bands.</param>
/// <param name="IsRelative">True to draw it in mV from the equilibrium voltage on.</param>
internal sealed record LossBandSeries(IReadOnlyList<double> X, LossStack Stack, bool IsRelative) : Series("")
{
    private const double Opacity = 0.82;
    private const double OpacityAgainst = 0.3;
    private const double RoomForLabel = 16;
    private const double Ample = 26;

    public override int StyleCount => Stack.Bands.Count == 0 ? 1 : (int)Doubles.Largest(Stack.Bands, band => band.Place + 1);

    public override void Measure(Extent x, Extent y)
    {
        foreach (var place in X)
            x.IncludeEdge(place);
        foreach (var band in Stack.Bands)
        {
            y.Include(Heights(band.Start));
            y.Include(Heights(band.End));
        }

        y.Include(Heights(Stack.Equilibrium));
        y.Include(Heights(Stack.Voltage));
    }

    public override void Draw(Canvas canvas)
    {
        foreach (var band in Stack.Bands)
        {
            var (start, end) = (canvas.At(X, Heights(band.Start)), canvas.At(X, Heights(band.End)));
            var ink = band.Place < 0 ? canvas.Muted : canvas.Style(band.Place).Ink;
            if (band.IsAgainst)
            {
                canvas.Area(start, end, canvas.Background, 0.55);
                canvas.Area(start, end, ink, OpacityAgainst);
                canvas.Curve(start, new(ink, 1.4, LineDash.Dashed));
                continue;
            }

            canvas.Area(start, end, ink, Opacity);
            canvas.Curve(end, new(canvas.Background, 0.8));
        }

        canvas.Curve(canvas.At(X, Heights(Stack.Equilibrium)), new(canvas.Foreground, 1.6, LineDash.Dashed));
        canvas.Curve(canvas.At(X, Heights(Stack.Voltage)), new(canvas.Foreground, 2));
    }

    public override void DrawLabels(Canvas canvas)
    {
        foreach (var band in Stack.Bands.Where(band => band.Name.Length > 0))
        {
            if (Widest(canvas, Heights(band.Start), Heights(band.End), (Canvas.LabelWidth(band.Name) / 2) + 4) is { } place)
                canvas.LabelAt([place], band.Name);
        }
    }

    public override IReadOnlyList<LegendEntry> Legend(Func<int, SeriesStyle> style) =>
    [
        new("equilibrium") { Line = new(Foreground, 1.6, LineDash.Dashed) },
        .. Stack.Bands.Where(band => band.Name.Length > 0).Select(band => new LegendEntry(band.Name)
        {
            Fill = style(band.Place).Ink,
            FillOpacity = band.IsAgainst ? OpacityAgainst : Opacity,
        }),
        new("terminal voltage") { Line = new(Foreground, 2) },
    ];

    // Where the band holds a label over its whole length, nearest to the middle of the plot among places about as good.
    private PixelPoint? Widest(Canvas canvas, double[] start, double[] end, double half)
    {
        List<Rim> rims = [];
        for (var index = 0; index < X.Count; index++)
        {
            var (x, from, to) = (canvas.X(X[index]), canvas.Y(start[index]), canvas.Y(end[index]));
            if (double.IsFinite(x + from + to))
                rims.Add(new(x, Math.Min(from, to), Math.Max(from, to)));
        }

        var middle = (canvas.Plot.Left + canvas.Plot.Right) / 2;
        var best = (Room: 0.0, Distance: 0.0, At: default(PixelPoint));
        foreach (var centre in rims)
        {
            if (!(centre.X > canvas.Plot.Left + half && centre.X < canvas.Plot.Right - half))
                continue;
            var (top, bottom) = (double.NegativeInfinity, double.PositiveInfinity);
            foreach (var rim in rims)
            {
                if (Math.Abs(rim.X - centre.X) <= half)
                    (top, bottom) = (Math.Max(top, rim.Top), Math.Min(bottom, rim.Bottom));
            }

            var (room, distance) = (Math.Min(bottom - top, Ample), Math.Abs(centre.X - middle));
            if (room > best.Room + 0.5 || (room > best.Room - 0.5 && distance < best.Distance))
                best = (room, distance, new(centre.X, (top + bottom) / 2));
        }

        return best.Room >= RoomForLabel ? best.At : null;
    }

    private double[] Heights(double[] volt) => IsRelative ? Against(volt, Stack.Equilibrium) : volt;

    private static double[] Against(double[] volt, double[] equilibrium)
    {
        var heights = new double[volt.Length];
        for (var index = 0; index < heights.Length; index++)
            heights[index] = 1000 * (volt[index] - equilibrium[index]);
        return heights;
    }

    // A legend knows no canvas; pages are drawn in both themes.
    private static Ink Foreground => new(Theme.Light.Foreground, Theme.Dark.Foreground);

    private sealed record Rim(double X, double Top, double Bottom);
}
