using Interphase.Descriptions;
using Interphase.Numerics;

namespace Interphase.Cells.Tests;

/// <summary>A run is resolved until its voltages are known to half a millivolt, whatever the cell. docs/numerics.md, section 9.</summary>
public sealed class ResolutionTests
{
    private const double Wanted = 5e-4;

    [Theory]
    [InlineData(200e-6, 4e-15, -30)]
    [InlineData(200e-6, 4e-15, -90)]
    [InlineData(60e-6, 1e-16, -15)]
    [InlineData(150e-6, 1e-13, -150)]
    public void Thick_slow_and_hard_driven_electrodes_are_known_to_half_a_millivolt(double thickness, double diffusivity, double current) =>
        Error(HalfCell.Coefficients(diffusivity, thickness: thickness), Discharge(current, 2.8), out _).ShouldBeLessThan(Wanted);

    [Theory]
    [InlineData(3, -30)]
    [InlineData(3.65, -30)]
    [InlineData(4, -3)]
    public void Collapsing_diffusivities_are_known_to_half_a_millivolt(double decades, double current)
    {
        Curve collapsing = HalfCell.Tabulate(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"5e-15*10^(-{decades}/(1 + exp(-(y - 0.827)/0.03)))"));
        Error(HalfCell.Coefficients(varying: collapsing), Discharge(current, 2.8), out _).ShouldBeLessThan(Wanted);
    }

    [Theory]
    [InlineData(nameof(CellKind.PlausibleHalf), 3)]
    [InlineData(nameof(CellKind.PlausibleFull), 3)]
    [InlineData(nameof(CellKind.PlausibleFull), 29)]
    [InlineData(nameof(CellKind.PlausibleFull), 75)]
    public void Cells_that_the_rule_alone_resolves_badly_are_found_out(string kind, int seed)
    {
        RandomCell cell = RandomCell.Draw(Enum.Parse<CellKind>(kind), seed);
        Error(cell.Coefficients, cell.Protocol, out double byRule).ShouldBeLessThan(Wanted);
        byRule.ShouldBeGreaterThan(2 * Wanted);
    }

    [Fact]
    public void The_reference_problem_keeps_its_mesh_and_says_what_it_leaves()
    {
        CellSimulator simulator = CellSimulator.Of(HalfCell.Coefficients());
        Protocol protocol = Discharge(-30, 3);
        Resolution found = simulator.ResolutionFor(protocol);
        CompositeMesh mesh = found.Mesh.Cathode!;
        (mesh.Elements, mesh.PointsPerElement, mesh.Particles[0].Count).ShouldBe((1, 3, 8));
        found.Error!.Value.ShouldBeInRange(1e-6, 2e-4);
        simulator.ResolutionFor(protocol).ShouldBeSameAs(found);
    }

    [Fact]
    public void Refinement_multiplies_what_was_found_and_a_resolution_given_is_kept()
    {
        CellCoefficients cell = HalfCell.Coefficients(thickness: 200e-6);
        Protocol protocol = Discharge(-60, 2.8);
        Resolution found = CellSimulator.Of(cell).ResolutionFor(protocol), refined = CellSimulator.Of(cell, 4).ResolutionFor(protocol);
        refined.Mesh.Cathode!.Elements.ShouldBe(4 * found.Mesh.Cathode!.Elements);
        refined.Mesh.Cathode.Particles[0].Count.ShouldBe(4 * found.Mesh.Cathode.Particles[0].Count);
        refined.Tolerance.ShouldBe(found.Tolerance / 16, 1e-12);
        CellSimulator.Of(HalfCell.Coefficients()).At(refined).ResolutionFor(protocol).ShouldBeSameAs(refined);
    }

    private static Protocol Discharge(double current, double until) => new([new ProtocolStep(new Place("test", 1, 1), "discharge", new CurrentControl(current), [new StepLimit(StepVariable.Voltage, until, LimitSide.Below, "voltage")])]);

    // How far voltages are from those of a run three times as fine, and how far those of the rule alone are.
    private static double Error(CellCoefficients cell, Protocol protocol, out double byRule)
    {
        CellSimulator simulator = CellSimulator.Of(cell);
        Resolution found = simulator.ResolutionFor(protocol), rule = simulator.Likely(protocol);
        VoltageProbe fine = Run(new Resolution(found.Mesh.Times(3), found.Tolerance / 30), null);
        byRule = Run(rule, fine).Difference;
        return Run(found, fine).Difference;

        VoltageProbe Run(Resolution resolution, VoltageProbe? reference)
        {
            using var end = new CancellationTokenSource();
            CellModel<Real> model = simulator.Model(resolution);
            var probe = new VoltageProbe(model, reference, 1e12, end);
            new ProtocolDriver<Real>(model, probe, cell.Temperature, double.NaN, end.Token).Run(protocol).Exit.ShouldNotBe(ExitKind.Failed);
            return probe;
        }
    }
}
