using Interphase.Measurements;

namespace Interphase.Reports;

/// <summary>A cell with what several charts need of its recording.</summary>
internal sealed class CellCurves
{
    private const double SecondsPerHour = 3600;

    // Currents below this share of the largest are noise about rest.
    private const double Noise = 1e-3;

    private readonly double threshold;

    public CellCurves(ReportCell cell, int index)
    {
        (Cell, Index) = (cell, index);
        Cycles = cell.Cycles ?? CycleTable.From(cell.Series).Rows;
        Time = cell.Series[Columns.TestTime].ToArray();
        Voltage = cell.Series[Columns.Voltage].ToArray();
        Current = cell.Series[Columns.Current].ToArray();
        threshold = Noise * Math.Abs(Doubles.Extreme(Current));
        Net = NetCharge(cell.Series);
        Halves = HalfCycles.Of(CycleOfRows(), Net, row => Math.Abs(Current[row]) > threshold);
    }

    public ReportCell Cell { get; }

    public int Index { get; }

    public IReadOnlyList<CycleRow> Cycles { get; }

    /// <summary>s.</summary>
    public double[] Time { get; }

    /// <summary>V.</summary>
    public double[] Voltage { get; }

    /// <summary>A; positive charges.</summary>
    public double[] Current { get; }

    /// <summary>Charge put in less charge taken out, Ah, finite.</summary>
    public double[] Net { get; }

    public IReadOnlyList<HalfCycle> Halves { get; }

    /// <summary>The cycles of the half-cycles, each once.</summary>
    public IReadOnlyList<long> CyclesOfHalves
    {
        get
        {
            List<long> cycles = [];
            foreach (var half in Halves)
            {
                if (cycles.Count == 0 || (cycles[^1] != half.Cycle && !cycles.Contains(half.Cycle)))
                    cycles.Add(half.Cycle);
            }

            return cycles;
        }
    }

    /// <summary>Charge passed within a half-cycle, Ah, from 0.</summary>
    public double[] Passed(HalfCycle half)
    {
        var passed = new double[half.Last - half.First + 1];
        for (var place = 0; place < passed.Length; place++)
            passed[place] = Math.Abs(Net[half.First + place] - Net[half.First]);
        return passed;
    }

    /// <summary>V within a half-cycle.</summary>
    public double[] VoltageOf(HalfCycle half) => Voltage[half.First..(half.Last + 1)];

    /// <summary>Mean current of a half-cycle, each by the charge that it carries, A, 0 or more.</summary>
    public double MeanCurrent(HalfCycle half)
    {
        double weighted = 0, weight = 0;
        for (var row = half.First + 1; row <= half.Last; row++)
        {
            var passed = (half.IsCharge ? 1 : -1) * (Net[row] - Net[row - 1]);
            if (passed <= 0 || !double.IsFinite(Current[row]))
                continue;
            weighted += passed * Math.Abs(Current[row]);
            weight += passed;
        }

        return weight > 0 ? weighted / weight : 0;
    }

    /// <summary>The numbers of a column; null where the recording has none of it.</summary>
    public double[]? Values(Column column) => Cell.Series.Has(column) && Array.Exists(Cell.Series[column].ToArray(), double.IsFinite) ? Cell.Series[column].ToArray() : null;

    // By the recording's own count, else by the times of the table.
    private long[] CycleOfRows()
    {
        var cycles = new long[Time.Length];
        var counted = Values(Columns.CycleCount);
        long last = 1;
        var place = 0;
        for (var row = 0; row < cycles.Length; row++)
        {
            if (counted is not null)
            {
                last = double.IsFinite(counted[row]) ? (long)counted[row] : last;
            }
            else if (Cycles.Count > 0)
            {
                while (place < Cycles.Count - 1 && Time[row] > Cycles[place].End)
                    place++;
                last = Cycles[place].Cycle;
            }

            cycles[row] = last;
        }

        return cycles;
    }

    private double[] NetCharge(Recording series)
    {
        if (Values(Columns.NetCapacity) is { } net)
            return Held(net);
        if (Values(Columns.ChargingCapacity) is { } charging && Values(Columns.DischargingCapacity) is { } discharging)
        {
            var difference = new double[charging.Length];
            for (var row = 0; row < difference.Length; row++)
                difference[row] = charging[row] - discharging[row];
            return Held(difference);
        }

        var current = Held(Current);
        var passed = new double[series.Rows];
        for (var row = 1; row < passed.Length; row++)
        {
            var charge = 0.5 * (current[row] + current[row - 1]) * (Time[row] - Time[row - 1]) / SecondsPerHour;
            passed[row] = passed[row - 1] + (double.IsFinite(charge) ? charge : 0);
        }

        return passed;
    }

    private static double[] Held(double[] values)
    {
        var held = new double[values.Length];
        var first = Array.FindIndex(values, double.IsFinite);
        var last = first < 0 ? 0 : values[first];
        for (var row = 0; row < values.Length; row++)
            held[row] = last = double.IsFinite(values[row]) ? values[row] : last;
        return held;
    }
}
