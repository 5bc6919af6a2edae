namespace Interphase.Numerics.Tests;

public sealed class StiffIntegratorTests
{
    // Prothero and Robinson: y' = -L (y - g(t)) + g'(t), exact y = g, with an algebraic z = y². Stiff for large L.
    private sealed class Following<T>(T stiffness, double tolerance) : IStepEquations<T>
        where T : unmanaged, IScalar<T>
    {
        public int Count => 2;

        public bool TrySolve(double time, double rate, ReadOnlySpan<T> history, Span<T> solution)
        {
            T one = T.Constant(1), delay = T.Constant(double.IsPositiveInfinity(rate) ? 0 : 1 / rate), goal = T.Constant(Math.Sin(time)), slope = T.Constant(Math.Cos(time));
            solution[0] = (history[0] + delay * (stiffness * goal + slope)) / (one + delay * stiffness);
            solution[1] = solution[0] * solution[0];
            return true;
        }

        public void Weights(ReadOnlySpan<T> solution, Span<double> weights) => (weights[0], weights[1]) = (1 / tolerance, 1 / tolerance);
    }

    // y' = -k y: exact, and its derivative in k.
    private sealed class Decay(double tolerance, Dual rateConstant) : IStepEquations<Dual>
    {
        public int Count => 1;

        public bool TrySolve(double time, double rate, ReadOnlySpan<Dual> history, Span<Dual> solution)
        {
            Dual delay = Dual.Constant(double.IsPositiveInfinity(rate) ? 0 : 1 / rate);
            solution[0] = history[0] / (Dual.Constant(1) + delay * rateConstant);
            return true;
        }

        public void Weights(ReadOnlySpan<Dual> solution, Span<double> weights) => weights[0] = 1 / tolerance;
    }

    private static double Error(double stiffness, double tolerance, out long steps)
    {
        var integrator = new StiffIntegrator<Real>(new Following<Real>(new Real(stiffness), tolerance));
        Assert.True(integrator.Start(0, [new Real(0), new Real(0)], 1e-6));
        double largest = 0;
        while (integrator.Time < 10)
        {
            Assert.True(integrator.Advance(1e-12));
            double middle = 0.5 * (integrator.Previous + integrator.Time);
            largest = Math.Max(largest, Math.Abs(integrator.Interpolate(middle, 0).Value - Math.Sin(middle)));
            largest = Math.Max(largest, Math.Abs(integrator.Solution[0].Value - Math.Sin(integrator.Time)));
            Assert.Equal(integrator.Solution[0].Value * integrator.Solution[0].Value, integrator.Solution[1].Value, 1e-12);
        }
        steps = integrator.Steps;
        return largest;
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1e3)]
    [InlineData(1e8)]
    public void The_error_between_steps_and_at_them_stays_proportional_to_the_tolerance(double stiffness)
    {
        foreach (double tolerance in new[] { 1e-4, 1e-6, 1e-8 })
        {
            double error = Error(stiffness, tolerance, out long steps);
            Assert.True(error < 30 * tolerance, $"{error} at {tolerance}");
            Assert.True(steps < 60 * Math.Pow(1 / tolerance, 0.25), $"{steps} steps at {tolerance}");
        }
    }

    // What settles within less than the smallest step is over at once; it neither holds a run up nor is lost.
    [Theory]
    [InlineData(1e13)]
    [InlineData(1e16)]
    [InlineData(1e20)]
    public void A_transient_shorter_than_the_smallest_step_is_passed(double stiffness)
    {
        const double smallest = 1e-12;
        var integrator = new StiffIntegrator<Real>(new Following<Real>(new Real(stiffness), 1e-7));
        Assert.True(integrator.Start(0, [new Real(1), new Real(0)], 1e-4, smallest));
        while (integrator.Time < 1) Assert.True(integrator.Advance(smallest), $"stuck at {integrator.Time} s");
        Assert.Equal(Math.Sin(1), integrator.Interpolate(1, 0).Value, 3e-6);
        Assert.True(integrator.Steps < 3000, $"{integrator.Steps} steps");
    }

    [Fact]
    public void A_derivative_travels_with_the_solution_and_changes_no_step()
    {
        var integrator = new StiffIntegrator<Dual>(new Decay(1e-8, Dual.Variable(2)));
        Assert.True(integrator.Start(0, [Dual.Constant(1)], 1e-6));
        while (integrator.Time < 1) Assert.True(integrator.Advance(1e-12));
        Dual at = integrator.Interpolate(1, 0);
        Assert.Equal(Math.Exp(-2), at.Value, 1e-6);
        Assert.Equal(-Math.Exp(-2), at.Slope, 1e-6);

        var plain = new StiffIntegrator<Dual>(new Decay(1e-8, Dual.Constant(2)));
        Assert.True(plain.Start(0, [Dual.Constant(1)], 1e-6));
        while (plain.Time < 1) Assert.True(plain.Advance(1e-12));
        Assert.Equal(integrator.Steps, plain.Steps);
        Assert.Equal(integrator.Time, plain.Time);
    }

    [Fact]
    public void Interpolated_unknowns_vary_with_a_time_that_varies()
    {
        var integrator = new StiffIntegrator<Dual>(new Decay(1e-9, Dual.Constant(1)));
        Assert.True(integrator.Start(0, [Dual.Constant(1)], 1e-6));
        while (integrator.Time < 1) Assert.True(integrator.Advance(1e-12));
        Span<Dual> values = stackalloc Dual[1];
        double time = 0.5 * (integrator.Previous + integrator.Time);
        integrator.Interpolate(Dual.Variable(time), values);
        Assert.Equal(integrator.Slope(time, 0), values[0].Slope, 1e-12);
        Assert.Equal(-Math.Exp(-time), values[0].Slope, 1e-5);
    }

    [Fact]
    public void Beginning_anew_gives_the_same_run_bit_for_bit()
    {
        var integrator = new StiffIntegrator<Real>(new Following<Real>(new Real(50), 1e-7));
        var ends = new List<double>();
        for (int run = 0; run < 2; run++)
        {
            Assert.True(integrator.Start(0, [new Real(0.5), new Real(0.25)], 1e-6));
            while (integrator.Time < 3) Assert.True(integrator.Advance(1e-12));
            ends.Add(integrator.Interpolate(3, 0).Value);
        }
        Assert.Equal(ends[0], ends[1]);
    }
}
