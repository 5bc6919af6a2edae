using Interphase.Descriptions;

namespace Interphase.Cells;

/// <summary>
/// An exchange current over y as a smooth curve times what makes it vanish at y = 0 and y = 1, so that it is known to full relative accuracy however close the surface comes to either end.
/// docs/physics.md (27).
/// </summary>
/// <param name="Smooth">A/m2 over y, what is left when the ends are divided out.</param>
/// <param name="EmptyPower">Power of y with which it vanishes at y = 0; 0 where it does not by itself.</param>
/// <param name="FullPower">Power of 1 - y with which it vanishes at y = 1; 0 where it does not by itself.</param>
public sealed record ExchangeCurrentCurve(Curve Smooth, double EmptyPower, double FullPower)
{
    /// <summary>Share of the sites below which an exchange current that does not vanish by itself is made to: a surface holds no less than nothing and no more than its sites.</summary>
    public const double LastSites = 1e-8;

    /// <summary>The value.</summary>
    /// <param name="content">y, 0 to 1.</param>
    public double Value(double content) => Smooth.Value(content) * End(content, EmptyPower) * End(1 - content, FullPower);

    /// <summary>What one end contributes.</summary>
    /// <param name="distance">From that end, at least 0.</param>
    /// <param name="power">The power.</param>
    public static double End(double distance, double power) =>
        power == 0.5 ? Math.Sqrt(distance) : power == 0 ? Math.Sqrt(distance / (distance + LastSites)) : Math.Pow(distance, power);

    /// <summary>The logarithmic slope of one end's part, d ln/d distance.</summary>
    /// <param name="distance">From that end, > 0.</param>
    /// <param name="power">The power.</param>
    public static double LogarithmicSlope(double distance, double power) => power == 0 ? 0.5 * LastSites / (distance * (distance + LastSites)) : power / distance;
}
