using System.Globalization;
using System.Text;

namespace Interphase.Measurements.Tests;

public class DecimalsTests
{
    [Theory]
    [InlineData(0.0, "0")]
    [InlineData(3600.0, "3600")]
    [InlineData(-1.5, "-1.5")]
    [InlineData(4.1234567891234, "4.123456789")]
    [InlineData(0.1, "0.1")]
    [InlineData(-0.012345678901234, "-0.0123456789")]
    [InlineData(0.00001, "0.00001")]
    [InlineData(0.0000012345, "1.2345E-6")]
    [InlineData(9.99999999996, "10")]
    [InlineData(99999999999.0, "100000000000")]
    [InlineData(1234567890123.0, "1234567890000")]
    [InlineData(1e-12, "1E-12")]
    [InlineData(1e300, "1E+300")]
    [InlineData(-2.5e-30, "-2.5E-30")]
    [InlineData(double.NaN, "")]
    [InlineData(double.PositiveInfinity, "")]
    public void A_number_has_ten_significant_digits_and_no_trailing_zeros(double value, string text) => Text(value).ShouldBe(text);

    [Fact]
    public void A_number_read_back_is_right_to_ten_digits_and_is_written_alike()
    {
        var random = new Random(2);
        for (int i = 0; i < 200_000; i++)
        {
            double value = (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-20, 20));
            string text = Text(value);
            text.Length.ShouldBeLessThanOrEqualTo(Decimals.Longest);
            double read = double.Parse(text, CultureInfo.InvariantCulture);
            Math.Abs(read - value).ShouldBeLessThanOrEqualTo(0.5000001e-9 * Math.Abs(value));
            Text(read).ShouldBe(text);
        }
    }

    private static string Text(double value)
    {
        Span<byte> to = stackalloc byte[Decimals.Longest];
        return Encoding.UTF8.GetString(to[..Decimals.Write(value, to)]);
    }
}
