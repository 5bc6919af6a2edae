using System.Globalization;
using Interphase.Measurements;

namespace Interphase.Reports;

/// <summary>The cycles of a cell, row by row.</summary>
internal static class CycleTables
{
    // A page is for reading; a file of the cycles holds the rest.
    private const int MostRows = 400;
    private const int MostFirstAndLast = 50;

    public static string Of(Overlay overlay, CellCurves cell)
    {
        var shown = Shown(cell.Cycles);
        var whose = overlay.IsSingle ? "" : $" of {Markup.Text(cell.Cell.Name)}";
        var left = shown.Count < cell.Cycles.Count ? $"; {shown.Count} of {cell.Cycles.Count}, the first and last {MostFirstAndLast} and others evenly between" : "";
        var (capacity, energy) = (overlay.Capacity, overlay.Energy);
        Told[] columns =
        [
            new("Charge capacity", capacity.Unit, cycle => Some(cycle.ChargeCapacity) * capacity[cell], 5),
            new("Discharge capacity", capacity.Unit, cycle => Some(cycle.DischargeCapacity) * capacity[cell], 5),
            new("Coulombic efficiency", "%", cycle => 100 * cycle.CoulombicEfficiency, 5),
            new("Charge energy", energy.Unit, cycle => Some(cycle.ChargeEnergy) * energy[cell], 5),
            new("Discharge energy", energy.Unit, cycle => Some(cycle.DischargeEnergy) * energy[cell], 5),
            new("Energy efficiency", "%", cycle => 100 * cycle.EnergyEfficiency, 4),
            new("Mean charge voltage", "V", cycle => cycle.MeanChargeVoltage, 5),
            new("Mean discharge voltage", "V", cycle => cycle.MeanDischargeVoltage, 5),
            new("End of charge", "V", cycle => cycle.EndOfChargeVoltage, 5),
            new("End of discharge", "V", cycle => cycle.EndOfDischargeVoltage, 5),
        ];
        var used = columns.Where(column => shown.Any(cycle => column.Value(cycle) is not null)).Select(column => column with { Decimals = Numbers.Decimals(shown.Select(column.Value), column.Digits) }).ToList();
        return new Table(
            $"Cycles{whose}{left}",
            ["Cycle", .. used.Select(use => $"{use.Name}, {Markup.Unit(use.Unit)}")],
            [.. shown.Select(cycle => (IReadOnlyList<string>)[cycle.Cycle.ToString(CultureInfo.InvariantCulture), .. used.Select(use => Numbers.Fixed(use.Value(cycle), use.Decimals))])]).ToMarkup();
    }

    private static double? Some(double value) => value > 0 ? value : null;

    private static IReadOnlyList<CycleRow> Shown(IReadOnlyList<CycleRow> cycles)
    {
        if (cycles.Count <= MostRows)
            return cycles;
        var between = MostRows - (2 * MostFirstAndLast);
        var step = (cycles.Count - (2.0 * MostFirstAndLast)) / between;
        return
        [
            .. cycles.Take(MostFirstAndLast),
            .. Enumerable.Range(0, between).Select(part => cycles[MostFirstAndLast + (int)(part * step)]),
            .. cycles.Skip(cycles.Count - MostFirstAndLast),
        ];
    }

    private sealed record Told(string Name, string Unit, Func<CycleRow, double?> Value, int Digits, int Decimals = 0);
}
