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
        (LatticeCell Figure, int Normal)[] figures = [.. Directions.All.SelectMany((normal, i) => Figures(normal, voxel).Select(figure => (figure, i)))];
        var counts = CellCounts.Of(image, steps, [.. figures.Select(figure => figure.Figure)], threads);

        // A surface of area A per volume is crossed A/2 times by lines of length 1, whatever lines of all directions.
        double[] perStep = new double[steps.Length];
        int[] possible = [.. Enumerable.Range(0, steps.Length).Where(i => Places(steps[i]) > 0)];
        double[] weights = Directions.Weights([.. possible.Select(i => Directions.All[i]).Select(step => (step.X * voxel.X, step.Y * voxel.Y, step.Z * voxel.Z))]);
        for (int i = 0; i < possible.Length; i++)
        {
            (int X, int Y, int Z) step = Directions.All[possible[i]];
            perStep[possible[i]] = 2 * weights[i] / (Places(steps[possible[i]]) * Math.Sqrt(Square(step.X * voxel.X) + Square(step.Y * voxel.Y) + Square(step.Z * voxel.Z)));
        }

        // A line of length L per volume crosses planes of area 1 L/2 times, whatever planes of all directions.
        double[] perFigure = new double[figures.Length];
        int[] normals = [.. Enumerable.Range(0, Directions.All.Length).Where(i => figures.All(figure => figure.Normal != i || Places(figure.Figure) > 0))];
        weights = Directions.Weights([.. normals.Select(i => Directions.All[i]).Select(normal => (normal.X / voxel.X, normal.Y / voxel.Y, normal.Z / voxel.Z))]);
        for (int i = 0; i < figures.Length; i++)
        {
            int at = Array.IndexOf(normals, figures[i].Normal);
            if (at < 0) continue;
            (int X, int Y, int Z) = Directions.All[figures[i].Normal];
            double area = volume * Math.Sqrt(Square(X / voxel.X) + Square(Y / voxel.Y) + Square(Z / voxel.Z));
            perFigure[i] = 2 * weights[at] / (Places(figures[i].Figure) * area);
        }

        int[] faces = [.. axes.Select(axis => Array.IndexOf(Directions.All, axis))];
        int[] edges = [.. faces.Select(face => Array.FindIndex(figures, figure => figure.Normal == face))];
        var interfaces = ImmutableArray.CreateBuilder<InterfaceArea>();
        var lines = ImmutableArray.CreateBuilder<TripleLine>();
        for (int i = 0; i < phases; i++)
        {
            for (int j = i + 1; j < phases; j++)
            {
                double area = 0;
                for (int step = 0; step < steps.Length; step++) area += perStep[step] * counts.Pair(step, i, j);
                var across = new AxisCounts(counts.Pair(faces[0], i, j), counts.Pair(faces[1], i, j), counts.Pair(faces[2], i, j));
                double faceArea = (across.X / voxel.X + across.Y / voxel.Y + across.Z / voxel.Z) / shape.Count;
                interfaces.Add(new InterfaceArea(image.Phases[i].Label, image.Phases[j].Label, area, across, faceArea));
                for (int k = j + 1; k < phases; k++)
                {
                    // Where four phases share a figure, two of its triples meet in it, and which they are is open.
                    double length = 0;
                    for (int figure = 0; figure < figures.Length; figure++) length += perFigure[figure] * (counts.Triple(figure, i, j, k) - 0.5 * counts.Crowded(figure, i, j, k));
                    var along = new AxisCounts(counts.Triple(edges[0], i, j, k), counts.Triple(edges[1], i, j, k), counts.Triple(edges[2], i, j, k));
                    double edgeLength = (along.X * voxel.X + along.Y * voxel.Y + along.Z * voxel.Z) / (shape.Count * volume);
                    lines.Add(new TripleLine(image.Phases[i].Label, image.Phases[j].Label, image.Phases[k].Label, length, along, edgeLength));
                }
            }
        }
        return new Borders(interfaces.ToImmutable(), lines.ToImmutable());

        double Places(LatticeCell cell) => (double)Math.Max(0, shape.X - cell.Extent.X) * Math.Max(0, shape.Y - cell.Extent.Y) * Math.Max(0, shape.Z - cell.Extent.Z);
    }

    /// <summary>The interface of two labels, in any order.</summary>
    /// <returns>Nothing where the image has not got both.</returns>
    public InterfaceArea? Between(byte one, byte other) => Interfaces.FirstOrDefault(area => area.First == Math.Min(one, other) && area.Second == Math.Max(one, other));

    /// <summary>
    /// The Delaunay figures of the lattice plane across a normal: its rectangle, or the two triangles of its cell, which together
    /// have its area.
    /// </summary>
    private static IEnumerable<LatticeCell> Figures((int X, int Y, int Z) normal, (double X, double Y, double Z) voxel)
    {
        (int X, int Y, int Z)[] inside =
        [
            .. from x in Enumerable.Range(-2, 5)
               from y in Enumerable.Range(-2, 5)
               from z in Enumerable.Range(-2, 5)
               where (x, y, z) != (0, 0, 0) && x * normal.X + y * normal.Y + z * normal.Z == 0
               orderby Product((x, y, z), (x, y, z))
               select (x, y, z),
        ];
        (int X, int Y, int Z) a = inside[0];
        (int X, int Y, int Z) b = inside.First(vector => Cross(a, vector) is var cross && (cross == normal || cross == (-normal.X, -normal.Y, -normal.Z)));
        double skew = Product(a, b);
        if (skew > 0) (b, skew) = ((-b.X, -b.Y, -b.Z), -skew);
        (int, int, int) far = (a.X + b.X, a.Y + b.Y, a.Z + b.Z);
        if (skew > -1e-9 * Product(a, a)) yield return new LatticeCell((0, 0, 0), a, far, b);
        else
        {
            yield return new LatticeCell((0, 0, 0), a, far);
            yield return new LatticeCell((0, 0, 0), b, far);
        }

        double Product((int X, int Y, int Z) one, (int X, int Y, int Z) other)
            => Square(voxel.X) * one.X * other.X + Square(voxel.Y) * one.Y * other.Y + Square(voxel.Z) * one.Z * other.Z;

        static (int X, int Y, int Z) Cross((int X, int Y, int Z) u, (int X, int Y, int Z) v) => (u.Y * v.Z - u.Z * v.Y, u.Z * v.X - u.X * v.Z, u.X * v.Y - u.Y * v.X);
    }

    private static double Square(double value) => value * value;
}
