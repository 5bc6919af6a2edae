using FsCheck;
using FsCheck.Fluent;

namespace Interphase.Charts.Tests;

public sealed class SeriesTests
{
    private const string Blue = "#0072b2";

    [Fact]
    public void A_line_breaks_where_a_value_is_missing()
    {
        var svg = Pictures.Draw(new LineSeries("", [0, 1, 2, 3, 4], [1, 2, double.NaN, 2, 1]));
        var path = Pictures.Elements(svg, "path").Single(path => path.Attribute("stroke")!.Value == Blue).Attribute("d")!.Value;
        path.Count(character => character == 'M').ShouldBe(2);
        path.Count(character => character == 'L').ShouldBe(2);
    }

    [Fact]
    public void A_point_between_two_gaps_is_drawn_as_a_dot() =>
        Pictures.Elements(Pictures.Draw(new LineSeries("", [0, 1, 2], [double.NaN, 2, double.NaN])), "circle").Count().ShouldBe(1);

    [Fact]
    public void An_empty_chart_still_has_axes_with_numbers() =>
        Pictures.Elements(Pictures.Draw(new LineSeries("nothing", [], [])), "text").Count().ShouldBeGreaterThan(6);

    [Fact]
    public void Higher_values_are_drawn_higher_and_later_places_further_right()
    {
        var points = Pictures.PathPoints(Pictures.Draw(new LineSeries("", [0, 1, 2, 3], [1, 2, 3, 5])), Blue);
        points.Zip(points.Skip(1)).ShouldAllBe(pair => pair.Second.X > pair.First.X && pair.Second.Y < pair.First.Y);
    }

    [Fact]
    public void An_inverted_axis_runs_the_other_way()
    {
        var chart = Pictures.Of(new LineSeries("", [0, 1, 2], [1, 2, 3]));
        var points = Pictures.PathPoints(SvgRenderer.Render(chart with { X = chart.X with { Inverted = true }, Y = chart.Y with { Inverted = true } }, Theme.Light), Blue);
        points.Zip(points.Skip(1)).ShouldAllBe(pair => pair.Second.X < pair.First.X && pair.Second.Y > pair.First.Y);
    }

    [Fact]
    public void Decades_are_equally_long_on_a_logarithmic_axis()
    {
        var chart = Pictures.Of(new LineSeries("", [1, 10, 100], [1, 2, 3])) with { X = new("f") { Scale = AxisScale.Logarithmic } };
        var points = Pictures.PathPoints(SvgRenderer.Render(chart, Theme.Light), Blue);
        (points[1].X - points[0].X).ShouldBe(points[2].X - points[1].X, 0.02);
    }

    [Fact]
    public void A_line_that_leaves_the_range_ends_at_the_rim_of_the_plot()
    {
        var chart = Pictures.Of(new LineSeries("", [0, 1, 2], [0, 1e140, 0])) with { Y = new("y") { Range = new(-1, 1) } };
        var plot = Pictures.Paint(chart).Plot.Grow(4.01);
        Pictures.PathPoints(SvgRenderer.Render(chart, Theme.Light), Blue).ShouldAllBe(point => plot.Contains(point));
    }

