using Interphase.Charts;
using Interphase.Measurements;

namespace Interphase.Reports;

/// <summary>Figures by the number of the cycle, and capacity by the current.</summary>
internal static class CycleCharts
{
    private const int MostMarks = 60;

    // Currents closer than this are one.
    private const double SameCurrent = 0.03;

    public static IEnumerable<Picture> Of(Overlay overlay)
    {
        if (overlay.Cells.All(cell => cell.Cycles.Count < 2))
            yield break;
        var x = new Axis("Cycle") { IsWhole = true };
        var marks = overlay.Cells.Max(cell => cell.Cycles.Count) <= MostMarks;
        var unit = overlay.Capacity.Unit;
        IReadOnlyList<Series> capacity = overlay.IsSingle
            ? Both(overlay.Cells[0], marks, cycle => Some(cycle.ChargeCapacity) * overlay.Capacity.Factor[0], cycle => Some(cycle.DischargeCapacity) * overlay.Capacity.Factor[0])
            : [.. overlay.Cells.Select(cell => Line(cell, cell.Cell.Name, cell.Index, marks, cycle => Some(cycle.DischargeCapacity) * overlay.Capacity[cell])).OfType<Series>()];
        if (capacity.Count > 0)
            yield return Picture.Half(new(overlay.IsSingle ? "Capacity per cycle" : "Discharge capacity per cycle", x, new("Capacity", unit), capacity), $"Capacity {overlay.Basis}.");

        Series[] efficiency = [.. overlay.Cells.Select(cell => Line(cell, overlay.IsSingle ? "" : cell.Cell.Name, cell.Index, marks, cycle => 100 * cycle.CoulombicEfficiency)).OfType<Series>()];
        if (efficiency.Length > 0)
            yield return Picture.Half(new("Coulombic efficiency per cycle", x, new("Coulombic efficiency", "%"), efficiency), "Charge taken out over charge put in, within the cycle.");

        if (overlay.IsSingle && Both(overlay.Cells[0], marks, cycle => cycle.MeanChargeVoltage, cycle => cycle.MeanDischargeVoltage) is { Count: > 0 } voltage)
            yield return Picture.Half(new("Mean voltage per cycle", x, new("Mean voltage", "V"), voltage), "Energy over capacity; the gap between the two is what the cell loses on the way.");
    }

    public static IEnumerable<Picture> Rates(Overlay overlay)
    {
        Series[] series = [.. overlay.Cells.Select(cell => Rate(overlay, cell)).OfType<Series>()];
        if (series.Length == 0)
            yield break;
        var currents = series.OfType<LineSeries>().SelectMany(line => line.X).ToList();
        var scale = currents.Max() / currents.Min() >= 8 ? AxisScale.Logarithmic : AxisScale.Linear;
        var chart = new Chart("Rate capability", new Axis("Discharge current", overlay.Current.Unit) { Scale = scale }, new Axis("Discharge capacity", overlay.Capacity.Unit), series);
        yield return Picture.Half(chart, "Mean over the cycles at each current; the current of a discharge is the mean over the charge that it carries.");
    }

    private static LineSeries? Rate(Overlay overlay, CellCurves cell)
    {
        var points = new List<Point>();
        foreach (var cycle in cell.Cycles)
        {
            HalfCycle[] halves = [.. cell.Halves.Where(half => half.Cycle == cycle.Cycle && !half.IsCharge)];
            if (halves.Length == 1 && cell.MeanCurrent(halves[0]) is > 0 and var current && cycle.DischargeCapacity > 0)
                points.Add(new(current, cycle.DischargeCapacity));
        }

        points.Sort((one, other) => one.Current != other.Current ? one.Current.CompareTo(other.Current) : one.Capacity.CompareTo(other.Capacity));
        var means = new List<Point>();
        for (var first = 0; first < points.Count;)
        {
            var end = first + 1;
            while (end < points.Count && points[end].Current <= (1 + SameCurrent) * points[first].Current)
                end++;
            var group = points[first..end];
            means.Add(new(Doubles.Sum(group, point => point.Current) / group.Count, Doubles.Sum(group, point => point.Capacity) / group.Count));
            first = end;
        }

        if (means.Count < 2)
            return null;
        return new(
            overlay.IsSingle ? "" : cell.Cell.Name, Doubles.Of(means, mean => mean.Current * overlay.Current[cell]), Doubles.Of(means, mean => mean.Capacity * overlay.Capacity[cell]))
        {
            PaletteIndex = cell.Index,
            ShowsPoints = true,
        };
    }

    private static IReadOnlyList<Series> Both(CellCurves cell, bool marks, Func<CycleRow, double?> charge, Func<CycleRow, double?> discharge) =>
        [.. new[] { Line(cell, "charge", 0, marks, charge), Line(cell, "discharge", 1, marks, discharge) }.OfType<Series>()];

    private static double? Some(double value) => value > 0 ? value : null;

    private static LineSeries? Line(CellCurves cell, string name, int place, bool marks, Func<CycleRow, double?> value)
    {
        double[] cycles = Doubles.Of(cell.Cycles, cycle => cycle.Cycle), values = Doubles.Of(cell.Cycles, cycle => value(cycle) ?? double.NaN);
        if (!Array.Exists(values, double.IsFinite))
            return null;
        var (x, y) = Thinning.Of(cycles, values);
        return new(name, x, y) { PaletteIndex = place, ShowsPoints = marks };
    }

    private sealed record Point(double Current, double Capacity);
}
