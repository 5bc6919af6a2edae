using System.Collections.Immutable;
using Interphase.Descriptions;
using Interphase.Numerics;

namespace Interphase.Thermodynamics;

/// <summary>What a formula turns into at equilibrium when some elements come from reservoirs of given chemical potentials and all others are kept.</summary>
public sealed record Equilibrium
{
    internal Equilibrium()
    {
    }

    /// <summary>The formula asked for.</summary>
    public required ChemicalFormula Formula { get; init; }

    /// <summary>How the energies were computed.</summary>
    public required PhaseScheme Scheme { get; init; }

    /// <summary>Chemical potentials of all elements, eV per atom, 0 for the pure element: those of the reservoirs as given, the others as they follow.</summary>
    public required ImmutableDictionary<string, double> ChemicalPotentials { get; init; }

    /// <summary>The products with amounts per formula unit.</summary>
    public required ImmutableArray<PhaseAmount> Products { get; init; }

    /// <summary>Atoms taken up from each reservoir per formula unit, exact; below 0 where given off.</summary>
    public required ImmutableDictionary<string, Rational> Exchanged { get; init; }

    /// <summary>Energy of the products less that of their atoms in the reservoirs, eV per formula unit; for elements that are kept, against the pure elements.</summary>
    public required double GrandPotential { get; init; }

    /// <summary>The reaction of one formula unit with the reservoirs.</summary>
    public required Reaction Reaction { get; init; }

    /// <summary>Phases that could take part in other products of the same energy; empty where the products are the only ones.</summary>
    public required ImmutableArray<string> Ties { get; init; }

    /// <summary>The equilibrium of a formula; null after a problem. Lithium at a voltage V has the chemical potential -V.</summary>
    /// <param name="formula">A formula of elements of the set, not all of them open.</param>
    /// <param name="set">The phases.</param>
    /// <param name="open">Chemical potentials of the open elements, eV per atom, 0 or below; empty for none.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static Equilibrium? Of(ChemicalFormula formula, PhaseSet set, IReadOnlyDictionary<string, double> open, Problems problems)
    {
        if (!set.Covers(formula, problems)) return null;
        var potentials = new Dictionary<int, double>();
        ElementSet openElements = ElementSet.None;
        foreach ((string symbol, double potential) in open)
        {
            if (PeriodicTable.Find(symbol) is not { } element || !set.Elements.Contains(symbol))
            {
                problems.Add(new Place(formula.Text), "open", $"the element {Quoted.Of(symbol)}", $"elements of the set {set.Scheme.Id}", Names.Nearest(symbol, set.Elements) is { } near ? $"did you mean {Quoted.Of(near)}?" : "");
                return null;
            }
            if (!(potential <= 0) || double.IsInfinity(potential))
            {
                problems.Add(new Place(formula.Text), "open", $"a chemical potential of {potential} eV of {symbol}", "0 or below, counted from the pure element", "above 0 the pure element would form without end");
                return null;
            }
            potentials[element.Number] = potential;
            openElements = openElements.With(ElementSet.Of(element.Number));
        }
        Composition composition = Composition.Of(formula)!;
        if (composition.Elements.IsWithin(openElements))
        {
            problems.Add(new Place(formula.Text), "open", "a formula of open elements alone", "one with an element that is kept", "");
            return null;
        }
        var program = new PhaseProgram(set.System(composition.Elements.With(openElements)), openElements, potentials);
        if (program.Unbounded is { } endless)
        {
            problems.Add(new Place(formula.Text), "open", $"chemical potentials at which {endless.Name} forms without end", "potentials at which the reservoirs do not react with each other", "lower one of them");
            return null;
        }
        PhaseMixture mixture = program.Minimum(formula);
        ImmutableDictionary<string, Rational> exchanged = open.Keys.ToImmutableDictionary(symbol => symbol, Taken, StringComparer.Ordinal);
        return new()
        {
            Formula = formula,
            Scheme = set.Scheme,
            ChemicalPotentials = program.ChemicalPotentials().SetItems(open),
            Products = mixture.Products,
            Exchanged = exchanged,
            GrandPotential = mixture.Energy - open.Sum(reservoir => reservoir.Value * (exchanged[reservoir.Key] + formula.Amount(reservoir.Key)).ToDouble()),
            Reaction = new(
                [new(formula, 1), .. exchanged.Where(part => part.Value.Sign > 0).OrderBy(part => part.Key, StringComparer.Ordinal).Select(part => new PhaseAmount(Reaction.Element(part.Key), part.Value))],
                [.. mixture.Products, .. exchanged.Where(part => part.Value.Sign < 0).OrderBy(part => part.Key, StringComparer.Ordinal).Select(part => new PhaseAmount(Reaction.Element(part.Key), -part.Value))]),
            Ties = program.Ties(),
        };

        Rational Taken(string symbol) => mixture.Products.Aggregate(-formula.Amount(symbol), (sum, part) => sum + part.Amount * part.Formula.Amount(symbol));
    }
}
