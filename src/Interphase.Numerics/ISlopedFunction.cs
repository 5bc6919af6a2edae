namespace Interphase.Numerics;

/// <summary>A function of one variable that gives its slope with its value; implemented by structures, so that a root finder calls it directly.</summary>
public interface ISlopedFunction
{
    /// <summary>Value and slope at <paramref name="x"/>.</summary>
    /// <param name="x">Any value inside the bracket that is searched.</param>
    /// <param name="value">The value there.</param>
    /// <param name="slope">The derivative there; may be zero or not finite, at the cost of a slower search.</param>
    void Evaluate(double x, out double value, out double slope);
}
