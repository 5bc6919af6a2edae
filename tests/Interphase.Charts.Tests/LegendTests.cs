using FsCheck;
using FsCheck.Fluent;

namespace Interphase.Charts.Tests;

public sealed class LegendTests
{
    private static readonly Arbitrary<List<(double X, double Y)>> Points = Gen.Choose(0, 1000).Two().NonEmptyListOf()
        .Select(pairs => pairs.Select(pair => (pair.Item1 / 10.0, pair.Item2 / 10.0)).ToList()).ToArbitrary();

    [Fact]
    public void A_legend_never_covers_a_point_or_a_line() => Prop.ForAll(Points, Points, (first, second) =>
    {
        var chart = Pictures.Of(
            new LineSeries("measured", [.. first.Select(point => point.X)], [.. first.Select(point => point.Y)]),
            new ScatterSeries("calculated", [.. second.Select(point => point.X)], [.. second.Select(point => point.Y)]));
        var painted = Pictures.Paint(chart);
        var legend = painted.Legend!.Value;
        var places = first.Select(point => new PixelPoint(painted.X.ToPixel(point.X), painted.Left.ToPixel(point.Y))).ToList();
        return places.Zip(places.Skip(1)).All(pair => legend.Clip(pair.First, pair.Second) is null)
            && second.All(point => !legend.Contains(new PixelPoint(painted.X.ToPixel(point.X), painted.Left.ToPixel(point.Y))));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_legend_stays_within_the_picture() => Prop.ForAll(Points, Gen.Choose(1, 30).ToArbitrary(), (points, count) =>
    {
        var series = Enumerable.Range(0, count).Select(index => (Series)new ScatterSeries($"series {index}", [.. points.Select(point => point.X)], [.. points.Select(point => point.Y)]));
        var legend = Pictures.Paint(Pictures.Of([.. series])).Legend!.Value;
        return new PixelBox(0, 0, 720, 450).Contains(legend);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_free_corner_takes_the_legend_inside()
    {
        var painted = Pictures.Paint(Pictures.Of(new LineSeries("falling", [0, 1], [1, 0])));
        painted.Plot.Contains(painted.Legend!.Value).ShouldBeTrue();
    }

    [Fact]
    public void A_map_that_fills_the_plot_sends_the_legend_outside()
    {
        var painted = Pictures.Paint(Pictures.Of(new HeatMapSeries("", new([0, 1], [0, 1], [0, 1, 2, 3])), new LineSeries("path", [0, 1], [0, 1])));
        painted.Legend!.Value.Left.ShouldBeGreaterThan(painted.Plot.Right);
    }

    [Fact]
    public void A_legend_asked_for_outside_stands_outside()
    {
        var painted = Pictures.Paint(Pictures.Of(new LineSeries("falling", [0, 1], [1, 0])) with { Legend = LegendPlacement.OutsideRight });
        painted.Legend!.Value.Left.ShouldBeGreaterThan(painted.Plot.Right);
    }

    [Fact]
    public void A_series_without_a_name_is_not_in_the_legend() =>
        Pictures.Paint(Pictures.Of(new LineSeries("", [0, 1], [1, 0]))).Legend.ShouldBeNull();

    [Fact]
    public void Labels_along_the_axes_do_not_overlap() => Prop.ForAll(
        Gen.Choose(-1_000_000, 1_000_000).ToArbitrary(), Gen.Choose(1, 100_000).ToArbitrary(), Gen.Choose(160, 900).ToArbitrary(), (low, span, width) =>
        {
            var range = new AxisRange(low / 1000.0, (low + span) / 1000.0);
            var ticks = TickChoice.Horizontal(new("x"), range, width).Ticks.Where(tick => !tick.IsMinor).ToList();
            var map = new AxisMap(AxisScale.Linear, range, 0, width);
            return ticks.Zip(ticks.Skip(1)).All(pair =>
                map.ToPixel(pair.Second.Value) - map.ToPixel(pair.First.Value) > (TickChoice.Width(pair.First.Label) + TickChoice.Width(pair.Second.Label)) / 2);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Two_series_on_one_place_of_the_palette_share_a_colour()
    {
        var svg = Pictures.Draw(new LineSeries("a", [0, 1], [1, 0]) { PaletteIndex = 2 }, new ScatterSeries("b", [0, 1], [1, 0]) { PaletteIndex = 2 });
        svg.ShouldContain("#009e73");
        svg.ShouldNotContain("#0072b2");
    }

    [Fact]
    public void Thirty_lines_all_look_different() =>
        Enumerable.Range(0, 30).Select(Theme.Light.Style).Select(style => (style.Ink, style.Dash)).Distinct().Count().ShouldBe(30);

    [Fact]
    public void Every_colour_of_a_palette_stands_out_from_its_ground()
    {
        foreach (var theme in new[] { Theme.Light, Theme.Dark })
            theme.Palette.ShouldAllBe(colour => Contrast(colour, theme.Background) > 1.9);
        Contrast(Theme.Light.Muted, Theme.Light.Background).ShouldBeGreaterThan(4.5);
        Contrast(Theme.Dark.Muted, Theme.Dark.Background).ShouldBeGreaterThan(4.5);
    }

    [Fact]
    public void The_plots_of_a_column_begin_and_end_together()
    {
        var wide = Pictures.Of(new LineSeries("", [0, 1], [10_000, 90_000]));
        var narrow = Pictures.Of(new LineSeries("", [0, 1], [1, 2]));
        var panels = FigurePainter.Paint(new SvgWriter(new StyleSheet()), new Figure("Both", [wide, narrow]) { Columns = 1 }, Theme.Light, new(600, 700));
        panels[0].Plot.Left.ShouldBe(panels[1].Plot.Left);
        panels[0].Plot.Right.ShouldBe(panels[1].Plot.Right);
        panels[0].Plot.Bottom.ShouldBeLessThan(panels[1].Plot.Top);
    }

    [Fact]
    public void A_figure_letters_its_panels()
    {
        var svg = SvgRenderer.Render(new Figure("", [Pictures.Of(), Pictures.Of()]), Theme.Light, new(800, 400));
        Pictures.Elements(svg, "text").Select(text => text.Value).ShouldContain("b\u2002Title");
    }

    // Relative luminance and contrast as the Web Content Accessibility Guidelines 2.1 define them.
    private static double Contrast(Colour first, Colour second)
    {
        var (light, dark) = (Math.Max(Luminance(first), Luminance(second)), Math.Min(Luminance(first), Luminance(second)));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double Luminance(Colour colour) => (0.2126 * Linear(colour.Red)) + (0.7152 * Linear(colour.Green)) + (0.0722 * Linear(colour.Blue));

    private static double Linear(byte channel) => channel / 255.0 <= 0.04045 ? channel / 255.0 / 12.92 : Math.Pow(((channel / 255.0) + 0.055) / 1.055, 2.4);
}
