using System.Collections.Immutable;
using Interphase.Numerics;

namespace Interphase.Thermodynamics;

/// <summary>A mixture of two reactants at which the products change; between two kinks energies go in straight lines.</summary>
/// <param name="FractionA">Share of all atoms of the two formulas, lithium included, that belong to the first; exact, 0 to 1.</param>
/// <param name="Energy">Energy of the reaction with the reactants at their own energies, eV per atom of the mixture; open to lithium, with lithium at the voltage and per atom other than lithium.</param>
/// <param name="MutualEnergy">
/// What the two gain by being together, as published tables have it: the energy with the reactants at hull energies less the shares of A and B in what each has alone, in the same unit; 0 at both ends. Open to
/// lithium, those shares count lithium while the energies do not, so that a value above 0 or slightly below it means no reaction; <paramref name="Gain"/> has no such remainder.
/// </param>
/// <param name="Gain">What the two gain by being together, eV per atom of the mixture, lithium counted; 0 where they do not react, never above, and the mutual energy itself where closed.</param>
/// <param name="Lithium">Lithium taken up per formula unit of the mixture, exact; below 0 where it is given off, 0 where closed.</param>
/// <param name="Products">The products with amounts per formula unit of the mixture, of which the reactants' amounts add up to 1.</param>
/// <param name="Reaction">The reaction of one formula unit of the mixture.</param>
/// <param name="Ties">Phases that could take part in other products of the same energy; empty where the products are the only ones.</param>
public sealed record PairKink(
    Rational FractionA, double Energy, double MutualEnergy, double Gain, Rational Lithium, ImmutableArray<PhaseAmount> Products, Reaction Reaction, ImmutableArray<string> Ties);
