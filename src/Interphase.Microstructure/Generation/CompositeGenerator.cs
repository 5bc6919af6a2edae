using Interphase.Descriptions;
using Interphase.Numerics;

namespace Interphase.Microstructure;

/// <summary>Makes composite electrodes from recipes. The same recipe gives the same bytes on every machine and any number of threads.</summary>
public static class CompositeGenerator
{
    // Packing and stamping are repeated until the overlap holds with the radii that give the share; two rounds are usual.
    private const int MostRounds = 6;

    // Pores lie at most this many of their widths from a surface that draws them, and no surface is looked for beyond so many voxels.
    private const double WidthsSeen = 2.5, VoxelsSeen = 12;

    /// <summary>Makes a structure.</summary>
    /// <param name="recipe">What it is made from.</param>
    /// <param name="threads">How many threads may work, at least 1; no result depends on it.</param>
    /// <param name="place">Where the recipe stands, for messages.</param>
    /// <param name="progress">Told how far it is, 0 to 1.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static CompositeGeneration Generate(CompositeRecipe recipe, int threads = 1, Place? place = null, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        var problems = new Problems();
        Place where = place ?? new Place("recipe");
        recipe.Check(where, problems);
        if (problems.Count > 0) return new CompositeGeneration(null, problems);

        GridShape shape = recipe.Shape;
        var box = new PeriodicBox(shape);
        byte[] labels = new byte[shape.Count];
        Array.Fill(labels, CompositePhases.Electrolyte);
        double pore = (recipe.PoreSize ?? recipe.GrainSize) / recipe.VoxelSize;
        var gaps = new GapField(box, Math.Clamp(WidthsSeen * pore, 3, VoxelsSeen));

        if (Packed(recipe, where, gaps, labels, threads, problems, progress, cancellation) is not (SpherePacking packing, double stretch)) return new CompositeGeneration(null, problems);
        progress?.Report(0.5);

        long total = shape.Count;
        CompositeShares shares = recipe.Shares;
        Fibres? fibres = shares.Carbon > 0 ? recipe.Carbon as Fibres : null;
        bool areLines = fibres is not null && !fibres.IsResolved(recipe.VoxelSize);
        if (fibres is not null && !areLines && !FibreVoxels.Stamp(recipe, fibres, where, gaps, labels, Voxels(shares.Carbon), problems, cancellation)) return new CompositeGeneration(null, problems);
        progress?.Report(0.6);

        // Lines run through electrolyte and pores alike and take their volume from both.
        double host = shares.Electrolyte + shares.Void, taken = areLines && host > 0 ? 1 + shares.Carbon / host : 1;
        Pores(recipe, pore, gaps, labels, Voxels(shares.Void * taken), threads, cancellation);
        progress?.Report(0.7);

        float[] field = [];
        FibreLines? lines = null;
        if (areLines)
        {
            field = new float[labels.Length];
            lines = LineTracer.Draw(recipe, fibres!, where, gaps, labels, shares.Carbon * total, field, problems, cancellation);
            if (lines is null) return new CompositeGeneration(null, problems);
        }
        else if (shares.Carbon > 0 && recipe.Carbon is NanoCarbon nano) field = NanoField.Of(recipe, nano, gaps, labels, shares.Carbon * total, threads, cancellation);
        progress?.Report(0.85);

        int[] grains = gaps.Nearest;
        for (int i = 0; i < labels.Length; i++)
            if (labels[i] != CompositePhases.Active) grains[i] = -1;
        int count = PowerDiagram.Number(box, labels, CompositePhases.Electrolyte, recipe.GrainSize / recipe.VoxelSize, recipe.GrainSpread, recipe.Seed, grains, threads, cancellation);
        progress?.Report(1);

        var image = new VoxelImage(shape, labels, VoxelSpacing.Cubes(recipe.VoxelSize), CompositePhases.All);
        return new CompositeGeneration(
            new CompositeStructure
            {
                Recipe = recipe,
                Image = image,
                Grains = grains,
                GrainCount = count,
                Particles = [.. packing.Places.Zip(packing.Radii, (middle, radius) => new Particle(middle.X * recipe.VoxelSize, middle.Y * recipe.VoxelSize, middle.Z * recipe.VoxelSize, 2 * radius * recipe.VoxelSize))],
                Stretch = stretch,
                LargestOverlap = packing.LargestOverlap,
                Shares = Achieved(image, field),
                CarbonField = field,
                Lines = lines,
            },
            problems);

