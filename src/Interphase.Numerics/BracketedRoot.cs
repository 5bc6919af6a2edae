namespace Interphase.Numerics;

/// <summary>Newton's method that never leaves a bracket.</summary>
public static class BracketedRoot
{
    /// <summary>A place between two ends at which a continuous function passes through zero, to the last few digits.</summary>
    /// <param name="function">The function; its values at the ends differ in sign, or one of them is zero.</param>
    /// <param name="lower">Lower end, finite.</param>
    /// <param name="upper">Upper end, finite, not below <paramref name="lower"/>.</param>
    /// <returns>The root, or NaN where the ends do not bracket one or a value is NaN.</returns>
    public static double Find<TFunction>(TFunction function, double lower, double upper) where TFunction : struct, ISlopedFunction
    {
        function.Evaluate(lower, out double atLower, out _);
        function.Evaluate(upper, out double atUpper, out _);
        if (atLower == 0)
            return lower;
        if (atUpper == 0)
            return upper;
        if (double.IsNaN(atLower * atUpper) || (atLower < 0) == (atUpper < 0))
            return double.NaN;
        bool rising = atLower < 0;
        double x = Middle(lower, upper), width = upper - lower;
        // A step that does not halve the bracket is made up for by a bisection, so 2 * 1,100 rounds reach neighbouring numbers from any bracket.
        for (int round = 0; round < 2_200; round++)
        {
            function.Evaluate(x, out double value, out double slope);
            if (value == 0 || double.IsNaN(value))
                return value == 0 ? x : double.NaN;
            if (value < 0 == rising)
                lower = x;
            else
                upper = x;
            double step = value / slope, next = x - step;
            bool slow = upper - lower > width / 2;
            width = upper - lower;
            if (Math.Abs(step) <= Math.Abs(x) * 1e-16 && next >= lower && next <= upper)
                return next;
            if (slow || !(next > lower && next < upper))
                next = Middle(lower, upper);
            if (next <= lower || next >= upper)
                return x;
            x = next;
        }
        return x;
    }

    private static double Middle(double lower, double upper) => lower + (upper - lower) / 2;
}
