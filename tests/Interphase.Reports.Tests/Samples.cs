using Interphase.Measurements;

namespace Interphase.Reports.Tests;

/// <summary>Recordings small enough to reason about.</summary>
internal static class Samples
{
    /// <summary>Cycles between 3 V and 4 V with a rest after each half, in straight lines. Cycle <c>c</c> holds 1 mAh less 1 % for each cycle before it; every fourth is twice as fast.</summary>
    public static Recording Cycling(int cycles, int pieces = 40, double current = 1e-3, double warming = 0)
    {
        var builder = new RecordingBuilder();
        foreach (var row in Rows(cycles, pieces, current, warming))
            builder.Add(row);
        return builder.Build("run", "a test");
    }

    public static ReportCell Cell(string name = "cell", int cycles = 1, double warming = 0) => new(name, Cycling(cycles, warming: warming));

    public static Report Of(params ReportCell[] cells) => new("A report", cells);

    public static Spectrum Arc(string name, double resistance = 30)
    {
        var builder = new SpectrumBuilder();
        for (var power = 5.0; power >= -1; power -= 0.25)
        {
            var hertz = Math.Pow(10, power);
            builder.Add(hertz, 5 + (resistance / (1 + (System.Numerics.Complex.ImaginaryOne * hertz / 100))));
        }

        return builder.Build(name, new SampleRow { Time = 0, Voltage = 3.7, Current = 0, NetCharge = 0, NetEnergy = 0 });
    }

    /// <summary>A discharge in 5 samples whose parts sum to the terminal voltage.</summary>
    public static LossBands Losses(params LossPart[] parts)
    {
        double[] equilibrium = [4.0, 3.9, 3.8, 3.7, 3.6];
        return new(
            "discharge of cycle 1", [0, 10, 20, 30, 40], [0, 1e-4, 2e-4, 3e-4, 4e-4], equilibrium,
            [.. equilibrium.Select((value, index) => value + parts.Sum(part => part.Values[index]))], parts);
    }

    public static double[] Five(double value) => [value, value, value, value, value];

    private static IEnumerable<SampleRow> Rows(int cycles, int pieces, double current, double warming)
    {
        double time = 0, charge = 0;
        var step = 0;
        for (var cycle = 1; cycle <= cycles; cycle++)
        {
            var factor = cycle % 4 == 0 ? 2 : 1;
            var seconds = 3600 * (1 - (0.01 * (cycle - 1))) / factor;
            foreach (var (sign, length, from, to) in new[] { (1, seconds, 3.0, 4.0), (0, 600.0, 3.95, 3.95), (-1, seconds, 3.9, 2.9), (0, 600.0, 3.0, 3.0) })
            {
                step++;
                for (var piece = 0; piece <= pieces; piece++)
                {
                    var share = (double)piece / pieces;
                    yield return new SampleRow
                    {
                        Time = time + (share * length),
                        Voltage = from + ((to - from) * share),
                        Current = sign * factor * current,
                        NetCharge = charge + (sign * factor * current * share * length),
                        NetEnergy = 0,
                        Temperature = 298.15 + (warming * share),
                        AmbientTemperature = 298.15,
                        Cycle = cycle,
                        Step = step,
                        StepId = step,
                        StepType = sign switch { 1 => StepTypes.CurrentCharge, -1 => StepTypes.CurrentDischarge, _ => StepTypes.Rest },
                    };
                }

                time += length;
                charge += sign * factor * current * length;
            }
        }
    }
}
