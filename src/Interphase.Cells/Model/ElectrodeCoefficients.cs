namespace Interphase.Cells;

/// <summary>An electrode in SI: a composite, a foil, or ideal; the same on either side.</summary>
public abstract record ElectrodeCoefficients;
