using Interphase.Numerics;

namespace Interphase.Microstructure.Tests;

/// <summary>
/// NCM83 in Li6PS5Cl without carbon (Ketter et al. 2025, doi 10.1038/s41467-025-56514-5, direct current, 25 C; mS/cm). docs/structure-validation.md tells the model and where it fails.
/// </summary>
public class MeasuredCompositeTests
{
    // As measured on the pellets of either powder.
    private const double Ionic = 2.334, Electronic = 5.221, ElectrolyteDensity = 0.8787, ActiveDensity = 0.7076;
    private const double Granule = 20, Particle = 2;

    // Fixed on 40 vol%: by how much particles sink into granules (um), and what contacts beside electrolyte conduct of those in the pellet.
    private const double Sunk = 0.44, Contacts = 0.356;

    [Theory]
    [Trait("Category", "Slow")]
    [InlineData(0.4, 0.788, 0.3300, 0.2086, 1.1, 1.1)]
    [InlineData(0.2, 0.844, 1.024, 0.01466, 1.2, 2)]
    [InlineData(0.6, 0.776, 0.01083, 1.035, 4, 2)]
    public void Two_numbers_from_one_composition_tell_the_others(double active, double density, double ionic, double electronic, double ionicFactor, double electronicFactor)
    {
        double share = Share(active, density);
        Within(Mean(share, -Sunk, 1) * Ionic / ionic, ionicFactor);
        Within(Mean(share, Particle - Sunk, 0) * Electronic * Contacts / electronic, electronicFactor);
    }

    [Theory]
    [InlineData(0.2, 0.844)]
    [InlineData(0.4, 0.788)]
    [InlineData(0.6, 0.776)]
    [InlineData(0.8, 0.747)]
    public void The_volumes_of_the_two_pressed_powders_add_to_that_of_the_composite(double active, double density)
        => (active * density / ActiveDensity + (1 - active) * density / ElectrolyteDensity).ShouldBe(1, 0.02);

    [Fact]
    [Trait("Category", "Slow")]
    public void Granules_of_80_vol_percent_do_not_join() => Mean(Share(0.8, 0.747), -Sunk, 1).ShouldBe(0);

    private static void Within(double ratio, double factor) => ratio.ShouldBeInRange(1 / factor, factor);

    // Of the electrolyte with its own pores, beside the active material with its own.
    private static double Share(double active, double density)
    {
        double first = (1 - active) * density / ElectrolyteDensity, second = active * density / ActiveDensity;
        return first / (first + second);
    }

    private static double Mean(double share, double moved, byte label) => Enumerable.Range(1, 2).Average(seed =>
    {
        // The same granules with all surfaces moved: overlapping spheres leave (1 - share)^(d'/d)^3.
        const double Voxel = 2;
        double diameter = Granule + 2 * moved, left = Math.Pow(1 - share, Math.Pow(diameter / Granule, 3));
        VoxelImage image = OverlappingSpheres.Generate(new GridShape(100, 100, 100), 1 - left, diameter / Voxel, (ulong)seed, 2);
        return EffectiveConductivity.Of(image, new Dictionary<byte, double> { [label] = 1 }, new Transport { Sides = Sides.Periodic, Tolerance = 1e-2 }).Value;
    });
}
