using System.Numerics;

namespace Interphase.Numerics.Tests;

public class RationalTests
{
    [Fact]
    public void Tenths_add_up_exactly()
    {
        Rational sum = default;
        for (int i = 0; i < 10; i++)
            sum += new Rational(1, 10);
        sum.ShouldBe(Rational.One);
        (new Rational(1, 3) + new Rational(1, 6) - new Rational(1, 2)).ShouldBe(Rational.Zero);
        (new Rational(2, 3) / new Rational(-4, 9)).ShouldBe(new Rational(-3, 2));
    }

    [Fact]
    public void Fractions_are_ordered_and_kept_in_lowest_terms()
    {
        new Rational(-6, -8).ToString().ShouldBe("0.75");
        new Rational(6, -9).ToString().ShouldBe("-2/3");
        (new Rational(1, 3) < new Rational(34, 100)).ShouldBeTrue();
        (new Rational(-1, 2) >= new Rational(-1, 3)).ShouldBeFalse();
        new Rational(2, 4).GetHashCode().ShouldBe(new Rational(1, 2).GetHashCode());
        default(Rational).Denominator.ShouldBe(BigInteger.One);
    }

    [Fact]
    public void The_nearest_double_is_found_for_parts_beyond_its_range()
    {
        BigInteger large = BigInteger.Pow(10, 400);
        new Rational(large, 4 * large + 1).ToDouble().ShouldBe(0.25);
        new Rational(1, 3).ToDouble().ShouldBe(1.0 / 3);
        new Rational(-BigInteger.Pow(2, 1010), 1).ToDouble().ShouldBe(-Math.ScaleB(1, 1010));
        new Rational(BigInteger.Pow(2, 1100), BigInteger.Pow(2, 90) * 3).ToDouble().ShouldBe(Math.ScaleB(1, 1010) / 3);
        new Rational(1, 4 * large).ToDouble().ShouldBe(0);
        new Rational(large, 1).ToDouble().ShouldBe(double.PositiveInfinity);
    }

    [Fact]
    public void A_denominator_of_zero_is_refused() => Should.Throw<DivideByZeroException>(() => new Rational(1, 0));
}
