using System.Numerics;

namespace Interphase.Cells;

/// <summary>
/// The functions of every line and sphere: (n coth n - 1)/n² and (n csch n - 1)/n² over n². Neither overflows where n is large nor loses digits where it is small. docs/physics.md (46).
/// </summary>
internal static class HyperbolicExcess
{
    private const int Terms = 18;
    private static readonly double[] s_coth = Series(k => 1 / Factorial(2 * k)), s_csch = Series(k => k == 0 ? 1 : 0);

    /// <summary>(n coth n - 1)/n²; 1/3 at 0.</summary>
    public static Complex Coth(Complex square)
    {
        if (IsSmall(square)) return Sum(s_coth, square);
        Complex root = Complex.Sqrt(square), fading = Complex.Exp(-2 * root);
        return (root * (1 + fading) / (1 - fading) - 1) / square;
    }

    /// <summary>Both: (n coth n - 1)/n² and (n csch n - 1)/n²; 1/3 and -1/6 at 0.</summary>
    public static void Both(Complex square, out Complex coth, out Complex csch)
    {
        if (IsSmall(square))
        {
            (coth, csch) = (Sum(s_coth, square), Sum(s_csch, square));
            return;
        }
        Complex root = Complex.Sqrt(square), fading = Complex.Exp(-root), both = fading * fading, factor = root / (1 - both), inverse = 1 / square;
        coth = (factor * (1 + both) - 1) * inverse;
        csch = (2 * factor * fading - 1) * inverse;
    }

    private static bool IsSmall(Complex square) => Math.Abs(square.Real) + Math.Abs(square.Imaginary) < 1;

    private static Complex Sum(double[] coefficients, Complex x)
    {
        double real = coefficients[^1], imaginary = 0;
        for (int k = coefficients.Length - 2; k >= 0; k--) (real, imaginary) = (coefficients[k] + real * x.Real - imaginary * x.Imaginary, real * x.Imaginary + imaginary * x.Real);
        return new Complex(real, imaginary);
    }

    // A power series in n² over that of sinh n / n, without its first term, which is 1.
    private static double[] Series(Func<int, double> numerator)
    {
        double[] quotient = new double[Terms + 1];
        for (int k = 0; k <= Terms; k++)
        {
            quotient[k] = numerator(k);
            for (int j = 0; j < k; j++) quotient[k] -= quotient[j] / Factorial(2 * (k - j) + 1);
        }
        return quotient[1..];
    }

    private static double Factorial(int n) => n < 2 ? 1 : n * Factorial(n - 1);
}
