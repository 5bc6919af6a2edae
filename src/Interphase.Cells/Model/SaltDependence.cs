using Interphase.Descriptions;
using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>How an exchange current depends on the salt: a factor over the concentration relative to that at the start, where it is 1. docs/physics.md (62).</summary>
/// <param name="Smooth">The factor without its power.</param>
/// <param name="Power">Power of the concentration that is divided out of <paramref name="Smooth"/>.</param>
public sealed record SaltDependence(Curve Smooth, double Power)
{
    /// <summary>The factor.</summary>
    /// <param name="concentration">Relative to that at the start, > 0.</param>
    /// <typeparam name="T">The number type.</typeparam>
    public T Factor<T>(T concentration)
        where T : unmanaged, IScalar<T>
    {
        Smooth.Evaluate(concentration.Value, out double smooth, out double slope);
        double power = Power == 0.5 ? Math.Sqrt(concentration.Value) : Math.Pow(concentration.Value, Power);
        return T.Compose(concentration, smooth * power, (slope + smooth * Power / concentration.Value) * power, 0);
    }

    /// <summary>The logarithmic slope of the factor, d ln f/d(c/c0).</summary>
    /// <param name="concentration">Relative to that at the start, > 0.</param>
    public double Logarithmic(double concentration)
    {
        Smooth.Evaluate(concentration, out double smooth, out double slope);
        return slope / smooth + Power / concentration;
    }
}
