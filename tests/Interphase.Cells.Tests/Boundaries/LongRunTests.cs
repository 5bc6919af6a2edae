using System.Globalization;
using Interphase.Descriptions;
using Interphase.Measurements;

namespace Interphase.Cells.Tests;

/// <summary>Many cycles of an example whose film and contact take a quarter of its capacity.</summary>
public sealed class LongRunTests
{
    /// <summary>Names the number of cycles of the examples; a sample without it.</summary>
    private const string Variable = "INTERPHASE_LONG_CYCLES";

    private const int Count = 120;

    private static int Sampled => int.TryParse(Environment.GetEnvironmentVariable(Variable), NumberStyles.None, CultureInfo.InvariantCulture, out int asked) ? asked : 30;

    private static (CellSimulator Simulator, Protocol Protocol) Prepared(params string[] overrides)
    {
        using var scratch = new Scratch();
        string file = scratch.Write("aged.yaml", $$"""
            extends: {{Path.Combine(Scratch.Examples, "feng2025-bare.yaml")}}
            protocol:
              - repeat: {{Count}}
                steps:
                  - charge at C/2 until upper cut-off
                  - hold upper cut-off until C/20
                  - discharge at C/2 until lower cut-off
            cathode:
              oxidation:
                current: 3e-4 A/m2
                transferCoefficient: 0.34
                onset: 2.5 V
                filmElectronicConductivity: 3e-14 S/cm
                filmIonicConductivity: 3e-10 S/cm
                supplyExponent: 3.7
              contact:
                gapLength: 5 nm
                decay: 0.03
                modulus: 15.7 GPa
                isolation: null
                isolatedShare: null
              cracks: null
            """);
        var problems = new Problems();
        CellReading reading = CellReader.Read(file, overrides);
        CellSimulator simulator = CellSimulator.Prepare(reading, problems)!;
        problems.ShouldBeEmpty();
        return (simulator, reading.Protocol!);
    }

    [Theory]
    [InlineData("feng2025-bare")]
    [InlineData("gao2025-npc")]
    [InlineData("wu2025-mono")]
    [InlineData("xu2024-li3incl6")]
    public void Half_the_mesh_and_a_tenth_of_the_tolerance_leave_a_retention_as_it_is(string example)
    {
        using var scratch = new Scratch();
        CellReading reading = CellReader.Read(scratch.Write("aged.yaml", $"""
            extends: {Path.Combine(Scratch.Examples, $"{example}.yaml")}
            protocol:
              - repeat: {Sampled}
                steps:
                  - charge at C/2 until upper cut-off
                  - hold upper cut-off until C/20
                  - discharge at C/2 until lower cut-off
            """));
        CellSimulator simulator = CellSimulator.Prepare(reading, new Problems())!;
        Resolution chosen = simulator.ResolutionFor(reading.Protocol!);
        double[] retentions = [.. new[] { chosen, new Resolution(chosen.Mesh.Times(2), chosen.Tolerance / 10) }.Select(resolution =>
        {
            var collector = new RunCollector("aged");
            simulator.At(resolution).Run(reading.Protocol!, collector, new RunOptions { Attribution = false }).Exit.ShouldBe(ExitKind.Completed);
            collector.Complete();
            collector.Cycles.Count.ShouldBe(Sampled);
            return 100 * collector.Cycles[^1].DischargeCapacity / collector.Cycles[0].DischargeCapacity;
        })];
        retentions[0].ShouldBe(retentions[1], 0.05);
    }

    // The mesh chosen for many cycles against one of more than twice the elements and shells and a tenth of the tolerance.
    [Fact]
    public void Retention_is_known_to_a_twentieth_of_a_point()
    {
        (CellSimulator simulator, Protocol protocol) = Prepared();
        Resolution chosen = simulator.ResolutionFor(protocol);
        var finer = new Resolution(chosen.Mesh.Times(2), chosen.Tolerance / 10);
        double[] retentions = [.. new[] { chosen, finer }.Select(resolution =>
        {
            var collector = new RunCollector("aged");
            simulator.At(resolution).Run(protocol, collector, new RunOptions { Attribution = false }).Exit.ShouldBe(ExitKind.Completed);
            collector.Complete();
            collector.Cycles.Count.ShouldBe(Count);
            Math.Abs(collector.Ledger!.Error).ShouldBeLessThan(1e-11);
            return 100 * collector.Cycles[^1].DischargeCapacity / collector.Cycles[0].DischargeCapacity;
        })];
        retentions[0].ShouldBeInRange(60, 90);
        retentions[0].ShouldBe(retentions[1], 0.05);
    }

    // Where the ions lose their path the reaction gathers in a layer that the mesh of the fresh cell has no points for.
    [Theory]
    [InlineData("wang2026-ketjen-black", "1 mA/cm2", 1e-3, 0.2)]
    [InlineData("feng2025-bare", "C/2", 0, 2e-4)]
    public void A_cell_that_has_outgrown_its_mesh_is_told(string example, string rate, double least, double most)
    {
        using var scratch = new Scratch();
        CellReading reading = CellReader.Read(scratch.Write("aged.yaml", $"""
            extends: {Path.Combine(Scratch.Examples, $"{example}.yaml")}
            protocol:
              - repeat: 80
                steps:
                  - charge at {rate} until upper cut-off
                  - discharge at {rate} until lower cut-off
            """));
        CellSimulator simulator = CellSimulator.Prepare(reading, new Problems())!;
        Resolution resolution = simulator.ResolutionFor(reading.Protocol!);
        CellModel<Interphase.Numerics.Real> model = simulator.Model(resolution);
        var recorder = new RunRecorder(model, simulator.Coefficients, new RunOptions { Cycles = [1, 80] }, new KeptCycles(reading.Protocol!, [1, 80]), new RunCollector("aged"));
        var driver = new ProtocolDriver<Interphase.Numerics.Real>(model, recorder, simulator.Coefficients.Temperature, simulator.Pressure, TestContext.Current.CancellationToken);
        driver.Run(reading.Protocol!).Exit.ShouldBe(ExitKind.Completed);
        recorder.Ageing.Complete(driver.State);
        double? error = new AgedMesh(simulator.Coefficients, resolution, simulator.Pressure, TestContext.Current.CancellationToken).Error(recorder.Ageing.Starts[0], recorder.Ageing.Starts[^1]);
        Math.Abs(error.ShouldNotBeNull()).ShouldBeInRange(least, most);
    }

