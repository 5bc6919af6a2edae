using System.Collections.Immutable;

namespace Interphase.Measurements;

/// <summary>The cycles of a recording, measured or simulated.</summary>
/// <param name="Rows">One for each cycle, in order.</param>
public sealed record CycleTable(ImmutableArray<CycleRow> Rows)
{
    /// <summary>The cycles of a recording.</summary>
    /// <remarks>
    /// Cycles are those of <see cref="Columns.CycleCount"/>; without it, one begins at each charge after a discharge.
    /// Capacities are the recording's own where it has them (by direction, by cycle, or net), else the integral of its current in straight lines; energies likewise.
    /// </remarks>
    /// <param name="recording">With time, voltage and current.</param>
    public static CycleTable From(Recording recording)
    {
        var passage = new Passage(recording);
        ReadOnlySpan<double> time = recording[Columns.TestTime];
        var rows = ImmutableArray.CreateBuilder<CycleRow>();
        for (int first = 0; first < recording.Rows;)
        {
            int end = first + 1;
            while (end < recording.Rows && passage.Cycle[end] == passage.Cycle[first]) end++;
            rows.Add(Row(passage, time, first, end));
            first = end;
        }
        return new(rows.ToImmutable());
    }

    private static CycleRow Row(Passage passage, ReadOnlySpan<double> time, int first, int end)
    {
        int before = Math.Max(first - 1, 0);
        return CycleRow.Of(
            (long)passage.Cycle[first], time[before], time[end - 1], passage.Passed[end - 1] - passage.Passed[before], LastVoltage(passage, first, end, 1), LastVoltage(passage, first, end, -1));
    }

    private static double? LastVoltage(Passage passage, int first, int end, int sign)
    {
        for (int i = end - 1; i >= first; i--)
            if (sign * passage.Current[i] > passage.Threshold) return passage.Voltage[i];
        return null;
    }
}
