using Interphase.Measurements;
using Interphase.Numerics;

namespace Interphase.Cells.Tests;

/// <summary>Limits in which the whole cell has a closed form, and what is conserved.</summary>
public sealed class LimitTests
{
    private const double Thermal = 8.31446261815324 * 298 / 96485.33212;

    private static CompositeCoefficients Cathode(CellCoefficients cell) => (CompositeCoefficients)cell.Cathode;

    private static Real[] Start(CellModel<Real> model, double current)
    {
        Real[] state = new Real[model.Count], history = new Real[model.Count];
        model.Initialise(state);
        model.Guess(state, new Real(current));
        model.Control = new CellControl(CellControlKind.Current, current);
        state.CopyTo(history, 0);
        model.Stand(history);
        Assert.True(model.TrySolve(0, double.PositiveInfinity, history, state));
        return state;
    }

    // Newman and Tobias: a porous electrode with linear kinetics, both conductors counting.
    [Theory]
    [InlineData(60e-6, 0.056, 4.3, 3)]
    [InlineData(200e-6, 0.056, 4.3, 6)]
    [InlineData(200e-6, 0.02, 0.02, 12)]
    [InlineData(100e-6, 1, 0.05, 6)]
    public void A_porous_electrode_with_linear_kinetics_has_its_closed_form(double thickness, double ionic, double electronic, int elements)
    {
        CellCoefficients cell = HalfCell.Coefficients(thickness: thickness);
        CompositeCoefficients cathode = Cathode(cell) with { IonicConductivity = ionic, ElectronicConductivity = electronic, InitialContent = 0.6 };
        var model = new CellModel<Real>(cell with { Cathode = cathode }, HalfCell.Mesh(3, elements));
        double current = -1e-4, rest = cathode.Active!.OpenCircuit.Value(0.6);
        double resistance = (Start(model, current)[model.VoltageAt].Value - rest) / current - 30e-6 / 0.2;
        double charge = Thermal / cathode.Active.ExchangeCurrent.Value(0.6), area = cathode.Classes[0].Area;
        double nu = thickness * Math.Sqrt(area / charge * (1 / ionic + 1 / electronic));
        double expected = thickness / (ionic + electronic) * (1 + (2 + (electronic / ionic + ionic / electronic) * Math.Cosh(nu)) / (nu * Math.Sinh(nu)));
        (resistance / expected).ShouldBe(1, 1e-4, $"nu = {nu}");
    }

    // Without resistance to ions and electrons an electrode is one particle: kinetics in closed form over the exact series of a sphere at constant flux.
    [Theory]
    [InlineData(60e-6, -30)]
    [InlineData(60e-6, 15)]
    [InlineData(1e-6, -0.5)]
    public void An_electrode_of_perfect_conductors_is_a_single_particle(double thickness, double current)
    {
        CellCoefficients cell = HalfCell.Coefficients(thickness: thickness);
        CompositeCoefficients cathode = Cathode(cell) with { IonicConductivity = 1e6, ElectronicConductivity = 1e6, InitialContent = 0.5 };
        var model = new CellModel<Real>(cell with { Cathode = cathode }, HalfCell.Mesh(1, 1, 32)) { ContentTolerance = 1e-8, VoltageTolerance = 1e-8 };
        double[] times = [20, 200, 700];
        var integrator = new StiffIntegrator<Real>(model);
        Assert.True(integrator.Start(0, Start(model, current), 1e-4));
        double flux = -current / (cathode.Classes[0].Area * thickness), rate = 3 * flux / (2.5e-6 * 96485.33212 * 63104);
        foreach (double time in times)
        {
            while (integrator.Time < time) Assert.True(integrator.Advance(1e-9));
            double tau = 4e-15 * time / 6.25e-12, series = 0;
            for (int n = 1; n <= 60; n++) series += Math.Exp(-Root(n) * Root(n) * tau) / (Root(n) * Root(n));
            double surface = 0.5 + rate * (6.25e-12 / 4e-15) / 3 * (3 * tau + 0.2 - 2 * series);
            double expected = cathode.Active!.OpenCircuit.Value(surface) - 2 * Thermal * Math.Asinh(flux / (2 * cathode.Active.ExchangeCurrent.Value(surface))) + current * 30e-6 / 0.2;
            integrator.Interpolate(time, model.VoltageAt).Value.ShouldBe(expected, 2e-6, $"{time} s");
        }

        // tan x = x.
        static double Root(int n)
        {
            double x = (n + 0.5) * Math.PI;
            for (int i = 0; i < 30; i++) x = n * Math.PI + Math.Atan(x);
            return x;
        }
    }

    [Fact]
    public void The_error_of_a_discharge_falls_with_the_tolerance()
    {
        double exact = Voltage(1e-9);
        double[] tolerances = [1e-3, 1e-4, 1e-5, 1e-6, 1e-7], errors = [.. tolerances.Select(tolerance => Math.Abs(Voltage(tolerance) - exact))];
        for (int i = 0; i < errors.Length; i++) errors[i].ShouldBeLessThan(4 * tolerances[i], $"tolerance {tolerances[i]}");
        // Over four decades of tolerance the error falls by at least three.
        errors[^1].ShouldBeLessThan(1e-3 * Math.Max(errors[0], 1e-4));

        static double Voltage(double tolerance)
        {
            var model = new CellModel<Real>(HalfCell.Coefficients(), HalfCell.Mesh(3)) { ContentTolerance = tolerance, VoltageTolerance = tolerance };
            return HalfCell.Run(model, -30, 3.5, [2500.0]).Voltages[0];
        }
    }

    [Fact]
    public void Lithium_and_charge_are_conserved_over_cycles_with_holds()
    {
        (RunCollector result, _, CellSimulator simulator) = Runs.Reference("assb-cccv");
        Recording series = result.Series;
        double capacity = Cathode(simulator.Coefficients).Capacity, area = simulator.Coefficients.Area;
        double largest = 0;
        for (int i = 0; i < series.Rows; i++)
        {
            double inserted = (series[Columns.CathodeLithiumContent][i] - 0.27) * capacity, passed = -series[Columns.NetCapacity][i] * 3600 / area;
            largest = Math.Max(largest, Math.Abs(inserted - passed) / capacity);
        }
        largest.ShouldBeLessThan(1e-12);
        // A step of constant current passes its current times its time.
        foreach (StepReport step in result.Steps.Where(each => each.Type is StepTypes.CurrentCharge or StepTypes.CurrentDischarge))
            (step.Charge / (step.Current * (step.End - step.Start))).ShouldBe(1, 1e-10);
    }
}
