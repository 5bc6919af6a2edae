using Interphase.Descriptions;

namespace Interphase.Cells;

/// <summary>Cracks that grow as the active material changes its volume. docs/physics.md (138) to (142).</summary>
/// <param name="Target">What cracks.</param>
/// <param name="Volume">Volume of the active material over that at y = 1, over y.</param>
/// <param name="Coefficient">Growth per cycle at a stress intensity of 1 Pa m^0.5 to the power of the exponent, m.</param>
/// <param name="Exponent">Of the stress intensity; above 1.</param>
/// <param name="Modulus">Pa.</param>
/// <param name="Shape">Factor of the stress intensity.</param>
/// <param name="Threshold">Stress intensity below which nothing grows, Pa m^0.5.</param>
/// <param name="Toughness">Stress intensity at which it breaks, Pa m^0.5; infinite where it does not.</param>
/// <param name="Spread">How sharply it breaks there, as the exponent of a Weibull law.</param>
/// <param name="Flaw">Length of a crack at the start, m.</param>
/// <param name="Length">Over which a crack does what it does, m: the radius of the particles.</param>
/// <param name="Slowing">By how much diffusion is slowed by a crack as long as that.</param>
/// <param name="Wetting">Share of the new surface that meets electrolyte.</param>
/// <param name="Loosening">How much contact a crack through the electrolyte takes, over what it takes of the ions' path.</param>
public sealed record CrackCoefficients(
    CrackTarget Target,
    Curve Volume,
    double Coefficient,
    double Exponent,
    double Modulus,
    double Shape,
    double Threshold,
    double Toughness,
    double Spread,
    double Flaw,
    double Length,
    double Slowing,
    double Wetting,
    double Loosening) : BoundaryCoefficients
{
    internal override bool TakesActive => Target == CrackTarget.Active && double.IsFinite(Toughness);

    internal override bool SlowsDiffusion => Target == CrackTarget.Active && Slowing > 0;

    internal override BoundaryProcess<T> Process<T>(ProcessSite<T> site) => new CrackProcess<T>(this, site);
}
