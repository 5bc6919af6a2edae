using Interphase.Thermodynamics;

namespace Interphase.Cells;

/// <summary>Two solids that touch, at one state of the cell.</summary>
/// <param name="Name"><c>charged</c>, <c>discharged</c>, <c>between</c>, <c>at its potential</c> or <c>closed</c>.</param>
/// <param name="Reaction">What they turn into; its formulas have the lithium contents of that state.</param>
public sealed record ContactState(string Name, PairReaction Reaction)
{
    /// <summary>The electrode's potential against lithium, V; null where no lithium comes or goes.</summary>
    public double? Voltage => Reaction.Voltage;

    /// <summary>Whether they react with each other.</summary>
    public bool Reacts => Reaction.Reacts;

    /// <summary>The least mutual energy, 0 where they do not react; eV/atom, per atom other than lithium at a voltage.</summary>
    public double MutualEnergy => Reaction.MutualEnergy;
}
