namespace Interphase.Numerics;

/// <summary>Slopes with which a cubic through given points never overshoots them (Fritsch and Carlson's condition, Brodlie's weighted harmonic mean).</summary>
public static class MonotoneCubic
{
    /// <summary>One slope for each point. doi:10.1137/0717021, doi:10.1137/0905021.</summary>
    /// <param name="x">Ascending, finite, at least two.</param>
    /// <param name="y">As many, finite.</param>
    /// <param name="slopes">Filled; 0 at an extreme of the points.</param>
    public static void Slopes(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> slopes)
    {
        int last = x.Length - 1;
        double widthBefore = x[1] - x[0], rateBefore = (y[1] - y[0]) / widthBefore;
        if (last == 1)
        {
            slopes[0] = slopes[1] = rateBefore;
            return;
        }
        for (int i = 1; i < last; i++)
        {
            double width = x[i + 1] - x[i], rate = (y[i + 1] - y[i]) / width;
            double near = 2 * width + widthBefore, far = width + 2 * widthBefore;
            slopes[i] = Math.Sign(rateBefore) * Math.Sign(rate) > 0 ? (near + far) / (near / rateBefore + far / rate) : 0;
            if (i == 1)
                slopes[0] = End(widthBefore, width, rateBefore, rate);
            if (i == last - 1)
                slopes[last] = End(width, widthBefore, rate, rateBefore);
            (widthBefore, rateBefore) = (width, rate);
        }
    }

    // The slope of the parabola through three points, held to what keeps the end interval monotone.
    private static double End(double width, double widthNext, double rate, double rateNext)
    {
        double slope = ((2 * width + widthNext) * rate - width * rateNext) / (width + widthNext);
        if (slope * rate <= 0)
            return 0;
        return rate * rateNext <= 0 && Math.Abs(slope) > 3 * Math.Abs(rate) ? 3 * rate : slope;
    }
}
