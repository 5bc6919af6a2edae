using System.Collections.Immutable;
using Interphase.Numerics;

namespace Interphase.Microstructure;

/// <summary>How far a number that was measured in a box depends on which box it was: what it is in parts of the box, and what follows for the whole.</summary>
/// <param name="Values">The number in each part, those left out in which it has no value.</param>
/// <param name="Mean">The mean over the parts.</param>
/// <param name="Scatter">The standard deviation between parts.</param>
/// <param name="StandardError">
/// Of the whole box: the scatter divided by the square root of the number of parts. It is too small where parts are not much larger than the particles in them,
/// since neighbours then resemble one another, and it does not know of a bias that all parts share.
/// </param>
public sealed record Representativity(ImmutableArray<double> Values, double Mean, double Scatter, double StandardError)
{
    /// <summary>Measures parts of an image.</summary>
    /// <param name="image">What is divided.</param>
    /// <param name="parts">Parts along each axis, at least 2; 2 makes octants. An axis with fewer voxels is not divided.</param>
    /// <param name="measure">Any number of an image; NaN or infinity where a part has none. It is called by several threads.</param>
    /// <param name="threads">How many threads work on it, at least 1; no result depends on it.</param>
    /// <returns>Nothing where fewer than two parts have a value.</returns>
    public static Representativity? Of(VoxelImage image, int parts, Func<VoxelImage, double> measure, int threads = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(parts, 2);
        GridShape shape = image.Shape;
        (int X, int Y, int Z) along = (Along(shape.X), Along(shape.Y), Along(shape.Z));
        double[] values = new double[along.X * along.Y * along.Z];
        Parallel.For(0, values.Length, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads) }, i =>
        {
            (int x, int y, int z) = (i / (along.Y * along.Z), i / along.Z % along.Y, i % along.Z);
            (int X, int Y, int Z) from = (From(x, shape.X, along.X), From(y, shape.Y, along.Y), From(z, shape.Z, along.Z));
            var size = new GridShape(From(x + 1, shape.X, along.X) - from.X, From(y + 1, shape.Y, along.Y) - from.Y, From(z + 1, shape.Z, along.Z) - from.Z);
            values[i] = measure(image.Part(from, size));
        });
        return Of(values);

        int Along(int voxels) => voxels < parts ? 1 : parts;

        static int From(int part, int voxels, int number) => (int)((long)voxels * part / number);
    }

    /// <summary>Of a number that was measured in parts. docs/physics.md (81).</summary>
    /// <param name="values">The number in each part; NaN or infinity where a part has none.</param>
    /// <returns>Nothing where fewer than two parts have a value.</returns>
    public static Representativity? Of(IEnumerable<double> values)
    {
        ImmutableArray<double> known = [.. values.Where(double.IsFinite)];
        if (known.Length < 2) return null;
        double mean = known.Average(), scatter = Math.Sqrt(known.Sum(value => (value - mean) * (value - mean)) / (known.Length - 1));
        return new Representativity(known, mean, scatter, scatter / Math.Sqrt(known.Length));
    }
}
