namespace Interphase.Cells.Tests;

/// <summary>The frequencies of a spectrum.</summary>
public sealed class FrequencyGridTests
{
    [Theory]
    [InlineData(1e6, 0.1, 10, 71)]
    [InlineData(1e6, 1e-4, 10, 101)]
    [InlineData(50, 50, 10, 1)]
    [InlineData(20, 10, 1, 2)]
    [InlineData(2e6, 0.1, 10, 75)]
    public void Both_ends_are_included_and_no_decade_has_fewer_points_than_asked_for(double highest, double lowest, int perDecade, int count)
    {
        double[] grid = FrequencyGrid.Between(highest, lowest, perDecade);
        Assert.Equal((highest, lowest, count), (grid[0], grid[^1], grid.Length));
        for (int i = 1; i < grid.Length; i++)
        {
            double ratio = Math.Log10(grid[i - 1] / grid[i]);
            Assert.True(ratio > 0 && ratio <= 1.0 / perDecade + 1e-9);
            Assert.Equal(Math.Log10(grid[0] / grid[1]), ratio, 1e-12);
        }
    }

    [Theory]
    [InlineData(1, 10, 5)]
    [InlineData(10, 0, 5)]
    [InlineData(10, 1, 0)]
    [InlineData(double.PositiveInfinity, 1, 5)]
    [InlineData(double.NaN, 1, 5)]
    public void A_range_that_is_none_is_refused(double highest, double lowest, int perDecade) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => FrequencyGrid.Between(highest, lowest, perDecade));
}
