namespace Interphase.Numerics;

/// <summary>Elementary functions over any <see cref="IScalar{TSelf}"/>, each stated once with its first two derivatives.</summary>
/// <remarks>Outside its domain a function gives NaN or infinity, as <see cref="Math"/> does; nothing throws or allocates.</remarks>
public static class Elementary
{
    /// <summary>e^x.</summary>
    /// <param name="x">Any value.</param>
    public static T Exp<T>(T x) where T : unmanaged, IScalar<T>
    {
        double value = Math.Exp(x.Value);
        return T.Compose(x, value, value, value);
    }

    /// <summary>Natural logarithm.</summary>
    /// <param name="x">Above 0.</param>
    public static T Log<T>(T x) where T : unmanaged, IScalar<T>
    {
        double value = Math.Log(x.Value), inverse = 1 / x.Value;
        return T.Compose(x, value, inverse, -inverse * inverse);
    }

    /// <summary>Logarithm to base 10.</summary>
    /// <param name="x">Above 0.</param>
    public static T Log10<T>(T x) where T : unmanaged, IScalar<T>
    {
        double inverse = 1 / x.Value;
        return T.Compose(x, Math.Log10(x.Value), inverse / Ln10, -inverse * inverse / Ln10);
    }

    /// <summary>Square root.</summary>
    /// <param name="x">0 or above; the slope is infinite at 0.</param>
    public static T Sqrt<T>(T x) where T : unmanaged, IScalar<T>
    {
        double root = Math.Sqrt(x.Value);
        return T.Compose(x, root, 0.5 / root, -0.25 / (root * x.Value));
    }

    /// <summary>Cube root, odd in x.</summary>
    /// <param name="x">Any value; the slope is infinite at 0.</param>
    public static T Cbrt<T>(T x) where T : unmanaged, IScalar<T>
    {
        double root = Math.Cbrt(x.Value), square = root * root;
        return T.Compose(x, root, 1 / (3 * square), -2 / (9 * square * x.Value));
    }

    /// <summary>Magnitude; its slope at 0 is taken as 0.</summary>
    /// <param name="x">Any value.</param>
    public static T Abs<T>(T x) where T : unmanaged, IScalar<T> => T.Compose(x, Math.Abs(x.Value), SignOf(x.Value), 0);

    /// <summary>-1, 0 or 1; its slope is taken as 0 everywhere.</summary>
    /// <param name="x">Any value.</param>
    public static T Sign<T>(T x) where T : unmanaged, IScalar<T> => T.Constant(SignOf(x.Value));

    /// <summary>0 below 0, 1/2 at 0, 1 above; its slope is taken as 0 everywhere.</summary>
    /// <param name="x">Any value.</param>
    public static T Heaviside<T>(T x) where T : unmanaged, IScalar<T> => T.Constant(0.5 + 0.5 * SignOf(x.Value));

    /// <summary>Hyperbolic tangent.</summary>
    /// <param name="x">Any value.</param>
    public static T Tanh<T>(T x) where T : unmanaged, IScalar<T>
    {
        double value = Math.Tanh(x.Value);
        if (T.Order == 0)
            return T.Constant(value);
        // 1 - tanh² loses every digit in the tails; 1/cosh² keeps them.
        double inverse = 1 / Math.Cosh(x.Value), slope = inverse * inverse;
        return T.Compose(x, value, slope, -2 * value * slope);
    }

    /// <summary>Hyperbolic sine.</summary>
    /// <param name="x">Any value.</param>
    public static T Sinh<T>(T x) where T : unmanaged, IScalar<T>
    {
        double value = Math.Sinh(x.Value);
        return T.Order == 0 ? T.Constant(value) : T.Compose(x, value, Math.Cosh(x.Value), value);
    }

    /// <summary>Hyperbolic cosine.</summary>
    /// <param name="x">Any value.</param>
    public static T Cosh<T>(T x) where T : unmanaged, IScalar<T>
    {
        double value = Math.Cosh(x.Value);
        return T.Order == 0 ? T.Constant(value) : T.Compose(x, value, Math.Sinh(x.Value), value);
    }

    /// <summary>Sine.</summary>
    /// <param name="x">rad.</param>
    public static T Sin<T>(T x) where T : unmanaged, IScalar<T>
    {
        double value = Math.Sin(x.Value);
        return T.Order == 0 ? T.Constant(value) : T.Compose(x, value, Math.Cos(x.Value), -value);
    }

    /// <summary>Cosine.</summary>
    /// <param name="x">rad.</param>
    public static T Cos<T>(T x) where T : unmanaged, IScalar<T>
    {
        double value = Math.Cos(x.Value);
        return T.Order == 0 ? T.Constant(value) : T.Compose(x, value, -Math.Sin(x.Value), -value);
    }

