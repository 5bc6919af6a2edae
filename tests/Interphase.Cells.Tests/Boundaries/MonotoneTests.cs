using System.Collections.Concurrent;
using System.Globalization;

namespace Interphase.Cells.Tests;

/// <summary>Whatever cell is drawn, more of a cause is not less of what follows. docs/physics.md (120) to (165).</summary>
public sealed class MonotoneTests(ITestOutputHelper output)
{
    /// <summary>Names the number of cells for each law; a sample without it.</summary>
    private const string Variable = "INTERPHASE_MONOTONE_CELLS";

    private const double Tolerance = 1e-5, Least = 0.01;

    private static int Count => int.TryParse(Environment.GetEnvironmentVariable(Variable), NumberStyles.None, CultureInfo.InvariantCulture, out int asked) ? asked : 24;

    public static TheoryData<string> Causes => [.. MonotoneLaw.All.Select(law => law.Name)];

    [Theory]
    [MemberData(nameof(Causes))]
    public void More_of_a_cause_is_not_less_of_what_follows(string cause)
    {
        MonotoneLaw law = MonotoneLaw.All.Single(each => each.Name == cause);
        var faults = new ConcurrentQueue<(int Seed, int Effect, string Told)>();
        int[] compared = new int[law.Effects.Length], answered = new int[law.Effects.Length];
        Parallel.For(0, Count, new ParallelOptions { MaxDegreeOfParallelism = 2 }, seed =>
        {
            RandomAgeing cell = RandomAgeing.Draw(seed, law.Mechanism);
            RandomAgeing changed = law.Change(cell, 1.2 * Math.Pow(4 / 1.2, new Random(~seed).NextDouble()));
            if (Compare(law, cell, changed, Tolerance, out string told) is not { } gains) return;
            // What is off by little may be the integrator's error: then a tenth of its tolerance leaves a tenth of it.
            if (Array.Exists(gains, gain => gain < -1)) gains = Compare(law, cell, changed, 0.1 * Tolerance, out told) ?? gains;
            for (int i = 0; i < gains.Length; i++)
            {
                if (!double.IsNaN(gains[i])) Interlocked.Increment(ref compared[i]);
                if (gains[i] > 1) Interlocked.Increment(ref answered[i]);
                else if (gains[i] < -1) faults.Enqueue((seed, i, string.Create(CultureInfo.InvariantCulture, $"{seed}: {law.Effects[i].Name}: {gains[i]:g3} of what may be missed [{cell.Present}], {told}")));
            }
        });
        for (int i = 0; i < law.Effects.Length; i++) output.WriteLine($"{law.Name}, {law.Effects[i].Name}: {answered[i]} of {compared[i]} answered, {faults.Count(fault => fault.Effect == i)} the wrong way, of {Count} drawn");
        faults.OrderBy(fault => fault.Effect).ThenBy(fault => fault.Seed).Select(fault => fault.Told).ShouldBeEmpty();
        // Nothing that is always the same goes the right way.
        for (int i = 0; i < law.Effects.Length; i++)
        {
            compared[i].ShouldBeGreaterThan(Count / 5, law.Effects[i].Name);
            answered[i].ShouldBeGreaterThan(compared[i] / 8, law.Effects[i].Name);
        }
    }

    // How far each effect goes the right way, in parts of what may be missed at a tolerance; no number where it makes exceptions, null where a cell came to its end.
    private static double[]? Compare(MonotoneLaw law, RandomAgeing cell, RandomAgeing changed, double tolerance, out string told)
    {
        AgeingCell less = AgeingCell.ToItsEnd(cell.Cell, cell.Protocol, tolerance), more = AgeingCell.ToItsEnd(changed.Cell, changed.Protocol, tolerance);
        told = string.Join(" to ", ((AgeingCell[])[less, more]).Select(run => string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", law.Effects.Select(effect => $"{effect.Of(run):g7}"))} after {run.End.Time:g6} s")));
        if (!IsWhole(less, cell) || !IsWhole(more, changed)) return null;
        return [.. law.Effects.Select(effect =>
        {
            double here = effect.Of(less), there = effect.Of(more);
            if ((cell.Present & effect.Unless & ~law.Mechanism) != 0 || effect.Except(less, more)) return double.NaN;
            if (here == there) return 0;
            return (effect.Grows ? there - here : here - there) / (tolerance * effect.Scale(cell, double.IsFinite(here) ? here : there));
        })];
    }

    // A cell that came to its end earlier cannot be compared, unless its end is what is asked for. So is one at its end of which a discharge takes next to nothing: what moved with its content stands still.
    private static bool IsWhole(AgeingCell run, RandomAgeing cell)
    {
        if (run.End.Exit != ExitKind.Completed && run.End.Variable != "filament") return false;
        int steps = cell.Protocol.Items.OfType<ProtocolRepeat>().Single().Items.Length;
        for (int last = steps - 1; last < run.Charges.Count; last += steps)
            if (run.Charges[last - 1] - run.Charges[last] < Least * cell.Capacity) return false;
        return true;
    }
}
