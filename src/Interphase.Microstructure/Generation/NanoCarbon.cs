using Interphase.Descriptions;

namespace Interphase.Microstructure;

/// <summary>Carbon black, of which voxels see only how much of it lies in each: its particles are some ten nanometres small. It lies in the electrolyte.</summary>
public sealed record NanoCarbon : CarbonForm
{
    /// <summary>The largest share of a voxel that it may fill: random packings of equal spheres end there.</summary>
    public const double Densest = 0.64;

    /// <summary>Surface per mass by nitrogen sorption, m2/kg, &gt; 0.</summary>
    public required double BetArea { get; init; }

    /// <summary>Share of that surface which electrolyte touches, 0 to 1; 1 for solid particles, less for hollow ones.</summary>
    public double AccessibleShare { get; init; } = 1;

    /// <summary>True density, kg/m3, &gt; 0.</summary>
    public required double Density { get; init; }

    /// <summary>
    /// Share of a voxel from which on the carbon in it conducts, 0 or more, below 1. 0.087 is that of overlapping ellipsoids of aspect 10 (Garboczi et al., Phys. Rev. E 52, 819, 1995); that branched
    /// aggregates of carbon black act as such bodies is assumed. Overlapping spheres have 0.2895.
    /// </summary>
    public double Threshold { get; init; } = 0.087;

    /// <summary>Exponent of the rise above the threshold, &gt; 0; 2 is that of random resistor networks in three dimensions (Stauffer and Aharony, Introduction to Percolation Theory, 1994).</summary>
    public double Exponent { get; init; } = 2;

    /// <summary>How strongly it gathers at the active material: 0 evenly through the electrolyte, 1 dying away from surfaces over the size of an electrolyte grain. 0.5 is assumed: mixing coats large particles with fine powder.</summary>
    public double Segregation { get; init; } = 0.5;

    /// <summary>What carbon that fills a share of a voxel conducts, as a share of what it conducts itself. docs/physics.md (98).</summary>
    /// <param name="share">Of the voxel, 0 to 1.</param>
    public double Conducts(double share) => share <= Threshold ? 0 : Math.Pow((share - Threshold) / (1 - Threshold), Exponent);

    internal override void Check(CompositeRecipe recipe, Place place, Problems problems)
    {
        Within("betArea", BetArea, 1e-3, 1e7, "m2/kg");
        Within("accessibleShare", AccessibleShare, 0, 1, "");
        Within("density", Density, 10, 1e4, "kg/m3");
        Within("threshold", Threshold, 0, 0.99, "");
        Within("exponent", Exponent, 0.1, 10, "");
        Within("segregation", Segregation, 0, 1, "");
        double mean = recipe.Shares.Carbon / (recipe.Shares.Carbon + recipe.Shares.Electrolyte);
        if (!(mean <= Densest)) problems.Add(place, "shares.carbon", $"{recipe.Shares.Carbon:g4} in {recipe.Shares.Electrolyte:g4} of electrolyte", $"at most {Densest} of the two together", "lower the share of carbon");

        void Within(string name, double value, double least, double most, string unit)
        {
            if (!(value >= least && value <= most)) problems.Add(place, $"carbon.{name}", $"{value:g4} {unit}".TrimEnd(), $"{least:g3} to {most:g3} {unit}".TrimEnd());
        }
    }
}
