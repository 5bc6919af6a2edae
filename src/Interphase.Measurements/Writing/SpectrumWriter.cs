namespace Interphase.Measurements;

/// <summary>Writes a spectrum as a Battery Data Format table: a row for every frequency, each with the state in which the spectrum was taken.</summary>
public static class SpectrumWriter
{
    private static readonly (Column Column, Func<SampleRow, double> Of)[] Always =
    [
        (Columns.TestTime, row => row.Time), (Columns.Voltage, row => row.Voltage), (Columns.Current, row => row.Current), (Columns.CycleCount, row => row.Cycle), (Columns.StepCount, row => row.Step),
    ];

    // What a state may lack; a column that would be empty is left out.
    private static readonly (Column Column, Func<SampleRow, double> Of)[] Optional =
    [
        (Columns.CathodePotential, row => row.CathodePotential), (Columns.AnodePotential, row => row.AnodePotential),
        (Columns.CathodeLithiumContent, row => row.CathodeContent), (Columns.AnodeLithiumContent, row => row.AnodeContent),
        (Columns.AmbientTemperature, row => row.AmbientTemperature - Accumulator.FreezingPoint), (Columns.SurfaceTemperature, row => row.Temperature - Accumulator.FreezingPoint),
        (Columns.AppliedPressure, row => row.Pressure),
    ];

    /// <summary>Writes a spectrum; the file appears when it is complete.</summary>
    /// <param name="path">Such as <c>run.eis-1.bdf.csv</c>; compressed when it ends in <c>.gz</c>.</param>
    /// <param name="spectrum">What is written.</param>
    public static void Write(string path, Spectrum spectrum) => Write(path, [spectrum]);

    /// <summary>Writes spectra one after another into one table; the file appears when it is complete. What only some of them know of their state is left empty elsewhere.</summary>
    /// <param name="path">Such as <c>run.eis.bdf.csv</c>; compressed when it ends in <c>.gz</c>.</param>
    /// <param name="spectra">What is written; the reader tells one from the next by its step, or by its frequencies, which begin anew.</param>
    public static void Write(string path, IReadOnlyList<Spectrum> spectra)
    {
        (Column Column, Func<SampleRow, double> Of)[] state = [.. Always, .. Optional.Where(entry => spectra.Any(spectrum => double.IsFinite(entry.Of(spectrum.At))))];
        Column[] impedance = [Columns.Frequency, Columns.RealImpedance, Columns.ImaginaryImpedance, Columns.AbsoluteImpedance, Columns.Phase];
        using var file = new CsvFile(path, [.. state.Select(entry => entry.Column), .. impedance]);
        foreach (Spectrum spectrum in spectra)
        {
            double[] values = [.. state.Select(entry => entry.Of(spectrum.At))];
            for (int i = 0; i < spectrum.Count; i++)
            {
                foreach (double value in values) file.Number(value);
                file.Number(spectrum.Frequency[i]);
                file.Number(spectrum.Real[i]);
                file.Number(spectrum.Imaginary[i]);
                file.Number(spectrum[i].Magnitude);
                file.Number(spectrum[i].Phase * 180 / Math.PI);
                file.EndRow();
            }
        }
        file.Complete();
    }
}
