namespace Interphase.Microstructure.Tests;

public class FibreTests
{
    private static readonly Fibres Nanofibres = new() { Diameter = 0.15e-6, Aspect = 200, PersistenceLength = 10e-6 };

    private static CompositeRecipe Usual => Recipes.Usual() with { Shares = new CompositeShares(0.49, 0.42, 0.05, 0.04), Carbon = Nanofibres };

    [Theory]
    [InlineData(0.5, 3.0)]
    [InlineData(1.0, 20.0)]
    public void A_fibre_forgets_its_direction_over_its_persistence_length(double step, double persistence)
    {
        const int Chains = 4000, Steps = 40;
        double[] cosines = new double[Steps + 1];
        for (uint chain = 0; chain < Chains; chain++)
        {
            var random = new RandomStream(1, RandomPurpose.Fibres, chain);
            var worm = new WormChain(step, persistence, random);
            Vector3d start = random.Direction(), direction = start;
            for (int i = 1; i <= Steps; i++)
            {
                direction = worm.Next(direction);
                cosines[i] += direction.Dot(start) / Chains;
            }
        }
        foreach (int i in new[] { 1, 2, 5, 10, 20, 40 }) cosines[i].ShouldBe(Math.Exp(-i * step / persistence), 4 * 0.6 / Math.Sqrt(Chains));
    }

    [Fact]
    public void Straight_thin_fibres_conduct_by_their_volume_and_direction_alone()
    {
        // Along a straight fibre the potential falls evenly, whatever it crosses: the three axes share what it conducts.
        CompositeStructure made = Recipes.Made(Recipes.Usual() with
        {
            Shares = new CompositeShares(0, 0.98, 0.02, 0),
            Carbon = new Fibres { Diameter = 0.04e-6, Aspect = 4000, PersistenceLength = 1 },
        });
        var conductivities = new CompositeConductivities { Active = 0, Electrolyte = 0, Carbon = 1e5 };
        double sum = 0;
        foreach (Axis axis in Enum.GetValues<Axis>()) sum += made.Electronic(conductivities, new Transport { Axis = axis, Sides = Sides.Periodic }).Value;
        sum.ShouldBe(1e5 * 0.02, 0.1 * 1e5 * 0.02);
    }

    [Fact]
    public void Thin_fibres_carry_electrons_that_particles_alone_would_not_get()
    {
        var conductivities = new CompositeConductivities { Active = 0.1, Electrolyte = 0.2, Carbon = 1e4 };
        CompositeStructure with = Recipes.Made(Usual), without = Recipes.Made(Recipes.Usual());
        with.Lines.ShouldNotBeNull().Piercing.ShouldBeLessThan(0.06);
        double carried = with.Electronic(conductivities, new Transport()).Value, alone = without.Electronic(conductivities, new Transport()).Value;
        carried.ShouldBeGreaterThan(100 * alone);
        // Never more than all carbon in straight lines.
        carried.ShouldBeLessThan(1e4 * 0.05 + 0.1);
        EffectiveConductivity ionic = with.Ionic(conductivities, new Transport());
        ionic.Value.ShouldBeInRange(0.01, 0.42 * 0.2);
        with.Ionic(conductivities with { GrainContact = 5e-6 }, new Transport()).Value.ShouldBeLessThan(0.8 * ionic.Value);
    }

    [Fact]
    public void The_surface_of_thin_fibres_is_that_of_cylinders()
    {
        FibreLines lines = Recipes.Made(Usual).Lines!;
        double whole = Math.PI * Nanofibres.Diameter * lines.Length;
        (lines.ElectrolyteArea + lines.ActiveArea + lines.VoidArea).ShouldBe(whole, 1e-6 * whole);
        (lines.Length * (1 - lines.Piercing)).ShouldBe(0.05 / (Math.PI / 4 * Nanofibres.Diameter * Nanofibres.Diameter), 1e-3 * lines.Length);
        lines.ElectrolyteArea.ShouldBeGreaterThan(0.7 * whole);
        lines.VoidArea.ShouldBeGreaterThan(0);
        lines.ActiveArea.ShouldBeLessThan(0.2 * whole);
        // Two lines run beside a contact, which is 2 arccos(3/4) of the fibre's surface wide.
        double contact = lines.ActiveArea / (Nanofibres.Diameter * Math.Acos(0.75));
        lines.TripleLine.ShouldBeInRange(contact, 3 * contact);
    }

