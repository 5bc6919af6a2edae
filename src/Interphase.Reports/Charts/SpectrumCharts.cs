using Interphase.Charts;
using Interphase.Measurements;

namespace Interphase.Reports;

/// <summary>Impedance: in the complex plane, and by magnitude and angle. Cells stand together where none has more than one spectrum, else one after another.</summary>
internal static class SpectrumCharts
{
    private const double Degrees = 180 / Math.PI;

    public static IEnumerable<Picture> Of(Overlay overlay)
    {
        if (overlay.Cells.All(cell => cell.Cell.Spectra.Count <= 1))
        {
            var single = overlay.Cells.SelectMany(cell => cell.Cell.Spectra.Select(spectrum => new Entry(cell, spectrum, overlay.IsSingle ? spectrum.Name : cell.Cell.Name, cell.Index)));
            return Pair(overlay, "", [.. single]);
        }

        return overlay.Cells.SelectMany(cell =>
            Pair(overlay, overlay.IsSingle ? "" : $" of {cell.Cell.Name}", [.. cell.Cell.Spectra.Select((spectrum, place) => new Entry(cell, spectrum, spectrum.Name, place))]));
    }

    private static IEnumerable<Picture> Pair(Overlay overlay, string whose, IReadOnlyList<Entry> all)
    {
        List<Entry> entries = [.. all.Where(entry => entry.Spectrum.Count > 0)];
        if (entries.Count == 0)
            yield break;
        var unit = overlay.Impedance.Unit;
        Series[] plane =
        [
            .. entries.Select(entry => new NyquistSeries(entry.Name, Scaled(overlay, entry, entry.Spectrum.Real), Scaled(overlay, entry, entry.Spectrum.Imaginary))
            {
                Frequency = entry == entries[0] ? entry.Spectrum.Frequency.ToArray() : null,
                PaletteIndex = entry.Place,
            }),
        ];
        yield return Picture.Half(
            new($"Impedance{whose}", new("Re Z", unit), new("−Im Z", unit), plane),
            entries.Count > 1 ? $"Capacitive arcs stand above zero. Decades of frequency are named on “{entries[0].Name}”." : "Capacitive arcs stand above zero.");

        var frequency = new Axis("Frequency", "Hz") { Scale = AxisScale.Logarithmic };
        Chart[] bode =
        [
            new("", frequency with { Title = "", Unit = "" }, new("|Z|", unit) { Scale = AxisScale.Logarithmic }, [.. entries.Select(entry => Line(entry, Magnitude(overlay, entry), entry.Name))]),
            new("", frequency, new("−Phase", "°"), [.. entries.Select(entry => Line(entry, Angle(entry), entry.Name))]) { Legend = LegendPlacement.None },
        ];
        yield return Picture.Stacked($"Bode{whose}", bode, "Magnitude above, angle below; a capacitive angle is drawn upwards.", isWide: false, 190);
    }

    private static LineSeries Line(Entry entry, double[] values, string name) =>
        new(name, entry.Spectrum.Frequency.ToArray(), values) { PaletteIndex = entry.Place, Width = 1.5 };

    private static double[] Scaled(Overlay overlay, Entry entry, ReadOnlySpan<double> ohm)
    {
        var values = ohm.ToArray();
        for (var index = 0; index < values.Length; index++)
            values[index] *= overlay.Impedance[entry.Cell];
        return values;
    }

    private static double[] Magnitude(Overlay overlay, Entry entry) =>
        [.. Enumerable.Range(0, entry.Spectrum.Count).Select(index => entry.Spectrum[index].Magnitude * overlay.Impedance[entry.Cell])];

    private static double[] Angle(Entry entry) => [.. Enumerable.Range(0, entry.Spectrum.Count).Select(index => -Degrees * entry.Spectrum[index].Phase)];

    private sealed record Entry(CellCurves Cell, Spectrum Spectrum, string Name, int Place);
}
