namespace Interphase.Cells;

/// <summary>A step of the electrolyte's oxidation.</summary>
/// <param name="Current">A/m2 at the reference potential and temperature, on a surface without a film.</param>
/// <param name="Onset">V against lithium, below which it does not take place.</param>
/// <param name="Electrons">Per formula unit.</param>
/// <param name="Volume">What the film gains by it, m3 per mol of formula units.</param>
public sealed record OxidationStep(double Current, double Onset, double Electrons, double Volume);
