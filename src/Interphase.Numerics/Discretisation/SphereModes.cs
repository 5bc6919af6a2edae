namespace Interphase.Numerics;

/// <summary>
/// Diffusion in a sphere of radius 1 with a constant diffusivity of 1, as independent modes: dz_m/dt = -rate_m z_m + weight_m u, surface value = sum of weight_m z_m,
/// where u is what enters per volume and time. Mode 0 is the mean.
/// </summary>
/// <remarks>
/// docs/numerics.md, section 3: a Galerkin projection on polynomials in r² of degree 0 to n, diagonalised. It conserves exactly, is symmetric (so that a flux never moves the surface the wrong way), and
/// its answer from surface flux to surface value matches that of the sphere to the 2n + 2 first moments.
/// </remarks>
public sealed class SphereModes
{
    /// <summary>The highest degree that is made.</summary>
    public const int Highest = 128;

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<int, SphereModes> Known = new();

    private readonly double[] _rates, _weights;
    private readonly double[,] _vectors;

    /// <summary>The modes of a degree, made once.</summary>
    /// <param name="degree">Highest power of r², 1 to <see cref="Highest"/>.</param>
    public static SphereModes Of(int degree) => Known.GetOrAdd(degree, static each => new SphereModes(each));

    /// <summary>Projects and diagonalises.</summary>
    /// <param name="degree">Highest power of r², 1 to <see cref="Highest"/>.</param>
    public SphereModes(int degree)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degree, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(degree, Highest);
        int count = degree + 1;
        var rule = new GaussRule(2 * degree + 4);
        // Odd Legendre polynomials over r are orthogonal with the weight r²: P_1(r)/r, P_3(r)/r, ... are the polynomials in r² of a sphere.
        var slopes = new double[rule.Count, count];
        for (int q = 0; q < rule.Count; q++)
            for (int m = 0; m < count; m++) slopes[q, m] = Polynomial(m, rule.Points[q]).Slope;
        var stiffness = new double[count, count];
        for (int i = 1; i < count; i++)
            for (int j = 1; j < count; j++)
                for (int q = 0; q < rule.Count; q++)
                    stiffness[i, j] += 3 * rule.Weights[q] * rule.Points[q] * rule.Points[q] * slopes[q, i] * slopes[q, j];
        var inner = new double[degree, degree];
        for (int i = 0; i < degree; i++)
            for (int j = 0; j < degree; j++) inner[i, j] = stiffness[i + 1, j + 1];
        // The mean is a mode by itself; the others couple among themselves only.
        SymmetricEigenvalues.Find(inner, out double[] values, out double[,] vectors);
        _vectors = vectors;
        _rates = new double[count];
        _weights = new double[count];
        _weights[0] = 1;
        for (int m = 0; m < degree; m++)
        {
            _rates[m + 1] = values[m];
            for (int i = 0; i < degree; i++) _weights[m + 1] += vectors[i, m] * Polynomial(i + 1, 1).Value;
        }
    }

    /// <summary>Number of modes, the mean included.</summary>
    public int Count => _rates.Length;

    /// <summary>Decay rates in units of D/R², ascending, the first 0.</summary>
    public ReadOnlySpan<double> Rates => _rates;

    /// <summary>Share of each mode in the surface, and of the flux in each mode.</summary>
    public ReadOnlySpan<double> Weights => _weights;

    /// <summary>The shape of a mode over the radius.</summary>
    /// <param name="mode">0 is the mean.</param>
    /// <param name="radius">0 to 1.</param>
    public double Shape(int mode, double radius)
    {
        if (mode == 0) return 1;
        double sum = 0;
        for (int i = 0; i < _vectors.GetLength(0); i++) sum += _vectors[i, mode - 1] * Polynomial(i + 1, Math.Max(radius, 1e-9)).Value;
        return sum;
    }

    // P_{2m+1}(r)/r, scaled so that the mean of its square over the sphere is 1.
    private static (double Value, double Slope) Polynomial(int m, double r)
    {
        int degree = 2 * m + 1;
        double before = 1, value = r, beforeSlope = 0, slope = 1;
        for (int j = 2; j <= degree; j++)
        {
            double next = ((2 * j - 1) * r * value - (j - 1) * before) / j, nextSlope = ((2 * j - 1) * (value + r * slope) - (j - 1) * beforeSlope) / j;
            (before, value, beforeSlope, slope) = (value, next, slope, nextSlope);
        }
        double scale = Math.Sqrt((2 * degree + 1) / 3.0);
        return (scale * value / r, scale * (slope - value / r) / r);
    }
}
