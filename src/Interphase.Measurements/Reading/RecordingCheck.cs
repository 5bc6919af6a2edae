using System.Globalization;
using Interphase.Descriptions;

namespace Interphase.Measurements;

/// <summary>Holds a recording against the rules of the Battery Data Format: what adds up, what only grows, what counts. It detects and never repairs.</summary>
public static class RecordingCheck
{
    private const double Relative = 1e-6, Absolute = 1e-9, OfScale = 1e-7;
    private const double RatioTolerance = 0.05;
    private const int FewestForRatio = 10;

    private static readonly (string Prefix, Column? Count)[] Scopes = [("", null), ("Cycle ", Columns.CycleCount), ("Step ", Columns.StepCount)];
    private static readonly (string Name, string Unit)[] Quantities = [("Capacity", "Ah"), ("Energy", "Wh")];
    private static readonly (double Factor, string Meaning)[] Slips =
    [
        (1e3, "ms"), (1e6, "us"), (1e9, "ns"), (1.0 / 60, "min"), (1.0 / 3600, "h"),
    ];

    /// <summary>What is wrong with a recording; empty when all is well. Rules about columns that it lacks are passed over.</summary>
    public static Problems Of(Recording recording)
    {
        var problems = new Problems();
        Grows(recording, Columns.TestTime, null, 0, problems);
        foreach (Column count in new[] { Columns.CycleCount, Columns.StepCount })
        {
            Counts(recording, count, problems);
            Grows(recording, count, null, 0, problems);
        }
        Counts(recording, Columns.RecordIndex, problems);
        Grows(recording, Columns.RecordIndex, null, 0, problems);
        StepsBeginAtOne(recording, problems);
        foreach ((string prefix, Column? count) in Scopes)
        {
            foreach ((string name, string unit) in Quantities)
            {
                Column charging = Flow("Charging"), discharging = Flow("Discharging"), net = Flow("Net"), cumulative = Flow("Cumulative");
                AddsUp(recording, net, charging, discharging, -1, problems);
                AddsUp(recording, cumulative, charging, discharging, 1, problems);
                // Below 0 V a charge takes energy out.
                if (unit == "Wh" && recording.Has(Columns.Voltage) && Least(recording[Columns.Voltage]) < 0) continue;
                foreach (Column column in new[] { charging, discharging, cumulative })
                    if (recording.Has(column) && (count is null || recording.Has(count))) Grows(recording, column, count, Absolute + (OfScale * Scale(recording[column])), problems);

                Column Flow(string flow) => Columns.Find($"{prefix}{flow} {name} / {unit}")!;
            }
        }
        ClocksAgree(recording, problems);
        return problems;
    }

    private static void AddsUp(Recording recording, Column whole, Column charging, Column discharging, int sign, Problems problems)
    {
        if (!recording.Has(whole) || !recording.Has(charging) || !recording.Has(discharging)) return;
        ReadOnlySpan<double> sums = recording[whole], first = recording[charging], second = recording[discharging];
        double slack = Absolute + (OfScale * Scale(sums));
        (int row, int count) = (-1, 0);
        for (int i = 0; i < sums.Length; i++)
            // A missing number makes the comparison false.
            if (Math.Abs(sums[i] - (first[i] + (sign * second[i]))) > slack + (Relative * Math.Abs(sums[i])) && count++ == 0) row = i;
        if (count > 0)
            Tell(recording, row, whole, $"{Number(sums[row])} {whole.Unit}{Further(count)}", $"{charging.Name} {(sign < 0 ? "less" : "plus")} {discharging.Name}, which is {Number(first[row] + (sign * second[row]))} {whole.Unit}", problems);
    }

    private static void Grows(Recording recording, Column column, Column? restarts, double slack, Problems problems)
    {
        if (!recording.Has(column)) return;
        ReadOnlySpan<double> values = recording[column], parts = restarts is null ? default : recording[restarts];
        (int row, int count) = (-1, 0);
        double last = double.NaN, before = last;
        for (int i = 0; i < values.Length; i++)
        {
            if (double.IsNaN(values[i])) continue;
            bool isNew = restarts is not null && i > 0 && !parts[i].Equals(parts[i - 1]);
            if (!isNew && values[i] < last - slack && count++ == 0) (row, before) = (i, last);
            last = values[i];
        }
        if (count > 0) Tell(recording, row, column, $"{Number(values[row])} after {Number(before)}{Further(count)}", restarts is null ? "that it never falls" : $"that it falls only where {restarts.Name} grows", problems);
    }

    private static void Counts(Recording recording, Column column, Problems problems)
    {
        if (!recording.Has(column)) return;
        ReadOnlySpan<double> values = recording[column];
        (int row, int count) = (-1, 0);
        for (int i = 0; i < values.Length; i++)
            if ((values[i] < 0 || values[i] != Math.Floor(values[i])) && !double.IsNaN(values[i]) && count++ == 0) row = i;
        if (count > 0) Tell(recording, row, column, Number(values[row]) + Further(count), "a whole number, 0 or more", problems);
    }

    private static void StepsBeginAtOne(Recording recording, Problems problems)
    {
        if (!recording.Has(Columns.StepRecordIndex)) return;
        ReadOnlySpan<double> index = recording[Columns.StepRecordIndex], steps = recording.Has(Columns.StepCount) ? recording[Columns.StepCount] : default;
        (int row, int count) = (-1, 0);
        for (int i = 0; i < index.Length; i++)
            if ((i == 0 || (!steps.IsEmpty && !steps[i].Equals(steps[i - 1]))) && Math.Abs(index[i] - 1) > 0 && count++ == 0) row = i;
        if (count > 0) Tell(recording, row, Columns.StepRecordIndex, Number(index[row]) + Further(count), "1 in the first record of a step", problems);
    }

    // The test's clock may stand still in pauses, so only a ratio that is a unit's counts as wrong.
    private static void ClocksAgree(Recording recording, Problems problems)
    {
        if (!recording.Has(Columns.UnixTime) || !recording.Has(Columns.TestTime) || recording.Rows < FewestForRatio) return;
        ReadOnlySpan<double> unix = recording[Columns.UnixTime], test = recording[Columns.TestTime];
        double ratio = (test[^1] - test[0]) / (unix[^1] - unix[0]);
        foreach ((double factor, string meaning) in Slips)
        {
            foreach ((double expected, Column slipped) in new[] { (factor, Columns.TestTime), (1 / factor, Columns.UnixTime) })
                if (Math.Abs((ratio / expected) - 1) <= RatioTolerance)
                    Tell(recording, -1, slipped, $"{Columns.TestTime.Name} that passes {Number(expected)} times as fast as {Columns.UnixTime.Name}", $"both in s: is {slipped.Name} in {meaning}?", problems);
        }
    }

    private static void Tell(Recording recording, int row, Column column, string found, string expected, Problems problems)
    {
        var place = new Place(recording.Source, recording.IsFile && row >= 0 ? row + 2 : 0);
        problems.Add(place, column.Label, recording.IsFile || row < 0 ? found : $"{found} in row {row + 1}", expected);
    }

    private static string Further(int count) => count > 1 ? $" (and in {count - 1} further rows)" : "";

    private static string Number(double value) => value.ToString("G9", CultureInfo.InvariantCulture);

    private static double Scale(ReadOnlySpan<double> values)
    {
        double most = 0;
        foreach (double value in values)
            if (Math.Abs(value) > most) most = Math.Abs(value);
        return most;
    }

    private static double Least(ReadOnlySpan<double> values)
    {
        double least = double.PositiveInfinity;
        foreach (double value in values)
            if (value < least) least = value;
        return least;
    }
}
