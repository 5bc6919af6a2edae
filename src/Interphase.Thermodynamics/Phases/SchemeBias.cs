using System.Collections.Immutable;
using Interphase.Descriptions;

namespace Interphase.Thermodynamics;

/// <summary>Where the energies of a scheme are known to be wrong, and in which direction.</summary>
/// <param name="Elements">It matters for what holds all of these.</param>
/// <param name="Text">What is wrong, in one sentence, with numbers.</param>
public sealed record SchemeBias(ImmutableArray<string> Elements, string Text)
{
    /// <summary>Whether it matters where certain elements are.</summary>
    /// <param name="elements">Symbols.</param>
    public bool Matters(IReadOnlyCollection<string> elements) => Elements.All(elements.Contains);

    /// <summary>Whether it matters for a formula.</summary>
    /// <param name="formula">The formula.</param>
    public bool Matters(ChemicalFormula formula) => Elements.All(symbol => formula.Amount(symbol).Sign > 0);
}
