namespace Interphase.Measurements.Tests;

/// <summary>Runs small enough to compute by hand.</summary>
internal static class Runs
{
    /// <summary>Two cycles: 1 A for an hour up from 3 V to 4 V, a rest, 1 A for half an hour (the second time 0.45 h) down from 3.9 V to 2.9 V. Straight lines, both sides of every change.</summary>
    public static IEnumerable<SampleRow> TwoCycles()
    {
        double time = 0, charge = 0, energy = 0;
        int step = 0;
        for (int cycle = 1; cycle <= 2; cycle++)
        {
            foreach ((double current, double seconds, double from, double to, int line, string type) in new[]
            {
                (1.0, 3600.0, 3.0, 4.0, 2, StepTypes.CurrentCharge),
                (0.0, 600.0, 3.95, 3.95, 3, StepTypes.Rest),
                (-1.0, cycle == 1 ? 1800.0 : 1620.0, 3.9, 2.9, 4, StepTypes.CurrentDischarge),
            })
            {
                step++;
                const int Pieces = 10;
                for (int i = 0; i <= Pieces; i++)
                {
                    double share = (double)i / Pieces, passed = share * seconds;
                    yield return new SampleRow
                    {
                        Time = time + passed,
                        Voltage = from + ((to - from) * share),
                        Current = current,
                        NetCharge = charge + (current * passed),
                        NetEnergy = energy + (current * passed * (from + (0.5 * (to - from) * share))),
                        CathodePotential = from + ((to - from) * share) + 0.6,
                        CathodeContent = 0.9 - (1e-4 * passed),
                        Temperature = 298.15,
                        AmbientTemperature = 298.15,
                        Cycle = cycle,
                        Step = step,
                        StepId = line,
                        StepType = type,
                    };
                }
                time += seconds;
                charge += current * seconds;
                energy += current * seconds * 0.5 * (from + to);
            }
        }
    }

    public static Recording Recorded(IEnumerable<SampleRow> rows)
    {
        var builder = new RecordingBuilder(AllSupplied);
        foreach (SampleRow row in rows) builder.Add(row);
        return builder.Build("run", "a test");
    }

    public static System.Collections.Immutable.ImmutableArray<Column> AllSupplied => [.. Accumulator.Supplied, Columns.StepId, Columns.StepType];
}
