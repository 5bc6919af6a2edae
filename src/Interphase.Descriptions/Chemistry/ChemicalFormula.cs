using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Text;
using Interphase.Numerics;

namespace Interphase.Descriptions;

/// <summary>A composition such as Li6PS5Cl, with amounts as exact fractions, so that reactions balance to the last digit.</summary>
/// <remarks>
/// Written as elements with amounts (whole, decimal or as a fraction: S4.7, La1/3; subscripts ₀ to ₉ too), groups in ( ) or [ ], and parts joined by <c>·</c>,
/// each of which may begin with an amount: 0.75Li2S·0.25P2S5, CuSO4·5H2O. A full stop is always a decimal sign. Spaces, charges and variables are refused.
/// Two formulas are equal where their compositions are, however they are written. Immutable.
/// </remarks>
public sealed class ChemicalFormula : IEquatable<ChemicalFormula>
{
    /// <summary>Characters that a formula may have.</summary>
    public const int MaximumLength = 200;

    /// <summary>Groups that may be nested.</summary>
    public const int MaximumDepth = 10;

    private readonly ElementAmount[] _elements;

    private ChemicalFormula(string text, ElementAmount[] elements)
    {
        Text = text;
        _elements = elements;
        double grams = 0, atoms = 0;
        foreach (ElementAmount part in elements)
        {
            double amount = part.Amount.ToDouble();
            grams += amount * part.Element.StandardWeight;
            atoms += amount;
        }
        GramsPerMole = grams;
        Atoms = atoms;
    }

    /// <summary>The formula as it was written.</summary>
    public string Text { get; }

    /// <summary>Elements in the order in which they first stand in the formula, each once.</summary>
    public IReadOnlyList<ElementAmount> Elements => _elements;

    /// <summary>Mass of a mole of formula units, kg/mol, from standard atomic weights (<see cref="PeriodicTable"/>); NaN where an element has none.</summary>
    public double MolarMass => GramsPerMole / 1000;

    /// <summary>Mass of a mole of formula units, g/mol; NaN where an element has no standard atomic weight.</summary>
    public double GramsPerMole { get; }

    /// <summary>Atoms per formula unit.</summary>
    public double Atoms { get; }

    /// <summary>Reads a formula. Never throws on any text.</summary>
    /// <param name="text">The formula.</param>
    /// <param name="formula">The composition, or null.</param>
    /// <param name="error">What is wrong and where, or null.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out ChemicalFormula? formula, [NotNullWhen(false)] out FormulaError? error)
    {
        var parser = new ChemicalFormulaParser(text);
        ElementAmount[]? elements = parser.Parse();
        formula = elements is null ? null : new(text, elements);
        error = parser.Error;
        return formula is not null;
    }

    /// <summary>Atoms of an element per formula unit, exact; 0 where it does not occur.</summary>
    /// <param name="symbol">Such as Li.</param>
    public Rational Amount(string symbol)
    {
        foreach (ElementAmount part in _elements)
        {
            if (part.Element.Symbol == symbol)
                return part.Amount;
        }
        return Rational.Zero;
    }

    /// <summary>Share of an element among all atoms, 0 to 1.</summary>
    /// <param name="symbol">Such as Li.</param>
    public double AtomFraction(string symbol) => Amount(symbol).ToDouble() / Atoms;

    /// <summary>Share of an element in the mass, 0 to 1; 0 where it does not occur, NaN where an element has no standard atomic weight.</summary>
    /// <param name="symbol">Such as Li.</param>
    public double MassFraction(string symbol) =>
        (PeriodicTable.Find(symbol) is { } element && Amount(symbol) is { Sign: > 0 } amount ? amount.ToDouble() * element.StandardWeight : 0) / GramsPerMole;

    /// <summary>The formula with every amount multiplied.</summary>
    /// <param name="factor">Above 0.</param>
    public ChemicalFormula Scaled(Rational factor)
    {
        if (factor.Sign <= 0)
            throw new ArgumentOutOfRangeException(nameof(factor), factor.ToString(), "A formula is multiplied by a number above 0.");
        ElementAmount[] elements = [.. _elements.Select(part => part with { Amount = part.Amount * factor })];
        return new(Written(elements), elements);
    }

    /// <summary>The smallest formula with whole amounts and the same proportions, in the order of writing: LiNi0.8Co0.1Mn0.1O2 becomes Li10Ni8CoMnO20.</summary>
    public ChemicalFormula Reduced()
    {
        BigInteger divisor = 0, multiple = 1;
        foreach (ElementAmount part in _elements)
        {
            divisor = BigInteger.GreatestCommonDivisor(divisor, part.Amount.Numerator);
            multiple = multiple / BigInteger.GreatestCommonDivisor(multiple, part.Amount.Denominator) * part.Amount.Denominator;
        }
        return Scaled(new(multiple, divisor));
    }

    /// <summary>The smallest whole amounts in Hill's order: carbon, then hydrogen, then the alphabet; without carbon, the alphabet alone.</summary>
    public string Hill()
    {
        bool carbon = Amount("C").Sign > 0;
        return Written(Reduced()._elements.OrderBy(part => Rank(part.Element.Symbol)).ThenBy(part => part.Element.Symbol, StringComparer.Ordinal));

        int Rank(string symbol) => !carbon ? 2 : symbol == "C" ? 0 : symbol == "H" ? 1 : 2;
    }

    /// <summary>Whether another formula has the same composition per formula unit; compare <see cref="Reduced"/> for the same proportions.</summary>
    /// <param name="other">Another formula, or null.</param>
    public bool Equals(ChemicalFormula? other)
    {
        if (other is null || other._elements.Length != _elements.Length)
            return false;
        foreach (ElementAmount part in _elements)
        {
            if (other.Amount(part.Element.Symbol) != part.Amount)
                return false;
        }
        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ChemicalFormula);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        // The order of writing does not count, so neither may the order of hashing.
        int hash = 0;
        foreach (ElementAmount part in _elements)
            hash ^= HashCode.Combine(part.Element.Number, part.Amount);
        return hash;
    }

    /// <summary>The formula as it was written.</summary>
    public override string ToString() => Text;

    private static string Written(IEnumerable<ElementAmount> elements)
    {
        var text = new StringBuilder();
        foreach (ElementAmount part in elements)
        {
            text.Append(part.Element.Symbol);
            if (part.Amount != Rational.One)
                text.Append(part.Amount);
        }
        return text.ToString();
    }
}
