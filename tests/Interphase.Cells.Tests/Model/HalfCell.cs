using Interphase.Descriptions;
using Interphase.Numerics;

namespace Interphase.Cells.Tests;

/// <summary>The solid-state half cell on which three codes agree: ideal lithium, a single-ion electrolyte, NMC811 in a composite. dualfoil 5.1 and PyBaMM 26.10 ran it.</summary>
internal static class HalfCell
{
    public const string Nmc811 =
        "-0.8090*y + 4.4875 - 0.0428*tanh(18.5138*(y - 0.5542)) - 17.7326*tanh(15.7890*(y - 0.3117)) + 17.5842*tanh(15.9308*(y - 0.3120))";

    public static Curve Tabulate(string formula, double lower = 0, double upper = 1)
    {
        Assert.True(Formula.TryParse(formula, new FormulaNames(["y"], [], []), out Formula? parsed, out _));
        Assert.True(Curve.TryTabulate(parsed, lower, upper, out Curve? curve, out _));
        return curve;
    }

    public static CellCoefficients Coefficients(double diffusivity = 4e-15, Curve? varying = null, double thickness = 60e-6, double foil = double.PositiveInfinity)
    {
        double scale = 3.42e-6 * Math.Sqrt(1000) * 63104;
        var active = new ActiveCoefficients(
            63104, Tabulate(Nmc811), varying ?? Curve.Constant(diffusivity), ThermalLaw.None,
            new ExchangeCurrentCurve(Curve.Constant(scale), 0.5, 0.5), ThermalLaw.None, 0.5, null);
        var cathode = new CompositeCoefficients(
            thickness, 0.2 * Math.Pow(0.43, 1.5), ThermalLaw.None, 10 * Math.Pow(0.57, 1.5), ThermalLaw.None, active, [new SizeClassCoefficients(2.5e-6, 0.47)], 1, 0, 0, 0, null, 0.27);
        ElectrodeCoefficients anode = double.IsInfinity(foil) ? new IdealCoefficients(0) : new FoilCoefficients(0, foil, ThermalLaw.None, 0.5, 0, 0, 1e6, double.PositiveInfinity);
        return new CellCoefficients(1e-4, 298, cathode, anode, [new LayerCoefficients(30e-6, 0.2, ThermalLaw.None, 0)], 0.5);
    }

    public static CellMesh Mesh(int points, int elements = 1, int particles = 8, ParticleMeshKind kind = ParticleMeshKind.Modes) => new(new CompositeMesh(elements, points, [new ParticleMesh(kind, particles)]), null);

    /// <summary>Runs at a constant current until a voltage is reached; returns voltages at the times asked for, and the end.</summary>
    public static (double[] Voltages, double End) Run(CellModel<Real> model, double current, double limit, ReadOnlySpan<double> times)
    {
        var integrator = new StiffIntegrator<Real>(model);
        var start = new Real[model.Count];
        model.Initialise(start);
        model.Guess(start, new Real(current));
        model.Control = new CellControl(CellControlKind.Current, current);
        Assert.True(integrator.Start(0, start, 1e-4));
        double[] voltages = new double[times.Length];
        int next = 0;
        while (true)
        {
            Assert.True(integrator.Advance(1e-9), $"stuck at {integrator.Time} s");
            double reached = integrator.Solution[model.VoltageAt].Value;
            double end = reached > limit ? double.PositiveInfinity : Crossing(integrator, model.VoltageAt, limit);
            while (next < times.Length && times[next] <= Math.Min(integrator.Time, end))
            {
                voltages[next] = integrator.Interpolate(times[next], model.VoltageAt).Value;
                next++;
            }
            if (end <= integrator.Time) return (voltages[..next], end);
        }
    }

    private static double Crossing(StiffIntegrator<Real> integrator, int unknown, double limit)
    {
        double low = integrator.Previous, high = integrator.Time;
        for (int i = 0; i < 60; i++)
        {
            double middle = 0.5 * (low + high);
            if (integrator.Interpolate(middle, unknown).Value > limit) low = middle;
            else high = middle;
        }
        return high;
    }
}
