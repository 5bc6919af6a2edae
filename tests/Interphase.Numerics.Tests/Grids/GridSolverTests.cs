using System.Runtime.InteropServices;

namespace Interphase.Numerics.Tests;

public class GridSolverTests
{
    private static readonly FaceWeights Unequal = FaceWeights.Boxes(1, 2, 0.5);

    [Theory]
    [InlineData(GridEnd.Closed)]
    [InlineData(GridEnd.Periodic)]
    public void Random_boxes_conduct_what_elimination_says(GridEnd sides)
    {
        // Sizes that are odd, below a vector, and beyond one; conductivities of every kind and none.
        foreach ((GridShape shape, int seed) in new[] { (new GridShape(5, 4, 7), 1), (new GridShape(6, 5, 11), 2), (new GridShape(3, 7, 9), 3), (new GridShape(7, 7, 3), 4) })
        {
            var random = new Random(seed);
            double[] conductivity = new double[256];
            (conductivity[1], conductivity[2], conductivity[3]) = (1, 0.02, 7);
            byte[] labels = [.. Enumerable.Range(0, (int)shape.Count).Select(_ => (byte)random.Next(4))];
            for (int axis = 0; axis < 3; axis++)
            {
                GridSolution found = Solve(GridConductances.OfLabels(shape, labels, conductivity, Unequal, GridEnds.Along(axis, sides), 1), 1e-8);
                double expected = Eliminated(shape, [.. labels.Select(label => conductivity[label])], axis, sides);
                found.Conductance.ShouldBe(expected, 1e-6 * expected + 1e-12, $"{shape} along {axis}");
                found.FromFlux.ShouldBe(expected, 1e-6 * expected + 1e-12, $"{shape} along {axis}");
            }
        }
    }

    [Fact]
    public void A_conductivity_for_each_cell_says_the_same_as_labels()
    {
        var shape = new GridShape(9, 13, 17);
        var random = new Random(7);
        double[] conductivity = new double[256];
        (conductivity[1], conductivity[2]) = (1, 0.125);
        byte[] labels = [.. Enumerable.Range(0, (int)shape.Count).Select(_ => (byte)random.Next(3))];
        GridEnds ends = GridEnds.Along(1, GridEnd.Periodic);
        double coded = Solve(GridConductances.OfLabels(shape, labels, conductivity, Unequal, ends, 1), 1e-7).Conductance;
        double stored = Solve(GridConductances.OfCells(shape, labels.Select(label => (float)conductivity[label]).ToArray(), Unequal, ends, 1), 1e-7).Conductance;
        coded.ShouldBe(stored, 1e-7 * stored);
    }

    // More kinds than sixteen codes can tell apart.
    [Fact]
    public void Many_labels_are_solved_as_well()
    {
        var shape = new GridShape(6, 5, 8);
        var random = new Random(11);
        double[] conductivity = [.. Enumerable.Range(0, 256).Select(label => label / 10.0)];
        byte[] labels = [.. Enumerable.Range(0, (int)shape.Count).Select(_ => (byte)random.Next(12))];
        double expected = Eliminated(shape, [.. labels.Select(label => conductivity[label])], 0, GridEnd.Closed);
        Solve(GridConductances.OfLabels(shape, labels, conductivity, Unequal, GridEnds.Along(0, GridEnd.Closed), 2), 1e-8).Conductance.ShouldBe(expected, 1e-6 * expected);
    }

    [Fact]
    public void Slabs_in_series_and_side_by_side_are_exact()
    {
        var shape = new GridShape(8, 6, 10);
        double[] conductivity = new double[256];
        (conductivity[1], conductivity[2]) = (1, 1e-4);
        byte[] series = Labels(shape, (x, _, _) => x % 2 == 0 ? 1 : 2), parallel = Labels(shape, (_, y, _) => y < 2 ? 1 : 2);
        double area = 6 * 10 / 8.0;
        Solve(GridConductances.OfLabels(shape, series, conductivity, FaceWeights.Cubes, GridEnds.Along(0, GridEnd.Closed), 1), 1e-8).Conductance.ShouldBe(area * 2 / (1 + 1e4), 1e-8);
        Solve(GridConductances.OfLabels(shape, parallel, conductivity, FaceWeights.Cubes, GridEnds.Along(0, GridEnd.Closed), 1), 1e-8).Conductance.ShouldBe(area * (1 + 2e-4) / 3, 1e-6);
    }

