using System.Numerics;

namespace Interphase.Measurements.Tests;

public class SpectrumTests
{
    [Fact]
    public void A_spectrum_that_is_written_is_a_series_of_the_format_and_is_read_with_its_state()
    {
        using var scratch = new Scratch();
        Spectrum spectrum = Arc();
        SpectrumWriter.Write(scratch["eis.bdf.csv"], spectrum);

        Spectrum read = BatteryDataReader.ReadSpectra(scratch["eis.bdf.csv"]).Spectra.ShouldHaveSingleItem();
        read.Count.ShouldBe(5);
        for (int i = 0; i < read.Count; i++) Complex.Abs(read[i] - spectrum[i]).ShouldBeLessThan(1e-9 * Complex.Abs(spectrum[i]));
        read.Frequency[0].ShouldBe(1e6);
        read.At.Time.ShouldBe(7200);
        read.At.Voltage.ShouldBe(3.7);
        read.At.CathodeContent.ShouldBe(0.6);
        read.At.Temperature.ShouldBe(298.15, 1e-9);
        read.At.Step.ShouldBe(4);
        double.IsNaN(read.At.AnodeContent).ShouldBeTrue();

        Recording table = BatteryDataReader.Read(scratch["eis.bdf.csv"]).Recording.ShouldNotBeNull();
        table.Has(Columns.AnodeLithiumContent).ShouldBeFalse();
        table[Columns.ImaginaryImpedance].ToArray().ShouldAllBe(value => value < 0);
        table[Columns.Phase].ToArray().ShouldAllBe(value => value < 0 && value > -90);
        RecordingCheck.Of(table).ShouldBeEmpty();
    }

    [Fact]
    public void Each_step_of_a_file_is_a_spectrum()
    {
        using var scratch = new Scratch();
        File.WriteAllText(scratch["eis.csv"], "Frequency / Hz,Real Impedance / ohm,Imaginary Impedance / ohm,Step Count / 1\n,,,1\n1,2,-3,2\n0.1,3,-4,2\n,,,3\n1,5,-6,4\n");
        BatteryDataReader.ReadSpectra(scratch["eis.csv"]).Spectra.Select(spectrum => spectrum.Count).ShouldBe([2, 1]);
    }

    [Fact]
    public void A_file_without_frequencies_has_no_spectrum_and_says_so()
    {
        using var scratch = new Scratch();
        File.WriteAllText(scratch["eis.csv"], "Frequency / Hz,Real Impedance / ohm,Imaginary Impedance / ohm\n,2,-3\n");
        BatteryDataReader.ReadSpectra(scratch["eis.csv"]).Problems.ShouldHaveSingleItem().Found.ShouldBe("no row with a frequency");
    }

    private static Spectrum Arc()
    {
        var builder = new SpectrumBuilder();
        foreach (double frequency in new[] { 1e6, 1e4, 100, 1, 0.01 }) builder.Add(frequency, 5 + (20 / (1 + (Complex.ImaginaryOne * 2 * Math.PI * frequency * 1e-3))));
        return builder.Build("arc", new() { Time = 7200, Voltage = 3.7, Current = 0, NetCharge = 0, NetEnergy = 0, CathodeContent = 0.6, Temperature = 298.15, Cycle = 1, Step = 4, StepType = StepTypes.Impedance });
    }
}
