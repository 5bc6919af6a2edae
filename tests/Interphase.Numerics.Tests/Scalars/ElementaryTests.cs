namespace Interphase.Numerics.Tests.Scalars;

public class ElementaryTests
{
    [Fact]
    public void A_power_with_a_varying_exponent_has_the_curvature_of_its_exponential_form()
    {
        // x^x = exp(x ln x)
        Taylor x = Taylor.Variable(1.7), direct = Elementary.Power(x, x), indirect = Elementary.Exp(x * Elementary.Log(x));
        direct.Value.ShouldBe(indirect.Value, 1e-14);
        direct.First.ShouldBe(indirect.First, 1e-14);
        direct.Second.ShouldBe(indirect.Second, 1e-13);
    }

    [Fact]
    public void A_whole_power_agrees_with_the_general_one()
    {
        for (int n = -6; n <= 6; n++)
        {
            Taylor whole = Elementary.Power(Taylor.Variable(-1.3), n), general = Elementary.Power(Taylor.Variable(-1.3), Taylor.Constant(n));
            whole.Value.ShouldBe(general.Value, 1e-13);
            whole.First.ShouldBe(general.First, 1e-13);
            whole.Second.ShouldBe(general.Second, 1e-12);
        }
    }

    [Fact]
    public void What_does_not_vary_adds_nothing_even_at_an_infinite_slope()
    {
        Elementary.Sqrt(Taylor.Constant(0)).ShouldBe(new Taylor(0, 0, 0));
        Elementary.Power(Dual.Variable(0), Dual.Constant(1.5)).ShouldBe(new Dual(0, 0));
    }

    [Fact]
    public void A_quotient_is_the_product_with_the_inverse()
    {
        Taylor x = Taylor.Variable(0.3), quotient = Elementary.Sin(x) / Elementary.Cos(x), tangent = Elementary.Tan(x);
        quotient.Value.ShouldBe(tangent.Value, 1e-15);
        quotient.First.ShouldBe(tangent.First, 1e-14);
        quotient.Second.ShouldBe(tangent.Second, 1e-14);
    }

    [Fact]
    public void Not_a_number_passes_through_every_comparison()
    {
        Real nothing = new(double.NaN), one = new(1);
        foreach (Real result in (Real[])[Elementary.Min(nothing, one), Elementary.Min(one, nothing), Elementary.Max(nothing, one), Elementary.Max(one, nothing), Elementary.Sign(nothing), Elementary.Heaviside(nothing)])
            result.Value.ShouldBe(double.NaN);
    }
}
