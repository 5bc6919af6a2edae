using System.Globalization;
using Interphase.Descriptions;
using Interphase.Numerics;

namespace Interphase.Cells.Tests;

/// <summary>Whatever cell is drawn, its run ends at a limit, a time or a stop that is physical. docs/reliability.md.</summary>
public sealed class RobustnessTests
{
    /// <summary>Names the number of cells of each class; a sample without it.</summary>
    private const string Variable = "INTERPHASE_RANDOM_CELLS";

    [Theory]
    [Trait("Category", "Slow")]
    [InlineData(nameof(CellKind.PlausibleHalf))]
    [InlineData(nameof(CellKind.PlausibleFull))]
    [InlineData(nameof(CellKind.HostileHalf))]
    [InlineData(nameof(CellKind.HostileFull))]
    public void Random_cells_end_at_a_limit_a_time_or_a_physical_stop(string name)
    {
        CellKind kind = Enum.Parse<CellKind>(name);
        int count = int.TryParse(Environment.GetEnvironmentVariable(Variable), NumberStyles.None, CultureInfo.InvariantCulture, out int asked) ? asked : 30;
        var rows = new StudyRow[count];
        Parallel.For(0, count, i => rows[i] = CellStudy.Run(RandomCell.Draw(kind, i)));
        StudyRow[] faults = [.. rows.Where(row => row.Outcome is StudyOutcome.Failed or StudyOutcome.Faulty or StudyOutcome.Unphysical)];
        int allowed = kind is CellKind.HostileHalf or CellKind.HostileFull ? count / 1000 : 0;
        string told = string.Join("; ", faults.Take(5).Select(row => $"{row.Cell.Seed} {row.Outcome} [{row.Cell.Traits}] {row.Detail}"));
        faults.Length.ShouldBeLessThanOrEqualTo(allowed, told);
        foreach (IGrouping<StudyOutcome, StudyRow> group in rows.GroupBy(row => row.Outcome)) TestContext.Current.SendDiagnosticMessage($"{name}: {group.Key} {group.Count()}");
    }

    // Cells that once ended without a solution or with the wrong word: redox beside a surface that is spent, double layers that charge in no time, an electrode that rests with every surface in its wall.
    [Theory]
    [InlineData(nameof(CellKind.HostileHalf), 126)]
    [InlineData(nameof(CellKind.HostileHalf), 327)]
    [InlineData(nameof(CellKind.HostileHalf), 1118)]
    [InlineData(nameof(CellKind.HostileFull), 638)]
    [InlineData(nameof(CellKind.HostileFull), 1276)]
    [InlineData(nameof(CellKind.HostileFull), 1144)]
    public void Cells_that_were_hard_to_solve_end_as_they_should(string name, int seed)
    {
        StudyRow row = CellStudy.Run(RandomCell.Draw(Enum.Parse<CellKind>(name), seed));
        row.Outcome.ShouldBeOneOf(StudyOutcome.Limit, StudyOutcome.Time, StudyOutcome.LimitAtStart, StudyOutcome.PhysicalStop);
    }

    // A thick cathode with little contact, quite empty at the separator and full at the collector: when it is discharged, one surface after the other comes out of its wall at one stroke.
    // At some meshes a step of nearly no time would find its way around, at others not.
    [Theory]
    [InlineData(8, 12)]
    [InlineData(8, 16)]
    [InlineData(12, 12)]
    [InlineData(12, 20)]
    [InlineData(16, 12)]
    public void A_discharge_goes_on_where_surfaces_leap_out_of_their_end(int elements, int shells)
    {
        RandomCell drawn = RandomCell.Draw(CellKind.HostileHalf, 1008);
        var mesh = new CompositeMesh(elements, 3, [new ParticleMesh(ParticleMeshKind.Shells, shells)]);
        var result = new RunCollector("run");
        RunEnd end = CellSimulator.Of(drawn.Coefficients).At(new Resolution(new CellMesh(mesh, null), 1e-4)).Run(drawn.Protocol, result);
        result.Steps.Select(step => step.Kind).ShouldBe([StepEnd.Limit, StepEnd.Limit, StepEnd.Limit]);
        end.Exit.ShouldBe(ExitKind.Completed);
        end.Time.ShouldBeInRange(19900, 21500);
    }

    // The reservoir's exponentials are followed by their logarithm: a potential that a spent surface throws volts off comes back.
    [Theory]
    [InlineData(60)]
    [InlineData(600)]
    public void Redox_takes_the_current_that_a_spent_surface_gives_no_more(double current)
    {
        CellCoefficients cell = HalfCell.Coefficients(diffusivity: 1e-18);
        var redox = new RedoxCoefficients(4.6, 20, 1e-6, 0.5, false, double.NaN);
        cell = cell with { Cathode = (CompositeCoefficients)cell.Cathode with { CarbonArea = 1e7, Redox = redox, InitialContent = 0.9 } };
        CellSimulator simulator = CellSimulator.Of(cell);
        var limit = new StepLimit(StepVariable.StepTime, 1e5, LimitSide.Above, "time");
        CellModel<Real> model = simulator.Model(simulator.Likely(Discharge(limit, current)));
        Real[] history = new Real[model.Count], solution = new Real[model.Count];
        model.Initialise(history);
        foreach (double delay in (double[])[1e-3, 1, 10])
        {
            history.CopyTo(solution, 0);
            model.Control = new CellControl(CellControlKind.Current, current);
            model.Guess(solution, new Real(current));
            model.IsPatient = true;
            model.TrySolve(0, 1 / delay, history, solution).ShouldBeTrue($"{delay} s");
            solution[model.CurrentAt].Value.ShouldBe(current, 1e-9 * current);
            solution[model.VoltageAt].Value.ShouldBeInRange(3.6, 5.7);
        }
    }

