using System.Collections.Immutable;
using Interphase.Descriptions;
using Interphase.Numerics;

namespace Interphase.Thermodynamics.Tests;

/// <summary>What must hold for any formula, over many random ones.</summary>
public class PropertyTests
{
    private static readonly string[] Symbols = ["Li", "P", "S", "Cl", "O", "Co", "Ni", "Mn", "Nb", "In", "F", "N", "Zr", "B"];
    private static readonly PhaseSet Set = PhaseSet.Default;

    [Fact]
    public void Every_reaction_conserves_every_element_to_the_last_digit()
    {
        foreach ((ChemicalFormula a, ChemicalFormula b, double voltage) in Pairs(60))
        {
            Stability stability = Stability.Of(a, Set, [])!;
            stability.Decomposition.IsBalanced.ShouldBeTrue(a.Text);
            (stability.Competition?.IsBalanced ?? true).ShouldBeTrue(a.Text);
            foreach (WindowStep step in ElectrochemicalWindow.Of(a, Set, [])!.Steps)
            {
                step.Reaction.IsBalanced.ShouldBeTrue($"{step.Reaction}");
                step.Reaction.InWholeNumbers().IsBalanced.ShouldBeTrue($"{step.Reaction}");
            }
            foreach (PairKink kink in PairReaction.Of(a, b, Set, null, [])!.Kinks.Concat(PairReaction.Of(a, b, Set, voltage, [])!.Kinks))
            {
                kink.Reaction.IsBalanced.ShouldBeTrue($"{kink.Reaction}");
                kink.Products.ShouldAllBe(part => part.Amount.Sign > 0);
            }
        }
    }

    [Fact]
    public void A_multiple_of_a_formula_has_the_same_window_and_energies_per_atom()
    {
        foreach ((ChemicalFormula formula, _, _) in Pairs(40))
        {
            var factor = new Rational(7, 3);
            ChemicalFormula scaled = formula.Scaled(factor);
            (ElectrochemicalWindow one, ElectrochemicalWindow other) = (ElectrochemicalWindow.Of(formula, Set, [])!, ElectrochemicalWindow.Of(scaled, Set, [])!);
            other.Steps.Length.ShouldBe(one.Steps.Length, formula.Text);
            for (int i = 0; i < one.Steps.Length; i++)
            {
                other.Steps[i].From.ShouldBe(one.Steps[i].From, 1e-9, formula.Text);
                other.Steps[i].Lithium.ShouldBe(one.Steps[i].Lithium * factor, formula.Text);
                other.Steps[i].Products.Select(part => part.Amount).ShouldBe(one.Steps[i].Products.Select(part => part.Amount * factor), formula.Text);
            }
            Stability.Of(scaled, Set, [])!.HullEnergy.ShouldBe(Stability.Of(formula, Set, [])!.HullEnergy, 1e-11, formula.Text);
        }
    }

    [Fact]
    public void A_pair_is_the_same_in_either_order_and_any_multiple()
    {
        foreach ((ChemicalFormula a, ChemicalFormula b, double asked) in Pairs(40))
        {
            foreach (double? voltage in (double?[])[null, asked])
            {
                PairReaction one = PairReaction.Of(a, b.Scaled(3), Set, voltage, [])!, other = PairReaction.Of(b, a, Set, voltage, [])!;
                string text = $"{a} | {b} at {voltage}";
                other.Kinks.Length.ShouldBe(one.Kinks.Length, text);
                for (int i = 0; i < one.Kinks.Length; i++)
                {
                    PairKink here = one.Kinks[i], there = other.Kinks[^(i + 1)];
                    there.FractionA.ShouldBe(1 - here.FractionA, text);
                    there.Energy.ShouldBe(here.Energy, 1e-9, text);
                    there.MutualEnergy.ShouldBe(here.MutualEnergy, 1e-9, text);
                    there.Gain.ShouldBe(here.Gain, 1e-9, text);
                }
            }
        }
    }

