using System.Text;
using Interphase.Measurements;

namespace Interphase.Reports.Tests;

public class ThinningTests
{
    private const int Pixels = 1160;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Every_pixel_column_keeps_its_lowest_and_highest_value(int seed)
    {
        var random = new Random(seed);
        double[] x = new double[300_000], y = new double[x.Length];
        for (var row = 1; row < x.Length; row++)
            (x[row], y[row]) = (x[row - 1] + Math.Pow(10, -3 * random.NextDouble()), Math.Sin(row * 1e-4) + (random.Next(1000) == 0 ? random.NextDouble() - 0.5 : 0));
        var (thinX, thinY) = Thinning.Of(x, y);
        thinX.Length.ShouldBeLessThanOrEqualTo(Thinning.MostPoints);
        thinY.Min().ShouldBe(y.Min());
        thinY.Max().ShouldBe(y.Max());

        // What lies within a column of the whole lies within that column of the thinned, or one next to it by a quarter of a pixel.
        var width = x[^1] / Pixels;
        var (low, high) = Extremes(x, y, width, 0);
        var (thinLow, thinHigh) = Extremes(thinX, thinY, width, 0.25);
        for (var column = 0; column < Pixels; column++)
        {
            thinLow[column].ShouldBeLessThanOrEqualTo(low[column]);
            thinHigh[column].ShouldBeGreaterThanOrEqualTo(high[column]);
        }
    }

    [Fact]
    public void A_short_curve_stays_as_it_is_gaps_among_it()
    {
        double[] x = [0, 1, 2, double.NaN, 4, 3], y = [1, 5, 2, 3, double.NaN, 0];
        Thinning.Rows(x, y).ShouldBe([0, 1, 2, 3, 5]);
        Thinning.Rows([], []).ShouldBeEmpty();
        Thinning.Rows([1, 1, 1, 1, 1, 1], [0, 3, 1, -2, 4, 1]).ShouldBe([0, 3, 4, 5]);
    }

    [Fact]
    public void A_million_rows_make_a_page_of_bounded_size()
    {
        const int Rows = 1_000_000;
        var random = new Random(1);
        double[] time = new double[Rows], voltage = new double[Rows], current = new double[Rows];
        for (var row = 0; row < Rows; row++)
        {
            time[row] = row;
            current[row] = row / 5000 % 2 == 0 ? 1e-3 : -1e-3;
            voltage[row] = 3.5 + (0.5 * Math.Sin(row * Math.PI / 5000)) + (0.01 * random.NextDouble());
        }

        voltage[777_777] = 4.9;
        var page = HtmlReport.Render(Samples.Of(new ReportCell("long", Recording.Of("long", "", (Columns.TestTime, time), (Columns.Voltage, voltage), (Columns.Current, current)))));
        Encoding.UTF8.GetByteCount(page).ShouldBeLessThan(2_000_000);
        Pages.Parse(page).Chart("Course of the test").Descendants(Pages.Svg + "path").ShouldNotBeEmpty();
    }

    private static (double[] Low, double[] High) Extremes(double[] x, double[] y, double width, double reach)
    {
        double[] low = [.. Enumerable.Repeat(double.PositiveInfinity, Pixels)], high = [.. Enumerable.Repeat(double.NegativeInfinity, Pixels)];
        for (var row = 0; row < x.Length; row++)
        {
            var (first, last) = ((int)Math.Floor((x[row] / width) - reach), (int)Math.Floor((x[row] / width) + reach));
            for (var column = Math.Max(first, 0); column <= Math.Min(last, Pixels - 1); column++)
                (low[column], high[column]) = (Math.Min(low[column], y[row]), Math.Max(high[column], y[row]));
        }

        return (low, high);
    }
}
