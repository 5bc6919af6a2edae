namespace Interphase.Measurements;

/// <summary>Writes a spectrum as a Battery Data Format table: a row for every frequency, each with the state in which the spectrum was taken.</summary>
public static class SpectrumWriter
{
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
    public static void Write(string path, Spectrum spectrum)
    {
        SampleRow at = spectrum.At;
        (Column Column, double Value)[] state =
        [
            (Columns.TestTime, at.Time), (Columns.Voltage, at.Voltage), (Columns.Current, at.Current), (Columns.CycleCount, at.Cycle), (Columns.StepCount, at.Step),
            .. Optional.Select(entry => (entry.Column, Value: entry.Of(at))).Where(entry => double.IsFinite(entry.Value)),
        ];
        Column[] impedance = [Columns.Frequency, Columns.RealImpedance, Columns.ImaginaryImpedance, Columns.AbsoluteImpedance, Columns.Phase];
        using var file = new CsvFile(path, [.. state.Select(entry => entry.Column), .. impedance]);
        for (int i = 0; i < spectrum.Count; i++)
        {
            foreach ((_, double value) in state) file.Number(value);
            file.Number(spectrum.Frequency[i]);
            file.Number(spectrum.Real[i]);
            file.Number(spectrum.Imaginary[i]);
            file.Number(spectrum[i].Magnitude);
            file.Number(spectrum[i].Phase * 180 / Math.PI);
            file.EndRow();
        }
        file.Complete();
    }
}
