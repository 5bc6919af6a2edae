using System.Collections.Immutable;
using System.Numerics;
using Interphase.Descriptions;
using Interphase.Numerics;

namespace Interphase.Thermodynamics;

/// <summary>What turns into what, with exact amounts.</summary>
/// <param name="Reactants">Phases used up.</param>
/// <param name="Products">Phases formed.</param>
public sealed record Reaction(ImmutableArray<PhaseAmount> Reactants, ImmutableArray<PhaseAmount> Products)
{
    /// <summary>Whether every element is on both sides alike, to the last digit.</summary>
    public bool IsBalanced => Elements.All(symbol => Excess(symbol).Sign == 0);

    /// <summary>Symbols of all elements that take part.</summary>
    public IEnumerable<string> Elements => Reactants.Concat(Products).SelectMany(part => part.Formula.Elements).Select(part => part.Element.Symbol).Distinct();

    /// <summary>Atoms of an element among the products less those among the reactants; 0 for all where the reaction is balanced.</summary>
    /// <param name="symbol">Such as Li.</param>
    public Rational Excess(string symbol)
    {
        Rational sum = Rational.Zero;
        foreach (PhaseAmount part in Products) sum += part.Amount * part.Formula.Amount(symbol);
        foreach (PhaseAmount part in Reactants) sum -= part.Amount * part.Formula.Amount(symbol);
        return sum;
    }

    /// <summary>The same reaction in the lowest whole numbers.</summary>
    public Reaction InWholeNumbers()
    {
        BigInteger divisor = 0, multiple = 1;
        foreach (PhaseAmount part in Reactants.Concat(Products))
        {
            divisor = BigInteger.GreatestCommonDivisor(divisor, part.Amount.Numerator);
            multiple = multiple / BigInteger.GreatestCommonDivisor(multiple, part.Amount.Denominator) * part.Amount.Denominator;
        }
        return divisor.IsZero ? this : Scaled(new(multiple, divisor));
    }

    /// <summary>The same reaction with every amount multiplied.</summary>
    /// <param name="factor">Above 0.</param>
    public Reaction Scaled(Rational factor) =>
        new([.. Reactants.Select(part => part with { Amount = part.Amount * factor })], [.. Products.Select(part => part with { Amount = part.Amount * factor })]);

    /// <summary>Both sides with their amounts: <c>Li6PS5Cl + 8 Li → 5 Li2S + Li3P + LiCl</c>.</summary>
    public override string ToString() => $"{string.Join(" + ", Reactants)} → {string.Join(" + ", Products)}";

    // A reaction that takes up lithium has it on the left, one that gives it off on the right.
    internal static Reaction Of(IEnumerable<PhaseAmount> reactants, ImmutableArray<PhaseAmount> products, Rational lithium) =>
        new(lithium.Sign > 0 ? [.. reactants, new(Lithium, lithium)] : [.. reactants], lithium.Sign < 0 ? [.. products, new(Lithium, -lithium)] : products);

    internal static ChemicalFormula Element(string symbol) => ChemicalFormula.TryParse(symbol, out ChemicalFormula? formula, out _) ? formula : throw new InvalidOperationException($"{symbol} is no element");

    private static ChemicalFormula Lithium { get; } = Element("Li");
}
