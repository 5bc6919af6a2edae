using Interphase.Descriptions;

namespace Interphase.Cells.Tests;

/// <summary>What contact that opens and is lost makes of derivatives: gaps open in the midst of steps.</summary>
public sealed class ContactSlopeTests
{
    private static readonly string[] s_cell =
    [
        "protocol=[{ repeat: 3, steps: [charge at C/5 until upper cut-off, discharge at C/5 until lower cut-off] }]", "cathode.oxidation=null", "cathode.cracks=null",
        "cathode.contact={ gapLength: 5 nm, decay: 0.5, isolation: 0.02, isolatedShare: 0.3 }",
    ];

    [Theory]
    [InlineData("pressure.stack", "MPa", 50)]
    [InlineData("cathode.active.radius", "um", 1.5)]
    [InlineData("cathode.contact.gapLength", "nm", 5)]
    public void A_derivative_is_that_of_two_runs(string path, string unit, double value)
    {
        string set = FormattableString.Invariant($"{path}={value} {unit}");
        var problems = new Problems();
        CellReading reading = CellReader.Read(Cells.ExampleFile("feng2025-bare"), [.. s_cell, set]);
        CellSimulator simulator = CellSimulator.Prepare(reading, problems)!;
        problems.ShouldBeEmpty();
        Resolution resolution = simulator.ResolutionFor(reading.Protocol!);
        resolution = resolution with { Tolerance = resolution.Tolerance / 30 };
        CellSensitivity sensitivity = CellSensitivity.Prepare(reading, simulator.At(resolution), path, problems, [.. s_cell, set]).ShouldNotBeNull();
        sensitivity.Run(reading.Protocol!).Exit.ShouldBe(ExitKind.Completed);
        CycleSensitivity last = sensitivity.Cycles[^1];
        const double Share = 0.02;
        double[] capacities = [.. new[] { 1 + Share, 1 - Share }.Select(share =>
        {
            CellReading moved = CellReader.Read(Cells.ExampleFile("feng2025-bare"), [.. s_cell, FormattableString.Invariant($"{path}={share * value:R} {unit}")]);
            var result = new RunCollector("moved");
            CellSimulator.Prepare(moved, problems)!.At(resolution).Run(reading.Protocol!, result, new RunOptions { Attribution = false, Budget = false }).Exit.ShouldBe(ExitKind.Completed);
            result.Complete();
            return 3600 / simulator.Coefficients.Area * result.Cycles[^1].DischargeCapacity;
        })];
        double difference = (capacities[0] - capacities[1]) / (2 * Share), slope = last.CapacitySlope * sensitivity.Value;
        Math.Abs(difference).ShouldBeGreaterThan(1e-4 * last.Capacity);
        slope.ShouldBe(difference, 0.03 * Math.Abs(difference));
    }
}
