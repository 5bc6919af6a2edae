using System.Collections.Immutable;
using Interphase.Descriptions;

namespace Interphase.Thermodynamics;

/// <summary>The reaction of a pair open to lithium at all voltages from 0 to 5 V, with every voltage at which anything changes. docs/numerics.md, section 14.</summary>
public sealed record PairSweep
{
    // Ranges narrower than rounding are none; what lies nearer to the border of its range than this share of it is solved again in its middle.
    private const double SmallestWidth = 1e-9, Border = 1e-3;

    // Breakpoints are simple combinations of the same energies: their middles often are breakpoints, too. This share of a gap hits none.
    private const double Inside = 0.3819660112501051;

    private readonly MixingLine _line;
    private readonly ImmutableArray<MixingSpan> _spans;

    private PairSweep(MixingLine line, ImmutableArray<MixingSpan> spans) => (_line, _spans) = (line, spans);

    /// <summary>The first reactant.</summary>
    public required ChemicalFormula A { get; init; }

    /// <summary>The second reactant.</summary>
    public required ChemicalFormula B { get; init; }

    /// <summary>How the energies were computed.</summary>
    public required PhaseScheme Scheme { get; init; }

    /// <summary>The window of A alone.</summary>
    public required ElectrochemicalWindow WindowA { get; init; }

    /// <summary>The window of B alone.</summary>
    public required ElectrochemicalWindow WindowB { get; init; }

    /// <summary>Which mixture has the least mutual energy, from 0 V up; one step begins where the one before ends.</summary>
    public required ImmutableArray<PairSweepStep> Steps { get; init; }

    /// <summary>The reaction where its mutual energy is least of all voltages.</summary>
    public required PairReaction Worst { get; init; }

    /// <summary>The least mutual energy, eV per atom other than lithium.</summary>
    public double MutualEnergy => Worst.MutualEnergy;

    /// <summary>The voltages between 0 and 5 V at which the kinks change: their ratios, or the products of one of them.</summary>
    public ImmutableArray<double> Changes => [.. _spans.Skip(1).Select(span => span.From)];

    /// <summary>The reaction at a voltage: nothing is solved anew. Where kinks change, those from there on.</summary>
    /// <param name="voltage">0 to <see cref="PairReaction.HighestVoltage"/>.</param>
    public PairReaction At(double voltage)
    {
        if (!(voltage is >= 0 and <= PairReaction.HighestVoltage)) throw new ArgumentOutOfRangeException(nameof(voltage), voltage, $"0 to {PairReaction.HighestVoltage} V against lithium metal");
        return _line.ReactionAt(_spans.Last(span => span.From <= voltage), voltage);
    }

    /// <summary>The reactions of a pair from 0 to 5 V; null after a problem.</summary>
    /// <param name="a">The first reactant.</param>
    /// <param name="b">The second reactant.</param>
    /// <param name="set">The phases.</param>
    /// <param name="threads">How many work on it; the result does not depend on it.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static PairSweep? Of(ChemicalFormula a, ChemicalFormula b, PhaseSet set, int threads, Problems problems)
    {
        if (!set.Covers(a, problems) || !set.Covers(b, problems) || MixingLine.Of(a, b, set, open: true, problems) is not { } line) return null;
        if (ElectrochemicalWindow.Of(a, set, problems) is not { } ofA || ElectrochemicalWindow.Of(b, set, problems) is not { } ofB) return null;
        ImmutableArray<MixingSpan> spans = Spans(line, threads);
        List<PairSweepStep> steps = [];
        (MixingSpan span, double voltage, double least) worst = (spans[0], 0, double.PositiveInfinity);
        MixingSpan? before = null;
        foreach (MixingSpan span in spans)
        {
            foreach (PairSweepStep step in StepsIn(line, span))
            {
                if (step.MutualEnergyFrom < worst.least) worst = (span, step.From, step.MutualEnergyFrom);
                if (step.MutualEnergyTo < worst.least) worst = (span, step.To, step.MutualEnergyTo);
                // Other kinks may have changed, which leaves this line as it was; where the ends did not, either.
                if (before is not null && before.SameEnds(span) && Continues(steps[^1], step)) steps[^1] = steps[^1] with { To = step.To, AtTo = step.AtTo };
                else steps.Add(step);
                before = span;
            }
        }
        return new(line, spans) { A = a, B = b, Scheme = set.Scheme, WindowA = ofA, WindowB = ofB, Steps = [.. steps], Worst = line.ReactionAt(worst.span, worst.voltage) };
    }

