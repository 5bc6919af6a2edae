namespace Interphase.Microstructure.Tests;

public class NanoCarbonTests
{
    private static readonly NanoCarbon Ketjen = new() { BetArea = 1.01e6, AccessibleShare = 0.3, Density = 2000 };

    private static CompositeRecipe Usual => Recipes.Usual() with { Shares = new CompositeShares(0.49, 0.42, 0.05, 0.04), Carbon = Ketjen };

    [Theory]
    [InlineData(0.001, 0.0)]
    [InlineData(0.05, 0.5)]
    [InlineData(0.05, 1.0)]
    [InlineData(0.2, 1.0)]
    public void Carbon_that_voxels_cannot_resolve_sums_to_its_share(double share, double segregation)
    {
        CompositeStructure made = Recipes.Made(Usual with { Shares = new CompositeShares(0.45, 0.5 - share, share, 0.05), Carbon = Ketjen with { Segregation = segregation } });
        made.Shares.Carbon.ShouldBe(share, 1e-6 * share + 1e-9);
        made.Shares.Electrolyte.ShouldBe(0.5 - share, 1e-5);
        made.Shares.Void.ShouldBe(0.05, 1e-5);
        double sum = 0;
        for (int i = 0; i < made.CarbonField.Length; i++)
        {
            float value = made.CarbonField.Span[i];
            value.ShouldBeInRange(0, (float)NanoCarbon.Densest);
            if (made.Image.Labels[i] != CompositePhases.Electrolyte) value.ShouldBe(0);
            sum += value;
        }
        (sum / made.CarbonField.Length).ShouldBe(share, 1e-6);
    }

    [Fact]
    public void It_gathers_at_particles_as_strongly_as_told()
    {
        double Near(double segregation)
        {
            CompositeStructure made = Recipes.Made(Usual with { Carbon = Ketjen with { Segregation = segregation } });
            double sum = 0;
            int count = 0, z = made.Image.Shape.Z;
            for (int i = 1; i < made.CarbonField.Length; i++)
            {
                if (i % z == 0 || made.Image.Labels[i] != CompositePhases.Electrolyte || made.Image.Labels[i - 1] != CompositePhases.Active) continue;
                sum += made.CarbonField.Span[i];
                count++;
            }
            return sum / count;
        }

        double even = 0.05 / 0.47;
        Near(0).ShouldBe(even, 0.001);
        Near(0.5).ShouldBeGreaterThan(1.05 * even);
        Near(1).ShouldBeGreaterThan(Near(0.5));
    }

    [Fact]
    public void It_conducts_from_its_threshold_on()
    {
        NanoCarbon carbon = Ketjen with { Threshold = 0.1, Exponent = 2 };
        carbon.Conducts(0.1).ShouldBe(0);
        carbon.Conducts(0.55).ShouldBe(0.25, 1e-12);
        carbon.Conducts(1).ShouldBe(1, 1e-12);
        var conductivities = new CompositeConductivities { Active = 0, Electrolyte = 0.2, Carbon = 1000 };
        CompositeRecipe even = Usual with { Carbon = carbon with { Segregation = 0 } };
        Recipes.Made(even).Electronic(conductivities, new Transport()).IsConnected.ShouldBeTrue();
        CompositeStructure little = Recipes.Made(even with { Shares = new CompositeShares(0.49, 0.43, 0.04, 0.04) });
        little.Electronic(conductivities, new Transport()).IsConnected.ShouldBeFalse();
        // All ions lose the same where it lies evenly.
        double lost = Math.Pow(1 - 0.04 / 0.47, 1.5);
        CompositeStructure none = Recipes.Made(even with { Shares = new CompositeShares(0.49, 0.47, 0, 0.04), Carbon = null });
        little.Ionic(conductivities, new Transport()).Value.ShouldBe(lost * none.Ionic(conductivities, new Transport()).Value, 1e-3 * lost);
    }

    [Fact]
    public void Its_surface_is_an_estimate_by_mass()
    {
        CompositeStructure made = Recipes.Made(Usual);
        CarbonSurface surface = made.CarbonSurface()!;
        surface.IsEstimate.ShouldBeTrue();
        // 0.3 x 1010 m2/g x 2 g/cm3 x 5 vol%
        surface.ElectrolyteArea.ShouldBe(0.3 * 1.01e6 * 2000 * 0.05, 1e-5 * surface.ElectrolyteArea);
        double active = Borders.Of(made.Image).Interfaces.First(pair => pair is { First: CompositePhases.Active, Second: CompositePhases.Electrolyte }).Area;
        surface.TripleLine.ShouldBe(Math.PI / 4 * surface.ElectrolyteArea * active, 1e-9 * surface.TripleLine);
    }

    [Fact]
    public void The_field_is_the_same_on_any_number_of_threads() =>
        Recipes.Made(Usual, 3).CarbonField.Span.SequenceEqual(Recipes.Made(Usual, 1).CarbonField.Span).ShouldBeTrue();

    [Fact]
    public void More_than_packs_is_a_problem() =>
        Recipes.Problem(Usual with { Shares = new CompositeShares(0.6, 0.1, 0.3, 0) }).ShouldContain("lower the share of carbon");
}
