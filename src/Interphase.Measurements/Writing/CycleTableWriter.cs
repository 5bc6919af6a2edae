namespace Interphase.Measurements;

/// <summary>The table of cycles on its way to disk: a row as soon as a cycle is over, under another name until the run is.</summary>
public sealed class CycleTableWriter : IDisposable
{
    private static readonly string[] s_labels =
    [
        "Cycle Count / 1", "Start / s", "End / s", "Charging Capacity / Ah", "Discharging Capacity / Ah", "Charging Energy / Wh", "Discharging Energy / Wh", "Coulombic Efficiency / 1", "Energy Efficiency / 1",
        "Mean Charging Voltage / V", "Mean Discharging Voltage / V", "End Of Charge Voltage / V", "End Of Discharge Voltage / V",
    ];

    private readonly CsvFile _file;
    private int _rows;

    /// <summary>Begins a table.</summary>
    /// <param name="path">Such as <c>run.cycles.csv</c>.</param>
    public CycleTableWriter(string path)
    {
        _file = new CsvFile(path, s_labels);
        _file.Show();
    }

    /// <summary>Writes the cycles that are not there yet.</summary>
    /// <param name="cycles">All cycles that are over, in order.</param>
    public void Take(IReadOnlyList<CycleRow> cycles)
    {
        if (_rows >= cycles.Count) return;
        for (; _rows < cycles.Count; _rows++)
        {
            CycleRow cycle = cycles[_rows];
            foreach (double? value in (ReadOnlySpan<double?>)
                [
                    cycle.Cycle, cycle.Start, cycle.End, cycle.ChargeCapacity, cycle.DischargeCapacity, cycle.ChargeEnergy, cycle.DischargeEnergy, cycle.CoulombicEfficiency, cycle.EnergyEfficiency,
                    cycle.MeanChargeVoltage, cycle.MeanDischargeVoltage, cycle.EndOfChargeVoltage, cycle.EndOfDischargeVoltage,
                ])
                _file.Number(value is { } known && double.IsFinite(known) ? known : double.NaN);
            _file.EndRow();
        }
        _file.Show();
    }

    /// <summary>Puts the table in its place, over an older one.</summary>
    public void Complete() => _file.Complete();

    /// <summary>Removes the table unless it was completed.</summary>
    public void Dispose() => _file.Dispose();
}
