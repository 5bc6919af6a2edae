using FsCheck;
using FsCheck.Fluent;

namespace Interphase.Charts.Tests;

public sealed class TickTests
{
    private static readonly Arbitrary<AxisRange> Ranges = (
        from low in Gen.Choose(-1_000_000, 1_000_000)
        from span in Gen.Choose(1, 1_000_000)
        from power in Gen.Choose(-12, 12)
        let scale = Math.Pow(10, power)
        select new AxisRange(low * scale, (low + span) * scale)).ToArbitrary();

    private static readonly Arbitrary<AxisRange> PositiveRanges = (
        from low in Gen.Choose(-120, 100)
        from decades in Gen.Choose(1, 200)
        select new AxisRange(Math.Pow(10, low / 10.0), Math.Pow(10, (low + decades) / 10.0))).ToArbitrary();

    [Fact]
    public void Linear_ticks_lie_inside_their_range_and_rise() => Prop.ForAll(Ranges, range =>
    {
        var ticks = LinearTicks.Within(range, 8).Ticks;
        var slack = 1e-8 * range.Span;
        return ticks.All(tick => tick.Value >= range.Low - slack && tick.Value <= range.High + slack)
            && ticks.Zip(ticks.Skip(1)).All(pair => pair.First.Value < pair.Second.Value);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Ticks_of_whole_numbers_are_whole() => Prop.ForAll(Ranges, range =>
        LinearTicks.Within(range, 8, isWhole: true) is { Ticks: var ticks, Exponent: var exponent } && ticks.All(tick => tick.Value == Math.Round(tick.Value) && (exponent != 0 || !tick.Label.Contains('.', StringComparison.Ordinal)))).QuickCheckThrowOnFailure();

    [Fact]
    public void Three_cycles_have_three_ticks() => LinearTicks.Within(new(0.9, 3.1), 11, isWhole: true).Ticks.Select(tick => tick.Label).ShouldBe(["1", "2", "3"]);

    [Fact]
    public void The_step_of_linear_ticks_is_one_two_or_five_times_a_power_of_ten() => Prop.ForAll(Ranges, range =>
    {
        var ticks = LinearTicks.Within(range, 8).Ticks;
        var step = (ticks[^1].Value - ticks[0].Value) / (ticks.Count - 1);
        var digit = step / Math.Pow(10, Math.Floor(Math.Log10(step * 1.000001)));
        return ticks.Count < 2 || new[] { 1.0, 2, 5 }.Any(nice => Math.Abs(digit - nice) < 1e-5);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void There_are_no_more_linear_ticks_than_asked_for_and_at_least_a_third() => Prop.ForAll(Ranges, Gen.Choose(4, 12).ToArbitrary(), (range, most) =>
    {
        var count = LinearTicks.Within(range, most).Ticks.Count;
        return count <= most && count >= most / 3;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_two_linear_ticks_share_a_label() => Prop.ForAll(Ranges, range =>
    {
        var labels = LinearTicks.Within(range, 8).Ticks.Select(tick => tick.Label).ToList();
        return labels.Distinct().Count() == labels.Count;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_linear_label_says_its_value() => Prop.ForAll(Ranges, range =>
    {
        var set = LinearTicks.Within(range, 8);
        return set.Ticks.All(tick =>
        {
            var said = double.Parse(tick.Label.Replace('−', '-'), System.Globalization.CultureInfo.InvariantCulture) * Math.Pow(10, set.Exponent);
            return Math.Abs(said - tick.Value) <= 1e-7 * range.Span + 1e-12 * Math.Abs(tick.Value);
        });
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_common_power_of_ten_is_a_multiple_of_three()
    {
        LinearTicks.Within(new(0, 2.5e6), 6).Exponent.ShouldBe(6);
        LinearTicks.Within(new(0, 3e-8), 6).Exponent.ShouldBe(-9);
        LinearTicks.Within(new(0, 5000), 6).Exponent.ShouldBe(0);
    }

    [Fact]
    public void Voltages_are_labelled_with_one_number_of_decimals() =>
        LinearTicks.Within(new(2.8, 4.25), 8).Ticks.Select(tick => tick.Label).ShouldBe(["2.8", "3.0", "3.2", "3.4", "3.6", "3.8", "4.0", "4.2"]);

    [Fact]
    public void Zero_is_labelled_without_a_sign() =>
        LinearTicks.Within(new(-0.3, 0.3), 7).Ticks.Select(tick => tick.Label).ShouldContain("0.0");

    [Fact]
    public void Logarithmic_ticks_lie_inside_their_range_and_rise() => Prop.ForAll(PositiveRanges, range =>
    {
        var ticks = LogarithmicTicks.Within(range, 8).Ticks;
        return ticks.All(tick => tick.Value >= range.Low * (1 - 1e-8) && tick.Value <= range.High * (1 + 1e-8))
            && ticks.Zip(ticks.Skip(1)).All(pair => pair.First.Value < pair.Second.Value);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void There_are_no_more_labelled_logarithmic_ticks_than_asked_for_and_at_least_one() => Prop.ForAll(PositiveRanges, Gen.Choose(4, 12).ToArbitrary(), (range, most) =>
    {
        var count = LogarithmicTicks.Within(range, most).Ticks.Count(tick => !tick.IsMinor);
        return count >= 1 && count <= most;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Three_decades_carry_powers_of_ten_and_eight_minor_ticks_between_them()
    {
        var ticks = LogarithmicTicks.Within(new(1, 1000), 8).Ticks;
        ticks.Where(tick => !tick.IsMinor).Select(tick => tick.Label).ShouldBe(["1", "10", "100", "1000"]);
        ticks.Count(tick => tick.IsMinor).ShouldBe(24);
    }

    [Fact]
    public void Far_decades_are_written_as_powers() =>
        LogarithmicTicks.Within(new(1e-16, 1e-13), 8).Ticks.Where(tick => !tick.IsMinor).Select(tick => tick.Label)
            .ShouldBe(["10^{−16}", "10^{−15}", "10^{−14}", "10^{−13}"]);

    [Fact]
    public void Less_than_a_decade_is_labelled_at_one_two_and_five() =>
        LogarithmicTicks.Within(new(0.4, 3), 6).Ticks.Where(tick => !tick.IsMinor).Select(tick => tick.Label).ShouldBe(["0.5", "1", "2"]);

    [Theory]
    [InlineData(3.7, 3.7)]
    [InlineData(0, 0)]
    [InlineData(-1e9, -1e9)]
    [InlineData(1e-160, 1e-160)]
    [InlineData(1, 1.0000000000001)]
    [InlineData(-1e150, 1e150)]
    public void A_level_or_extreme_series_still_gets_a_range_with_ticks(double low, double high)
    {
        var extent = new Extent(AxisScale.Linear);
        extent.Include([low, high, double.NaN, double.NegativeInfinity, double.MaxValue]);
        var range = extent.ToRange();
        range.Low.ShouldBeLessThanOrEqualTo(low);
        range.High.ShouldBeGreaterThanOrEqualTo(high);
        LinearTicks.Within(range, 6).Ticks.Count.ShouldBeInRange(2, 6);
    }

    [Fact]
    public void An_axis_of_positive_values_does_not_reach_below_zero()
    {
        var extent = new Extent(AxisScale.Linear);
        extent.Include([0.01, 5]);
        extent.ToRange().Low.ShouldBe(0);
    }

    [Fact]
    public void The_map_from_values_to_pixels_is_monotone() => Prop.ForAll(PositiveRanges, range =>
        new[] { AxisScale.Linear, AxisScale.Logarithmic }.All(scale =>
        {
            var map = new AxisMap(scale, range, 400, 30);
            var pixels = Pictures.Steps(range.Low, range.High, 50).Select(map.ToPixel).ToList();
            return pixels.Zip(pixels.Skip(1)).All(pair => pair.First > pair.Second) && Math.Abs(pixels[0] - 400) < 1e-6 && Math.Abs(pixels[^1] - 30) < 1e-6;
        })).QuickCheckThrowOnFailure();

    [Fact]
    public void A_logarithmic_axis_refuses_a_range_that_is_not_positive()
    {
        var chart = Pictures.Of(new LineSeries("", [1, 2], [1, 2])) with { X = new("Rate") { Scale = AxisScale.Logarithmic, Range = new(-1, 1) } };
        Should.Throw<ArgumentException>(() => SvgRenderer.Render(chart, Theme.Light)).Message.ShouldContain("positive");
    }
}
