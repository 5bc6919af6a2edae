using Interphase.Descriptions;

namespace Interphase.Cells.Tests;

/// <summary>Many cycles of an example whose film and contact take a quarter of its capacity.</summary>
public sealed class LongRunTests
{
    private const int Count = 120;

    private static (CellSimulator Simulator, Protocol Protocol) Prepared()
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
        CellReading reading = CellReader.Read(file, []);
        CellSimulator simulator = CellSimulator.Prepare(reading, problems)!;
        problems.ShouldBeEmpty();
        return (simulator, reading.Protocol!);
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
}
