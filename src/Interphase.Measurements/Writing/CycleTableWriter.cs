using System.Globalization;
using System.Text;

namespace Interphase.Measurements;

/// <summary>The table of cycles on its way to disk: a row as soon as a cycle is over, under another name until the run is.</summary>
public sealed class CycleTableWriter : IDisposable
{
    private const string Header = "Cycle Count / 1,Start / s,End / s,Charging Capacity / Ah,Discharging Capacity / Ah,Charging Energy / Wh,Discharging Energy / Wh,Coulombic Efficiency / 1,Energy Efficiency / 1,Mean Charging Voltage / V,Mean Discharging Voltage / V,End Of Charge Voltage / V,End Of Discharge Voltage / V";

    private readonly string _target, _temporary;
    private readonly StreamWriter _writer;
    private int _rows;
    private bool _closed, _complete;

    /// <summary>Begins a table.</summary>
    /// <param name="path">Such as <c>run.cycles.csv</c>.</param>
    public CycleTableWriter(string path)
    {
        _target = Path.GetFullPath(path);
        _temporary = $"{_target}.{Guid.NewGuid().ToString("N")[..8]}.partial";
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.Read,
        };
        _writer = new StreamWriter(_temporary, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), options) { AutoFlush = true };
        _writer.Write(Header + "\n");
    }

    /// <summary>Writes the cycles that are not there yet.</summary>
    /// <param name="cycles">All cycles that are over, in order.</param>
    public void Take(IReadOnlyList<CycleRow> cycles)
    {
        for (; _rows < cycles.Count; _rows++) _writer.Write(Text(cycles[_rows]));
    }

    /// <summary>Puts the table in its place, over an older one.</summary>
    public void Complete()
    {
        _closed = true;
        _writer.Dispose();
        File.Move(_temporary, _target, overwrite: true);
        _complete = true;
    }

    /// <summary>Removes the table unless it was completed.</summary>
    public void Dispose()
    {
        if (_complete) return;
        _complete = true;
        try
        {
            if (!_closed) _writer.Dispose();
        }
        catch (IOException)
        {
            // Its end may not fit onto a full disk; the file goes anyway.
        }
        File.Delete(_temporary);
    }

    private static string Text(CycleRow cycle)
    {
        double?[] values =
        [
            cycle.Start, cycle.End, cycle.ChargeCapacity, cycle.DischargeCapacity, cycle.ChargeEnergy, cycle.DischargeEnergy, cycle.CoulombicEfficiency, cycle.EnergyEfficiency, cycle.MeanChargeVoltage,
            cycle.MeanDischargeVoltage, cycle.EndOfChargeVoltage, cycle.EndOfDischargeVoltage,
        ];
        var text = new StringBuilder(cycle.Cycle.ToString(CultureInfo.InvariantCulture));
        foreach (double? value in values) text.Append(',').Append(value is { } known && double.IsFinite(known) ? known.ToString("G10", CultureInfo.InvariantCulture) : "");
        return text.Append('\n').ToString();
    }
}
