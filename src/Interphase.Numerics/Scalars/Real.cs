namespace Interphase.Numerics;

/// <summary>A plain value that satisfies <see cref="IScalar{TSelf}"/>; as fast as a <see cref="double"/>.</summary>
/// <param name="Value">Any value; NaN and infinity propagate.</param>
public readonly record struct Real(double Value) : IScalar<Real>
{
    /// <inheritdoc/>
    public static int Order => 0;

    /// <inheritdoc/>
    public static Real Constant(double value) => new(value);

    /// <inheritdoc/>
    public static Real Compose(Real x, double value, double first, double second) => new(value);

    /// <inheritdoc/>
    public static Real Compose(Real x, Real y, double value, in PartialDerivatives partials) => new(value);

    /// <inheritdoc/>
    public static Real operator +(Real left, Real right) => new(left.Value + right.Value);

    /// <inheritdoc/>
    public static Real operator -(Real left, Real right) => new(left.Value - right.Value);

    /// <inheritdoc/>
    public static Real operator *(Real left, Real right) => new(left.Value * right.Value);

    /// <inheritdoc/>
    public static Real operator /(Real left, Real right) => new(left.Value / right.Value);

    /// <inheritdoc/>
    public static Real operator -(Real value) => new(-value.Value);
}
