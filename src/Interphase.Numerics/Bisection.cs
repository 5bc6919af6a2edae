namespace Interphase.Numerics;

/// <summary>Finds where a monotone function changes sign, to the last bit, without derivatives.</summary>
public static class Bisection
{
    /// <summary>The argument in [<paramref name="lower"/>, <paramref name="upper"/>] at which a falling function reaches zero; an end where it does not.</summary>
    /// <param name="falling">Falls, or stays, as its argument grows; finite.</param>
    /// <param name="lower">Lower end.</param>
    /// <param name="upper">Upper end, not below the lower one.</param>
    public static double WhereFallingReachesZero(Func<double, double> falling, double lower, double upper)
    {
        if (falling(lower) <= 0) return lower;
        if (falling(upper) >= 0) return upper;
        while (true)
        {
            double middle = lower + (upper - lower) / 2;
            if (middle <= lower || middle >= upper) return middle;
            if (falling(middle) > 0) lower = middle;
            else upper = middle;
        }
    }
}
