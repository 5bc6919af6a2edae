namespace Interphase.Numerics.Tests;

public class GaussLegendreTests
{
    [Fact]
    public void Polynomials_of_degree_19_are_integrated_exactly_on_one_panel() =>
        GaussLegendre.Integrate(x => 20 * Math.Pow(x, 19) - 3 * x * x, 0, 1, panels: 1).ShouldBe(0, 1e-13);

    [Fact]
    public void Turning_the_interval_turns_the_sign() =>
        GaussLegendre.Integrate(Math.Exp, 1, 0).ShouldBe(1 - Math.E, 1e-13);
}
