namespace Interphase.Numerics;

/// <summary>
/// A sphere of radius 1 in shells that grow finer towards the surface: volumes, what a function is at the shells' middles from its averages over them, and what its gradient is at the faces from its values
/// at the middles and at the surface; both of fourth order.
/// </summary>
/// <remarks>docs/numerics.md, section 4. Values are numbered from the centre: shells 0 to n - 1, then the surface as value n.</remarks>
public sealed class GradedSphere
{
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<(int, double), GradedSphere> Known = new();

    /// <summary>Values that a rule for a gradient reaches at most.</summary>
    public const int Reach = 4;

    /// <summary>Averages that the value at a middle is made of: the shell before, the shell, the one after.</summary>
    public const int Neighbours = 3;

    private readonly double[] _faces, _volumes, _middles, _gradients, _points;
    private readonly int[] _first;

    /// <summary>The shells of a count and grading, made once.</summary>
    /// <param name="count">Number of shells.</param>
    /// <param name="grading">Power by which they narrow towards the surface.</param>
    public static GradedSphere Of(int count, double grading) => Known.GetOrAdd((count, grading), static each => new GradedSphere(each.Item1, each.Item2));

    /// <summary>Builds shells at r = 1 - (1 - i/n)^grading.</summary>
    /// <param name="shells">At least 4.</param>
    /// <param name="grading">1 for even shells; 3 puts most of them at the surface.</param>
    public GradedSphere(int shells, double grading)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(shells, 4);
        ArgumentOutOfRangeException.ThrowIfLessThan(grading, 1);
        _faces = [.. Enumerable.Range(0, shells + 1).Select(i => i == shells ? 1 : 1 - Math.Pow(1 - (double)i / shells, grading))];
        _volumes = [.. Enumerable.Range(0, shells).Select(i => (_faces[i + 1] - _faces[i]) * (_faces[i + 1] * _faces[i + 1] + _faces[i + 1] * _faces[i] + _faces[i] * _faces[i]))];
        _middles = [.. Enumerable.Range(0, shells).Select(i => 0.75 * (Math.Pow(_faces[i + 1], 4) - Math.Pow(_faces[i], 4)) / _volumes[i]), 1];
        _gradients = new double[(shells + 1) * Reach];
        _points = new double[shells * Neighbours];
        _first = new int[shells + 1];
        var rule = new GaussRule(6);
        for (int face = 1; face <= shells; face++)
        {
            // The innermost rule knows that the function is even in r.
            bool even = face == 1;
            _first[face] = face == 1 ? 0 : Math.Min(face - 2, shells - 3);
            int count = even ? 3 : Reach;
            double width = Math.Max(_faces[Math.Min(face + 1, shells)] - _faces[Math.Max(face - 2, 0)], 1e-12);
            var matrix = new double[count, count];
            var right = new double[count];
            for (int power = 0; power < count; power++)
            {
                int exponent = even ? 2 * power : power;
                for (int value = 0; value < count; value++) matrix[power, value] = Math.Pow((_middles[_first[face] + value] - (even ? 0 : _faces[face])) / (even ? 1 : width), exponent);
                right[power] = even ? exponent * Math.Pow(_faces[face], Math.Max(0, exponent - 1)) : power == 1 ? 1 / width : 0;
            }
            SmallSolve(matrix, right);
            for (int value = 0; value < count; value++) _gradients[face * Reach + value] = right[value];
        }
        for (int shell = 0; shell < shells; shell++)
        {
            // A parabola through the averages of a shell and its neighbours; the innermost one is even in r.
            int first = Math.Max(shell - 1, 0), count = shell == 0 ? 2 : Neighbours;
            var matrix = new double[count, count];
            var right = new double[count];
            double origin = shell == 0 ? 0 : _middles[shell], width = shell == 0 ? 1 : _faces[shell + 1] - _faces[shell];
            for (int power = 0; power < count; power++)
            {
                int exponent = shell == 0 ? 2 * power : power;
                for (int value = 0; value < count; value++) matrix[power, value] = Average(first + value, exponent, origin, width, rule);
                right[power] = Math.Pow(_middles[shell] - origin, exponent);
            }
            SmallSolve(matrix, right);
            for (int value = 0; value < count; value++) _points[shell * Neighbours + value + (shell == 0 ? 1 : 0)] = right[value];
        }
    }

    /// <summary>Number of shells.</summary>
    public int Count => _volumes.Length;

    /// <summary>Shares of the sphere's volume; their sum is 1.</summary>
    public ReadOnlySpan<double> Volumes => _volumes;

    /// <summary>Radii of the faces; 0, ..., 1.</summary>
    public ReadOnlySpan<double> Faces => _faces;

    /// <summary>The first value that the gradient at a face uses.</summary>
    /// <param name="face">1 to the number of shells, which is the surface.</param>
    public int First(int face) => _first[face];

    /// <summary>The value at a shell's middle by volume: what multiplies the averages of the shell before it, of itself, and of the one after it (of the last shell, the surface).</summary>
    /// <param name="shell">0 to the number of shells less one.</param>
    public ReadOnlySpan<double> Point(int shell) => _points.AsSpan(shell * Neighbours, Neighbours);

    /// <summary>The shells' middles by volume, and the surface, 1.</summary>
    public ReadOnlySpan<double> Middles => _middles;

    /// <summary>The gradient at a face: what multiplies the values at the middles from <see cref="First"/> on.</summary>
    /// <param name="face">1 to the number of shells.</param>
    public ReadOnlySpan<double> Gradient(int face) => _gradients.AsSpan(face * Reach, Reach);

    // The mean of ((r - origin)/width)^power over a shell by volume, or its value at the surface.
    private double Average(int value, int power, double origin, double width, GaussRule rule)
    {
        if (value == Count) return Math.Pow((1 - origin) / width, power);
        double sum = 0, total = 0, lower = _faces[value], span = _faces[value + 1] - lower;
        for (int q = 0; q < rule.Count; q++)
        {
            double r = lower + span * rule.Points[q], weight = rule.Weights[q] * r * r;
            sum += weight * Math.Pow((r - origin) / width, power);
            total += weight;
        }
        return sum / total;
    }

    private static void SmallSolve(double[,] matrix, double[] right)
    {
        int count = right.Length;
        for (int column = 0; column < count; column++)
        {
            int pivot = column;
            for (int row = column + 1; row < count; row++)
                if (Math.Abs(matrix[row, column]) > Math.Abs(matrix[pivot, column])) pivot = row;
            for (int k = 0; k < count; k++) (matrix[column, k], matrix[pivot, k]) = (matrix[pivot, k], matrix[column, k]);
            (right[column], right[pivot]) = (right[pivot], right[column]);
            for (int row = column + 1; row < count; row++)
            {
                double factor = matrix[row, column] / matrix[column, column];
                for (int k = column; k < count; k++) matrix[row, k] -= factor * matrix[column, k];
                right[row] -= factor * right[column];
            }
        }
        for (int row = count - 1; row >= 0; row--)
        {
            for (int k = row + 1; k < count; k++) right[row] -= matrix[row, k] * right[k];
            right[row] /= matrix[row, row];
        }
    }
}
