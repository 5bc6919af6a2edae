using System.Collections.Immutable;
using Interphase.Descriptions;
using Interphase.Numerics;

namespace Interphase.Thermodynamics;

/// <summary>The mean voltage at which lithium leaves a host that keeps its composition otherwise, beside which the equilibrium products of a window would need the host to fall apart. docs/physics.md (75).</summary>
/// <param name="Lithiated">The phase with more lithium.</param>
/// <param name="Delithiated">The phase with less.</param>
/// <param name="Voltage">V against lithium metal, mean between the two.</param>
/// <param name="Lithium">Lithium exchanged per formula unit of <paramref name="Lithiated"/>, exact.</param>
/// <param name="Scheme">How the energies were computed.</param>
public sealed record TopotacticVoltage(PhaseEntry Lithiated, PhaseEntry Delithiated, double Voltage, Rational Lithium, PhaseScheme Scheme)
{
    private const int LithiumNumber = 3, CarbonNumber = 6;

    /// <summary>The reaction of one formula unit of the richer phase.</summary>
    public Reaction Reaction
    {
        get
        {
            Rational units = Lithiated.Composition.Units * Host(Lithiated) / (Delithiated.Composition.Units * Host(Delithiated));
            return Reaction.Of([new(Lithiated.Formula, 1)], [new(Delithiated.Formula, units)], -Lithium);
        }
    }

    /// <summary>The voltages between a formula and every phase of the set that differs from it in lithium alone, by lithium content; empty where the set has none or lacks the formula, null after a problem.</summary>
    /// <param name="formula">A formula of elements of the set.</param>
    /// <param name="set">The phases.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static ImmutableArray<TopotacticVoltage>? Of(ChemicalFormula formula, PhaseSet set, Problems problems)
    {
        if (!set.Covers(formula, problems)) return null;
        if (set.Find(formula) is not { } entry || !HasHost(entry)) return [];
        var pairs = ImmutableArray.CreateBuilder<TopotacticVoltage>();
        foreach (PhaseEntry other in set.Within([.. entry.Formula.Elements.Select(part => part.Element.Symbol), "Li"]))
        {
            if (!HasHost(other) || !SameHost(entry, other)) continue;
            Rational difference = Content(entry) - Content(other);
            if (difference.Sign != 0) pairs.Add(difference.Sign > 0 ? Between(entry, other, set.Scheme) : Between(other, entry, set.Scheme));
        }
        return [.. pairs.OrderBy(pair => Content(pair.Lithiated)).ThenBy(pair => Content(pair.Delithiated))];
    }

    private static TopotacticVoltage Between(PhaseEntry rich, PhaseEntry poor, PhaseScheme scheme)
    {
        // Per atom of the host, of which both keep the same.
        Rational lithium = Content(rich) - Content(poor);
        double voltage = (EnergyPerHost(poor) - EnergyPerHost(rich)) / lithium.ToDouble();
        return new(rich, poor, voltage, lithium * rich.Composition.Units * Host(rich), scheme);
    }

    // One element is no host that stays as it is: sulfur is not what Li2S leaves behind, nor tin an alloy. Carbon is.
    private static bool HasHost(PhaseEntry entry) => entry.Formula.Elements.Count(part => part.Element.Number != LithiumNumber) is var others && (others > 1 || (others == 1 && entry.Composition.Amount(CarbonNumber) > 0));

    // Atoms other than lithium in a unit.
    private static Rational Host(PhaseEntry entry) => new(entry.Composition.Atoms - LithiumOf(entry), 1);

    private static Rational Content(PhaseEntry entry) => new Rational(LithiumOf(entry), 1) / Host(entry);

    private static double EnergyPerHost(PhaseEntry entry) => entry.FormationEnergy * entry.Composition.Atoms / Host(entry).ToDouble();

    private static long LithiumOf(PhaseEntry entry) => entry.Composition.Amount(LithiumNumber);

    private static bool SameHost(PhaseEntry one, PhaseEntry other)
    {
        (long ofOne, long ofOther) = (one.Composition.Atoms - LithiumOf(one), other.Composition.Atoms - LithiumOf(other));
        foreach (ElementAmount part in one.Formula.Elements.Concat(other.Formula.Elements))
        {
            int number = part.Element.Number;
            if (number != LithiumNumber && (Int128)one.Composition.Amount(number) * ofOther != (Int128)other.Composition.Amount(number) * ofOne) return false;
        }
        return true;
    }
}
