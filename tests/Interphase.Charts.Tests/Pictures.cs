using System.Globalization;
using System.Xml.Linq;

namespace Interphase.Charts.Tests;

/// <summary>Charts to try things on, and readers of what came out.</summary>
internal static class Pictures
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static double[] Steps(double from, double to, int count) =>
        [.. Enumerable.Range(0, count).Select(index => from + ((to - from) * index / (count - 1)))];

    public static Chart Of(params Series[] series) => new("Title", new("Time", "h"), new("Voltage", "V"), series);

    public static string Draw(params Series[] series) => SvgRenderer.Render(Of(series), Theme.Light);

    public static PaintedChart Paint(Chart chart, double width = 720, double height = 450) =>
        ChartPainter.Paint(new SvgWriter(new StyleSheet()), chart, Theme.Light, new(0, 0, width, height), Insets.None);

    public static IEnumerable<XElement> Elements(string svg, string name) => XDocument.Parse(svg).Descendants(Svg + name);

    public static double Number(XElement element, string attribute) => double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);

    /// <summary>The corners of the paths drawn in one colour.</summary>
    public static List<PixelPoint> PathPoints(string svg, string colour) =>
    [
        .. from path in Elements(svg, "path")
           where path.Attribute("stroke")?.Value == colour || path.Attribute("fill")?.Value == colour
           from pair in path.Attribute("d")!.Value.Split(['M', 'L', 'Z'], StringSplitOptions.RemoveEmptyEntries)
           let numbers = pair.Split(' ')
           select new PixelPoint(double.Parse(numbers[0], CultureInfo.InvariantCulture), double.Parse(numbers[1], CultureInfo.InvariantCulture)),
    ];

    /// <summary>One of every kind of series.</summary>
    public static IReadOnlyList<Chart> OfEveryKind()
    {
        double[] x = [0, 1, 2, 3], y = [1, 4, 2, 3], z = [0.5, 0.2, 0.1, 0.4];
        var grid = new ValueGrid([0, 1, 2], [0, 1], [1, 2, 3, 4, 5, 6.5]);
        return
        [
            Of(new LineSeries("line", x, y) { ShowsPoints = true }), Of(new ScatterSeries("scatter", x, y)), Of(new BandSeries("band", x, z, y)),
            Of(new ErrorBarSeries("errors", x, y, z) { XError = z }), Of(new StepSeries("steps", x, y)),
            Of(new NyquistSeries("impedance", [10, 20, 30, 40], [-1, -9, -8, -2]) { Frequency = [1e4, 1e2, 1, 1e-2] }),
            Of(new BarSeries(["a", "b"], [new("one", [1, 2]), new("two", [3, -4])])),
            Of(new BarSeries(["a", "b"], [new("one", [1, 2]), new("two", [3, -4])]) { Arrangement = BarArrangement.Stacked }),
            Of(new StackedBandSeries(x, [new("lower", y), new("upper", z)])),
            Of(new WaterfallSeries(new("start", 10), [new("loss", -3), new("gain", 1)], "end")),
            Of(new HeatMapSeries("map", grid) { Unit = "V" }), Of(new ContourSeries("lines", grid)), Of(new ContourSeries("fills", grid) { IsFilled = true }),
            Of(new LineSeries("left", x, y), new LineSeries("right", x, z) { Axis = VerticalAxis.Right }) with { SecondY = new("Loss", "%") },
            Of(new LineSeries("log", [1, 10, 100, 1000], y)) with
            {
                X = new("Frequency", "Hz") { Scale = AxisScale.Logarithmic },
                Annotations = [new ReferenceLine(ReferenceDirection.Vertical, 30, "here"), new ShadedRange(ReferenceDirection.Horizontal, 2, 3, "safe"), new Note(100, 2, "note")],
            },
        ];
    }
}
