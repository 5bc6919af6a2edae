namespace Interphase.Microstructure.Tests;

public class PortableMathTests
{
    [Fact]
    public void Own_functions_agree_with_those_of_the_platform()
    {
        for (double x = 1e-12; x < 1e12; x *= 1.37)
        {
            PortableMath.Log(x).ShouldBe(Math.Log(x), 1e-15 * Math.Max(1, Math.Abs(Math.Log(x))));
            PortableMath.Cbrt(x).ShouldBe(Math.Cbrt(x), 1e-15 * Math.Cbrt(x));
        }
        for (double x = -690; x < 690; x += 3.71) PortableMath.Exp(x).ShouldBe(Math.Exp(x), 1e-15 * Math.Exp(x));
        PortableMath.Exp(-1000).ShouldBe(0);
        PortableMath.Exp(-0.0).ShouldBe(1);
    }

    [Fact]
    public void Random_numbers_are_uniform_normal_and_without_direction()
    {
        var random = new RandomStream(1, RandomPurpose.Places);
        const int Count = 200000;
        double uniform = 0, normal = 0, square = 0, fourth = 0, z = 0;
        for (int i = 0; i < Count; i++)
        {
            uniform += random.Uniform() / Count;
            double value = random.Normal();
            (normal, square, fourth) = (normal + value / Count, square + value * value / Count, fourth + value * value * value * value / Count);
            z += Math.Pow(random.Direction().Z, 2) / Count;
        }
        uniform.ShouldBe(0.5, 0.003);
        normal.ShouldBe(0, 0.01);
        square.ShouldBe(1, 0.015);
        fourth.ShouldBe(3, 0.12);
        z.ShouldBe(1.0 / 3, 0.003);
    }
}
