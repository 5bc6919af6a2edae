namespace Interphase.Reports;

/// <summary>What a recording comes to, in a few figures.</summary>
internal static class Summary
{
    /// <summary>The figures of a cell that the page derives; every cell has the same, so that they can stand in one table.</summary>
    public static IReadOnlyList<KeyFigure> Of(Overlay overlay, CellCurves cell)
    {
        var (capacity, energy) = (overlay.Capacity, overlay.Energy);
        var first = cell.Cycles.FirstOrDefault(cycle => cycle.DischargeCapacity > 0);
        var paired = cell.Cycles.FirstOrDefault(cycle => cycle.CoulombicEfficiency is not null);
        List<KeyFigure> figures =
        [
            new("Charge capacity", Some(cell.Cycles.Select(cycle => cycle.ChargeCapacity).FirstOrDefault(value => value > 0)) * capacity[cell], capacity.Unit) { Remark = "first charge" },
            new("Discharge capacity", first?.DischargeCapacity * capacity[cell], capacity.Unit) { Remark = "first discharge" },
            new("Discharge energy", first?.DischargeEnergy * energy[cell], energy.Unit) { Remark = "first discharge" },
            new("Mean discharge voltage", first?.MeanDischargeVoltage, "V") { Remark = "first discharge" },
            new("Coulombic efficiency", 100 * paired?.CoulombicEfficiency, "%") { Remark = paired is null ? "" : $"cycle {paired.Cycle}" },
            new("Energy efficiency", 100 * paired?.EnergyEfficiency, "%") { Remark = paired is null ? "" : $"cycle {paired.Cycle}" },
        ];
        var last = cell.Cycles.LastOrDefault(cycle => cycle.DischargeCapacity > 0);
        if (overlay.Cells.Any(other => other.Cycles.Count(cycle => cycle.DischargeCapacity > 0) > 1))
        {
            figures.Add(new("Last discharge capacity", last?.DischargeCapacity * capacity[cell], capacity.Unit) { Remark = last is null ? "" : $"cycle {last.Cycle}" });
            figures.Add(new("Capacity kept", 100 * last?.DischargeCapacity / first?.DischargeCapacity, "%") { Remark = "last discharge over first" });
        }

        figures.Add(new("Cycles", cell.Cycles.Count, ""));
        figures.Add(new("Duration", cell.Time.Length > 0 ? (cell.Time[^1] - cell.Time[0]) * overlay.Time[cell] : null, overlay.Time.Unit));
        return [.. figures.Where(figure => figure.Value is not null || !overlay.IsSingle)];
    }

    private static double? Some(double value) => value > 0 ? value : null;
}
