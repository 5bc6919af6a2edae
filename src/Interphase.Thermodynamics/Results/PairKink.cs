using System.Collections.Immutable;
using Interphase.Numerics;

namespace Interphase.Thermodynamics;

/// <summary>A mixture of two reactants at which the products change; between two kinks energies go in straight lines.</summary>
/// <param name="FractionA">Share of all atoms of the two formulas, lithium included, that belong to the first; exact, 0 to 1.</param>
/// <param name="Energy">Energy of the reaction per atom of the mixture with the reactants at their own energies, eV/atom; open to lithium, with lithium at the voltage.</param>
/// <param name="MutualEnergy">What the two gain by being together: the energy less what each would gain alone, eV/atom; 0 at both ends.</param>
/// <param name="Lithium">Lithium taken up per formula unit of the mixture, exact; below 0 where it is given off, 0 where closed.</param>
/// <param name="Products">The products with amounts per formula unit of the mixture, of which the reactants' amounts add up to 1.</param>
/// <param name="Reaction">The reaction of one formula unit of the mixture.</param>
/// <param name="Ties">Phases that could take part in other products of the same energy; empty where the products are the only ones.</param>
public sealed record PairKink(
    Rational FractionA, double Energy, double MutualEnergy, Rational Lithium, ImmutableArray<PhaseAmount> Products, Reaction Reaction, ImmutableArray<string> Ties);
