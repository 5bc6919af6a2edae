using System.Collections.Immutable;
using Interphase.Descriptions;

namespace Interphase.Thermodynamics;

/// <summary>What two solids that touch turn into, for every ratio in which they are mixed; closed, or open to lithium at a voltage. docs/physics.md (73).</summary>
public sealed record PairReaction
{
    /// <summary>The highest voltage that is answered for, V against lithium metal; the lowest is 0.</summary>
    public const double HighestVoltage = 5;

    internal PairReaction()
    {
    }

    /// <summary>The first reactant.</summary>
    public required ChemicalFormula A { get; init; }

    /// <summary>The second reactant.</summary>
    public required ChemicalFormula B { get; init; }

    /// <summary>How the energies were computed.</summary>
    public required PhaseScheme Scheme { get; init; }

    /// <summary>The voltage at which lithium comes and goes, V; null where the pair is closed.</summary>
    public required double? Voltage { get; init; }

    /// <summary>The phase of the set with A's proportions; null where there is none: its own energy is then that of the hull.</summary>
    public required PhaseEntry? EntryA { get; init; }

    /// <summary>The phase of the set with B's proportions; null where there is none: its own energy is then that of the hull.</summary>
    public required PhaseEntry? EntryB { get; init; }

    /// <summary>By fraction of A, from 0 to 1, ends included.</summary>
    public required ImmutableArray<PairKink> Kinks { get; init; }

    /// <summary>The kink of least mutual energy. Open to lithium that may be an end although the two react (docs/physics.md, 74): then the one of least gain. The first end where they do not react.</summary>
    public required PairKink Minimum { get; init; }

    /// <summary>The least mutual energy of all kinks, eV/atom, 0 or below.</summary>
    public double MutualEnergy => Math.Min(0, Minimum.MutualEnergy);

    /// <summary>Whether the two react with each other: they gain something by it, whatever their mutual energy.</summary>
    public bool Reacts => Minimum.Gain < 0;

    /// <summary>Known errors of the scheme that matter for these elements.</summary>
    public required ImmutableArray<SchemeBias> Biases { get; init; }

    /// <summary>The reaction of a pair; null after a problem.</summary>
    /// <param name="a">The first reactant.</param>
    /// <param name="b">The second reactant; where it has the first one's proportions, there are the two ends alone.</param>
    /// <param name="set">The phases.</param>
    /// <param name="voltage">V against lithium metal, 0 to <see cref="HighestVoltage"/>; null for a closed pair.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static PairReaction? Of(ChemicalFormula a, ChemicalFormula b, PhaseSet set, double? voltage, Problems problems)
    {
        if (!set.Covers(a, problems) || !set.Covers(b, problems)) return null;
        if (voltage is { } asked && !(asked >= 0 && asked <= HighestVoltage))
        {
            problems.Add(new Place($"{a} | {b}"), "voltage", $"{asked} V", $"0 to {HighestVoltage} V against lithium metal", "");
            return null;
        }
        return MixingLine.Of(a, b, set, voltage is not null, problems) is { } line ? line.ReactionAt(line.Solve(voltage), voltage) : null;
    }

    /// <summary>The reactions under the other schemes that may be used for a pair's elements.</summary>
    /// <param name="a">The first reactant.</param>
    /// <param name="b">The second reactant.</param>
    /// <param name="set">The set whose reaction is known.</param>
    /// <param name="voltage">V against lithium metal; null for a closed pair.</param>
    public static ImmutableArray<PairReaction> Alternatives(ChemicalFormula a, ChemicalFormula b, PhaseSet set, double? voltage)
    {
        string[] elements = [.. voltage is null ? [] : (string[])["Li"], .. a.Elements.Concat(b.Elements).Select(part => part.Element.Symbol)];
        return [.. set.Alternatives(elements).Select(other => Of(a, b, other, voltage, [])).OfType<PairReaction>()];
    }
}
