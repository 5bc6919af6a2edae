namespace Interphase.Cells;

/// <summary>A counter electrode without losses at a fixed potential.</summary>
/// <param name="Potential">V against lithium.</param>
public sealed record IdealCoefficients(double Potential) : ElectrodeCoefficients;
