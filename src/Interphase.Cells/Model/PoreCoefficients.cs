namespace Interphase.Cells;

/// <summary>Pores that a liquid fills.</summary>
/// <param name="VolumeFraction">Share of the volume that is liquid, 0 to 1, > 0.</param>
/// <param name="Exponent">Of Bruggeman: what the liquid conducts and lets diffuse is multiplied by the volume fraction to this power.</param>
public sealed record PoreCoefficients(double VolumeFraction, double Exponent)
{
    /// <summary>The factor of conductivity and diffusivity.</summary>
    public double Factor => Math.Pow(VolumeFraction, Exponent);
}
