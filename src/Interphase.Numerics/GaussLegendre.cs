namespace Interphase.Numerics;

/// <summary>Gauss-Legendre quadrature on an interval.</summary>
public static class GaussLegendre
{
    // Ten points, exact for polynomials of degree 19; nodes and weights on [-1, 1], symmetric.
    private static readonly double[] Nodes =
        [0.14887433898163121, 0.43339539412924719, 0.67940956829902441, 0.86506336668898451, 0.97390652851717172];

    private static readonly double[] Weights =
        [0.29552422471475287, 0.26926671930999636, 0.21908636251598204, 0.14945134915058059, 0.06667134430868814];

    /// <summary>Integrates <paramref name="f"/> from <paramref name="from"/> to <paramref name="to"/>, ten points on each of <paramref name="panels"/> equal panels.</summary>
    /// <param name="f">Integrand, finite on the interval.</param>
    /// <param name="from">Lower end; may exceed <paramref name="to"/> (the sign turns).</param>
    /// <param name="to">Upper end.</param>
    /// <param name="panels">Number of panels, at least 1.</param>
    public static double Integrate(Func<double, double> f, double from, double to, int panels = 16)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(panels, 1);
        double width = (to - from) / panels, half = width / 2, sum = 0;
        for (int panel = 0; panel < panels; panel++)
        {
            double middle = from + (panel + 0.5) * width;
            for (int k = 0; k < Nodes.Length; k++)
                sum += Weights[k] * (f(middle - half * Nodes[k]) + f(middle + half * Nodes[k]));
        }
        return sum * half;
    }
}