    // The very end of a discharge, where the surface is pressed against its last sites while a double layer still gives current.
    [Theory]
    [InlineData(0)]
    [InlineData(0.2)]
    public void A_discharge_goes_on_to_two_volts_with_or_without_a_double_layer(double doubleLayer)
    {
        CellCoefficients cell = HalfCell.Coefficients();
        cell = cell with { Cathode = (CompositeCoefficients)cell.Cathode with { DoubleLayer = doubleLayer } };
        var model = new CellModel<Real>(cell, HalfCell.Mesh(12, 1, 24)) { ContentTolerance = 1e-6, VoltageTolerance = 1e-6 };
        double high = HalfCell.Run(model, -30, 2.8, []).End, low = HalfCell.Run(model, -30, 2, []).End;
        high.ShouldBeInRange(4073, 4078);
        low.ShouldBeInRange(high, high + 2);
    }

    [Theory]
    [InlineData(-30, "cathode surface lithium content", 1)]
    [InlineData(30, "cathode surface lithium content", 0)]
    public void A_stop_names_the_end_to_which_the_current_drives(double current, string variable, double value)
    {
        (StepEnd[] ends, RunEnd end) = Run(HalfCell.Coefficients(), new StepLimit(StepVariable.StepTime, 1e5, LimitSide.Above, "time"), current);
        ends.ShouldBe([StepEnd.PhysicalStop]);
        (end.Exit, end.Variable).ShouldBe((ExitKind.PhysicalStop, variable));
        end.Value!.Value.ShouldBe(value, 1e-5);
        end.Place.ShouldNotBeNullOrEmpty();
        end.Detail.ShouldContain("diffusivity");
    }

    // Past its plateau an alloy foil is plated; what ends the charge is the cathode that runs empty.
    [Fact]
    public void A_full_foil_is_not_named_as_what_ends_a_charge()
    {
        CellCoefficients cell = HalfCell.Coefficients();
        double plateau = 0.3 * cell.Cathode.ShouldBeOfType<CompositeCoefficients>().Capacity;
        cell = cell with { Anode = new FoilCoefficients(0.62, 10, ThermalLaw.None, 0.5, 0, 0, 0.9 * plateau, plateau) };
        (StepEnd[] ends, RunEnd end) = Run(cell, new StepLimit(StepVariable.StepTime, 1e5, LimitSide.Above, "time"), 30);
        ends.ShouldBe([StepEnd.PhysicalStop]);
        (end.Variable, end.Value).ShouldBe(("cathode surface lithium content", 0));
    }

    [Fact]
    public void A_limit_that_is_passed_at_the_first_instant_says_so()
    {
        (StepEnd[] ends, RunEnd end) = Run(HalfCell.Coefficients(), new StepLimit(StepVariable.Voltage, 4.5, LimitSide.Below, "4.5 V"), -30);
        ends.ShouldBe([StepEnd.LimitAtStart]);
        end.Exit.ShouldBe(ExitKind.LimitAtStart);
    }

    [Fact]
    public void The_reference_problem_keeps_the_least_mesh_and_harder_ones_get_more()
    {
        CompositeMesh Of(CellCoefficients cell, double current) => CellSimulator.Of(cell).Likely(Discharge(new StepLimit(StepVariable.StepTime, 1, LimitSide.Above, "time"), current)).Mesh.Cathode!;
        foreach (double current in (double[])[-3, -15, -30, -60])
        {
            CompositeMesh usual = Of(HalfCell.Coefficients(), current);
            (usual.Elements, usual.PointsPerElement, usual.Particles[0]).ShouldBe((1, 3, new ParticleMesh(ParticleMeshKind.Modes, 8)));
        }
        Of(HalfCell.Coefficients(thickness: 200e-6), -100).Elements.ShouldBeGreaterThan(2);
        Of(HalfCell.Coefficients(diffusivity: 1e-16), -30).Particles[0].Count.ShouldBeGreaterThan(12);
        Of(HalfCell.Coefficients(varying: HalfCell.Tabulate("5e-15*10**(-6.65/(1 + exp(-(y - 0.827)/0.03)))")), -30).Particles[0].Count.ShouldBeGreaterThan(12);
    }

    private static Protocol Discharge(StepLimit limit, double current) => new([new ProtocolStep(new Place("x", 1, 1), "a step", new CurrentControl(current), [limit])]);

    private static (StepEnd[] Ends, RunEnd End) Run(CellCoefficients cell, StepLimit limit, double current)
    {
        var result = new RunCollector("run");
        RunEnd end = CellSimulator.Of(cell).Run(Discharge(limit, current), result);
        return ([.. result.Steps.Select(step => step.Kind)], end);
    }
}
