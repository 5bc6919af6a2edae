namespace Interphase.Microstructure;

/// <summary>Logarithm, exponential and cube root from basic operations alone: those of a platform's library differ in their last bits, and a structure must not.</summary>
internal static class PortableMath
{
    private const double Ln2High = 6.93147180369123816490e-01, Ln2Low = 1.90821492927058770002e-10;

    /// <summary>Natural logarithm of a normal number &gt; 0.</summary>
    public static double Log(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        int exponent = (int)(bits >> 52) - 1023;
        double mantissa = BitConverter.Int64BitsToDouble((bits & 0xFFFFFFFFFFFFFL) | 0x3FF0000000000000L);
        if (mantissa > 1.4142135623730951)
        {
            mantissa /= 2;
            exponent++;
        }
        // ln m = 2 artanh((m - 1) / (m + 1)), of which |argument| < 0.172.
        double s = (mantissa - 1) / (mantissa + 1), square = s * s, sum = 0;
        for (int k = 21; k >= 1; k -= 2) sum = sum * square + 1.0 / k;
        return exponent * Ln2High + (2 * s * sum + exponent * Ln2Low);
    }

    /// <summary>e to a power; 0 below -700.</summary>
    public static double Exp(double x)
    {
        if (x < -700) return 0;
        double k = Math.Floor(x / (Ln2High + Ln2Low) + 0.5), r = x - k * Ln2High - k * Ln2Low, sum = 1;
        for (int n = 16; n >= 1; n--) sum = 1 + sum * r / n;
        return sum * BitConverter.Int64BitsToDouble((long)(1023 + (int)k) << 52);
    }

    /// <summary>Cube root of a number &gt; 0.</summary>
    public static double Cbrt(double x)
    {
        double root = Exp(Log(x) / 3);
        return root - (root * root * root - x) / (3 * root * root);
    }
}
