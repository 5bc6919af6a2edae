using System.Collections.Immutable;

namespace Interphase.Thermodynamics;

/// <summary>A range of voltages in which the same products form at the same ratios of two reactants; all energies are linear in the voltage there.</summary>
/// <param name="From">V against lithium metal; infinite where closed.</param>
/// <param name="To">V against lithium metal; infinite where closed.</param>
/// <param name="Corners">By fraction of A, from 0 to 1, ends included.</param>
internal sealed record MixingSpan(double From, double To, ImmutableArray<MixingCorner> Corners)
{
    /// <summary>Whether each reactant alone turns into the same here and there.</summary>
    internal bool SameEnds(MixingSpan other) => Corners[0].Same(other.Corners[0]) && Corners[^1].Same(other.Corners[^1]);

    internal bool Same(MixingSpan other) => Corners.Length == other.Corners.Length && Corners.Zip(other.Corners).All(both => both.First.Same(both.Second));
}
