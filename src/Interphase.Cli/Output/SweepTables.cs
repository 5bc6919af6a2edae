using Interphase.Thermodynamics;

namespace Interphase.Cli;

/// <summary>The tables of <c>interphase react --sweep</c>.</summary>
internal static class SweepTables
{
    public static void Print(PairSweep found, PhaseSet set, Terminal terminal)
    {
        terminal.Heading($"{found.A} | {found.B}: least mutual energy {PhaseTables.Energy(found.MutualEnergy)} eV per atom other than lithium, at {PhaseTables.Volts(found.Worst.Voltage)} V");
        List<string[]> rows = [];
        for (int first = 0, next; first < found.Points.Length; first = next)
        {
            string products = Products(found.Points[first]);
            for (next = first + 1; next < found.Points.Length && Products(found.Points[next]) == products; next++) { }
            rows.Add(
            [
                PhaseTables.Volts(found.Points[first].Voltage), PhaseTables.Volts(found.Points[next - 1].Voltage), PhaseTables.Energy(found.Points[first].Minimum.MutualEnergy), PhaseTables.Energy(found.Points[next - 1].Minimum.MutualEnergy),
                products,
            ]);
        }
        terminal.Table([" from V", " to V", " mutual energy there", " and there", "products at the least mutual energy"], rows);
        PhaseTables.Remarks(terminal, Remarks(found, set));
        PhaseTables.Scheme(terminal, found.Scheme, found.Worst.Biases);
    }

    /// <summary>What a user should know.</summary>
    public static IReadOnlyList<string> Remarks(PairSweep found, PhaseSet set) =>
    [
        $"computed every {PairSweep.Spacing:0.###} V and where the products of either alone change, not in between; products change within one such step of the voltages above",
        .. ReactionTables.Remarks(found.Worst, set),
    ];

    private static string Products(PairReaction at) => at.Minimum.Gain < 0 ? string.Join(" + ", at.Minimum.Products.Select(part => part.Formula.Text)) : "no reaction with each other";
}
