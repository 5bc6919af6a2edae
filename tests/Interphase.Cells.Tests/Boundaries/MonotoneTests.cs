using System.Collections.Concurrent;
using System.Globalization;

namespace Interphase.Cells.Tests;

/// <summary>Whatever cell is drawn, more of a cause is not less of what follows. docs/physics.md (120) to (165).</summary>
public sealed class MonotoneTests(ITestOutputHelper output)
{
    /// <summary>Names the number of cells for each law; a sample without it.</summary>
    private const string Variable = "INTERPHASE_MONOTONE_CELLS";

    private const double Tolerance = 1e-5;

    private static int Count => int.TryParse(Environment.GetEnvironmentVariable(Variable), NumberStyles.None, CultureInfo.InvariantCulture, out int asked) ? asked : 24;

    public static TheoryData<string> Causes => [.. MonotoneLaw.All.Select(law => law.Name)];

    [Theory]
    [MemberData(nameof(Causes))]
    public void More_of_a_cause_is_not_less_of_what_follows(string cause)
    {
        MonotoneLaw law = MonotoneLaw.All.Single(each => each.Name == cause);
        var faults = new ConcurrentQueue<(int Seed, int Effect, string Told)>();
        int compared = 0;
        int[] answered = new int[law.Effects.Length];
        Parallel.For(0, Count, new ParallelOptions { MaxDegreeOfParallelism = 2 }, seed =>
        {
            RandomAgeing cell = RandomAgeing.Draw(seed, law.Mechanism);
            double by = 1.2 * Math.Pow(4 / 1.2, new Random(~seed).NextDouble());
            AgeingCell less = Run(cell), more = Run(law.Change(cell, by));
            if (!IsWhole(less) || !IsWhole(more)) return;
            Interlocked.Increment(ref compared);
            for (int i = 0; i < law.Effects.Length; i++)
            {
                MonotoneEffect effect = law.Effects[i];
                double here = effect.Of(less), there = effect.Of(more);
                if (here == there) continue;
                double gain = effect.Grows ? there - here : here - there, room = Tolerance * effect.Scale(cell, double.IsFinite(here) ? here : there);
                if (!(gain >= -room)) faults.Enqueue((seed, i, string.Create(CultureInfo.InvariantCulture, $"{seed}: {effect.Name}: {here:g8} to {there:g8} with {by:g3} times the {law.Name}, {gain / room:g3} of the room [{cell.Present}], {less.End.Time:g6} and {more.End.Time:g6} s")));
                if (gain > room) Interlocked.Increment(ref answered[i]);
            }
        });
        for (int i = 0; i < law.Effects.Length; i++) output.WriteLine($"{law.Name}, {law.Effects[i].Name}: {answered[i]} of {compared} answered, {faults.Count(fault => fault.Effect == i)} the wrong way, {Count - compared} ended early");
        faults.OrderBy(fault => fault.Effect).ThenBy(fault => fault.Seed).Select(fault => fault.Told).ShouldBeEmpty();
        // Nothing that is always the same goes the right way.
        for (int i = 0; i < law.Effects.Length; i++) answered[i].ShouldBeGreaterThan(compared / 4, law.Effects[i].Name);
        compared.ShouldBeGreaterThan(Count / 2);
    }

    private static AgeingCell Run(RandomAgeing cell) => AgeingCell.ToItsEnd(cell.Cell, cell.Protocol, Tolerance);

    // A cell that came to its end earlier cannot be compared, unless its end is what is asked for.
    private static bool IsWhole(AgeingCell run) => run.End.Exit == ExitKind.Completed || run.End.Variable == "filament";
}
