using System.Globalization;
using System.Text;

namespace Interphase.Measurements.Tests;

public class FieldsTests
{
    [Fact]
    public void A_number_is_read_to_the_last_bit_as_the_runtime_reads_it()
    {
        var random = new Random(4);
        for (int i = 0; i < 200_000; i++)
        {
            double value = (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-30, 30));
            string text = value.ToString(random.Next(4) switch { 0 => "R", 1 => "G10", 2 => "E5", _ => "F4" }, CultureInfo.InvariantCulture);
            int at = 0;
            Fields.Number(Encoding.UTF8.GetBytes(text + ",x"), ref at, out double read).ShouldBeTrue(text);
            read.ShouldBe(double.Parse(text, CultureInfo.InvariantCulture), text);
            at.ShouldBe(text.Length);
        }
    }

    [Theory]
    [InlineData("1.2.3")]
    [InlineData("--1")]
    [InlineData("1e")]
    [InlineData("e5")]
    [InlineData(".")]
    [InlineData("1 2")]
    [InlineData("0x10")]
    [InlineData("1e999")]
    [InlineData("Infinity")]
    [InlineData("1_000")]
    public void What_is_no_finite_number_is_none(string text)
    {
        int at = 0;
        Fields.Number(Encoding.UTF8.GetBytes(text), ref at, out _).ShouldBeFalse();
    }
}
