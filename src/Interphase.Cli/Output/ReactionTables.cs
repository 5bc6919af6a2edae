using Interphase.Thermodynamics;

namespace Interphase.Cli;

/// <summary>The tables of <c>interphase react</c>.</summary>
internal static class ReactionTables
{
    public static void Print(PairReaction found, IReadOnlyList<PairReaction> others, PhaseSet set, Terminal terminal)
    {
        bool open = found.Voltage is not null;
        terminal.Heading($"{found.A} | {found.B}: {Verdict(found)}, {(open ? $"open to lithium at {PhaseTables.Volts(found.Voltage)} V" : "closed")}");
        string[] headings = [$" atoms from {found.A}", " energy", " mutual energy", .. open ? (string[])[" Li taken up"] : [], "reaction"];
        terminal.Table(headings, found.Kinks.Select(kink => (string[])
        [
            PhaseTables.Amount(kink.FractionA), PhaseTables.Energy(kink.Energy), PhaseTables.Energy(kink.MutualEnergy), .. open ? (string[])[PhaseTables.Signed(kink.Lithium)] : [], kink.Reaction.InWholeNumbers().ToString(),
        ]));
        terminal.Line(open
            ? "energies in eV per atom other than lithium: of the reaction, and of what both gain by being together"
            : "energies in eV/atom: of the reaction, and of what both gain beyond what each gains alone");
        if (others.Count > 0)
        {
            terminal.Heading("Under other schemes");
            terminal.Table(["scheme", " mutual energy", "reaction"], others.Select(other => (string[])[other.Scheme.Id, PhaseTables.Energy(other.MutualEnergy), other.Reacts ? other.Minimum.Reaction.InWholeNumbers().ToString() : "none"]));
        }
        PhaseTables.Remarks(terminal, Remarks(found, set));
        PhaseTables.Scheme(terminal, found.Scheme, found.Biases);
    }

    /// <summary>What a user should know.</summary>
    public static IReadOnlyList<string> Remarks(PairReaction found, PhaseSet set) =>
    [
        .. found.A.Reduced().Equals(found.B.Reduced()) ? (string[])["both have the same composition: there is nothing to mix"] : [],
        .. found.EntryA is null ? (string[])[PhaseTables.Missing(found.A, set)] : [],
        .. found.EntryB is null && !found.A.Reduced().Equals(found.B.Reduced()) ? (string[])[PhaseTables.Missing(found.B, set)] : [],
        .. found.Minimum.Ties.IsEmpty ? [] : (string[])[$"at the minimum other products have the same energy; they may hold {string.Join(", ", found.Minimum.Ties)}"],
        .. set.Notes,
    ];

    private static string Verdict(PairReaction found) => found is { Reacts: true, MutualEnergy: 0 } ? $"mutual energy 0, yet together they gain {PhaseTables.Energy(found.Minimum.Gain)} eV/atom" : found.Reacts ? $"mutual energy {PhaseTables.Energy(found.MutualEnergy)} {(found.Voltage is null ? "eV/atom" : "eV per atom other than lithium")}" : "no reaction with each other";
}
