using Interphase.Measurements;

namespace Interphase.Cells.Tests;

/// <summary>Spectra that are taken while a step goes on.</summary>
public sealed class SeriesTests
{
    private const string Bare = "../feng2025-bare", Short = "impedance 10 kHz to 10 mHz, 2 per decade";

    private static readonly string[] s_young = ["cathode.oxidation=null", "cathode.contact=null", "cathode.cracks=null"];

    [Fact]
    public void Each_tenth_of_the_state_of_charge_has_a_spectrum_whatever_the_step_began_at()
    {
        (RunCollector result, _, _) = Runs.Reference(Bare, ["charge at C/5 for 72 min", $"charge at C/5 until upper cut-off, {Short} every 10 % state of charge", $"discharge at C/5 for 1 h, {Short} every 10 % SOC"], s_young);
        EquilibriumCurves window = Cells.Example("feng2025-bare").Equilibrium!;
        double[] shares = [.. result.Spectra.Select(spectrum => (spectrum.At.CathodeContent - window.Discharged) / (window.Charged - window.Discharged))];
        foreach (double share in shares) Math.Abs(10 * share - Math.Round(10 * share)).ShouldBeLessThan(1e-5);
        int[] tenths = [.. shares.Select(share => (int)Math.Round(10 * share))], charging = [.. tenths.Zip(result.Spectra).Where(each => each.Second.At.Current > 0).Select(each => each.First)];
        charging.ShouldBe(Enumerable.Range(charging[0], charging.Length));
        charging[0].ShouldBeInRange(2, 4);
        int[] back = [.. tenths.Skip(charging.Length)];
        back.ShouldBe(Enumerable.Range(0, back.Length).Select(i => charging[^1] - i));
        back.Length.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_spectrum_on_the_way_is_that_of_a_step_that_ends_there()
    {
        EquilibriumCurves window = Cells.Example("feng2025-bare").Equilibrium!;
        double half = 0.5 * (window.Charged + window.Discharged);
        (RunCollector passing, _, _) = Runs.Reference(Bare, [$"charge at C/5 until upper cut-off, {Short} every 50 % state of charge"], s_young);
        (RunCollector ending, _, _) = Runs.Reference(Bare, [FormattableString.Invariant($"charge at C/5 until cathode y = {half:R} or until upper cut-off"), Short], s_young);
        Spectrum one = passing.Spectra.Single(spectrum => Math.Abs(spectrum.At.CathodeContent - half) < 1e-6), other = ending.Spectra.ShouldHaveSingleItem();
        one.At.Time.ShouldBe(other.At.Time, 0.05);
        for (int i = 0; i < one.Count; i++) (one[i] - other[i]).Magnitude.ShouldBeLessThan(2e-4 * other[i].Magnitude);
    }

    [Fact]
    public void Marks_of_time_and_charge_count_from_the_start_of_the_step_and_those_of_voltage_from_nothing()
    {
        (RunCollector timed, _, _) = Runs.Reference(Bare, [$"rest 7 min, {Short} every 2 min, charge at C/5 for 1 h, {Short} every 20 min"], s_young);
        timed.Spectra.Select(spectrum => spectrum.At.Time).ShouldBe([120, 240, 360, 420 + 1200, 420 + 2400, 420 + 3600], 1e-6);
        (RunCollector other, _, _) = Runs.Reference(Bare, [$"charge at C/5 for 3 h, {Short} every 50 mV"], s_young);
        other.Spectra.Count.ShouldBeGreaterThan(2);
        foreach (Spectrum spectrum in other.Spectra) (20 * spectrum.At.Voltage - Math.Round(20 * spectrum.At.Voltage)).ShouldBe(0, 1e-3);
    }

    [Fact]
    public void Every_so_many_cycles_counts_the_first()
    {
        (RunCollector result, RunEnd end, _) = Runs.File(Written($"""
            - repeat: 5
              steps:
                - charge at C/10 for 2 min, {Short} every 1 min every 3 cycles
                - discharge at C/2 for 1 min or until lower cut-off
                - {Short} every 2 cycles
            """), null, s_young);
        end.Exit.ShouldBe(ExitKind.Completed, end.Detail);
        result.Spectra.Select(spectrum => spectrum.At.Cycle).ShouldBe([1, 1, 1, 3, 4, 4, 5]);
    }

    [Fact]
    public void A_titration_has_one_after_each_rest()
    {
        (RunCollector result, _, _) = Runs.Reference(Bare, [$"charge pulse C/5 for 10 min, rest 20 min, 3 times, {Short} every pulse, hold 3.9 V for 1 min"], s_young);
        result.Spectra.Select(spectrum => spectrum.At.Time).ShouldBe([1800, 3600, 5400], 1e-6);
        result.Spectra.ShouldAllBe(spectrum => Math.Abs(spectrum.At.Current) < 1e-12);
    }

    [Theory]
    [InlineData("impedance every 10 % state of charge", "before any step")]
    [InlineData("temperature 30 °C, impedance every 10 min", "a step before it that goes on")]
    [InlineData("charge at C/10 until 4.3 V, impedance every pulse", "pulses before it")]
    [InlineData("charge at C/10 until 4.3 V, impedance every 10 %", "every 10 % state of charge")]
    [InlineData("charge at C/10 until 4.3 V, impedance every 120 % state of charge", "up to 100 %")]
    [InlineData("charge at C/10 until 4.3 V, impedance every 0 s", "an interval above 0")]
    [InlineData("charge at C/10 until 4.3 V, impedance every", "an interval such as")]
    [InlineData("charge at C/10 until 4.3 V, impedance every 1 h every 2 h", "one interval")]
    [InlineData("charge at C/10 until 4.3 V, impedance every 1 h, impedance every 2 h", "one series")]
    [InlineData("impedance 1 MHz to 1 Hz every 0 cycles", "a whole number")]
    [InlineData("impedance every 1 kg", "an interval such as")]
    public void A_series_that_cannot_be_is_told(string sentence, string told) => Protocols.Problem(sentence).ToString().ShouldContain(told);

    [Fact]
    public void Without_frequencies_they_are_the_usual_ones()
    {
        var step = Protocols.Step("charge at C/10 until 4.3 V, impedance every 30 min, 20 per decade and every 50 cycles");
        step.Series!.Impedance.ShouldBe(new ImpedanceControl(1e6, 1e-2, 20, 0.01) { Cycles = 50 });
        (step.Series.Variable, step.Series.Origin, step.Series.Interval).ShouldBe((StepVariable.StepTime, 0, 1800));
    }

    private static string Written(string protocol)
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory("interphase-series-").FullName, "cell.yaml");
        File.WriteAllText(path, $"extends: {Path.Combine(Cells.Repository, "examples", "feng2025-bare.yaml")}\nprotocol:\n  {protocol.ReplaceLineEndings("\n  ")}\n");
        return path;
    }
}
