namespace Interphase.Numerics;

/// <summary>The Gauss-Legendre rule of n points on [0, 1], with the integrals of its Lagrange polynomials: quadrature, and collocation of first-order equations.</summary>
public sealed class GaussRule
{
    /// <summary>The largest number of points.</summary>
    public const int Most = 512;

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<int, GaussRule> Known = new();

    private readonly double[] _points, _weights, _integrals;

    /// <summary>The rule of so many points, made once.</summary>
    /// <param name="count">Number of points, 1 to <see cref="Most"/>.</param>
    public static GaussRule Of(int count) => Known.GetOrAdd(count, static each => new GaussRule(each));

    /// <summary>Computes the rule.</summary>
    /// <param name="count">Number of points, 1 to <see cref="Most"/>.</param>
    public GaussRule(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Most);
        (_points, _weights, _integrals) = (new double[count], new double[count], new double[count * count]);
        for (int k = 0; k < (count + 1) / 2; k++)
        {
            double x = Math.Cos(Math.PI * (k + 0.75) / (count + 0.5)), slope = 1;
            for (int iteration = 0; iteration < 100; iteration++)
            {
                (double value, slope) = Legendre(count, x);
                double change = value / slope;
                x -= change;
                if (Math.Abs(change) < 1e-15) break;
            }
            slope = Legendre(count, x).Slope;
            double weight = 1 / ((1 - x * x) * slope * slope);
            (_points[k], _points[count - 1 - k]) = ((1 - x) / 2, (1 + x) / 2);
            (_weights[k], _weights[count - 1 - k]) = (weight, weight);
        }
        // Lagrange polynomials by their Legendre coefficients, whose integrals are known: exact to rounding, also for many points.
        double[] values = new double[count * (count + 1)], integrals = new double[count];
        for (int k = 0; k < count; k++) LegendreValues(2 * _points[k] - 1, values.AsSpan(k * (count + 1), count + 1));
        for (int k = 0; k < count; k++)
        {
            ReadOnlySpan<double> here = values.AsSpan(k * (count + 1), count + 1);
            // The integral of the shifted polynomial from 0 to the point, times 2 degree + 1.
            integrals[0] = _points[k];
            for (int degree = 1; degree < count; degree++) integrals[degree] = 0.5 * (here[degree + 1] - here[degree - 1]);
            for (int m = 0; m < count; m++)
            {
                ReadOnlySpan<double> there = values.AsSpan(m * (count + 1), count);
                double sum = 0;
                for (int degree = 0; degree < count; degree++) sum += there[degree] * integrals[degree];
                _integrals[k * count + m] = _weights[m] * sum;
            }
        }
    }

    /// <summary>Number of points.</summary>
    public int Count => _points.Length;

    /// <summary>The points, ascending in (0, 1).</summary>
    public ReadOnlySpan<double> Points => _points;

    /// <summary>The weights; their sum is 1.</summary>
    public ReadOnlySpan<double> Weights => _weights;

    /// <summary>The integral of the m-th Lagrange polynomial from 0 to the k-th point.</summary>
    /// <param name="k">The point.</param>
    /// <param name="m">The polynomial that is 1 at point m.</param>
    public double Integral(int k, int m) => _integrals[k * Count + m];

    private static void LegendreValues(double x, Span<double> values)
    {
        (values[0], values[1]) = (1, x);
        for (int j = 2; j < values.Length; j++) values[j] = ((2 * j - 1) * x * values[j - 1] - (j - 1) * values[j - 2]) / j;
    }

    private static (double Value, double Slope) Legendre(int degree, double x)
    {
        double before = 1, value = degree == 0 ? 1 : x;
        for (int j = 2; j <= degree; j++) (before, value) = (value, ((2 * j - 1) * x * value - (j - 1) * before) / j);
        double slope = degree == 0 ? 0 : Math.Abs(x) < 1 ? degree * (before - x * value) / (1 - x * x) : degree * (degree + 1) / 2.0;
        return (value, slope);
    }
}
