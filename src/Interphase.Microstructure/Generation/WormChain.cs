namespace Interphase.Microstructure;

/// <summary>A worm-like chain: each step turns by an angle whose mean cosine is exp(-step / persistence length), to all sides alike. docs/physics.md (95).</summary>
internal sealed class WormChain
{
    private readonly double concentration, cut;
    private readonly RandomStream random;

    /// <summary>A chain.</summary>
    /// <param name="step">Length of a step.</param>
    /// <param name="persistence">Persistence length in the same unit.</param>
    /// <param name="random">Its numbers.</param>
    public WormChain(double step, double persistence, RandomStream random)
    {
        this.random = random;
        concentration = Concentration(PortableMath.Exp(-step / persistence));
        cut = PortableMath.Exp(-2 * concentration);
    }

    /// <summary>The direction after a step in one direction.</summary>
    public Vector3d Next(Vector3d direction)
    {
        double u = random.Uniform();
        if (concentration > 1e14) return direction;
        // The cosine has the density exp(k cos), inverted.
        double cosine = Math.Clamp(1 + PortableMath.Log(Math.Max(u + (1 - u) * cut, 1e-300)) / concentration, -1, 1), sine = Math.Sqrt(1 - cosine * cosine);
        Vector3d aside = direction.Aside(), third = direction.Cross(aside);
        while (true)
        {
            double x = 2 * random.Uniform() - 1, y = 2 * random.Uniform() - 1, square = x * x + y * y;
            if (square > 1 || square < 1e-6) continue;
            double scale = sine / Math.Sqrt(square);
            Vector3d next = direction * cosine + aside * (x * scale) + third * (y * scale);
            return next * (1 / next.Length);
        }
    }

    // coth k - 1 / k = mean cosine, by halving on a scale of ratios.
    private static double Concentration(double meanCosine)
    {
        if (meanCosine >= 1 - 1e-14) return 1e15;
        double low = 1e-6, high = 1e15;
        for (int i = 0; i < 200; i++)
        {
            double middle = Math.Sqrt(low * high), e = PortableMath.Exp(-2 * middle);
            if ((1 + e) / (1 - e) - 1 / middle < meanCosine) low = middle;
            else high = middle;
        }
        return low;
    }
}