    [Fact]
    public void Thinning_keeps_the_extremes_and_the_ends_of_every_pixel_column() => Prop.ForAll(
        Gen.Choose(0, 10_000).Two().ListOf().Select(pairs => pairs.Select(pair => new PixelPoint(pair.Item1 / 400.0, pair.Item2 / 7.0)).OrderBy(point => point.X).ToList()).ToArbitrary(),
        points =>
        {
            var thin = Thinning.Columns(points);
            return points.GroupBy(point => Math.Floor(point.X)).All(column =>
            {
                var kept = thin.Where(point => Math.Floor(point.X) == column.Key).ToList();
                return kept.Count <= Math.Max(4, 0) && kept.Min(point => point.Y) == column.Min(point => point.Y) && kept.Max(point => point.Y) == column.Max(point => point.Y)
                    && kept[0] == column.First() && kept[^1] == column.Last();
            });
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_hundred_thousand_points_are_drawn_with_a_few_per_pixel_and_the_one_peak()
    {
        var x = Pictures.Steps(0, 10, 100_000);
        var y = x.Select(value => Math.Sin(40 * value)).ToArray();
        y[54_321] = 9;
        var chart = Pictures.Of(new LineSeries("", x, y));
        var points = Pictures.PathPoints(SvgRenderer.Render(chart, Theme.Light), Blue);
        points.Count.ShouldBeLessThan(4 * 720);
        points.Min(point => point.Y).ShouldBe(Pictures.Paint(chart).Left.ToPixel(9), 0.01);
    }

    [Fact]
    public void A_unit_is_as_long_upwards_as_to_the_right_in_an_impedance_plot() => Prop.ForAll(
        Gen.Choose(1, 100_000).Three().ToArbitrary(), Gen.Choose(200, 1200).Two().ToArbitrary(), (sizes, picture) =>
        {
            var chart = Pictures.Of(new NyquistSeries("Z", [sizes.Item1, sizes.Item1 + sizes.Item2], [-sizes.Item3, sizes.Item3 * 0.1]));
            var painted = Pictures.Paint(chart, picture.Item1, picture.Item2);
            return Math.Abs((painted.X.PixelsPerUnit / painted.Left.PixelsPerUnit) - 1) < 1e-9;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Equal_aspect_holds_when_both_ranges_are_given()
    {
        var chart = Pictures.Of(new LineSeries("", [0, 1], [0, 1])) with { EqualAspect = true, X = new("x") { Range = new(0, 30) }, Y = new("y") { Range = new(0, 2) } };
        var painted = Pictures.Paint(chart);
        painted.X.PixelsPerUnit.ShouldBe(painted.Left.PixelsPerUnit, 1e-9);
        painted.Left.Range.ShouldBe(new AxisRange(0, 2));
    }

    [Fact]
    public void A_capacitive_loop_is_drawn_above_the_axis_and_its_decades_are_named()
    {
        var svg = Pictures.Draw(new NyquistSeries("", [10, 20, 30, 40, 60], [0, -10, -10, -4, -20]) { Frequency = [1e5, 1e3, 10, 0.1, 0.03], ShowsPoints = false });
        var points = Pictures.PathPoints(svg, Blue);
        points[1].Y.ShouldBeLessThan(points[0].Y);
        Pictures.Elements(svg, "text").Select(text => text.Value).ShouldContain("1 kHz");
        Pictures.Elements(svg, "text").Select(text => text.Value).ShouldContain("100 mHz");
    }

    [Fact]
    public void A_step_line_has_only_level_and_upright_pieces()
    {
        var points = Pictures.PathPoints(Pictures.Draw(new StepSeries("", [0, 1, 2.5, 3], [4, 2, 7, 1]) { Shape = StepShape.Centred }), Blue);
        points.Zip(points.Skip(1)).ShouldAllBe(pair => pair.First.X == pair.Second.X || pair.First.Y == pair.Second.Y);
    }

    [Fact]
    public void A_waterfall_ends_at_the_sum_of_its_steps() => Prop.ForAll(Gen.Choose(-1000, 1000).ListOf().ToArbitrary(), values =>
    {
        var waterfall = new WaterfallSeries(new("start", 500), [.. values.Select(value => new WaterfallStep("step", value))], "end");
        return waterfall.End == 500 + values.Sum() && waterfall.Categories.Count == values.Count + 2;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_last_bar_of_a_waterfall_reaches_from_zero_to_the_sum()
    {
        var chart = Pictures.Of(new WaterfallSeries(new("start", 100), [new("loss", -40), new("gain", 15)], "end"));
        var painted = Pictures.Paint(chart);
        var last = Pictures.Elements(SvgRenderer.Render(chart, Theme.Light), "rect").Last(rect => rect.Attribute("fill")!.Value == Blue);
        Pictures.Number(last, "y").ShouldBe(painted.Left.ToPixel(75), 0.01);
        Pictures.Number(last, "height").ShouldBe(painted.Left.ToPixel(0) - painted.Left.ToPixel(75), 0.02);
    }

    [Fact]
    public void The_upper_rim_of_stacked_bands_is_their_sum() => Prop.ForAll(Gen.Choose(0, 100).Three().NonEmptyListOf().ToArbitrary(), rows =>
    {
        var stack = new StackedBandSeries(
            [.. rows.Select((_, index) => (double)index)],
            [new("a", [.. rows.Select(row => (double)row.Item1)]), new("b", [.. rows.Select(row => (double)row.Item2)]), new("c", [.. rows.Select(row => (double)row.Item3)])]);
        return stack.Bands()[^1].Far.SequenceEqual(rows.Select(row => (double)(row.Item1 + row.Item2 + row.Item3)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Stacked_bands_stand_on_each_other_and_negative_ones_hang_below_zero_beside_a_line_for_the_sum()
    {
        var stack = new StackedBandSeries([0, 1, 2], [new("a", [1, 2, 3]), new("b", [-1, 1, double.NaN]), new("c", [2, -2, 1])]);
        stack.Bands().Select(band => (band.Layer, band.Far[0], band.Far[1])).ShouldBe([(0, 1, 2), (1, 1, 3), (2, 3, 3), (1, -1, 0), (2, -1, -2)]);
        stack.Bands().ShouldAllBe(band => double.IsNaN(band.Far[2]) && double.IsNaN(band.Near[2]));
        stack.Sums()[..2].ShouldBe([2, 1]);
        Pictures.Draw(stack).ShouldContain("sum");
        Pictures.Draw(new StackedBandSeries([0, 1], [new("a", [1, 2])])).ShouldNotContain("sum");
    }

    [Fact]
    public void Twenty_four_bands_can_be_told_apart()
    {
        var styles = Enumerable.Range(0, 24).Select(index => Theme.Light.Style(index)).ToList();
        styles.Select(style => (style.Ink, style.Hatch)).Distinct().Count().ShouldBe(24);
        var stack = new StackedBandSeries([0, 1], [.. Enumerable.Range(0, 24).Select(index => new StackLayer($"part {index}", [1, 2]))]);
        // The band and its swatch in the legend, of each that is hatched.
        Hatched(stack).ShouldBe(32);
        Hatched(new StackedBandSeries([0, 1], [new("a", [1, 2]), new("b", [2, 1])])).ShouldBe(0);

        static int Hatched(StackedBandSeries series) => Pictures.Elements(Pictures.Draw(series), "path").Count(path => path.Attribute("d")!.Value.Count(character => character == 'M') > 1);
    }

    [Fact]
    public void A_band_keeps_the_style_that_it_was_given()
    {
        var stack = new StackedBandSeries([0, 1], [new("a", [1, 2]) { StyleIndex = 4 }, new("b", [1, 2])]);
        string[] fills = [.. Pictures.Elements(Pictures.Draw(stack), "path").Select(path => path.Attribute("fill")?.Value ?? "").Where(fill => fill.StartsWith('#'))];
        fills.ShouldBe([Theme.Light.Palette[4].ToHex(), Theme.Light.Palette[1].ToHex()]);
    }

    [Fact]
    public void Stacked_bars_stand_on_each_other_and_negative_ones_hang_below_zero()
    {
        var chart = Pictures.Of(new BarSeries(["a"], [new("x", [2]), new("y", [3]), new("z", [-1])]) { Arrangement = BarArrangement.Stacked });
        var (svg, map) = (SvgRenderer.Render(chart, Theme.Light), Pictures.Paint(chart).Left);
        Top("#0072b2").ShouldBe(map.ToPixel(2), 0.01);
        Top("#d55e00").ShouldBe(map.ToPixel(5), 0.01);
        Top("#009e73").ShouldBe(map.ToPixel(0), 0.01);

        double Top(string colour) => Pictures.Number(Pictures.Elements(svg, "rect").First(rect => rect.Attribute("fill")!.Value == colour), "y");
    }

    [Fact]
    public void The_first_row_of_a_heat_map_is_at_the_bottom_and_its_first_column_at_the_left()
    {
        var svg = Pictures.Draw(new HeatMapSeries("", new([0, 1], [0, 1], [0, 1, 2, 3])));
        var cells = Pictures.Elements(svg, "rect").Where(rect => rect.Attribute("shape-rendering") is not null).Take(4).ToList();
        cells[0].Attribute("fill")!.Value.ShouldBe(ColourMap.Sequential.At(0).ToHex());
        cells[3].Attribute("fill")!.Value.ShouldBe(ColourMap.Sequential.At(1).ToHex());
        Pictures.Number(cells[0], "y").ShouldBeGreaterThan(Pictures.Number(cells[2], "y"));
        Pictures.Number(cells[0], "x").ShouldBeLessThan(Pictures.Number(cells[1], "x"));
    }

    [Fact]
    public void A_cell_without_a_value_is_left_open() =>
        Pictures.Elements(Pictures.Draw(new HeatMapSeries("", new([0, 1], [0, 1], [0, double.NaN, 2, 3]))), "rect")
            .Count(rect => rect.Attribute("shape-rendering") is not null).ShouldBe(3 + 128);

    [Fact]
    public void A_large_heat_map_is_one_picture_and_stays_small()
    {
        var values = Enumerable.Range(0, 400 * 300).Select(index => Math.Sin(index / 997.0)).ToArray();
        var svg = Pictures.Draw(new HeatMapSeries("", new(Pictures.Steps(0, 1, 400), Pictures.Steps(0, 1, 300), values)));
        Pictures.Elements(svg, "image").Count().ShouldBe(1);
        svg.Length.ShouldBeLessThan(1_000_000);
    }

    [Fact]
    public void A_contour_of_a_plane_is_one_straight_line_where_the_value_is()
    {
        var places = Pictures.Steps(0, 10, 11);
        var grid = new ValueGrid(places, places, [.. places.SelectMany(y => places.Select(x => x + (2 * y)))]);
        var line = ContourTracer.Trace(grid, 12.3).ShouldHaveSingleItem();
        line.ShouldAllBe(place => Math.Abs(place.Column + (2 * place.Row) - 12.3) < 1e-12);
    }

    [Fact]
    public void A_finer_grid_keeps_the_values_of_the_coarse_one_and_its_gaps()
    {
        var fine = new ValueGrid([0, 1, 2], [0, 1], [0, 2, 4, 10, 12, double.NaN]).Refined(2, 2);
        fine.Values.Take(5).ShouldBe([0, 1, 2, 3, 4]);
        fine[1, 1].ShouldBe(6);
        fine[2, 1].ShouldBe(7);
        fine[3, 1].ShouldBe(double.NaN);
    }

    [Fact]
    public void A_contour_around_a_peak_is_closed()
    {
        var places = Pictures.Steps(-2, 2, 41);
        var grid = new ValueGrid(places, places, [.. places.SelectMany(y => places.Select(x => Math.Exp(-(x * x) - (y * y))))]);
        var line = ContourTracer.Trace(grid, 0.5).ShouldHaveSingleItem();
        line[0].ShouldBe(line[^1]);
        line.ShouldAllBe(place => Math.Abs(Math.Sqrt(Math.Pow((place.Column / 10) - 2, 2) + Math.Pow((place.Row / 10) - 2, 2)) - Math.Sqrt(Math.Log(2))) < 0.005);
    }

    [Fact]
    public void Lists_of_different_length_are_refused_with_both_counts() =>
        Should.Throw<ArgumentException>(() => new LineSeries("", [1, 2], [1])).Message.ShouldContain("1 values for 2 places");
}
