namespace Interphase.Cells;

/// <summary>Particles of one size.</summary>
/// <param name="Radius">m.</param>
/// <param name="VolumeFraction">Share of the electrode's volume.</param>
public sealed record SizeClassCoefficients(double Radius, double VolumeFraction)
{
    /// <summary>Surface per volume of electrode, 1/m.</summary>
    public double Area => 3 * VolumeFraction / Radius;
}