        long Voxels(double share) => (long)(share * total + 0.5);
    }

    private static (SpherePacking Packing, double Stretch)? Packed(
        CompositeRecipe recipe, Place place, GapField gaps, byte[] labels, int threads, Problems problems, IProgress<double>? progress, CancellationToken cancellation)
    {
        PeriodicBox box = gaps.Box;
        long wanted = (long)(recipe.Shares.Active * recipe.Shape.Count + 0.5);
        if (wanted == 0)
        {
            gaps.Stamp([], [], [], threads, cancellation);
            return (new SpherePacking(box, [], []), 1);
        }
        double[] radii = recipe.Particles.Times(1 / recipe.VoxelSize).Draw(wanted, new RandomStream(recipe.Seed, RandomPurpose.Sizes), out double stretch);
        for (int i = 0; i < radii.Length; i++) radii[i] /= 2;
        var random = new RandomStream(recipe.Seed, RandomPurpose.Places);
        var packing = new SpherePacking(box, [.. radii.Select(_ => box.Anywhere(random))], radii);
        var bodies = new ParticleBody[radii.Length];
        for (int i = 0; i < bodies.Length; i++) bodies[i] = new ParticleBody(recipe.ParticleShape, recipe.Roughness, new RandomStream(recipe.Seed, RandomPurpose.Shapes, (uint)i));

        for (int round = 0; round < MostRounds; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            // Room is left for the last correction of the radii.
            if (!packing.Relax(recipe.AllowedOverlap * 0.8, share => progress?.Report(0.3 * share), cancellation)) break;
            gaps.Stamp(packing.Places, radii, bodies, threads, cancellation);
            Array.Fill(labels, CompositePhases.Electrolyte);
            float shift = LeastVoxels.Mark(gaps.Gaps, labels, CompositePhases.Electrolyte, CompositePhases.Active, wanted);
            gaps.Shift = shift;
            // All surfaces move by the part of a voxel that gives the share.
            for (int i = 0; i < radii.Length; i++) radii[i] += Math.Max(shift, -0.9 * radii[i]);
            if (packing.LargestOverlap <= recipe.AllowedOverlap && shift < gaps.Reach) return (packing, stretch);
        }
        problems.Add(place, "shares.active", $"{recipe.Shares.Active:g4}, which does not pack with overlaps of at most {recipe.AllowedOverlap:g3}", "a share that packs", "lower the share of active material, allow more overlap, or widen the distribution of sizes");
        return null;
    }

    private static CompositeShares Achieved(VoxelImage image, float[] field)
    {
        double inElectrolyte = 0, inPores = 0, total = image.Shape.Count;
        ReadOnlySpan<byte> labels = image.Labels;
        for (int i = 0; i < field.Length; i++)
        {
            if (labels[i] == CompositePhases.Electrolyte) inElectrolyte += field[i];
            else inPores += field[i];
        }
        return new CompositeShares(
            image.Fraction(CompositePhases.Active), image.Fraction(CompositePhases.Electrolyte) - inElectrolyte / total,
            image.Fraction(CompositePhases.Carbon) + (inElectrolyte + inPores) / total, image.Fraction(CompositePhases.Void) - inPores / total);
    }

    // docs/physics.md (94)
    private static void Pores(CompositeRecipe recipe, double width, GapField gaps, byte[] labels, long wanted, int threads, CancellationToken cancellation)
    {
        if (wanted == 0) return;
        GridShape shape = recipe.Shape;
        var noise = new BlobNoise(shape, width, new RandomStream(recipe.Seed, RandomPurpose.Pores));
        float[] scores = new float[labels.Length];
        float near = (float)recipe.PorePreference, free = 1 - near, scale = (float)(1 / width);
        Planes.Run(threads, shape.X, x =>
        {
            for (int y = 0; y < shape.Y; y++)
            {
                int row = (x * shape.Y + y) * shape.Z;
                Span<float> scored = scores.AsSpan(row, shape.Z);
                noise.Row(x, y, scored);
                for (int z = 0; z < shape.Z; z++) scored[z] = free * scored[z] + near * (gaps.Gaps[row + z] - gaps.Shift) * scale;
            }
        }, cancellation);
        LeastVoxels.Mark(scores, labels, CompositePhases.Electrolyte, CompositePhases.Void, wanted);
    }
}
