using System.Runtime.CompilerServices;
using Interphase.Descriptions;
using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>A curve over a number type: where a parameter is varied, its own change with that parameter comes from two neighbours of it.</summary>
/// <typeparam name="T">The number type.</typeparam>
internal readonly struct VariedCurve<T>(Variation<T> variation, Curve curve, Curve above, Curve below)
    where T : unmanaged, IScalar<T>
{
    /// <summary>The value, and the slope in the argument.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Evaluate(T argument, out double slope)
    {
        curve.Evaluate(argument.Value, out double value, out slope);
        T result = T.Compose(argument, value, slope, 0);
        return T.Order == 0 || ReferenceEquals(above, below) ? result : result + variation.Of(0, above.Value(argument.Value), below.Value(argument.Value));
    }

    /// <summary>The integral from 0, and the value there as its slope.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Integrate(T argument, out double slope)
    {
        double integral = curve.IntegralFromZero(argument.Value, out slope);
        T result = T.Compose(argument, integral, slope, 0);
        return T.Order == 0 || ReferenceEquals(above, below) ? result : result + variation.Of(0, above.Integral(0, argument.Value), below.Integral(0, argument.Value));
    }
}