    // A program solved anywhere tells how far its bases hold to both sides. What is left between is solved likewise, until nothing is.
    private static ImmutableArray<MixingSpan> Spans(MixingLine line, int threads)
    {
        List<MixingSpan> found = [];
        List<(double From, double To)> open = [(0, PairReaction.HighestVoltage)];
        while (open.Count > 0)
        {
            var solved = new MixingSpan[open.Count];
            Parallel.For(0, open.Count, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads) }, i =>
            {
                double at = open[i].From + Inside * (open[i].To - open[i].From);
                MixingSpan span = Within(open[i], line.Solve(at));
                // At a border kinks are about to appear or to vanish, too flat to be seen.
                if (Math.Min(at - span.From, span.To - at) < Border * (span.To - span.From)) span = Within(open[i], line.Solve((span.From + span.To) / 2));
                solved[i] = span;
            });
            List<(double From, double To)> left = [];
            for (int i = 0; i < solved.Length; i++)
            {
                if (solved[i].From - open[i].From > SmallestWidth) left.Add((open[i].From, solved[i].From));
                if (open[i].To - solved[i].To > SmallestWidth) left.Add((solved[i].To, open[i].To));
            }
            found.AddRange(solved);
            open = left;
        }
        List<MixingSpan> joined = [];
        foreach (MixingSpan span in found.Where(span => span.To - span.From > SmallestWidth).OrderBy(span => span.From))
        {
            if (joined.Count > 0 && joined[^1].Same(span)) joined[^1] = joined[^1] with { To = span.To };
            else joined.Add(span);
        }
        // Neighbours agree within rounding; from here on one number stands for both.
        return [.. joined.Select((span, i) => span with { From = i == 0 ? 0 : span.From, To = i + 1 < joined.Count ? joined[i + 1].From : PairReaction.HighestVoltage })];
    }

    private static MixingSpan Within((double From, double To) range, MixingSpan span) => span with { From = Math.Max(span.From, range.From), To = Math.Min(span.To, range.To) };

    // Within a span the energies of every kink are straight lines.
    private static IEnumerable<PairSweepStep> StepsIn(MixingLine line, MixingSpan span)
    {
        ImmutableArray<PairKink> low = line.Kinks(span, span.From), high = line.Kinks(span, span.To);
        double width = span.To - span.From;
        foreach ((double from, double to, int least) in Lowest([.. low.Select(kink => kink.MutualEnergy)], [.. high.Select(kink => kink.MutualEnergy)]))
        {
            bool end = least == 0 || least == low.Length - 1;
            if (!end || low.Length == 2) yield return Step(from, to, least);
            else
            {
                // They react, and the mutual energy does not show it: what they gain tells the mixture.
                ImmutableArray<PairKink> first = At(from), last = At(to);
                foreach ((double begin, double finish, int strongest) in Lowest([.. first.Select(kink => kink.Gain)], [.. last.Select(kink => kink.Gain)]))
                    yield return Step(from + begin * (to - from), from + finish * (to - from), strongest);
            }
        }

        ImmutableArray<PairKink> At(double share) => share == 0 ? low : share == 1 ? high : line.Kinks(span, Voltage(share));

        double Voltage(double share) => share == 1 ? span.To : span.From + share * width;

        PairSweepStep Step(double from, double to, int kink) => new(Voltage(from), Voltage(to), At(from)[kink], At(to)[kink], low.Length > 2);
    }

    // Which of several straight lines is the lowest where, by shares of the way from their values at one end to those at the other.
    private static List<(double From, double To, int Line)> Lowest(double[] low, double[] high)
    {
        List<(double From, double To, int Line)> found = [];
        double from = 0;
        int present = 0;
        for (int i = 1; i < low.Length; i++)
        {
            double less = low[present] - low[i];
            if (less > SmallestWidth || (less > -SmallestWidth && high[i] < high[present])) present = i;
        }
        while (true)
        {
            (double to, int next) = (1, -1);
            for (int i = 0; i < low.Length; i++)
            {
                (double before, double after) = (low[i] - low[present], high[i] - high[present]);
                if (after >= 0 || before < after) continue;
                double crossing = before / (before - after);
                // Of several that cross here, the one that falls most.
                if (crossing <= from || crossing > to + SmallestWidth || (crossing > to - SmallestWidth && next >= 0 && high[i] >= high[next])) continue;
                (to, next) = (Math.Min(to, crossing), i);
            }
            if (next < 0 || 1 - to < SmallestWidth) break;
            if (to - from > SmallestWidth) found.Add((from, to, present));
            else to = from;
            (from, present) = (to, next);
        }
        found.Add((from, 1, present));
        return found;
    }

    private static bool Continues(PairSweepStep one, PairSweepStep other) =>
        one.Reacts == other.Reacts && Shows(one) == Shows(other) && one.AtTo.FractionA == other.AtFrom.FractionA && one.AtTo.Products.SequenceEqual(other.AtFrom.Products);

    private static bool Shows(PairSweepStep step) => step.AtFrom.MutualEnergy + step.AtTo.MutualEnergy < 0;
}
