namespace Interphase.Numerics;

/// <summary>The error function and its complement.</summary>
public static class ErrorFunction
{
    // Below, the series with only positive terms loses nothing; above, the continued fraction is short.
    private const double Join = 2.5;

    /// <summary>2/sqrt(pi) times the integral of exp(-t²) from 0 to x; relative error about 1e-15.</summary>
    /// <param name="x">Any value; NaN gives NaN.</param>
    public static double Erf(double x)
    {
        double size = Math.Abs(x);
        if (double.IsNaN(x) || size < Join)
            return Series(x);
        return Math.CopySign(1 - Complement(size), x);
    }

    /// <summary>1 - erf(x), without cancellation for large x; relative error about 1e-14.</summary>
    /// <param name="x">Any value; NaN gives NaN.</param>
    public static double Erfc(double x) => x >= Join ? Complement(x) : 1 - Erf(x);

    private static double Series(double x)
    {
        double square = x * x, term = x, sum = x;
        for (int n = 1; n < 100 && Math.Abs(term) > 1e-18 * Math.Abs(sum); n++)
        {
            term *= 2 * square / (2 * n + 1);
            sum += term;
        }
        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-square) * sum;
    }

    private static double Complement(double x)
    {
        if (x > 28)
            return 0;
        double tail = x;
        for (int n = 60; n >= 1; n--)
            tail = x + n / (2 * tail);
        return Math.Exp(-x * x) / (tail * Math.Sqrt(Math.PI));
    }
}
