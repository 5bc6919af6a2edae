using System.Collections.Immutable;
using Interphase.Numerics;

namespace Interphase.Thermodynamics;

/// <summary>A ratio of two reactants at which the products change, with all that does not depend on the voltage.</summary>
/// <param name="FractionA">Share of all atoms that belong to A, exact.</param>
/// <param name="Mixture">The products per atom of the reactants.</param>
/// <param name="Products">The products per formula unit of the mixture.</param>
/// <param name="Taken">Lithium taken up per formula unit of the mixture.</param>
/// <param name="Reaction">The reaction of one formula unit of the mixture.</param>
/// <param name="Ties">Phases that could take part at the same energy.</param>
internal sealed record MixingCorner(Rational FractionA, PhaseMixture Mixture, ImmutableArray<PhaseAmount> Products, Rational Taken, Reaction Reaction, ImmutableArray<string> Ties)
{
    /// <summary>Energy of the products per atom of the reactants, with lithium at a voltage.</summary>
    internal double EnergyAt(double voltage) => Mixture.Energy + voltage * Mixture.Lithium.ToDouble();

    internal bool Same(MixingCorner other) => FractionA == other.FractionA && Mixture.Same(other.Mixture);
}
