using Interphase.Descriptions;
using Interphase.Numerics;

namespace Interphase.Thermodynamics;

/// <summary>So many formula units of a phase.</summary>
/// <param name="Formula">The phase.</param>
/// <param name="Amount">Formula units, exact, above 0.</param>
public sealed record PhaseAmount(ChemicalFormula Formula, Rational Amount)
{
    /// <summary>The formula, with the amount before it where it is not 1; fractions in parentheses.</summary>
    public override string ToString() => Amount == Rational.One ? Formula.Text : Amount.ToString() is var amount && amount.Contains('/', StringComparison.Ordinal) ? $"({amount}) {Formula}" : $"{amount} {Formula}";
}
