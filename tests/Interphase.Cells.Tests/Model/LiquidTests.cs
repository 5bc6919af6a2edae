using Interphase.Descriptions;
using Interphase.Numerics;

namespace Interphase.Cells.Tests;

/// <summary>A salt in a liquid against closed forms, against the single-ion equations, and what must hold whatever the numbers are.</summary>
public sealed class LiquidTests
{
    private const double Faraday = 96485.33212, Gas = 8.314462618, Length = 200e-6, Start = 1000, Conductivity = 0.8, Diffusivity = 3e-10, Transference = 0.35;

    private static BinaryCoefficients Salt(double transference = Transference, double diffusivity = Diffusivity, Curve? conductivity = null, double factor = 1.3) => new(
        Start, conductivity ?? Curve.Constant(Conductivity), ThermalLaw.None, Curve.Constant(diffusivity), ThermalLaw.None, Curve.Constant(transference), Curve.Constant(factor));

    // Ideal lithium on both sides of a porous separator.
    private static CellCoefficients Symmetric(BinaryCoefficients salt, double reference = 0.5) =>
        new(1e-4, 298.15, new IdealCoefficients(0), new IdealCoefficients(0), [new LayerCoefficients(Length, 1, ThermalLaw.None, 0) { Pores = new PoreCoefficients(0.4, 1.5) }], reference) { Liquid = salt };

    private static CellCoefficients Cell(BinaryCoefficients? salt, double foil = 10)
    {
        CellCoefficients cell = HalfCell.Coefficients(foil: foil);
        var cathode = (CompositeCoefficients)cell.Cathode;
        // Effective conductivities as they are without a liquid: 0.2 S/m in free volume, and in 43 % of the cathode's.
        return salt is null ? cell : cell with
        {
            Liquid = salt,
            Separator = [cell.Separator[0] with { Pores = new PoreCoefficients(1, 1.5) }],
            Cathode = cathode with { Pores = new PoreCoefficients(0.43, 1.5), Active = cathode.Active! with { ExchangeOfSalt = new SaltDependence(Curve.Constant(1), 0.5) } },
        };
    }

    private static Curve Table(Func<double, double> law)
    {
        double[] arguments = [.. Enumerable.Range(0, 401).Select(i => 10.0 * i)];
        Assert.True(Curve.TryInterpolate(arguments, [.. arguments.Select(law)], out Curve? curve, out _, Extension.Constant));
        return curve;
    }

    private static StiffIntegrator<T> Started<T>(CellModel<T> model, double current)
        where T : unmanaged, IScalar<T>
    {
        var integrator = new StiffIntegrator<T>(model);
        var start = new T[model.Count];
        model.Initialise(start);
        model.Guess(start, T.Constant(current));
        model.Control = new CellControl(CellControlKind.Current, current);
        integrator.Start(0, start, 1e-4).ShouldBeTrue();
        return integrator;
    }

    [Fact]
    public void Salt_is_neither_made_nor_lost()
    {
        var model = new CellModel<Real>(Cell(Salt(diffusivity: 1e-10)), HalfCell.Mesh(3, 2));
        StiffIntegrator<Real> integrator = Started(model, -30);
        double before = model.Salt!.Content(model.SaltPart(integrator.Solution)).Value;
        foreach (double current in (double[])[-30, 60, 0])
        {
            Real[] state = integrator.Solution.ToArray();
            model.Control = new CellControl(CellControlKind.Current, current);
            integrator.Start(integrator.Time, state, 1e-4).ShouldBeTrue();
            double end = integrator.Time + (current == 0 ? 1e6 : 200);
            while (integrator.Time < end)
            {
                integrator.Advance(1e-9).ShouldBeTrue();
                Math.Abs(model.Salt.Content(model.SaltPart(integrator.Solution)).Value / before - 1).ShouldBeLessThan(1e-12);
            }
        }
        // After a long rest the salt is everywhere what it was.
        model.Salt.Least(model.SaltPart(integrator.Solution)).Share.ShouldBe(1, 1e-6);
    }

