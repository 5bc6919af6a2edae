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

    /// <summary>Thickness of the wall that an end is, in lithium content: a surface that is pressed into it by a multiple of this finds its last sites fewer by a factor of e for each. docs/numerics.md (N22).</summary>
    public const double Wall = 1e-8;

    /// <summary>The value.</summary>
    /// <param name="content">y, 0 to 1.</param>
    public double Value(double content) => Smooth.Value(content) * End(content, EmptyPower, out _) * End(1 - content, FullPower, out _);

    /// <summary>What one end contributes.</summary>
    /// <param name="distance">From that end; below 0 within its wall.</param>
    /// <param name="power">The power.</param>
    /// <param name="logarithmic">Its logarithmic slope, d ln/d distance.</param>
    public static double End(double distance, double power, out double logarithmic)
    {
        double depth = Math.Max(distance / Wall, -690), sites = distance, share = 1 / distance;
        if (depth < -30) (sites, share) = (Wall * Math.Exp(depth), 1 / Wall);
        else if (depth < 40)
        {
            double grown = Math.Exp(depth);
            sites = depth < -10 ? Wall * grown * (1 - 0.5 * grown) : Wall * Math.Log(1 + grown);
            share = grown / (1 + grown) / sites;
        }
        logarithmic = share * (power == 0 ? 0.5 * LastSites / (sites + LastSites) : power);
        return power == 0.5 ? Math.Sqrt(sites) : power == 0 ? Math.Sqrt(sites / (sites + LastSites)) : Math.Pow(sites, power);
    }
}
