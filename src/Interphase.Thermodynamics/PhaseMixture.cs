using System.Collections.Immutable;
using Interphase.Numerics;

namespace Interphase.Thermodynamics;

/// <summary>Phases with exact amounts.</summary>
/// <param name="Products">By atoms held, the most first, then by name.</param>
/// <param name="Energy">Their energy of formation together, eV.</param>
/// <param name="Lithium">Their lithium together.</param>
internal sealed record PhaseMixture(ImmutableArray<PhaseAmount> Products, double Energy, Rational Lithium)
{
    internal bool Same(PhaseMixture other) => Products.SequenceEqual(other.Products);
}
