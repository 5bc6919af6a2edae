namespace Interphase.Numerics.Tests;

public sealed class SphereModesTests
{
    // Crank, The Mathematics of Diffusion, (6.45): surface of a sphere of radius 1 at a constant gradient u/3, in units where D = 1; the slope of the mean is u = 1.
    private static double Exact(double time)
    {
        double sum = time + 1.0 / 15;
        for (int n = 1; n < 4000; n++)
        {
            double root = Root(n), term = 2.0 / 3 * Math.Exp(-root * root * time) / (root * root);
            sum -= term;
            if (term < 1e-18) break;
        }
        return sum;
    }

    // The n-th positive root of tan q = q.
    private static double Root(int n)
    {
        double guess = (n + 0.5) * Math.PI, root = guess - 1 / guess;
        for (int i = 0; i < 20; i++) root -= (Math.Sin(root) - root * Math.Cos(root)) / (root * Math.Sin(root));
        return root;
    }

    private static double Surface(SphereModes modes, double time)
    {
        double sum = time;
        for (int m = 1; m < modes.Count; m++) sum += modes.Weights[m] * modes.Weights[m] * (1 - Math.Exp(-modes.Rates[m] * time)) / modes.Rates[m];
        return sum;
    }

    [Theory]
    [InlineData(8, 5e-4)]
    [InlineData(32, 1e-5)]
    public void A_constant_flux_moves_the_surface_as_the_exact_series_says(int degree, double tolerance)
    {
        var modes = new SphereModes(degree);
        foreach (double time in new[] { 0.01, 0.02, 0.05, 0.1, 0.3, 1 })
            Assert.Equal(1, Surface(modes, time) / Exact(time), tolerance);
    }

    [Fact]
    public void More_modes_close_in_faster_than_any_power()
    {
        double[] errors = [.. new[] { 2, 4, 8, 12 }.Select(degree => Math.Abs(Surface(new SphereModes(degree), 0.01) / Exact(0.01) - 1))];
        for (int i = 1; i < errors.Length; i++) Assert.True(errors[i] < 0.2 * errors[i - 1], string.Join(", ", errors));
    }

    [Fact]
    public void The_slowest_modes_are_those_of_the_sphere()
    {
        var modes = new SphereModes(12);
        for (int m = 1; m <= 4; m++) Assert.Equal(1, modes.Rates[m] / (Root(m) * Root(m)), 1e-9);
        for (int m = 1; m <= 3; m++) Assert.Equal(1, modes.Weights[m] * modes.Weights[m] / (2.0 / 3), 1e-6);
    }

    [Fact]
    public void A_mode_has_the_mean_zero_and_the_surface_value_that_its_weight_says()
    {
        var modes = new SphereModes(6);
        var rule = new GaussRule(20);
        for (int m = 1; m < modes.Count; m++)
        {
            double mean = 0;
            for (int q = 0; q < rule.Count; q++) mean += 3 * rule.Weights[q] * rule.Points[q] * rule.Points[q] * modes.Shape(m, rule.Points[q]);
            Assert.Equal(0, mean, 1e-12);
            Assert.Equal(modes.Weights[m], modes.Shape(m, 1), 1e-10);
        }
    }
}
