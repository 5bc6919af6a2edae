using System.Runtime.InteropServices;
using Interphase.Numerics;

namespace Interphase.Microstructure.Tests;

public class CompositeGeneratorTests
{
    [Fact]
    public void The_same_recipe_gives_the_same_bytes_on_any_number_of_threads()
    {
        CompositeRecipe recipe = Recipes.Usual(40) with
        {
            Shares = new CompositeShares(0.45, 0.43, 0.05, 0.07),
            ParticleShape = ParticleShape.SingleCrystal,
            Carbon = new Fibres { Diameter = 0.4e-6, Aspect = 100, PersistenceLength = 5e-6 },
        };
        CompositeStructure one = Recipes.Made(recipe, 1), three = Recipes.Made(recipe, 3);
        three.Image.Labels.SequenceEqual(one.Image.Labels).ShouldBeTrue();
        three.Grains.Span.SequenceEqual(one.Grains.Span).ShouldBeTrue();
        CompositeStructure other = Recipes.Made(recipe with { Seed = 8 });
        other.Image.Labels.SequenceEqual(one.Image.Labels).ShouldBeFalse();
    }

    // What the bytes are, so that a change of machine, framework or code is seen: a seed that someone cites must go on meaning the same.
    [Fact]
    public void A_seed_means_the_same_structure_for_ever()
    {
        CompositeStructure made = Recipes.Made(Recipes.Usual(32) with { Shares = new CompositeShares(0.5, 0.42, 0, 0.08), ParticleShape = ParticleShape.Polycrystal });
        Hash(made.Image.Labels).ShouldBe("23630C14EB5EB8A1");
        Hash(MemoryMarshal.AsBytes(made.Grains.Span)).ShouldBe("5E26661C0B680F0B");

        static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(bytes))[..16];
    }

    [Fact]
    public void Shares_are_met_to_a_voxel_for_many_recipes()
    {
        var random = new Random(5);
        for (int i = 0; i < 25; i++)
        {
            double active = 0.25 + 0.3 * random.NextDouble(), pores = 0.25 * random.NextDouble(), carbon = i % 3 == 0 ? 0.08 * random.NextDouble() : 0;
            CompositeRecipe recipe = Recipes.Usual() with
            {
                Shape = new GridShape(36 + random.Next(12), 36 + random.Next(12), 36 + random.Next(12)),
                Shares = new CompositeShares(active, 1 - active - pores - carbon, carbon, pores),
                Particles = ParticleSizes.Lognormal((1.4 + random.NextDouble()) * 1e-6, 1 + 0.3 * random.NextDouble()),
                ParticleShape = (ParticleShape)(i % 3),
                PorePreference = random.NextDouble(),
                GrainSize = (0.4 + random.NextDouble()) * 1e-6,
                Carbon = new Fibres { Diameter = 0.4e-6, Aspect = 200, PersistenceLength = 4e-6 },
                Seed = (ulong)i,
            };
            CompositeStructure made = Recipes.Made(recipe);
            double voxel = 1.0 / recipe.Shape.Count;
            made.Shares.Active.ShouldBe(active, voxel, $"recipe {i}");
            made.Shares.Carbon.ShouldBe(carbon, voxel);
            made.Shares.Void.ShouldBe(pores, voxel);
            made.Shares.Sum.ShouldBe(1, 1e-12);
            made.LargestOverlap.ShouldBeLessThanOrEqualTo(recipe.AllowedOverlap);
        }
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(1.5)]
    public void Particles_pack_to_60_percent_and_overlap_no_more_than_allowed(double spread)
    {
        CompositeStructure made = Recipes.Made(Recipes.Usual(64) with
        {
            Shares = new CompositeShares(0.6, 0.4, 0, 0),
            Particles = ParticleSizes.Lognormal(2.4e-6, spread),
        });
        made.Shares.Active.ShouldBe(0.6, 1e-5);
        double box = 64 * 0.2e-6, worst = 0, volume = 0;
        foreach (Particle one in made.Particles)
        {
            volume += Math.PI / 6 * Math.Pow(one.Diameter, 3);
            foreach (Particle other in made.Particles)
            {
                if (one == other) continue;
                double distance = Math.Sqrt(Square(one.X - other.X) + Square(one.Y - other.Y) + Square(one.Z - other.Z));
                worst = Math.Max(worst, 1 - 2 * distance / (one.Diameter + other.Diameter));
            }
        }
        worst.ShouldBe(made.LargestOverlap, 1e-9);
        worst.ShouldBeLessThanOrEqualTo(0.02);
        (volume / Math.Pow(box, 3)).ShouldBe(0.6, 0.01);

        double Square(double difference) => Math.Pow(difference - box * Math.Round(difference / box), 2);
    }

    [Fact]
    public void Sizes_follow_their_distribution()
    {
        CompositeStructure made = Recipes.Made(Recipes.Usual(96) with
        {
            VoxelSize = 0.25e-6,
            Shares = new CompositeShares(0.4, 0.6, 0, 0),
            Particles = ParticleSizes.Lognormal(1.6e-6, 1.25),
        });
        made.Stretch.ShouldBe(1, 0.01);
        // By number a lognormal distribution by volume has the median d50 exp(-3 ln2 spread).
        double deviation = Math.Log(1.25);
        double[] logs = [.. made.Particles.Select(particle => Math.Log(particle.Diameter / 1.6e-6))];
        double mean = logs.Average(), scatter = Math.Sqrt(logs.Average(value => Math.Pow(value - mean, 2)));
        mean.ShouldBe(-3 * deviation * deviation, 4 * deviation / Math.Sqrt(logs.Length) + 0.01);
        // 2.5 standard deviations by volume cut off little of what there is by number.
        scatter.ShouldBe(deviation, 4 * deviation / Math.Sqrt(2 * logs.Length) + 0.01);
        double[] volumes = [.. made.Particles.Select(particle => Math.Pow(particle.Diameter, 3))];
        double byVolume = made.Particles.Zip(volumes, (particle, volume) => Math.Log(particle.Diameter / 1.6e-6) * volume).Sum() / volumes.Sum();
        byVolume.ShouldBe(0, 0.05);
    }

    [Fact]
    public void Classes_of_sizes_have_their_shares_of_the_volume()
    {
        CompositeStructure made = Recipes.Made(Recipes.Usual(100) with { Particles = ParticleSizes.Of(new SizeClass(2e-6, 0.25), new SizeClass(4e-6, 0.75)) });
        double middle = 3e-6, small = made.Particles.Where(particle => particle.Diameter < middle).Sum(particle => Math.Pow(particle.Diameter, 3)), all = made.Particles.Sum(particle => Math.Pow(particle.Diameter, 3));
        (small / all).ShouldBe(0.25, 0.06);
    }

    [Theory]
    [InlineData(ParticleShape.SingleCrystal)]
    [InlineData(ParticleShape.Polycrystal)]
    public void Bodies_have_the_volume_of_their_sphere_and_more_surface(ParticleShape shape)
    {
        for (uint i = 0; i < 5; i++)
        {
            var body = new ParticleBody(shape, 0.05, new RandomStream(3, RandomPurpose.Shapes, i));
            var directions = new RandomStream(4, RandomPurpose.Shapes);
            double cubes = 0, least = 9, most = 0;
            for (int k = 0; k < 20000; k++)
            {
                double radius = body.Radius(directions.Direction());
                (cubes, least, most) = (cubes + radius * radius * radius, Math.Min(least, radius), Math.Max(most, radius));
            }
            (cubes / 20000).ShouldBe(1, 0.05);
            (most - least).ShouldBeGreaterThan(0.05);
            most.ShouldBeLessThan(body.Largest * 1.05);
        }
    }

    [Fact]
    public void Pores_seek_the_surfaces_of_particles_as_strongly_as_told()
    {
        double Near(double preference)
        {
            CompositeStructure made = Recipes.Made(Recipes.Usual(80) with { Shares = new CompositeShares(0.45, 0.45, 0, 0.1), PorePreference = preference });
            long near = 0, pores = 0;
            GridShape shape = made.Image.Shape;
            for (int x = 1; x + 1 < shape.X; x++)
                for (int y = 1; y + 1 < shape.Y; y++)
                    for (int z = 1; z + 1 < shape.Z; z++)
                    {
                        VoxelImage image = made.Image;
                        if (image[x, y, z] == CompositePhases.Active) continue;
                        if (image[x - 1, y, z] != 1 && image[x + 1, y, z] != 1 && image[x, y - 1, z] != 1 && image[x, y + 1, z] != 1 && image[x, y, z - 1] != 1 && image[x, y, z + 1] != 1) continue;
                        near++;
                        if (image[x, y, z] == CompositePhases.Void) pores++;
                    }
            return (double)pores / near;
        }

        double none = Near(0), half = Near(0.5), all = Near(1);
        none.ShouldBe(0.1 / 0.55, 0.06);
        half.ShouldBeGreaterThan(1.3 * none);
        all.ShouldBeGreaterThan(1.2 * half);
    }

    [Fact]
    public void Pores_are_blobs_and_not_salt()
    {
        CompositeStructure made = Recipes.Made(Recipes.Usual(64) with { Shares = new CompositeShares(0.3, 0.55, 0, 0.15), PoreSize = 1.2e-6, PorePreference = 0 });
        ReadOnlySpan<byte> labels = made.Image.Labels;
        long pairs = 0, pores = 0;
        for (int i = 0; i + 1 < labels.Length; i++)
        {
            if (labels[i] != CompositePhases.Void) continue;
            pores++;
            if (labels[i + 1] == CompositePhases.Void) pairs++;
        }
        ((double)pairs / pores).ShouldBeGreaterThan(0.6);
    }

    [Fact]
    public void Every_electrolyte_voxel_has_a_grain_and_grains_have_their_size()
    {
        CompositeStructure made = Recipes.Made(Recipes.Usual(64) with { GrainSize = 1.2e-6 });
        var sizes = new Dictionary<int, int>();
        for (int i = 0; i < made.Image.Labels.Length; i++)
        {
            int grain = made.Grains.Span[i];
            switch (made.Image.Labels[i])
            {
                case CompositePhases.Electrolyte:
                    grain.ShouldBeInRange(0, made.GrainCount - 1);
                    sizes[grain] = sizes.GetValueOrDefault(grain) + 1;
                    break;
                case CompositePhases.Active:
                    grain.ShouldBeInRange(0, made.Particles.Length - 1);
                    break;
                default:
                    grain.ShouldBe(-1);
                    break;
            }
        }
        double mean = sizes.Values.Average(), wanted = Math.PI / 6 * Math.Pow(1.2 / 0.2, 3);
        mean.ShouldBe(wanted, 0.06 * wanted);
    }

    // Every voxel's grain is the seed of least power, found among all.
    [Fact]
    public void Grains_are_cells_of_a_power_diagram()
    {
        var shape = new GridShape(20, 17, 23);
        byte[] labels = new byte[shape.Count];
        int[] grains = new int[shape.Count], two = new int[shape.Count];
        var box = new PeriodicBox(shape);
        int count = PowerDiagram.Number(box, labels, 0, 5, 1.5, 9, grains, 1, default);
        PowerDiagram.Number(box, labels, 0, 5, 1.5, 9, two, 3, default);
        two.ShouldBe(grains);
        var random = new RandomStream(9, RandomPurpose.Grains);
        var seeds = new (Vector3d Place, double Weight)[count];
        for (int i = 0; i < count; i++)
        {
            Vector3d place = box.Anywhere(random);
            double radius = 2.5 * PortableMath.Exp(PortableMath.Log(1.5) * Math.Clamp(random.Normal(), -2, 2));
            seeds[i] = (place, radius * radius);
        }
        for (int i = 0; i < grains.Length; i++)
        {
            var place = new Vector3d(i / (17 * 23) + 0.5, i / 23 % 17 + 0.5, i % 23 + 0.5);
            double Power(int seed)
            {
                Vector3d way = box.Between(place, seeds[seed].Place);
                return way.Dot(way) - seeds[seed].Weight;
            }
            Power(grains[i]).ShouldBe(Enumerable.Range(0, count).Min(Power));
        }
    }

    [Fact]
    public void What_cannot_be_made_is_one_line_that_says_what_to_change()
    {
        Recipes.Problem(Recipes.Usual(40) with { Shares = new CompositeShares(0.7, 0.3, 0, 0) }).ShouldContain("lower the share of active material");
        Recipes.Problem(Recipes.Usual(40) with { Shares = new CompositeShares(0.5, 0.3, 0, 0) }).ShouldContain("a sum of 1");
        Recipes.Problem(Recipes.Usual(40) with { Shares = new CompositeShares(0.64, 0.36, 0, 0), Particles = ParticleSizes.Equal(2e-6), AllowedOverlap = 0.001 }).ShouldContain("does not pack");
        Recipes.Problem(Recipes.Usual(40) with { Particles = ParticleSizes.Equal(9e-6) }).ShouldContain("enlarge the box");
        Recipes.Problem(Recipes.Usual(40) with { Particles = ParticleSizes.Equal(0.5e-6) }).ShouldContain("take smaller voxels");
        Recipes.Problem(Recipes.Usual(40) with { GrainSize = 0.1e-6 }).ShouldContain("electrolyte.grainSize");
        Recipes.Problem(Recipes.Usual(40) with { Shares = new CompositeShares(0.4, 0.5, 0.1, 0) }).ShouldContain("say what the carbon is");
        Recipes.Problem(Recipes.Usual(40) with
        {
            Shares = new CompositeShares(0.6, 0.05, 0.35, 0),
            Carbon = new Fibres { Diameter = 1.2e-6, Aspect = 20, PersistenceLength = 20e-6 },
        }).ShouldContain("shares.carbon");
    }

    // Processor time, so that what else the machine does counts little; 10 s of two cores are wanted.
    [Theory]
    [Trait("Category", "Slow")]
    [InlineData("thick fibres")]
    [InlineData("nanofibres")]
    [InlineData("Ketjen black")]
    public void A_composite_of_200_voxels_each_way_is_made(string carbon)
    {
        CompositeRecipe recipe = Recipes.Usual(200) with
        {
            Shares = new CompositeShares(0.49, 0.42, 0.05, 0.04),
            Particles = ParticleSizes.Lognormal(4.5e-6, 1.4),
            ParticleShape = ParticleShape.SingleCrystal,
            GrainSize = 0.5e-6,
            Carbon = carbon == "Ketjen black" ? new NanoCarbon { BetArea = 1.01e6, AccessibleShare = 0.3, Density = 2000 } : new Fibres { Diameter = carbon == "nanofibres" ? 0.15e-6 : 0.4e-6, Aspect = 200, PersistenceLength = 10e-6 },
        };
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        TimeSpan before = process.TotalProcessorTime;
        long allocated = GC.GetTotalAllocatedBytes(true);
        CompositeStructure made = Recipes.Made(recipe);
        process.Refresh();
        double seconds = (process.TotalProcessorTime - before).TotalSeconds;
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{seconds:f2} s of processor, {(GC.GetTotalAllocatedBytes(true) - allocated) / (double)recipe.Shape.Count:f1} bytes allocated a voxel, {made.Particles.Length} particles, {made.GrainCount} grains, overlap {made.LargestOverlap:f4}, {made.CarbonSurface(2)}, {made.Lines?.Count} lines, {made.Lines?.Piercing:g3} piercing");
        made.Particles.Length.ShouldBeGreaterThan(500);
        made.LargestOverlap.ShouldBeLessThan(0.02);
        made.GrainCount.ShouldBeGreaterThan(100_000);
    }

    [Fact]
    public void It_ends_when_cancelled()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Should.Throw<OperationCanceledException>(() => CompositeGenerator.Generate(Recipes.Usual(40), 2, cancellation: source.Token));
    }
}
