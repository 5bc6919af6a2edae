using System.Collections.Immutable;
using Interphase.Descriptions;
using Interphase.Numerics;

namespace Interphase.Thermodynamics;

/// <summary>What two solids that touch turn into, for every ratio in which they are mixed; closed, or open to lithium at a voltage. docs/physics.md (73).</summary>
public sealed record PairReaction
{
    /// <summary>The highest voltage that is answered for, V against lithium metal; the lowest is 0.</summary>
    public const double HighestVoltage = 5;

    private const double SmallestBend = 1e-9;

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

    /// <summary>The kink of least mutual energy; the first end where the two do not react.</summary>
    public required PairKink Minimum { get; init; }

    /// <summary>The least mutual energy, eV/atom, 0 or below.</summary>
    public double MutualEnergy => Minimum.MutualEnergy;

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
        if (!set.Covers(a, problems) | !set.Covers(b, problems)) return null;
        if (voltage is { } asked && !(asked >= 0 && asked <= HighestVoltage))
        {
            problems.Add(new Place($"{a} | {b}"), "voltage", $"{asked} V", $"0 to {HighestVoltage} V against lithium metal", "");
            return null;
        }
        (Composition first, Composition second) = (Composition.Of(a)!, Composition.Of(b)!);
        ElementSet elements = first.Elements.With(second.Elements);
        if (voltage is not null)
        {
            if (!PhaseProgram.HasLithium(set, a, problems)) return null;
            if (first.Elements == PhaseProgram.Lithium || second.Elements == PhaseProgram.Lithium)
            {
                problems.Add(new Place($"{a} | {b}"), "", "lithium metal as a reactant, open to lithium", "two solids that exchange lithium at the voltage", "ask for the closed pair, or for the window of the other");
                return null;
            }
            elements = elements.With(PhaseProgram.Lithium);
        }
        (PhaseEntry? entryA, PhaseEntry? entryB) = (set.Find(first), set.Find(second));
        var program = new PhaseProgram(set.System(elements), voltage is null ? ElementSet.None : PhaseProgram.Lithium);
        double hullA = Hull(a, first), hullB = Hull(b, second), lithiumA = a.AtomFraction("Li"), lithiumB = b.AtomFraction("Li"), volts = voltage ?? 0;
        double aboveA = entryA?.FormationEnergy - hullA ?? 0, aboveB = entryB?.FormationEnergy - hullB ?? 0;
        List<Corner> found = Sweep(program, a, b, voltage);
        double endA = FromHull(1, found[^1].Energy), endB = FromHull(0, found[0].Energy);
        ImmutableArray<PairKink> kinks = [.. found.ConvertAll(Kink)];
        return new()
        {
            A = a,
            B = b,
            Scheme = set.Scheme,
            Voltage = voltage,
            EntryA = entryA,
            EntryB = entryB,
            Kinks = kinks,
            Minimum = kinks.MinBy(kink => kink.MutualEnergy)!,
            Biases = set.Scheme.BiasesFor([.. voltage is null ? [] : (string[])["Li"], .. a.Elements.Concat(b.Elements).Select(part => part.Element.Symbol)]),
        };

        double Hull(ChemicalFormula formula, Composition composition) => new PhaseProgram(set.System(composition.Elements), ElementSet.None).Minimum(formula).Energy / formula.Atoms;

        // Open to lithium, energies count per atom other than lithium, as published tables do; the reservoir's atoms belong to nobody.
        double Counted(double x) => voltage is null ? 1 : 1 - x * lithiumA - (1 - x) * lithiumB;

        double FromHull(double x, double energy) => (energy - x * (hullA + volts * lithiumA) - (1 - x) * (hullB + volts * lithiumB)) / Counted(x);

        PairKink Kink(Corner at)
        {
            double x = at.X.ToDouble();
            // Amounts per atom become amounts per formula unit of the mixture.
            Rational ofA = at.X / Atoms(a), ofB = (1 - at.X) / Atoms(b), units = ofA + ofB;
            ImmutableArray<PhaseAmount> products = ImmutableArray.CreateRange(at.Mixture.Products, part => part with { Amount = part.Amount / units });
            Rational taken = voltage is null ? 0 : at.Mixture.Lithium / units - (ofA * a.Amount("Li") + ofB * b.Amount("Li")) / units;
            PhaseAmount[] reactants = [.. ((PhaseAmount[])[new(a, ofA / units), new(b, ofB / units)]).Where(part => part.Amount.Sign > 0)];
            double energy = FromHull(x, at.Energy), gain = at.Energy - x * found[^1].Energy - (1 - x) * found[0].Energy;
            return new(
                at.X, Clean(energy - (x * aboveA + (1 - x) * aboveB) / Counted(x)), Clean(energy - x * endA - (1 - x) * endB), Clean(gain), taken, products, Reaction.Of(reactants, products, taken), at.Ties);
        }
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

    private static List<Corner> Sweep(PhaseProgram program, ChemicalFormula a, ChemicalFormula b, double? voltage)
    {
        Rational[] ofA = Share(a), ofB = Share(b), slope = new Rational[ofA.Length];
        for (int row = 0; row < slope.Length; row++) slope[row] = ofA[row] - ofB[row];
        SideSweep sweep = program.FractionSweep(ofB, slope, voltage ?? 0);
        var found = new List<Corner>();
        Rational at = 0;
        double bend = double.NaN;
        while (true)
        {
            if (found.Count == 0 || sweep.CostSlope - bend > SmallestBend) Add(at);
            bend = sweep.CostSlope;
            if (!(sweep.To < 1)) break;
            Rational next = program.Exhausted(ofB, slope);
            at = next > at ? next : at;
            if (at >= 1 || !sweep.Advance()) break;
        }
        Add(1);
        return found;

        void Add(Rational x)
        {
            var sides = new Rational[slope.Length];
            for (int row = 0; row < sides.Length; row++) sides[row] = ofB[row] + x * slope[row];
            PhaseMixture mixture = program.Mixture(sides);
            found.Add(new(x, mixture, mixture.Energy + (voltage ?? 0) * mixture.Lithium.ToDouble(), program.Ties()));
        }

        Rational[] Share(ChemicalFormula formula)
        {
            Rational atoms = Atoms(formula);
            return Array.ConvertAll(program.Sides(formula), amount => amount / atoms);
        }
    }

    // What rounding leaves of nothing.
    private static double Clean(double energy) => Math.Abs(energy) < SmallestBend ? 0 : energy;

    private static Rational Atoms(ChemicalFormula formula)
    {
        Rational sum = Rational.Zero;
        for (int i = 0; i < formula.Elements.Count; i++) sum += formula.Elements[i].Amount;
        return sum;
    }

    // A kink as it is found: per atom of the reactants, energies with lithium at the voltage.
    private sealed record Corner(Rational X, PhaseMixture Mixture, double Energy, ImmutableArray<string> Ties);
}