    [Fact]
    public void What_is_not_joined_to_both_ends_carries_nothing()
    {
        var shape = new GridShape(10, 5, 5);
        double[] conductivity = new double[256];
        conductivity[1] = 1;
        byte[] gap = Labels(shape, (x, _, _) => x == 4 ? 0 : 1);
        GridSolution none = Solve(GridConductances.OfLabels(shape, gap, conductivity, FaceWeights.Cubes, GridEnds.Along(0, GridEnd.Periodic), 1), 1e-6);
        none.IsConnected.ShouldBeFalse();
        none.Conductance.ShouldBe(0);
        // A rod beside islands: the rod alone counts, and islands have no potential.
        byte[] rod = Labels(shape, (x, y, z) => (y == 2 && z == 2) || (x is 3 or 4 && y == 0) ? 1 : 0);
        GridSolution one = new GridSolver(GridConductances.OfLabels(shape, rod, conductivity, FaceWeights.Cubes, GridEnds.Along(0, GridEnd.Closed), 1), 1).Solve(1e-8, keep: true);
        one.Conductance.ShouldBe(0.1, 1e-9);
        one.Potential[shape.Index(3, 0, 1)].ShouldBe(float.NaN);
        one.Potential[shape.Index(3, 2, 2)].ShouldBe(0.35f, 1e-5f);
    }

    [Fact]
    public void The_number_of_threads_changes_no_bit()
    {
        var shape = new GridShape(30, 27, 33);
        var random = new Random(5);
        double[] conductivity = new double[256];
        (conductivity[1], conductivity[2]) = (1, 1e-3);
        byte[] labels = [.. Enumerable.Range(0, (int)shape.Count).Select(_ => (byte)random.Next(3))];
        GridSolution Of(int threads) => new GridSolver(GridConductances.OfLabels(shape, labels, conductivity, FaceWeights.Cubes, GridEnds.Along(0, GridEnd.Periodic), threads), threads).Solve(1e-5, keep: true);
        GridSolution one = Of(1);
        foreach (int threads in (int[])[2, 3, 8])
        {
            GridSolution other = Of(threads);
            other.Conductance.ShouldBe(one.Conductance);
            MemoryMarshal.AsBytes<float>(other.Potential).SequenceEqual(MemoryMarshal.AsBytes<float>(one.Potential)).ShouldBeTrue();
        }
    }

    // A rod of ten cells between 0 and 1: u'' = -q gives 1/2 ramp plus a parabola, exact in the cells' middles up to the cells' width.
    [Fact]
    public void Sources_raise_the_potential_as_a_parabola()
    {
        var shape = new GridShape(10, 2, 2);
        double[] conductivity = new double[256];
        conductivity[0] = 1;
        var grid = GridConductances.OfLabels(shape, new byte[shape.Count], conductivity, FaceWeights.Cubes, GridEnds.Along(0, GridEnd.Closed), 1);
        float[] sources = new float[shape.Count];
        Array.Fill(sources, 0.01f);
        GridSolution found = new GridSolver(grid, 1).Solve(1e-9, keep: true, sources: sources);
        for (int x = 0; x < 10; x++)
        {
            double at = x + 0.5, expected = at / 10 + 0.01 * (at * (10 - at) / 2 + 0.125);
            found.Potential[shape.Index(x, 1, 0)].ShouldBe((float)expected, 1e-4f);
        }
    }

    [Fact]
    public void A_good_start_saves_iterations()
    {
        var shape = new GridShape(24, 24, 24);
        var random = new Random(9);
        double[] conductivity = new double[256];
        (conductivity[1], conductivity[2]) = (1, 0.05);
        byte[] labels = [.. Enumerable.Range(0, (int)shape.Count).Select(_ => (byte)(1 + random.Next(2)))];
        GridConductances grid = GridConductances.OfLabels(shape, labels, conductivity, FaceWeights.Cubes, GridEnds.Along(2, GridEnd.Closed), 1);
        GridSolution cold = new GridSolver(grid, 1).Solve(1e-6, keep: true), warm = new GridSolver(grid, 1).Solve(1e-6, start: cold.Potential);
        warm.Conductance.ShouldBe(cold.Conductance, 1e-6 * cold.Conductance);
        warm.Iterations.ShouldBeLessThan(cold.Iterations);
    }