    [Theory]
    [InlineData(5, 0.5)]
    [InlineData(-40, 0.2)]
    [InlineData(80, 1)]
    public void A_steady_current_between_two_lithium_electrodes_makes_a_straight_profile_and_the_voltage_of_a_concentration_cell(double current, double reference)
    {
        var model = new CellModel<Real>(Symmetric(Salt(), reference), new CellMesh(null, null)) { ContentTolerance = 1e-8, VoltageTolerance = 1e-8 };
        StiffIntegrator<Real> integrator = Started(model, current);
        while (integrator.Time < 1e5) integrator.Advance(1e-9).ShouldBeTrue();
        double factor = Math.Pow(0.4, 1.5), slope = (1 - Transference) * current / (Faraday * Diffusivity * factor), thermal = Gas * 298.15 / Faraday;
        // On charge lithium leaves the cathode, and the salt gathers there.
        double At(double share) => Start + slope * Length * (share - 0.5);
        ReadOnlySpan<Real> salt = model.SaltPart(integrator.Solution);
        double[] points = [.. new GaussRule(3).Points];
        for (int k = 0; k < 3; k++) salt[k].Value.ShouldBe(At(points[k]), 1e-6 * Start);
        double Potential(double from, double to) => current * (to - from) * Length / (Conductivity * factor) + 2 * thermal * 1.3 * (1 - Transference) * Math.Log(At(to) / At(from));
        integrator.Solution[model.VoltageAt].Value.ShouldBe(Potential(0, 1), 1e-8);
        integrator.Solution[model.PotentialAt].Value.ShouldBe(Potential(reference, 1), 1e-8);
        IReadOnlyList<VoltagePart> parts = model.Parts(integrator.Solution);
        parts.Sum(part => part.Value).ShouldBe(Potential(0, 1), 1e-8);
        parts.Single(part => part.Name == "cathode concentration").Value.ShouldBe(2 * thermal * 1.3 * (1 - Transference) * Math.Log(At(1) / At(reference)), 1e-8);
    }

    [Fact]
    public void A_transference_number_and_a_thermodynamic_factor_that_vary_make_the_concentration_cell_of_their_integral()
    {
        BinaryCoefficients salt = Salt() with { TransferenceNumber = Table(c => 0.5 - 1e-4 * c), ThermodynamicFactor = Table(c => 0.6 + 1e-3 * c), Conductivity = Table(c => 1e-3 * c), Diffusivity = Table(c => 2e-10 + 1e-13 * c) };
        var model = new CellModel<Real>(Symmetric(salt), new CellMesh(null, null) { Separator = 6 }) { ContentTolerance = 1e-6, VoltageTolerance = 1e-6 };
        StiffIntegrator<Real> integrator = Started(model, 40);
        while (integrator.Time < 1e5) integrator.Advance(1e-9).ShouldBeTrue();
        // dc/dx = (1 - t+) I/(F D), with the mean that salt keeps: by a fine rule from a trial at the left end.
        const int steps = 20_000;
        double factor = Math.Pow(0.4, 1.5), thermal = Gas * 298.15 / Faraday;
        (double Mean, double Voltage) From(double left)
        {
            double c = left, sum = 0, voltage = 0, h = Length / steps;
            double Slope(double at) => (0.5 + 1e-4 * at) * 40 / (Faraday * (2e-10 + 1e-13 * at) * factor);
            for (int i = 0; i < steps; i++)
            {
                double middle = c + 0.5 * h * Slope(c), next = c + h * Slope(middle);
                sum += middle / steps;
                voltage += h * 40 / (1e-3 * middle * factor) + 2 * thermal * (0.5 + 1e-4 * middle) * (0.6 + 1e-3 * middle) * Math.Log(next / c);
                c = next;
            }
            return (sum, voltage);
        }

        (double low, double high) = (100, 1000);
        for (int i = 0; i < 60; i++)
        {
            double middle = 0.5 * (low + high);
            if (From(middle).Mean < Start) low = middle;
            else high = middle;
        }
        integrator.Solution[model.VoltageAt].Value.ShouldBe(From(low).Voltage, 1e-6);
    }

