namespace Interphase.Cells;

/// <summary>The electrolyte's reduction at a foil: a film grows on it and takes its lithium. docs/physics.md (155) to (157).</summary>
/// <param name="Current">At 0 V against lithium on a bare foil, A/m2.</param>
/// <param name="Activation">How it changes with temperature.</param>
/// <param name="TransferCoefficient">Cathodic.</param>
/// <param name="Onset">Potential below which it takes place, V against lithium.</param>
/// <param name="Electrons">Of each formula unit of electrolyte.</param>
/// <param name="Volume">Of its products, m3/mol.</param>
/// <param name="FilmElectrons">What the film conducts in electrons, S/m; infinite where growth is not slowed.</param>
/// <param name="FilmIons">What it conducts in ions, S/m; infinite where it does not resist.</param>
public sealed record ReductionCoefficients(double Current, ThermalLaw Activation, double TransferCoefficient, double Onset, double Electrons, double Volume, double FilmElectrons, double FilmIons);
