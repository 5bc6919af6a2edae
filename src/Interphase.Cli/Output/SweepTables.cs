using Interphase.Thermodynamics;

namespace Interphase.Cli;

/// <summary>The tables of <c>interphase react --sweep</c>.</summary>
internal static class SweepTables
{
    public static void Print(PairSweep found, PhaseSet set, Terminal terminal)
    {
        terminal.Heading($"{found.A} | {found.B}: {(found.Steps.Any(step => step.Reacts) ? $"least mutual energy {PhaseTables.Energy(found.MutualEnergy)} eV per atom other than lithium, at {PhaseTables.Volts(found.Worst.Voltage)} V" : "no reaction with each other at any voltage")}");
        List<string[]> rows = [];
        for (int first = 0, next; first < found.Steps.Length; first = next)
        {
            PairSweepStep begin = found.Steps[first];
            // One row as long as the same mixture is meant: what either does alone changes its energy, and is no step of the pair.
            for (next = first + 1; next < found.Steps.Length && Same(begin, found.Steps[next]); next++) { }
            PairSweepStep end = found.Steps[next - 1];
            double least = found.Steps.AsSpan(first..next).ToArray().Min(step => Math.Min(step.MutualEnergyFrom, step.MutualEnergyTo));
            rows.Add(
            [
                PhaseTables.Volts(begin.From), PhaseTables.Volts(end.To), PhaseTables.Energy(begin.MutualEnergyFrom), PhaseTables.Energy(end.MutualEnergyTo), PhaseTables.Energy(least), .. begin.Reacts
                    ? (string[])[PhaseTables.Amount(begin.AtFrom.FractionA), PhaseTables.Signed(begin.AtFrom.Lithium), string.Join(" + ", begin.AtFrom.Products.Select(part => part.Formula.Text))]
                    : ["-", "-", "no reaction with each other"],
            ]);
        }
        terminal.Table([" from V", " to V", " mutual energy there", " and there", " least between", $" atoms from {found.A}", " Li taken up", "products at the least mutual energy"], rows);
        terminal.Line("energies in eV per atom other than lithium");
        PhaseTables.Remarks(terminal, Remarks(found, set));
        PhaseTables.Scheme(terminal, found.Scheme, found.Worst.Biases);
    }

    /// <summary>What a user should know.</summary>
    public static IReadOnlyList<string> Remarks(PairSweep found, PhaseSet set) => ReactionTables.Remarks(found.Worst, set);

    private static bool Same(PairSweepStep one, PairSweepStep other) =>
        one.Reacts ? one.AtFrom.FractionA == other.AtFrom.FractionA && one.AtFrom.Products.SequenceEqual(other.AtFrom.Products) : !other.Reacts;
}
