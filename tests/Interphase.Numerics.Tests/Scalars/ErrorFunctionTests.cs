namespace Interphase.Numerics.Tests.Scalars;

public class ErrorFunctionTests
{
    // Abramowitz and Stegun, table 7.1 and 7.3.
    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.1, 0.11246291601828489)]
    [InlineData(1, 0.84270079294971487)]
    [InlineData(-1, -0.84270079294971487)]
    [InlineData(2, 0.99532226501895273)]
    [InlineData(3, 0.99997790950300141)]
    [InlineData(double.PositiveInfinity, 1)]
    [InlineData(double.NegativeInfinity, -1)]
    public void Tabulated_values_are_met(double x, double expected) => ErrorFunction.Erf(x).ShouldBe(expected, 2e-15);

    [Theory]
    [InlineData(5, 1.5374597944280349e-12)]
    [InlineData(10, 2.0884875837625448e-45)]
    [InlineData(-5, 2)]
    [InlineData(0, 1)]
    public void The_complement_keeps_its_digits(double x, double expected) => (ErrorFunction.Erfc(x) / expected).ShouldBe(1, 2e-12);

    [Fact]
    public void Not_a_number_stays_one() => double.IsNaN(ErrorFunction.Erf(double.NaN) + ErrorFunction.Erfc(double.NaN)).ShouldBeTrue();

    [Fact]
    public void Series_and_fraction_meet() => ErrorFunction.Erf(2.5).ShouldBe(ErrorFunction.Erf(Math.BitDecrement(2.5)), 1e-15);
}