    [Theory]
    [InlineData(0.98, true)]
    [InlineData(1.02, false)]
    public void A_symmetric_cell_carries_its_limiting_current_and_no_more(double share, bool carries)
    {
        double factor = Math.Pow(0.4, 1.5), limit = 2 * Faraday * Diffusivity * factor * Start / ((1 - Transference) * Length);
        (RunEnd end, double time) = Driven(Symmetric(Salt()), share * limit, 1e5);
        if (carries) end.Exit.ShouldBe(ExitKind.Completed);
        else
        {
            end.Exit.ShouldBe(ExitKind.PhysicalStop);
            end.Variable.ShouldBe("salt concentration");
            end.Place.ShouldBe("in the separator, towards the anode");
            end.Value!.Value.ShouldBeInRange(0, 0.02);
            // Near the limit the profile is the slowest mode's: far longer than a diffusion time.
            time.ShouldBeGreaterThan(0.3 * Length * Length * 0.4 / (Diffusivity * factor));
        }
    }

    [Fact]
    public void A_current_far_above_the_limit_lasts_for_Sands_time()
    {
        double factor = Math.Pow(0.4, 1.5), limit = 2 * Faraday * Diffusivity * factor * Start / ((1 - Transference) * Length), current = 3 * limit;
        // sqrt(tau) = F c0 sqrt(pi eps D_eff)/(2 (1 - t+) I).
        double root = Faraday * Start * Math.Sqrt(Math.PI * 0.4 * Diffusivity * factor) / (2 * (1 - Transference) * current);
        (RunEnd end, double time) = Driven(Symmetric(Salt()), current, 1e5, 4);
        end.Variable.ShouldBe("salt concentration");
        time.ShouldBe(root * root, 0.01 * root * root);
    }

    private static (RunEnd End, double Time) Driven(CellCoefficients cell, double current, double duration, int refine = 2)
    {
        var control = new ProtocolStep(default, "charge", new CurrentControl(current), [new StepLimit(StepVariable.StepTime, duration, LimitSide.Above, "time")]);
        var result = new RunCollector("run");
        RunEnd end = CellSimulator.Of(cell, refine).Run(new Protocol([control]), result);
        return (end, result.Steps[^1].End);
    }

    // With t+ = 1 nothing moves the salt; the line of varied resistivity then is the line of one, step by step.
    [Fact]
    public void Where_lithium_alone_moves_the_curve_is_that_of_the_single_ion_equations()
    {
        CellMesh mesh = HalfCell.Mesh(3, 2);
        var solid = new CellModel<Real>(Cell(null), mesh);
        var liquid = new CellModel<Real>(Cell(Salt(1, conductivity: Curve.Constant(0.2))), mesh);
        double[] first = Steps(solid), second = Steps(liquid);
        for (int i = 0; i < first.Length; i++) second[i].ShouldBe(first[i], 1e-9, $"step {i}");

        static double[] Steps(CellModel<Real> model)
        {
            Real[] past = new Real[model.Count], next = new Real[model.Count];
            model.Initialise(past);
            model.Guess(past, new Real(-30));
            model.Control = new CellControl(CellControlKind.Current, -30);
            past.CopyTo(next, 0);
            Assert.True(model.TrySolve(0, double.PositiveInfinity, past, next));
            var voltages = new List<double> { next[model.VoltageAt].Value };
            for (double delay = 1e-3, time = delay; time < 3000; delay = Math.Min(2 * delay, 50), time += delay)
            {
                next.CopyTo(past, 0);
                model.Stand(past);
                Assert.True(model.TrySolve(time, 1 / delay, past, next));
                voltages.Add(next[model.VoltageAt].Value);
            }
            return [.. voltages];
        }
    }