    [Fact]
    public void An_element_that_is_not_in_the_formula_changes_nothing()
    {
        foreach ((ChemicalFormula formula, _, _) in Pairs(40))
        {
            Composition composition = Composition.Of(formula)!;
            PhaseMixture own = new PhaseProgram(Set.System(composition.Elements), ElementSet.None).Minimum(formula);
            PhaseMixture wide = new PhaseProgram(Set.System(composition.Elements.With(ElementSet.Of(PeriodicTable.Find("Ta")!.Number)).With(ElementSet.Of(PeriodicTable.Find("Br")!.Number))), ElementSet.None).Minimum(formula);
            wide.Energy.ShouldBe(own.Energy, 1e-9);
            wide.Products.ShouldBe(own.Products);
        }
    }

    [Fact]
    public void Steps_of_a_window_agree_with_equilibria_at_single_voltages()
    {
        foreach ((ChemicalFormula formula, _, _) in Pairs(25))
        {
            ElectrochemicalWindow window = ElectrochemicalWindow.Of(formula, Set, [])!;
            foreach (WindowStep step in window.Steps)
            {
                double voltage = step.To is { } to ? (step.From + to) / 2 : step.From + 0.3;
                Equilibrium single = Equilibrium.Of(formula, Set, ImmutableDictionary<string, double>.Empty.Add("Li", -voltage), [])!;
                single.Exchanged["Li"].ShouldBe(step.Lithium, $"{formula} at {voltage} V");
                single.Products.ShouldBe(step.Products, $"{formula} at {voltage} V");
                single.Reaction.IsBalanced.ShouldBeTrue();
            }
            window.Steps.Zip(window.Steps.Skip(1), (below, above) => below.Lithium > above.Lithium && below.To == above.From).ShouldAllBe(falls => falls, formula.Text);
        }
    }

    [Fact]
    public void Energies_of_a_pair_lie_on_or_below_any_mixture_solved_alone()
    {
        foreach ((ChemicalFormula a, ChemicalFormula b, _) in Pairs(40))
        {
            PairReaction pair = PairReaction.Of(a, b, Set, null, [])!;
            for (int i = 1; i < pair.Kinks.Length; i++)
            {
                // Half-way between two kinks the energy lies on the straight line.
                (PairKink low, PairKink high) = (pair.Kinks[i - 1], pair.Kinks[i]);
                double x = (low.FractionA.ToDouble() + high.FractionA.ToDouble()) / 2, shareA = x / a.Atoms, shareB = (1 - x) / b.Atoms;
                var mixed = Reference.Formula($"{Decimal(shareA)}{a}·{Decimal(shareB)}{b}");
                double hull = Stability.Of(mixed, Set, [])!.HullEnergy, ends = x * Stability.Of(a, Set, [])!.HullEnergy + (1 - x) * Stability.Of(b, Set, [])!.HullEnergy;
                (hull - ends).ShouldBe((low.MutualEnergy + high.MutualEnergy) / 2, 1e-7, $"{a} | {b} at {x}");
            }
        }

        static string Decimal(double share) => Math.Round(share * 1000, 8).ToString("0.########");
    }

    [Fact]
    public void Exact_amounts_are_those_of_the_program_in_doubles()
    {
        foreach ((ChemicalFormula formula, _, _) in Pairs(40))
        {
            Stability stability = Stability.Of(formula, Set, [])!;
            double energy = stability.Decomposition.Products.Sum(part => part.Amount.ToDouble() * part.Formula.Atoms * Set.Find(part.Formula)!.FormationEnergy);
            (energy / formula.Atoms).ShouldBe(stability.HullEnergy, 1e-12);
            double potentials = stability.ChemicalPotentials.Sum(each => each.Value * formula.Amount(each.Key).ToDouble());
            (potentials / formula.Atoms).ShouldBe(stability.HullEnergy, 1e-9, formula.Text);
        }
    }

    // Formulas with lithium, amounts from 1 to 9, sometimes in tenths; the same every time.
    private static IEnumerable<(ChemicalFormula A, ChemicalFormula B, double Voltage)> Pairs(int count)
    {
        var random = new Random(20);
        for (int i = 0; i < count; i++) yield return (Next(), Next(), Math.Round(5 * random.NextDouble(), 3));

        ChemicalFormula Next()
        {
            string[] chosen = [.. Symbols[1..].OrderBy(_ => random.Next()).Take(random.Next(1, 4))];
            return Reference.Formula(string.Concat(((string[])["Li", .. chosen]).Select(symbol => $"{symbol}{(random.Next(4) == 0 ? $"{random.Next(1, 9)}.{random.Next(1, 9)}" : random.Next(1, 9))}")));
        }
    }
}
