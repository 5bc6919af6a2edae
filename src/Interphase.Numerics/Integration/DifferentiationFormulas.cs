namespace Interphase.Numerics;

/// <summary>Klopfenstein's and Shampine's coefficients: numerical differentiation formulas at orders 1 to 4, backward differentiation at order 5.</summary>
internal static class DifferentiationFormulas
{
    private static readonly double[] Kappa = [0, -0.1850, -1.0 / 9, -0.0823, -0.0415, 0, 0];

    public static readonly double[] Gamma = [0, 1, 1.5, 11.0 / 6, 25.0 / 12, 137.0 / 60, 2.45];

    public static readonly double[] Alpha = Each(order => (1 - Kappa[order]) * Gamma[order]);

    public static readonly double[] ErrorConstant = Each(order => Kappa[order] * Gamma[order] + 1.0 / (order + 1));

    private static double[] Each(Func<int, double> value)
    {
        double[] values = new double[Gamma.Length];
        for (int order = 0; order < values.Length; order++) values[order] = value(order);
        return values;
    }
}
