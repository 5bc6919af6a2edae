namespace Interphase.Cells;

/// <summary>Looks along a line for a place at which a law has no finite value, or a pole.</summary>
internal static class LawScan
{
    private const double Near = 1e-6, Far = 1e-3, Rises = 10;
    private const int Narrowings = 120;

    /// <summary>The first such place; null where there is none.</summary>
    /// <param name="law">The law along the line.</param>
    /// <param name="from">Where the line begins.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="steps">In how many steps.</param>
    public static double? Find(Func<double, double> law, double from, double to, int steps)
    {
        double width = (to - from) / steps, before = double.NaN, last = double.NaN;
        for (int i = 0; i <= steps; i++)
        {
            double x = from + i * width, size = Math.Abs(law(x));
            if (!double.IsFinite(size)) return x;
            if (i > 1 && last > before && last >= size && Pole(law, x - 2 * width, x) is { } pole) return pole;
            (before, last) = (last, size);
        }
        return null;
    }

    // Where a size is largest between two places, if it rises without end there: a peak that has a top is flat long before.
    private static double? Pole(Func<double, double> law, double low, double high)
    {
        double Size(double x) => Math.Abs(law(x)) is var size && double.IsFinite(size) ? size : double.PositiveInfinity;
        double width = high - low;
        for (int i = 0; i < Narrowings && high > low; i++)
        {
            double third = (high - low) / 3, left = low + third, right = high - third;
            if (Size(left) >= Size(right)) high = right;
            else low = left;
        }
        double top = 0.5 * (low + high);
        return Size(top + Near * width) > Rises * Size(top + Far * width) && Size(top - Near * width) > Rises * Size(top - Far * width) ? top : null;
    }
}
