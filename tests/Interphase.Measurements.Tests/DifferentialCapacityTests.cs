namespace Interphase.Measurements.Tests;

public class DifferentialCapacityTests
{
    [Theory]
    [InlineData(0.01)]
    [InlineData(0.07)]
    [InlineData(5)]
    public void A_straight_line_has_one_value_in_every_bin(double width)
    {
        var result = DifferentialCapacity.Of([3.003, 3.5, 4.211], [0, 0.497, 1.208], width);
        result.Values.ShouldAllBe(value => Math.Abs(value - 1) < 1e-12);
        result.Edges[0].ShouldBe(3.003);
        result.Edges[^1].ShouldBe(4.211);
    }

    [Fact]
    public void Bins_that_end_at_the_corners_show_each_slope()
    {
        // 1 Ah/V up to 3.5 V, 4 Ah/V up to 3.6 V, 0.5 Ah/V beyond; and the same downwards.
        double[] voltage = [3, 3.5, 3.6, 4], capacity = [0, 0.5, 0.9, 1.1];
        double[] expected = [1, 1, 1, 1, 1, 4, 0.5, 0.5, 0.5, 0.5];
        Near(DifferentialCapacity.Of(voltage, capacity, 0.1), expected);
        Near(DifferentialCapacity.Of([.. voltage.Reverse()], [0, 0.2, 0.6, 1.1], 0.1), expected);
        Near(DifferentialCapacity.Of([.. voltage.Reverse()], [0, -0.2, -0.6, -1.1], 0.1), expected);
    }

    [Fact]
    public void The_values_times_their_widths_are_the_whole_capacity_plateaus_included()
    {
        var random = new Random(5);
        double[] voltage = new double[300], capacity = new double[300];
        for (int i = 1; i < voltage.Length; i++)
            (voltage[i], capacity[i]) = (voltage[i - 1] + (random.Next(4) == 0 ? 0 : 0.01 * random.NextDouble()), capacity[i - 1] + random.NextDouble());
        foreach (double width in new[] { 0.002, 0.03, 0.4 })
        {
            var result = DifferentialCapacity.Of(voltage, capacity, width);
            result.Values.Select((value, i) => value * (result.Edges[i + 1] - result.Edges[i])).Sum().ShouldBe(capacity[^1], 1e-9);
        }
    }

    [Fact]
    public void A_voltage_that_never_changes_has_no_bins() => DifferentialCapacity.Of([3.5, 3.5], [0, 1], 0.01).Values.ShouldBeEmpty();

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(1e-9)]
    public void A_width_that_is_none_is_refused(double width) => Should.Throw<ArgumentException>(() => DifferentialCapacity.Of([3, 4], [0, 1], width));

    private static void Near(DifferentialCapacity result, double[] expected)
    {
        result.Values.Length.ShouldBe(expected.Length);
        for (int i = 0; i < expected.Length; i++) result.Values[i].ShouldBe(expected[i], 1e-9);
        result.Voltage[0].ShouldBe(3.05, 1e-12);
    }
}