    // Three points carry a parabola; nothing goes beyond what there was.
    [Fact]
    public void What_boundaries_have_become_is_carried_to_another_mesh()
    {
        CompositeMesh coarse = new(2, 3, []), fine = new(5, 3, []);
        double[] At(CompositeMesh mesh, Func<double, double> value) =>
            [.. Enumerable.Range(0, 3 * mesh.Elements).Select(k => value((k / 3 + Interphase.Numerics.GaussRule.Of(3).Points[k % 3]) / mesh.Elements))];
        static double Parabola(double x) => 1 + x * (1 - x);
        double[] own = At(coarse, Parabola);
        var boundaries = new FrozenBoundaries([new FrozenEffect("films", BoundaryEffect.Films, 0, 0, own)]);
        double[] carried = boundaries.On(coarse, fine).Effects[0].Values, exact = At(fine, Parabola);
        for (int k = 0; k < carried.Length; k++) carried[k].ShouldBe(Math.Clamp(exact[k], own.Min(), own.Max()), 1e-12);
        boundaries.On(coarse, coarse).ShouldBeSameAs(boundaries);
    }

    // Cycles that were jumped over moved what the others gave by less than was allowed, nothing was lost on the way, and those asked for are there.
    [Theory]
    [InlineData("3 %", 60)]
    [InlineData("1 %", 40)]
    public void Jumps_over_cycles_move_a_retention_by_less_than_they_may(string tolerance, int least)
    {
        (CellSimulator simulator, Protocol protocol) = Prepared();
        (CellSimulator jumping, Protocol same) = Prepared($"numerics.jump={tolerance}");
        Resolution resolution = simulator.ResolutionFor(protocol);
        var options = new RunOptions { Attribution = false, Cycles = [1, 50, 51, 90, Count] };
        RunCollector all = new("all"), some = new("some");
        simulator.At(resolution).Run(protocol, all, options);
        RunEnd end = jumping.At(resolution).Run(same, some, options);
        all.Complete();
        some.Complete();
        end.Jumped.ShouldBe(Count - some.Cycles.Count);
        end.Jumped.ShouldBeGreaterThan(least);
        end.JumpError.ShouldBeInRange(0, jumping.Jump);
        double first = all.Cycles[0].DischargeCapacity;
        foreach (CycleRow cycle in some.Cycles)
        {
            CycleRow its = all.Cycles[(int)cycle.Cycle - 1];
            Math.Abs(cycle.DischargeCapacity - its.DischargeCapacity).ShouldBeLessThan(jumping.Jump * first, $"{cycle.Cycle}");
            cycle.End.ShouldBe(its.End, jumping.Jump * its.End);
            (cycle.End - cycle.Start).ShouldBe(its.End - its.Start, 0.02 * (its.End - its.Start));
        }
        foreach (int wanted in options.Cycles!.Value) some.Cycles.ShouldContain(cycle => cycle.Cycle == wanted);
        // Steps are numbered as if all had been carried out.
        some.Steps[^1].Step.ShouldBe(all.Steps[^1].Step);
        Math.Abs(some.Ledger!.Error).ShouldBeLessThan(1e-11);
    }

    [Fact]
    public void A_run_that_jumps_goes_on_to_the_same_bits()
    {
        using var scratch = new Scratch();
        (CellSimulator simulator, Protocol protocol) = Prepared("numerics.jump=1 %");
        simulator = simulator.At(simulator.ResolutionFor(protocol));
        var options = new RunOptions { Attribution = false };
        var whole = new RunCollector("whole");
        simulator.Run(protocol, whole, options);
        whole.Complete();
        string path = Path.Combine(scratch.Folder, "run.journal");
        var print = new Lazy<string>(() => "a cell");
        for (int stop = whole.Steps.Count / 3; stop < whole.Steps.Count; stop += whole.Steps.Count / 3)
        {
            using (RunJournal journal = RunJournal.Begin(path, print, TimeSpan.Zero))
                Should.Throw<OperationCanceledException>(() => simulator.Run(protocol, new Stopper(stop), options, journal));
            var resumed = new RunCollector("resumed");
            using (RunJournal journal = RunJournal.Resume(path, print, TimeSpan.Zero, out string? fault).ShouldNotBeNull(fault)) simulator.Run(protocol, resumed, options, journal);
            resumed.Complete();
            resumed.Cycles.ShouldBe(whole.Cycles);
            resumed.Steps.ShouldBe(whole.Steps);
            resumed.Ledger!.Error.ShouldBe(whole.Ledger!.Error);
        }
    }

    private sealed class Stopper(int steps) : RunObserver
    {
        private int _steps;

        public override void OnStep(in StepReport step)
        {
            if (++_steps >= steps) throw new OperationCanceledException();
        }
    }
}