    /// <summary>Tangent.</summary>
    /// <param name="x">rad.</param>
    public static T Tan<T>(T x) where T : unmanaged, IScalar<T>
    {
        double value = Math.Tan(x.Value), slope = 1 + value * value;
        return T.Compose(x, value, slope, 2 * value * slope);
    }

    /// <summary>Arc tangent.</summary>
    /// <param name="x">Any value.</param>
    /// <returns>rad, in [-pi/2, pi/2].</returns>
    public static T Atan<T>(T x) where T : unmanaged, IScalar<T>
    {
        double slope = 1 / (1 + x.Value * x.Value);
        return T.Compose(x, Math.Atan(x.Value), slope, -2 * x.Value * slope * slope);
    }

    /// <summary>Error function.</summary>
    /// <param name="x">Any value.</param>
    public static T Erf<T>(T x) where T : unmanaged, IScalar<T>
    {
        double value = ErrorFunction.Erf(x.Value);
        if (T.Order == 0)
            return T.Constant(value);
        double slope = 2 / Math.Sqrt(Math.PI) * Math.Exp(-x.Value * x.Value);
        return T.Compose(x, value, slope, -2 * x.Value * slope);
    }

    /// <summary>The lesser of two; where they are equal, the first with its derivatives. NaN where either is.</summary>
    /// <param name="x">Any value.</param>
    /// <param name="y">Any value.</param>
    public static T Min<T>(T x, T y) where T : unmanaged, IScalar<T> => x.Value <= y.Value || double.IsNaN(x.Value) ? x : y;

    /// <summary>The greater of two; where they are equal, the first with its derivatives. NaN where either is.</summary>
    /// <param name="x">Any value.</param>
    /// <param name="y">Any value.</param>
    public static T Max<T>(T x, T y) where T : unmanaged, IScalar<T> => x.Value >= y.Value || double.IsNaN(x.Value) ? x : y;

    /// <summary>x^n by multiplication; far cheaper than the general power for a small exponent.</summary>
    /// <param name="x">Any value; not 0 where <paramref name="exponent"/> is below 0.</param>
    /// <param name="exponent">Any whole number; cost grows with its logarithm.</param>
    public static T Power<T>(T x, int exponent) where T : unmanaged, IScalar<T>
    {
        double value = WholePower(x.Value, exponent);
        if (T.Order == 0)
            return T.Constant(value);
        double first = exponent == 0 ? 0 : exponent * WholePower(x.Value, exponent - 1);
        double second = T.Order < 2 || exponent is 0 or 1 ? 0 : (double)exponent * (exponent - 1) * WholePower(x.Value, exponent - 2);
        return T.Compose(x, value, first, second);
    }

    /// <summary>x^y, as <see cref="Math.Pow"/>.</summary>
    /// <param name="x">Above 0 where <paramref name="y"/> varies or is not a whole number.</param>
    /// <param name="y">Any value.</param>
    public static T Power<T>(T x, T y) where T : unmanaged, IScalar<T>
    {
        double b = x.Value, p = y.Value, value = Math.Pow(b, p);
        if (T.Order == 0)
            return T.Constant(value);
        // At b = 0 and p > 0 the terms b^p ln b tend to 0.
        bool vanishes = b == 0 && p > 0;
        double logarithm = vanishes ? 0 : Math.Log(b);
        double slope = p == 0 ? 0 : p * Math.Pow(b, p - 1);
        double byExponent = vanishes ? 0 : value * logarithm;
        if (T.Order == 1)
            return T.Compose(x, y, value, new(slope, byExponent, 0, 0, 0));
        double curvature = p is 0 or 1 ? 0 : p * (p - 1) * Math.Pow(b, p - 2);
        double mixed = Math.Pow(b, p - 1) * (1 + p * (b == 0 ? Math.Log(b) : logarithm));
        return T.Compose(x, y, value, new(slope, byExponent, curvature, mixed, byExponent * logarithm));
    }

    private const double Ln10 = 2.302585092994045684;

    // Math.Sign throws on NaN.
    private static double SignOf(double x) => x > 0 ? 1 : x < 0 ? -1 : x == 0 ? 0 : double.NaN;

    private static double WholePower(double x, int exponent)
    {
        uint left = (uint)Math.Abs((long)exponent);
        double result = 1;
        for (double square = x; left != 0; left >>= 1, square *= square)
        {
            if ((left & 1) != 0)
                result *= square;
        }
        return exponent < 0 ? 1 / result : result;
    }
}
