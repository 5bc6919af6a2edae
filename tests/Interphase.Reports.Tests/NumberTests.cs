namespace Interphase.Reports.Tests;

public class NumberTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(4.60249, "4.602")]
    [InlineData(-0.62, "−0.62")]
    [InlineData(99.996, "100")]
    [InlineData(123456.7, "123457")]
    [InlineData(9.99996e5, "1×10^6")]
    [InlineData(1.5e-15, "1.5×10^−15")]
    [InlineData(double.NaN, "–")]
    public void Numbers_have_the_digits_that_mean_something(double value, string text) => Numbers.Plain(value).ShouldBe(text);

    [Theory]
    [InlineData("mAh/cm2", "mAh/cm<sup>2</sup>")]
    [InlineData("S cm-1", "S cm<sup>−1</sup>")]
    [InlineData("ohm cm2", "Ω cm<sup>2</sup>")]
    [InlineData("%", "%")]
    [InlineData("<b>", "&lt;b&gt;")]
    public void Units_have_their_exponents_raised(string unit, string markup) => Markup.Unit(unit).ShouldBe(markup);

    [Fact]
    public void A_row_of_numbers_shares_its_decimals()
    {
        Numbers.Aligned([231.456, 9.5, null]).ShouldBe(["231.5", "9.5", "–"]);
        Numbers.Aligned([60, 5]).ShouldBe(["60", "5"]);
        Numbers.Aligned([1.5e-15, 3]).ShouldBe(["1.5×10<sup>−15</sup>", "3"]);
    }
}
