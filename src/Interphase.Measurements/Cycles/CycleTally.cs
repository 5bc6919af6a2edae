namespace Interphase.Measurements;

/// <summary>Makes the rows of a cycle table while a run goes on, without keeping its samples.</summary>
public sealed class CycleTally
{
    private readonly List<CycleRow> rows = [];
    private Throughput passed;
    private SampleRow last;
    private double start, endOfCharge, endOfDischarge;
    private bool begun;

    /// <summary>The cycles that are complete; all of them after <see cref="Complete"/>.</summary>
    public IReadOnlyList<CycleRow> Rows => rows;

    /// <summary>Takes a sample. A row on either side of every change of the current keeps the directions apart.</summary>
    public void Add(in SampleRow row)
    {
        if (!begun)
        {
            last = row with { NetCharge = 0, NetEnergy = 0 };
            Begin(row.Time);
        }
        else if (row.Cycle != last.Cycle)
        {
            rows.Add(Row());
            // The time of cycles that were jumped over belongs to none.
            if (row.Cycle > last.Cycle + 1) last = last with { Time = row.Time };
            Begin(last.Time);
        }
        passed += Throughput.Between(last, row);
        if (row.Current > 0) endOfCharge = row.Voltage;
        if (row.Current < 0) endOfDischarge = row.Voltage;
        last = row;
    }

    /// <summary>Closes the last cycle.</summary>
    public void Complete()
    {
        if (begun) rows.Add(Row());
        begun = false;
    }

    private void Begin(double time) => (begun, passed, start, endOfCharge, endOfDischarge) = (true, default, time, double.NaN, double.NaN);

    private CycleRow Row() => CycleRow.Of(last.Cycle, start, last.Time, passed.InHours, double.IsNaN(endOfCharge) ? null : endOfCharge, double.IsNaN(endOfDischarge) ? null : endOfDischarge);
}
