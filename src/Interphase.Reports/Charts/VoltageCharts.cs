using Interphase.Charts;

namespace Interphase.Reports;

/// <summary>Voltage against capacity, and its slope: one cell by its cycles, several cells by one cycle at a time.</summary>
internal static class VoltageCharts
{
    // Beyond this many settings of the current a curve is a titration, whose slope is that of its pulses.
    private const int MostPulses = 3;
    private const double Bins = 160;
    private const double HoldTolerance = 5e-4;

    public static IEnumerable<Picture> AgainstCapacity(Overlay overlay)
    {
        var unit = overlay.Capacity.Unit;
        foreach (var (title, curves) in Groups(overlay))
        {
            var series = curves.Select(curve => Line(overlay, curve)).ToList();
            if (series.Count == 0)
                continue;
            var chart = new Chart(Headed("Voltage against capacity", title), new Axis("Capacity", unit), new Axis("Cell voltage", "V"), [.. series]);
            yield return Picture.Half(chart, $"Capacity {overlay.Basis}, from 0 at the start of each charge (rising) and each discharge (falling).{Left(overlay)}");
        }
    }

    public static IEnumerable<Picture> Slopes(Overlay overlay)
    {
        foreach (var (title, curves) in Groups(overlay))
        {
            var width = Width(curves);
            var series = width > 0 ? curves.Where(curve => curve.Half.Pulses <= MostPulses).Select(curve => Slope(overlay, curve, width)).OfType<LineSeries>().ToList() : [];
            if (series.Count == 0)
                continue;
            var chart = new Chart(Headed("Differential capacity", title), new Axis("Cell voltage", "V"), new Axis("dQ/dV", $"{Over(overlay.Capacity.Unit)} V-1"), [.. series]);
            yield return Picture.Half(chart, $"Charge above zero, discharge below; capacity that passes within bins of {Numbers.Plain(1000 * width, 3)} mV, without the hold at constant voltage.{Left(overlay)}");
        }
    }

    private static IEnumerable<(string Title, IReadOnlyList<Curve> Curves)> Groups(Overlay overlay)
    {
        if (overlay.IsSingle)
        {
            yield return ("", SingleCell(overlay.Cells[0]));
            yield break;
        }

        yield return ("first cycle", [.. overlay.Cells.SelectMany(cell => OneCycle(cell, first: true))]);
        if (overlay.Cells.Any(cell => Overlay.Chosen(cell).Count > 1))
            yield return ("last cycle", [.. overlay.Cells.SelectMany(cell => OneCycle(cell, first: false))]);
    }

    private static IReadOnlyList<Curve> SingleCell(CellCurves cell)
    {
        var chosen = Overlay.Chosen(cell);
        if (chosen.Count == 1)
            return [.. OfCycle(cell, chosen[0]).Select(half => new Curve(cell, half, half.IsCharge ? "charge" : "discharge", half.IsCharge ? 0 : 1))];
        return [.. chosen.SelectMany((cycle, place) => OfCycle(cell, cycle).Select((half, nth) => new Curve(cell, half, nth == 0 ? $"cycle {cycle}" : "", place)))];
    }

    private static IEnumerable<Curve> OneCycle(CellCurves cell, bool first)
    {
        var chosen = Overlay.Chosen(cell);
        if (chosen.Count == 0)
            return [];
        var cycle = first ? chosen[0] : chosen[^1];
        return OfCycle(cell, cycle).Select((half, nth) => new Curve(cell, half, nth == 0 ? cell.Cell.Name + (first ? "" : $", cycle {cycle}") : "", cell.Index));
    }

    private static IEnumerable<HalfCycle> OfCycle(CellCurves cell, long cycle) => cell.Halves.Where(half => half.Cycle == cycle);

    private static LineSeries Line(Overlay overlay, Curve curve)
    {
        var capacity = Doubles.Of(curve.Cell.Passed(curve.Half), charge => charge * overlay.Capacity[curve.Cell]);
        var (x, y) = Thinning.Of(capacity, curve.Cell.VoltageOf(curve.Half));
        return new(curve.Name, x, y) { PaletteIndex = curve.Place };
    }

    private static LineSeries? Slope(Overlay overlay, Curve curve, double width)
    {
        var voltage = curve.Cell.VoltageOf(curve.Half);
        var moving = MovingRows(voltage, curve.Half.IsCharge);
        var slope = Measurements.DifferentialCapacity.Of(voltage.AsSpan(0, moving), curve.Cell.Passed(curve.Half).AsSpan(0, moving), width);
        if (slope.Values.Length < 3)
            return null;
        var factor = (curve.Half.IsCharge ? 1 : -1) * overlay.Capacity[curve.Cell];
        return new(curve.Name, [.. slope.Voltage], Doubles.Of(slope.Values, value => factor * value)) { PaletteIndex = curve.Place, Width = 1.5 };
    }

    // The capacity of a hold would stand as a spike at the cut-off.
    private static int MovingRows(double[] voltage, bool isCharge)
    {
        var (low, high) = Doubles.Range(voltage);
        var end = isCharge ? high - HoldTolerance : low + HoldTolerance;
        var reached = Array.FindIndex(voltage, value => isCharge ? value >= end : value <= end);
        return reached < 0 ? voltage.Length : reached + 1;
    }

    private static double Width(IReadOnlyList<Curve> curves)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var voltage in curves.Select(curve => curve.Cell.VoltageOf(curve.Half)).Where(voltage => Array.Exists(voltage, double.IsFinite)))
        {
            var (least, most) = Doubles.Range(voltage);
            (low, high) = (Math.Min(low, least), Math.Max(high, most));
        }

        if (!(high - low > 1e-6) || !double.IsFinite(high - low))
            return 0;
        var raw = (high - low) / Bins;
        var decade = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        return raw <= 2 * decade ? 2 * decade : raw <= 5 * decade ? 5 * decade : 10 * decade;
    }

    private static string Headed(string heading, string title) => title.Length > 0 ? $"{heading}, {title}" : heading;

    private static string Left(Overlay overlay)
    {
        if (!overlay.IsSingle)
            return "";
        var (shown, all) = (Overlay.Chosen(overlay.Cells[0]).Count, overlay.Cells[0].CyclesOfHalves.Count);
        return shown < all ? $" {shown} of {all} cycles are drawn." : "";
    }

    private static string Over(string unit)
    {
        var parts = unit.Split('/');
        return parts.Length == 1 ? unit : parts[1].EndsWith('2') ? $"{parts[0]} {parts[1][..^1]}-2" : $"{parts[0]} {parts[1]}-1";
    }

    private sealed record Curve(CellCurves Cell, HalfCycle Half, string Name, int Place);
}
