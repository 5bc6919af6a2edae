using Interphase.Descriptions;

namespace Interphase.Cells.Tests;

/// <summary>Derivatives of a whole run, through limits and changes of step, against central differences of whole runs.</summary>
public sealed class SensitivityTests
{
    private const double Tight = 1e-9, Fine = 1e-8;
    private const int Cycles = 25;

    private static readonly string Ageing = $$"""
        extends: {{Path.Combine(Runs.Examples(), "feng2025-bare.yaml")}}
        cathode:
          active:
            exchangeCurrent: { formula: "k * sqrt(y * (1 - y))", parameters: { k: 3 }, of: y, range: [0, 1], unit: A/m2 }
          oxidation:
            current: 1.5e-5 A/m2
            filmIonicConductivity: 1e-9 S/cm
          contact: { gapLength: 5 nm, decay: 0.05, modulus: 15.7 GPa }
        protocol:
          - repeat: {{Cycles}}
            steps:
              - charge at C/2 until upper cut-off
              - discharge at C/2 until lower cut-off
        """;

    [Theory]
    [InlineData("cathode.active.diffusivity", "4e-15", "m2/s")]
    [InlineData("cathode.active.exchangeCurrent.parameters.k", "3.42e-6", "")]
    [InlineData("cathode.thickness", "60", "um")]
    [InlineData("separator.thickness", "30", "um")]
    public void Voltage_end_time_and_capacity_change_with_a_field_as_their_derivatives_say(string path, string value, string unit)
    {
        string file = Path.Combine(Runs.Examples(), "reference", "assb-ends.yaml");
        string[] sentences = ["discharge at 1C until 3.4 V", "rest 10 min", "charge at 0.5C until 4.1 V", "hold 4.1 V until 0.1C"];
        var problems = new Problems();
        CellSensitivity sensitivity = CellSensitivity.Prepare(file, path, problems)!;
        problems.ShouldBeEmpty();
        Protocol protocol = ProtocolReader.FromSentences(sentences, CellReader.Read(file).Design!, problems)!;
        // Neighbours on the same mesh: what is compared is their difference.
        CellMesh mesh = CellSimulator.Prepare(CellReader.Read(file), problems)!.ResolutionFor(protocol).Mesh;
        sensitivity.Run(protocol, Tight).Exit.ShouldBe(ExitKind.Completed);

        double number = double.Parse(value, System.Globalization.CultureInfo.InvariantCulture), reach = 1e-3 * number, si = sensitivity.Value / number;
        (List<StepReport> above, double voltageAbove) = Plain(number + reach);
        (List<StepReport> below, double voltageBelow) = Plain(number - reach);
        for (int i = 0; i < sentences.Length; i++)
        {
            StepSensitivity step = sensitivity.Steps[i];
            Agree(step.EndSlope, above[i].End - below[i].End, 1e-2, $"end of step {i + 1}");
            Agree(step.ChargeSlope, above[i].Charge - below[i].Charge, 1, $"charge of step {i + 1}");
        }
        // A rest ends on its time, so its voltage is free.
        Agree(sensitivity.Steps[1].VoltageSlope, voltageAbove - voltageBelow, 1e-5, "voltage after the rest");

        // A difference of almost nothing says nothing: it is held against the scale of what a value of its own size would do.
        void Agree(double slope, double difference, double scale, string what) =>
            Math.Abs(slope * si * 2 * reach - difference).ShouldBeLessThan(1e-5 * Math.Abs(difference) + 1e-5 * scale, $"{what}: {slope * si * 2 * reach} against {difference}");

        (List<StepReport> Steps, double AfterRest) Plain(double at)
        {
            CellReading reading = CellReader.Read(file, $"{path}={at.ToString("R", System.Globalization.CultureInfo.InvariantCulture)} {unit}");
            CellSimulator simulator = CellSimulator.Prepare(reading, problems)!;
            CellModel<Numerics.Real> model = new(simulator.Coefficients, mesh) { ContentTolerance = Tight, VoltageTolerance = Tight };
            var collector = new RunCollector("plain");
            var recorder = new RunRecorder(model, simulator.Coefficients, new RunOptions { Budget = false, Every = 1e9 }, new KeptCycles(protocol, null), collector);
            new ProtocolDriver<Numerics.Real>(model, recorder, 298, double.NaN, default).Run(protocol).Exit.ShouldBe(ExitKind.Completed);
            return ([.. collector.Steps], collector.Steps[1].Voltage);
        }
    }

    [Theory]
    [InlineData("separator.ionicConductivity")]
    [InlineData("cathode.oxidation.current")]
    [InlineData("cathode.contact.decay")]
    [InlineData("cathode.active.exchangeCurrent.parameters.k")]
    public void Retention_after_25_cycles_changes_with_an_input_as_its_derivative_says(string path)
    {
        using var scratch = new Scratch();
        string file = scratch.Write("cell.yaml", Ageing);
        var problems = new Problems();
        CellReading reading = CellReader.Read(file);
        reading.Problems.ShouldBeEmpty();
        CellSimulator simulator = CellSimulator.Prepare(reading, problems)!;
        Resolution resolution = simulator.Likely(reading.Protocol!) with { Tolerance = Fine };
        CellInput input = CellInput.Find(reading.Description!, path)!;
        CellSensitivity sensitivity = CellSensitivity.Prepare(reading, simulator.At(resolution), path, problems)!;
        problems.ShouldBeEmpty();
        sensitivity.Run(reading.Protocol!, Cycles).Exit.ShouldBe(ExitKind.Completed);
        sensitivity.Cycles.Count.ShouldBe(Cycles);
        CycleSensitivity last = sensitivity.Cycles[^1], first = sensitivity.Cycles[0];
        last.Retention.ShouldBeLessThan(0.995);

        const double share = 1e-2;
        (double firstAbove, double retentionAbove) = Plain(1 + share);
        (double firstBelow, double retentionBelow) = Plain(1 - share);
        // Two runs choose their steps apart, which moves their capacities by some millionths.
        Agree(input.Si * last.RetentionSlope, (retentionAbove - retentionBelow) / (2 * share), 5e-3, "retention");
        Agree(input.Si * first.CapacitySlope / first.Capacity, (firstAbove - firstBelow) / (2 * share * first.Capacity), 5e-3, "first capacity");

        static void Agree(double slope, double difference, double scale, string what) =>
            Math.Abs(slope - difference).ShouldBeLessThan(2e-3 * Math.Max(scale, Math.Abs(difference)), $"{what}: {slope} against {difference}");

        (double First, double Retention) Plain(double factor)
        {
            var collector = new RunCollector("plain");
            CellSimulator.Prepare(CellReader.Read(file, input.Override(factor * input.Number)), problems)!.At(resolution).Run(reading.Protocol!, collector, new RunOptions { Budget = false, Attribution = false }).Exit.ShouldBe(ExitKind.Completed);
            collector.Complete();
            return (collector.Cycles[0].DischargeCapacity * 3600 / reading.Design!.Area, collector.Cycles[^1].DischargeCapacity / collector.Cycles[0].DischargeCapacity);
        }
    }

    [Fact]
    public void A_path_that_is_no_number_is_refused()
    {
        var problems = new Problems();
        CellSensitivity.Prepare(Path.Combine(Runs.Examples(), "reference", "assb.yaml"), "cathode.active.openCircuit", problems).ShouldBeNull();
        problems.Count.ShouldBe(1);
    }
}
