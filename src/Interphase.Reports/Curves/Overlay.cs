namespace Interphase.Reports;

/// <summary>The cells of a report with the units in which they can be compared.</summary>
internal sealed class Overlay
{
    private const int MostCycles = 6;

    public Overlay(Report report)
    {
        Report = report;
        Cells = [.. report.Cells.Select((cell, index) => new CellCurves(cell, index))];
        var hasMass = report.Cells.All(cell => IsKnown(cell.ActiveMass));
        var hasArea = report.Cells.All(cell => IsKnown(cell.Area));
        var largest = Doubles.Largest([.. Cells.SelectMany(cell => cell.Cycles)], cycle => Math.Max(cycle.ChargeCapacity, cycle.DischargeCapacity));
        (string Prefix, double Factor) size = largest >= 10 ? ("", 1) : largest is > 0 and < 1e-5 ? ("µ", 1e6) : ("m", 1e3);
        Capacity = hasMass ? new("mAh/g", PerCell(cell => 1 / cell.ActiveMass!.Value))
            : hasArea ? new("mAh/cm2", PerCell(cell => 0.1 / cell.Area!.Value))
            : new($"{size.Prefix}Ah", PerCell(_ => size.Factor));
        Current = hasArea ? new("mA/cm2", PerCell(cell => 0.1 / cell.Area!.Value)) : new($"{size.Prefix}A", PerCell(_ => size.Factor));
        Impedance = hasArea ? new("Ω cm2", PerCell(cell => 1e4 * cell.Area!.Value)) : new("Ω", PerCell(_ => 1));
        var longest = Doubles.Largest([.. Cells.Where(cell => Array.Exists(cell.Time, double.IsFinite))], cell => Doubles.Range(cell.Time).High);
        Time = longest < 600 ? new("s", PerCell(_ => 1))
            : longest < 7200 ? new("min", PerCell(_ => 1.0 / 60))
            : longest < 20 * 86400 ? new("h", PerCell(_ => 1.0 / 3600))
            : new("d", PerCell(_ => 1.0 / 86400));
    }

    public Report Report { get; }

    public IReadOnlyList<CellCurves> Cells { get; }

    public bool IsSingle => Cells.Count == 1;

    /// <summary>From Ah.</summary>
    public Scale Capacity { get; }

    /// <summary>From Wh; the same basis.</summary>
    public Scale Energy => Capacity with { Unit = Capacity.Unit.Replace("Ah", "Wh", StringComparison.Ordinal) };

    /// <summary>From A.</summary>
    public Scale Current { get; }

    /// <summary>From ohm.</summary>
    public Scale Impedance { get; }

    /// <summary>From s.</summary>
    public Scale Time { get; }

    /// <summary>What capacities are per, for captions; empty for whole cells.</summary>
    public string Basis => Capacity.Unit switch { "mAh/g" => "per gram of active material", "mAh/cm2" => "per area of the cell", _ => "of the whole cell" };

    /// <summary>Cycles worth a curve: the first two, the last, and some evenly between.</summary>
    public static IReadOnlyList<long> Chosen(CellCurves cell)
    {
        var all = cell.CyclesOfHalves;
        if (all.Count <= MostCycles)
            return all;
        var later = Enumerable.Range(0, MostCycles - 1).Select(part => 1 + (int)Math.Round(part * (all.Count - 2.0) / (MostCycles - 2)));
        return [all[0], .. later.Distinct().Select(place => all[place])];
    }

    private static bool IsKnown(double? value) => value is > 0 && double.IsFinite(value.Value);

    private double[] PerCell(Func<ReportCell, double> factor) => Doubles.Of(Report.Cells, factor);
}
