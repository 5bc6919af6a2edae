using Interphase.Descriptions;

namespace Interphase.Cells;

/// <summary>Contact between active material and electrolyte that opens as particles shrink. docs/physics.md (130) to (133).</summary>
/// <param name="Volume">Volume of the active material over that at y = 1, over y.</param>
/// <param name="Reference">Lithium content as assembled.</param>
/// <param name="Radius">Of the particles, m.</param>
/// <param name="GapLength">Gap over which contact falls by a factor of e, m.</param>
/// <param name="Modulus">Of the electrolyte about them, Pa.</param>
/// <param name="Locked">Stress that pressing left, Pa.</param>
/// <param name="Fabrication">Pressure of pressing, Pa.</param>
/// <param name="Stack">Pressure on the stack at the start, Pa.</param>
/// <param name="Exponent">With which the contact that a pressure holds follows it.</param>
/// <param name="Decay">How much of what a pressure does not hold is lost while a gap opens from nothing to far.</param>
public sealed record ContactCoefficients(Curve Volume, double Reference, double Radius, double GapLength, double Modulus, double Locked, double Fabrication, double Stack, double Exponent, double Decay) : BoundaryCoefficients
{
    /// <summary>How much of what may be isolated is, while a gap opens from nothing to far; 0 where particles do not come off.</summary>
    public double Isolation { get; init; }

    /// <summary>Share of the particles that comes off in the end where nothing is held by pressure.</summary>
    public double IsolatedShare { get; init; }

    /// <summary>Thickness of the product of a deep discharge that fills a gap, m; 0 where there is none.</summary>
    public double Healing { get; init; }

    /// <summary>Potential below which it forms, V against lithium.</summary>
    public double HealingPotential { get; init; }

    /// <summary>How fast it comes and goes, 1/s.</summary>
    public double HealingRate { get; init; }

    internal override bool TakesActive => Isolation > 0;

    internal override bool GoesOn => true;

    internal override BoundaryProcess<T> Process<T>(ProcessSite<T> site) => new ContactProcess<T>(this, site);
}
