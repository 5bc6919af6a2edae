namespace Interphase.Numerics;

/// <summary>A value with its derivative in one direction (forward differentiation, exact to rounding).</summary>
/// <param name="Value">The value.</param>
/// <param name="Slope">Its derivative; 1 for the variable itself, 0 for what does not vary.</param>
public readonly record struct Dual(double Value, double Slope) : IScalar<Dual>
{
    /// <inheritdoc/>
    public static int Order => 1;

    /// <inheritdoc/>
    public static Dual Constant(double value) => new(value, 0);

    /// <summary>The variable that is differentiated by.</summary>
    /// <param name="value">Any value.</param>
    public static Dual Variable(double value) => new(value, 1);

    /// <inheritdoc/>
    public static Dual Compose(Dual x, double value, double first, double second) => new(value, x.Slope == 0 ? 0 : first * x.Slope);

    /// <inheritdoc/>
    public static Dual Compose(Dual x, Dual y, double value, in PartialDerivatives partials) =>
        new(value, (x.Slope == 0 ? 0 : partials.X * x.Slope) + (y.Slope == 0 ? 0 : partials.Y * y.Slope));

    /// <inheritdoc/>
    public static Dual operator +(Dual left, Dual right) => new(left.Value + right.Value, left.Slope + right.Slope);

    /// <inheritdoc/>
    public static Dual operator -(Dual left, Dual right) => new(left.Value - right.Value, left.Slope - right.Slope);

    /// <inheritdoc/>
    public static Dual operator *(Dual left, Dual right) => new(left.Value * right.Value, left.Slope * right.Value + left.Value * right.Slope);

    /// <inheritdoc/>
    public static Dual operator /(Dual left, Dual right)
    {
        double quotient = left.Value / right.Value;
        return new(quotient, (left.Slope - quotient * right.Slope) / right.Value);
    }

    /// <inheritdoc/>
    public static Dual operator -(Dual value) => new(-value.Value, -value.Slope);
}
