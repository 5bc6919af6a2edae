using Interphase.Charts;
using Interphase.Measurements;

namespace Interphase.Reports;

/// <summary>What the recording holds over time: voltage, current, and what else changes.</summary>
internal static class CourseCharts
{
    private const double HeightOfPanel = 225;

    // Less than this share of a full scale is no change.
    private static readonly (string Title, string Unit, double Factor, double LeastChange, Column[] Columns)[] Others =
    [
        ("Cathode potential against Li", "V", 1, 1e-6, [Columns.CathodePotential]),
        ("Anode potential against Li", "V", 1, 1e-6, [Columns.AnodePotential]),
        ("Cell temperature", "°C", 1, 0.01, [Columns.SurfaceTemperature, Columns.Temperature1, Columns.Temperature2]),
        ("Ambient temperature", "°C", 1, 0.01, [Columns.AmbientTemperature]),
        ("Applied pressure", "MPa", 1e-6, 1e2, [Columns.AppliedPressure]),
    ];

    public static IEnumerable<Picture> Of(Overlay overlay)
    {
        List<Chart> panels = [];
        Add(panels, overlay, "Cell voltage", "V", cell => cell.Voltage, 0);
        Add(panels, overlay, "Current", overlay.Current.Unit, cell => Doubles.Of(cell.Current, current => current * overlay.Current[cell]), 0, leastMagnitude: 1e-15);
        foreach (var (title, unit, factor, least, columns) in Others)
            Add(panels, overlay, title, unit, cell => columns.Select(cell.Values).FirstOrDefault(values => values is not null) is { } values ? Doubles.Of(values, value => value * factor) : null, least * factor);
        if (panels.Count == 0)
            yield break;
        panels[^1] = panels[^1] with { X = new Axis("Time", overlay.Time.Unit) };
        yield return Picture.Stacked("Course of the test", panels, "Charging currents are positive. Potentials, temperatures and pressures that do not change are left out.", isWide: true, HeightOfPanel);
    }

    private static void Add(List<Chart> panels, Overlay overlay, string title, string unit, Func<CellCurves, double[]?> values, double leastChange, double leastMagnitude = 0)
    {
        var series = new List<Series>();
        var changes = false;
        foreach (var cell in overlay.Cells)
        {
            if (values(cell) is not { } told)
                continue;
            var (x, y) = Thinning.Of(Doubles.Of(cell.Time, time => time * overlay.Time[cell]), told);
            if (Array.FindLastIndex(y, double.IsFinite) <= Array.FindIndex(y, double.IsFinite))
                continue;
            var (low, high) = Doubles.Range(y);
            changes |= high - low >= leastChange && Math.Max(Math.Abs(low), Math.Abs(high)) >= leastMagnitude;
            series.Add(new LineSeries(overlay.IsSingle ? "" : cell.Cell.Name, x, y) { PaletteIndex = cell.Index, Width = 1.4 });
        }

        // The first legend stands for all: the cells keep their lines.
        if (changes)
            panels.Add(new Chart(title, new Axis(), new Axis("", unit), series) { Legend = panels.Count > 0 ? LegendPlacement.None : default, Description = "" });
    }
}
