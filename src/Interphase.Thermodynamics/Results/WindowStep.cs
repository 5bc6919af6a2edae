using System.Collections.Immutable;
using Interphase.Numerics;

namespace Interphase.Thermodynamics;

/// <summary>A range of voltages with the same equilibrium products.</summary>
/// <param name="From">Where it begins, V against lithium metal.</param>
/// <param name="To">Where it ends, V; null where no lithium is left to remove, so that it does not end.</param>
/// <param name="Lithium">Lithium taken up per formula unit, exact; below 0 where it is given off.</param>
/// <param name="Products">The products with amounts per formula unit.</param>
/// <param name="Energy">Energy of the reaction with lithium from the metal, eV per formula unit.</param>
/// <param name="Reaction">The reaction of one formula unit.</param>
/// <param name="Ties">Phases that could take part in other products of the same energy all the way; empty where the products are the only ones.</param>
public sealed record WindowStep(
    double From, double? To, Rational Lithium, ImmutableArray<PhaseAmount> Products, double Energy, Reaction Reaction, ImmutableArray<string> Ties)
{
    /// <summary>Energy of the reaction with lithium from a reservoir at a voltage, eV per formula unit.</summary>
    /// <param name="voltage">V against lithium metal.</param>
    public double EnergyAt(double voltage) => Energy + voltage * Lithium.ToDouble();
}
