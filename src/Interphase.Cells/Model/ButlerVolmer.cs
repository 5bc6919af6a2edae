namespace Interphase.Cells;

/// <summary>The Butler-Volmer law solved for the overpotential. docs/physics.md (28).</summary>
internal static class ButlerVolmer
{
    /// <summary>The overpotential in units of RT/F at a current in units of the exchange current.</summary>
    /// <param name="ratio">i/i0; may be infinite.</param>
    /// <param name="anodic">Anodic transfer coefficient, 0 to 1.</param>
    /// <param name="slope">Its derivative in the ratio.</param>
    public static double Overpotential(double ratio, double anodic, out double slope)
    {
        if (anodic == 0.5)
        {
            double half = 0.5 * Math.Abs(ratio);
            if (half > 1e100)
            {
                slope = 2 / Math.Abs(ratio);
                return Math.CopySign(2 * (Math.Log(half) + Math.Log(2)), ratio);
            }
            double root = Math.Sqrt(1 + half * half);
            slope = 1 / root;
            // The logarithm loses the digits of a small argument.
            double inverse = half < 1e-3 ? half * (1 - half * half * (1.0 / 6 - 0.075 * half * half)) : Math.Log(half + root);
            return Math.CopySign(2 * inverse, ratio);
        }
        if (double.IsNaN(ratio)) return slope = ratio;
        double sign = Math.Sign(ratio), size = Math.Abs(ratio), forward = ratio >= 0 ? anodic : 1 - anodic, backward = 1 - forward;
        // Both signs are one problem: e^(forward x) - e^(-backward x) = size. From above, Newton's steps only descend.
        double x = size > 1e100 ? Math.Log(size) / forward : Math.Min(Math.Log(1 + size) / forward, size);
        if (size > 1e100)
        {
            slope = 1 / (forward * size);
            return sign * x;
        }
        double gain = 1;
        for (int iteration = 0; iteration < 60; iteration++)
        {
            double up = Math.Exp(forward * x), down = Math.Exp(-backward * x);
            gain = forward * up + backward * down;
            double change = (up - down - size) / gain;
            x -= change;
            if (Math.Abs(change) <= 1e-14 * (1 + x)) break;
        }
        slope = 1 / gain;
        return sign * x;
    }
}