    // A path one cell wide winds through ten layers; blocks of cells hold several of its turns side by side.
    [Fact]
    public void A_winding_path_takes_few_iterations()
    {
        var shape = new GridShape(40, 24, 3);
        double[] conductivity = new double[256];
        conductivity[1] = 1;
        byte[] labels = Labels(shape, (x, y, z) => z == 1 && (x % 2 == 0 || y == (x / 2 % 2 == 0 ? 23 : 0)) ? 1 : 0);
        GridSolution found = Solve(GridConductances.OfLabels(shape, labels, conductivity, FaceWeights.Cubes, GridEnds.Along(0, GridEnd.Closed), 1), 1e-6);
        double expected = Eliminated(shape, [.. labels.Select(label => conductivity[label])], 0, GridEnd.Closed, FaceWeights.Cubes);
        found.Conductance.ShouldBe(expected, 1e-6 * expected);
        found.IsConverged.ShouldBeTrue();
        found.Iterations.ShouldBeLessThan(60);
    }

    private static byte[] Labels(GridShape shape, Func<int, int, int, int> label)
    {
        byte[] labels = new byte[shape.Count];
        for (int x = 0; x < shape.X; x++)
            for (int y = 0; y < shape.Y; y++)
                for (int z = 0; z < shape.Z; z++) labels[shape.Index(x, y, z)] = (byte)label(x, y, z);
        return labels;
    }

    private static GridSolution Solve(GridConductances grid, double tolerance) => new GridSolver(grid, 1).Solve(tolerance);

    // Gauss elimination of the same equations, written down independently; cells that nothing joins to an end have no equation.
    private static double Eliminated(GridShape shape, double[] conductivity, int axis, GridEnd sides, FaceWeights? weights = null)
    {
        FaceWeights of = weights ?? Unequal;
        int n = (int)shape.Count;
        double[,] a = new double[n, n + 1];
        var ends = new List<(int Cell, double Conducts, double Potential)>();
        for (int x = 0; x < shape.X; x++)
            for (int y = 0; y < shape.Y; y++)
                for (int z = 0; z < shape.Z; z++)
                {
                    int cell = (int)shape.Index(x, y, z);
                    for (int along = 0; along < 3; along++)
                    {
                        int place = along switch { 0 => x, 1 => y, _ => z };
                        if (along == axis && place == 0) End(cell, of[along] * 2 * conductivity[cell], 0);
                        if (along == axis && place == shape[along] - 1) End(cell, of[along] * 2 * conductivity[cell], 1);
                        int next = place + 1;
                        if (next == shape[along])
                        {
                            if (along == axis || sides == GridEnd.Closed) continue;
                            next = 0;
                        }
                        int other = (int)(along switch { 0 => shape.Index(next, y, z), 1 => shape.Index(x, next, z), _ => shape.Index(x, y, next) });
                        double conducts = conductivity[cell] > 0 && conductivity[other] > 0 ? of[along] * 2 * conductivity[cell] * conductivity[other] / (conductivity[cell] + conductivity[other]) : 0;
                        a[cell, cell] += conducts;
                        a[other, other] += conducts;
                        a[cell, other] -= conducts;
                        a[other, cell] -= conducts;
                    }
                }
        for (int i = 0; i < n; i++) a[i, i] += 1e-13;
        for (int i = 0; i < n; i++)
            for (int j = i + 1; j < n; j++)
            {
                double factor = a[j, i] / a[i, i];
                if (factor == 0) continue;
                for (int k = i; k <= n; k++) a[j, k] -= factor * a[i, k];
            }
        double[] potential = new double[n];
        for (int i = n - 1; i >= 0; i--)
        {
            double sum = a[i, n];
            for (int k = i + 1; k < n; k++) sum -= a[i, k] * potential[k];
            potential[i] = sum / a[i, i];
        }
        return ends.Where(end => end.Potential == 0).Sum(end => end.Conducts * potential[end.Cell]);

        void End(int cell, double conducts, double given)
        {
            a[cell, cell] += conducts;
            a[cell, n] += conducts * given;
            ends.Add((cell, conducts, given));
        }
    }
}
