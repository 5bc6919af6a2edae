using System.Collections.Immutable;
using Interphase.Numerics;

namespace Interphase.Microstructure;

/// <summary>Where phases meet: the interfaces of pairs and the lines of triples.</summary>
/// <param name="Interfaces">Every pair of phases of the image, by rising labels, those that never meet included.</param>
/// <param name="TripleLines">Every triple of phases of the image, by rising labels, those that never meet included.</param>
public sealed record Borders(ImmutableArray<InterfaceArea> Interfaces, ImmutableArray<TripleLine> TripleLines)
{
    /// <summary>How many phases an image may hold.</summary>
    public const int MostPhases = 32;

    /// <summary>Measures all interfaces and lines in one pass.</summary>
    /// <param name="image">Of at most <see cref="MostPhases"/> phases.</param>
    /// <param name="threads">How many threads work on it, at least 1; no result depends on it.</param>
    /// <exception cref="ArgumentException">The image has more phases; it was probably never segmented.</exception>
    public static Borders Of(VoxelImage image, int threads = 1)
    {
        int phases = image.Phases.Length;
        if (phases > MostPhases) throw new ArgumentException($"{phases} labels; interfaces are measured between at most {MostPhases}", nameof(image));
        GridShape shape = image.Shape;
        (double X, double Y, double Z) voxel = (image.Spacing.X, image.Spacing.Y, image.Spacing.Z);
        double volume = image.Spacing.Volume;
        (int X, int Y, int Z)[] axes = [(1, 0, 0), (0, 1, 0), (0, 0, 1)];

        LatticeCell[] steps = [.. Directions.All.Select(step => new LatticeCell((0, 0, 0), step))];
        LatticeCell[] squares = [new((0, 0, 0), (0, 1, 0), (0, 1, 1), (0, 0, 1)), new((0, 0, 0), (1, 0, 0), (1, 0, 1), (0, 0, 1)), new((0, 0, 0), (1, 0, 0), (1, 1, 0), (0, 1, 0))];
        var counts = CellCounts.Of(image, steps, squares, threads);
        double[] lengths = phases < 3 ? [] : SmoothLines.Of(image, threads);

        // A surface of area A per volume is crossed A/2 times by lines of length 1, whatever lines of all directions.
        double[] perStep = new double[steps.Length];
        int[] possible = [.. Enumerable.Range(0, steps.Length).Where(i => steps[i].Extent.X < shape.X && steps[i].Extent.Y < shape.Y && steps[i].Extent.Z < shape.Z)];
        double[] weights = Directions.Weights([.. possible.Select(i => Directions.All[i]).Select(step => (step.X * voxel.X, step.Y * voxel.Y, step.Z * voxel.Z))]);
        for (int i = 0; i < possible.Length; i++)
        {
            (int X, int Y, int Z) step = Directions.All[possible[i]];
            perStep[possible[i]] = 2 * weights[i] / (shape.Count * Math.Sqrt(Square(step.X * voxel.X) + Square(step.Y * voxel.Y) + Square(step.Z * voxel.Z)));
        }

        int[] faces = [.. axes.Select(axis => Array.IndexOf(Directions.All, axis))];
        var interfaces = ImmutableArray.CreateBuilder<InterfaceArea>();
        var lines = ImmutableArray.CreateBuilder<TripleLine>();
        for (int i = 0; i < phases; i++)
        {
            for (int j = i + 1; j < phases; j++)
            {
                double area = 0;
                for (int step = 0; step < steps.Length; step++) area += perStep[step] * counts.Extended(step, i, j);
                var across = new AxisCounts(counts.Pair(faces[0], i, j), counts.Pair(faces[1], i, j), counts.Pair(faces[2], i, j));
                double faceArea = (across.X / voxel.X + across.Y / voxel.Y + across.Z / voxel.Z) / shape.Count;
                interfaces.Add(new InterfaceArea(image.Phases[i].Label, image.Phases[j].Label, area, across, faceArea));
                for (int k = j + 1; k < phases; k++)
                {
                    double length = lengths[(i * phases + j) * phases + k];
                    var along = new AxisCounts(counts.Triple(0, i, j, k), counts.Triple(1, i, j, k), counts.Triple(2, i, j, k));
                    double edgeLength = (along.X * voxel.X + along.Y * voxel.Y + along.Z * voxel.Z) / (shape.Count * volume);
                    lines.Add(new TripleLine(image.Phases[i].Label, image.Phases[j].Label, image.Phases[k].Label, length, along, edgeLength));
                }
            }
        }
        return new Borders(interfaces.ToImmutable(), lines.ToImmutable());
    }

    /// <summary>The interface of two labels, in any order.</summary>
    /// <returns>Nothing where the image has not got both.</returns>
    public InterfaceArea? Between(byte one, byte other) => Interfaces.FirstOrDefault(area => area.First == Math.Min(one, other) && area.Second == Math.Max(one, other));

    private static double Square(double value) => value * value;
}
