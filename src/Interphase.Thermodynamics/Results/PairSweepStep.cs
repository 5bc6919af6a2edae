namespace Interphase.Thermodynamics;

/// <summary>A range of voltages in which the same mixture of two reactants has the least mutual energy (<see cref="PairReaction.Minimum"/>), and its energies are linear in the voltage.</summary>
/// <param name="From">Where it begins, V against lithium metal.</param>
/// <param name="To">Where it ends, V.</param>
/// <param name="AtFrom">The kink at the beginning.</param>
/// <param name="AtTo">The same kink, ratio, products and lithium, with the energies at the end.</param>
/// <param name="Reacts">Whether the two react with each other there; where they do not, the kink is an end of the mixing line.</param>
public sealed record PairSweepStep(double From, double To, PairKink AtFrom, PairKink AtTo, bool Reacts)
{
    /// <summary>The least mutual energy at the beginning, eV per atom other than lithium, 0 or below.</summary>
    public double MutualEnergyFrom => Math.Min(0, AtFrom.MutualEnergy);

    /// <summary>The least mutual energy at the end, eV per atom other than lithium, 0 or below.</summary>
    public double MutualEnergyTo => Math.Min(0, AtTo.MutualEnergy);
}