    [Theory]
    [InlineData(-30)]
    [InlineData(0)]
    [InlineData(12)]
    public void The_parts_of_a_liquid_cells_voltage_make_the_voltage(double current)
    {
        var model = new CellModel<Real>(Cell(Salt(diffusivity: 5e-11, conductivity: Table(c => 0.2 + 1e-4 * c))), HalfCell.Mesh(3, 2));
        StiffIntegrator<Real> integrator = Started(model, current);
        for (int i = 0; i < 30; i++) integrator.Advance(1e-9).ShouldBeTrue();
        IReadOnlyList<VoltagePart> parts = model.Parts(integrator.Solution);
        parts.Sum(part => part.Value).ShouldBe(integrator.Solution[model.VoltageAt].Value, 1e-7);
        if (current == 0) parts.Where(part => !part.Name.EndsWith("equilibrium", StringComparison.Ordinal)).ShouldAllBe(part => Math.Abs(part.Value) < 1e-9);
        else Math.Sign(parts.Single(part => part.Name == "cathode concentration").Value).ShouldBe(Math.Sign(current));
    }

    [Fact]
    public void Electrodes_of_a_liquid_cell_that_change_places_mirror_the_voltage()
    {
        CellCoefficients there = Cell(Salt(diffusivity: 1e-10, conductivity: Table(c => 0.1 + 1e-4 * c))), back = there with { Cathode = there.Anode, Anode = there.Cathode };
        CellMesh mesh = HalfCell.Mesh(3, 2);
        StiffIntegrator<Real> first = Started(new CellModel<Real>(there, mesh), -30), second = Started(new CellModel<Real>(back, new CellMesh(null, mesh.Cathode)), 30);
        for (int i = 0; i < 40; i++)
        {
            first.Advance(1e-9).ShouldBeTrue();
            second.Advance(1e-9).ShouldBeTrue();
        }
        int at = first.Solution.Length - CellModel<Real>.Own;
        second.Time.ShouldBe(first.Time, 1e-5 * first.Time);
        second.Solution[at].Value.ShouldBe(-first.Solution[at].Value, 1e-6);
    }

    // Voltage against a property of the salt, exact through the integrator, against two runs beside it.
    [Theory]
    [InlineData("transference")]
    [InlineData("diffusivity")]
    public void A_derivative_by_a_property_of_the_salt_is_the_quotient_of_two_runs_beside_it(string what)
    {
        double value = what == "transference" ? Transference : 1e-10, step = 1e-4 * value;
        CellMesh mesh = HalfCell.Mesh(3, 2);
        CellCoefficients With(double varied) => Cell(what == "transference" ? Salt(varied, 1e-10, s_conductivity) : Salt(Transference, varied, s_conductivity));
        var model = new CellModel<Dual>(With(value), With(value + step), With(value - step), new Variation<Dual>(Dual.Variable(value), step), mesh) { ContentTolerance = 1e-8, VoltageTolerance = 1e-8 };
        StiffIntegrator<Dual> integrator = Started(model, -60);
        while (integrator.Time < 300) integrator.Advance(1e-9).ShouldBeTrue();
        double slope = integrator.Interpolate(300, model.VoltageAt).Slope, quotient = (Voltage(value * 1.005) - Voltage(value * 0.995)) / (0.01 * value);
        (slope / quotient).ShouldBe(1, 5e-4);

        double Voltage(double varied)
        {
            var plain = new CellModel<Real>(With(varied), mesh) { ContentTolerance = 1e-8, VoltageTolerance = 1e-8 };
            StiffIntegrator<Real> beside = Started(plain, -60);
            while (beside.Time < 300) beside.Advance(1e-9).ShouldBeTrue();
            return beside.Interpolate(300, plain.VoltageAt).Value;
        }
    }

    private static readonly Curve s_conductivity = Table(c => 0.1 + 2e-4 * c);
}
