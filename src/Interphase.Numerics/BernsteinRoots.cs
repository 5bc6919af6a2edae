namespace Interphase.Numerics;

/// <summary>Places in an interval at which a polynomial changes sign, isolated by its Bernstein coefficients.</summary>
/// <remarks>A polynomial whose Bernstein coefficients have one sign has no root in the interval, which settles most intervals with a handful of operations.</remarks>
public static class BernsteinRoots
{
    /// <summary>Highest degree that is taken.</summary>
    public const int MaximumDegree = 8;

    private const int MaximumDepth = 50;

    /// <summary>Finds the sign changes of sum c[k] t^k on [0, width], in ascending order.</summary>
    /// <param name="coefficients">From the constant upwards; at most nine, finite.</param>
    /// <param name="width">Length of the interval, above 0.</param>
    /// <param name="roots">Filled from its start; room for the degree is always enough.</param>
    /// <returns>How many were found. A root at which the polynomial only touches zero may be left out.</returns>
    public static int Find(ReadOnlySpan<double> coefficients, double width, Span<double> roots)
    {
        int degree = coefficients.Length - 1;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(degree, MaximumDegree, nameof(coefficients));
        Span<double> bernstein = stackalloc double[MaximumDegree + 1];
        // b[i] = sum over k <= i of C(i, k) / C(degree, k) * c[k] width^k
        for (int i = 0; i <= degree; i++)
        {
            double sum = 0, weight = 1, power = 1;
            for (int k = 0; k <= i; k++)
            {
                sum += weight * coefficients[k] * power;
                weight *= (double)(i - k) / (degree - k);
                power *= width;
            }
            bernstein[i] = sum;
        }
        int count = 0;
        Isolate(bernstein[..(degree + 1)], 0, width, 0, roots, ref count);
        return count;
    }

    private static void Isolate(ReadOnlySpan<double> bernstein, double lower, double upper, int depth, Span<double> roots, ref int count)
    {
        int changes = 0;
        double sign = 0;
        foreach (double b in bernstein)
        {
            if (b == 0)
                continue;
            if (b < 0 != sign < 0 && sign != 0)
                changes++;
            sign = b;
        }
        if (changes == 0 || count == roots.Length)
            return;
        double middle = lower + (upper - lower) / 2;
        if (depth == MaximumDepth || middle <= lower || middle >= upper)
        {
            if (changes % 2 == 1)
                roots[count++] = middle;
            return;
        }
        Span<double> left = stackalloc double[MaximumDegree + 1], right = stackalloc double[MaximumDegree + 1];
        bernstein.CopyTo(right);
        int last = bernstein.Length - 1;
        left[0] = right[0];
        for (int round = 1; round <= last; round++)
        {
            for (int i = 0; i <= last - round; i++)
                right[i] = 0.5 * (right[i] + right[i + 1]);
            left[round] = right[0];
        }
        Isolate(left[..(last + 1)], lower, middle, depth + 1, roots, ref count);
        // A root exactly in the middle ends one half in zero and begins the other there; neither counts it as a change.
        if (right[0] == 0 && count < roots.Length && Before(left[..last]) * After(right[1..(last + 1)]) < 0)
            roots[count++] = middle;
        Isolate(right[..(last + 1)], middle, upper, depth + 1, roots, ref count);
    }

    private static int Before(ReadOnlySpan<double> values)
    {
        for (int i = values.Length - 1; i >= 0; i--)
        {
            if (values[i] != 0)
                return Math.Sign(values[i]);
        }
        return 0;
    }

    private static int After(ReadOnlySpan<double> values)
    {
        foreach (double value in values)
        {
            if (value != 0)
                return Math.Sign(value);
        }
        return 0;
    }
}
