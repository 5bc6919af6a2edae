using System.Collections.Immutable;
using Interphase.Descriptions;
using Interphase.Numerics;

namespace Interphase.Thermodynamics;

/// <summary>Two reactants in every ratio, to be solved closed or at any voltage. docs/physics.md (73), (74); docs/numerics.md, section 14. Several threads may use it.</summary>
internal sealed class MixingLine
{
    private const double SmallestBend = 1e-9;

    private readonly ChemicalFormula _a, _b;
    private readonly PhaseSet _set;
    private readonly bool _open;
    private readonly PhaseSystem _system;
    private readonly PhaseEntry? _entryA, _entryB;
    private readonly double _hullA, _hullB, _lithiumA, _lithiumB, _aboveA, _aboveB;
    private readonly Rational _atomsA, _atomsB;

    private MixingLine(ChemicalFormula a, ChemicalFormula b, PhaseSet set, bool open)
    {
        (_a, _b, _set, _open, _atomsA, _atomsB) = (a, b, set, open, Atoms(a), Atoms(b));
        (Composition first, Composition second) = (Composition.Of(a)!, Composition.Of(b)!);
        ElementSet elements = first.Elements.With(second.Elements);
        _system = set.System(open ? elements.With(PhaseProgram.Lithium) : elements);
        (_entryA, _entryB, _lithiumA, _lithiumB) = (set.Find(first), set.Find(second), a.AtomFraction("Li"), b.AtomFraction("Li"));
        (_hullA, _hullB) = (Hull(a, first), Hull(b, second));
        (_aboveA, _aboveB) = (_entryA?.FormationEnergy - _hullA ?? 0, _entryB?.FormationEnergy - _hullB ?? 0);

        double Hull(ChemicalFormula formula, Composition composition) => new PhaseProgram(set.System(composition.Elements), ElementSet.None).Minimum(formula).Energy / formula.Atoms;
    }

    /// <summary>The line between two formulas that the set covers; null after a problem.</summary>
    internal static MixingLine? Of(ChemicalFormula a, ChemicalFormula b, PhaseSet set, bool open, Problems problems)
    {
        if (!open) return new(a, b, set, open);
        if (!PhaseProgram.HasLithium(set, a, problems)) return null;
        if (Composition.Of(a)!.Elements != PhaseProgram.Lithium && Composition.Of(b)!.Elements != PhaseProgram.Lithium) return new(a, b, set, open);
        problems.Add(new Place($"{a} | {b}"), "", "lithium metal as a reactant, open to lithium", "two solids that exchange lithium at the voltage", "ask for the closed pair, or for the window of the other");
        return null;
    }

    /// <summary>The products at every ratio, with the voltages between which they are the same.</summary>
    internal MixingSpan Solve(double? voltage)
    {
        var program = new PhaseProgram(_system, _open ? PhaseProgram.Lithium : ElementSet.None);
        Rational[] ofA = Share(_a, _atomsA), ofB = Share(_b, _atomsB), slope = new Rational[ofA.Length];
        for (int row = 0; row < slope.Length; row++) slope[row] = ofA[row] - ofB[row];
        double from = double.NegativeInfinity, to = double.PositiveInfinity;
        SideSweep sweep = program.FractionSweep(ofB, slope, voltage ?? 0);
        ImmutableArray<MixingCorner>.Builder found = ImmutableArray.CreateBuilder<MixingCorner>();
        Rational at = 0;
        double bend = double.NaN;
        while (true)
        {
            if (found.Count == 0 || sweep.CostSlope - bend > SmallestBend) Add(at);
            bend = sweep.CostSlope;
            if (voltage is { } volts)
            {
                (double down, double up) = program.VoltageRange();
                (from, to) = (Math.Max(from, volts + down), Math.Min(to, volts + up));
            }
            if (!(sweep.To < 1)) break;
            Rational next = program.Exhausted(ofB, slope);
            at = next > at ? next : at;
            if (at >= 1 || !sweep.Advance()) break;
        }
        Add(1);
        return new(from, to, found.ToImmutable());

        void Add(Rational x)
        {
            var sides = new Rational[slope.Length];
            for (int row = 0; row < sides.Length; row++) sides[row] = ofB[row] + x * slope[row];
            PhaseMixture mixture = program.Mixture(sides);
            // Amounts per atom become amounts per formula unit of the mixture.
            Rational partA = x / _atomsA, partB = (1 - x) / _atomsB, units = partA + partB;
            ImmutableArray<PhaseAmount> products = ImmutableArray.CreateRange(mixture.Products, part => part with { Amount = part.Amount / units });
            Rational taken = _open ? (mixture.Lithium - partA * _a.Amount("Li") - partB * _b.Amount("Li")) / units : 0;
            PhaseAmount[] reactants = [.. ((PhaseAmount[])[new(_a, partA / units), new(_b, partB / units)]).Where(part => part.Amount.Sign > 0)];
            found.Add(new(x, mixture, products, taken, Reaction.Of(reactants, products, taken), program.Ties()));
        }

        Rational[] Share(ChemicalFormula formula, Rational atoms) => Array.ConvertAll(program.Sides(formula), amount => amount / atoms);
    }

    /// <summary>The energies of solved ratios at a voltage at which they hold.</summary>
    internal PairReaction ReactionAt(MixingSpan span, double? voltage)
    {
        ImmutableArray<PairKink> kinks = Kinks(span, voltage);
        return new()
        {
            A = _a,
            B = _b,
            Scheme = _set.Scheme,
            Voltage = voltage,
            EntryA = _entryA,
            EntryB = _entryB,
            Kinks = kinks,
            Minimum = kinks.MinBy(kink => kink.MutualEnergy) is { Gain: < 0 } least ? least : kinks.MinBy(kink => kink.Gain)!,
            Biases = _set.Scheme.BiasesFor([.. _open ? (string[])["Li"] : [], .. _a.Elements.Concat(_b.Elements).Select(part => part.Element.Symbol)]),
        };
    }

    /// <summary>The kinks of solved ratios at a voltage at which they hold.</summary>
    internal ImmutableArray<PairKink> Kinks(MixingSpan span, double? voltage)
    {
        double volts = voltage ?? 0, freeA = span.Corners[^1].EnergyAt(volts), freeB = span.Corners[0].EnergyAt(volts), endA = FromHull(1, freeA), endB = FromHull(0, freeB);
        return ImmutableArray.CreateRange(span.Corners, corner =>
        {
            double x = corner.FractionA.ToDouble(), free = corner.EnergyAt(volts), energy = FromHull(x, free);
            return new PairKink(
                corner.FractionA, Clean(energy - (x * _aboveA + (1 - x) * _aboveB) / Counted(x)), Clean(energy - x * endA - (1 - x) * endB), Clean(free - x * freeA - (1 - x) * freeB),
                corner.Taken, corner.Products, corner.Reaction, corner.Ties);
        });

        // Open to lithium, energies count per atom other than lithium, as published tables do; the reservoir's atoms belong to nobody.
        double Counted(double x) => _open ? 1 - x * _lithiumA - (1 - x) * _lithiumB : 1;

        double FromHull(double x, double energy) => (energy - x * (_hullA + volts * _lithiumA) - (1 - x) * (_hullB + volts * _lithiumB)) / Counted(x);
    }

    // What rounding leaves of nothing.
    private static double Clean(double energy) => Math.Abs(energy) < SmallestBend ? 0 : energy;

    private static Rational Atoms(ChemicalFormula formula)
    {
        Rational sum = Rational.Zero;
        for (int i = 0; i < formula.Elements.Count; i++) sum += formula.Elements[i].Amount;
        return sum;
    }
}