    [Fact]
    public void Voxels_and_lines_tell_alike_of_fibres_at_the_border_of_resolution()
    {
        CompositeRecipe recipe = Recipes.Usual(64) with
        {
            VoxelSize = 0.1e-6,
            Shares = new CompositeShares(0.4, 0.54, 0.06, 0),
            Particles = ParticleSizes.Equal(2.2e-6),
            GrainSize = 0.5e-6,
            Carbon = new Fibres { Diameter = 0.2e-6, Aspect = 100, PersistenceLength = 10e-6 },
        };
        CompositeStructure resolved = Recipes.Made(recipe), lines = Recipes.Made(recipe with { Carbon = new Fibres { Diameter = 0.199e-6, Aspect = 100, PersistenceLength = 10e-6 } });
        resolved.Lines.ShouldBeNull();
        CarbonSurface one = resolved.CarbonSurface()!, other = lines.CarbonSurface()!;
        // Fibres of two voxels merge where they cross, and lose their roundness.
        one.ElectrolyteArea.ShouldBeInRange(0.6 * other.ElectrolyteArea, 1.1 * other.ElectrolyteArea);
        one.IsEstimate.ShouldBeFalse();
        other.IsEstimate.ShouldBeFalse();
        var conductivities = new CompositeConductivities { Active = 0, Electrolyte = 1, Carbon = 1000 };
        double solid = resolved.Electronic(conductivities, new Transport()).Value, thin = lines.Electronic(conductivities, new Transport()).Value;
        solid.ShouldBeInRange(0.4 * thin, 2.5 * thin);
    }

    [Fact]
    public void Shares_are_met_with_thin_fibres_and_tubes()
    {
        var random = new Random(3);
        for (int i = 0; i < 8; i++)
        {
            double carbon = 0.002 + 0.06 * random.NextDouble(), active = 0.3 + 0.25 * random.NextDouble(), pores = 0.1 * random.NextDouble();
            var shares = new CompositeShares(active, 1 - active - carbon - pores, carbon, pores);
            CompositeStructure made = Recipes.Made(Usual with
            {
                Shares = shares,
                Carbon = new Fibres { Diameter = i % 2 == 0 ? 0.1e-6 : 0.01e-6, Aspect = 1000, PersistenceLength = 3e-6 },
                Seed = (ulong)i,
            });
            made.Shares.Active.ShouldBe(active, 1e-5);
            made.Shares.Carbon.ShouldBe(carbon, 1e-5);
            made.Shares.Void.ShouldBe(pores, 0.03 * pores + 1e-5);
            made.Shares.Sum.ShouldBe(1, 1e-6);
            made.Lines!.FibresPerLine.ShouldBe((int)Math.Ceiling(carbon / (Math.PI / 4 * (i % 2 == 0 ? 0.25 : 0.0025) * 0.25)));
        }
    }

    [Fact]
    public void Lines_are_the_same_on_any_number_of_threads()
    {
        CompositeStructure one = Recipes.Made(Usual, 1), three = Recipes.Made(Usual, 3);
        three.CarbonField.Span.SequenceEqual(one.CarbonField.Span).ShouldBeTrue();
        three.Lines!.TripleLine.ShouldBe(one.Lines!.TripleLine);
        three.Grains.Span.SequenceEqual(one.Grains.Span).ShouldBeTrue();
        for (int axis = 0; axis < 3; axis++)
            for (int i = 0; i < one.Image.Shape.Count; i += 7) three.Lines.Crossing(axis, i).ShouldBe(one.Lines.Crossing(axis, i));
    }

    [Fact]
    public void Fibres_that_cannot_be_are_a_problem()
    {
        Recipes.Problem(Usual with { Shares = new CompositeShares(0.6, 0.1, 0.3, 0) }).ShouldContain("lower the share of carbon");
        Recipes.Problem(Usual with { Carbon = Nanofibres with { Diameter = 4e-6, PersistenceLength = 20e-6 } }).ShouldContain("enlarge the box");
        Recipes.Problem(Usual with { Carbon = Nanofibres with { PersistenceLength = 0.1e-6 } }).ShouldContain("carbon.persistenceLength");
        Recipes.Problem(Usual with { Carbon = Nanofibres with { Aspect = double.NaN } }).ShouldContain("carbon.aspect");
    }

    [Fact]
    public void A_line_in_a_box_without_particles_keeps_its_volume_and_surface()
    {
        CompositeStructure made = Recipes.Made(Usual with { Shares = new CompositeShares(0, 0.98, 0.02, 0), Carbon = Nanofibres with { PersistenceLength = double.PositiveInfinity } });
        FibreLines lines = made.Lines!;
        lines.Piercing.ShouldBe(0);
        lines.TripleLine.ShouldBe(0);
        lines.ActiveArea.ShouldBe(0);
        double sum = 0;
        foreach (float value in made.CarbonField.Span) sum += value;
        (sum / made.CarbonField.Length).ShouldBe(0.02, 1e-5);
        // Faces along x are crossed |u_x| times a length: the mean of |u_x| (|u_x| + |u_y| + |u_z|) over directions is 1/3 + 4/(3 pi).
        double crossed = 0, section = Math.PI / 4 * Math.Pow(Nanofibres.Diameter / 0.2e-6, 2);
        for (int axis = 0; axis < 3; axis++)
            for (int i = 0; i < made.Image.Shape.Count; i++) crossed += lines.Crossing(axis, i) / section;
        double voxels = lines.Length * 0.2e-6 * 0.2e-6 * made.Image.Shape.Count;
        (crossed / voxels / 3).ShouldBe(1.0 / 3 + 4 / (3 * Math.PI), 0.05);
    }
}
