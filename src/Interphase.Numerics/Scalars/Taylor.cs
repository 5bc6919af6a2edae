namespace Interphase.Numerics;

/// <summary>A value with its first and second derivative in one variable (exact to rounding).</summary>
/// <param name="Value">The value.</param>
/// <param name="First">First derivative.</param>
/// <param name="Second">Second derivative (not halved).</param>
public readonly record struct Taylor(double Value, double First, double Second) : IScalar<Taylor>
{
    /// <inheritdoc/>
    public static int Order => 2;

    /// <inheritdoc/>
    public static Taylor Constant(double value) => new(value, 0, 0);

    /// <summary>The variable that is differentiated by.</summary>
    /// <param name="value">Any value.</param>
    public static Taylor Variable(double value) => new(value, 1, 0);

    /// <inheritdoc/>
    public static Taylor Compose(Taylor x, double value, double first, double second) =>
        new(value, Times(first, x.First), Times(second, x.First * x.First) + Times(first, x.Second));

    /// <inheritdoc/>
    public static Taylor Compose(Taylor x, Taylor y, double value, in PartialDerivatives partials) => new(
        value,
        Times(partials.X, x.First) + Times(partials.Y, y.First),
        Times(partials.XX, x.First * x.First) + Times(partials.XY, 2 * x.First * y.First) + Times(partials.YY, y.First * y.First)
            + Times(partials.X, x.Second) + Times(partials.Y, y.Second));

    /// <inheritdoc/>
    public static Taylor operator +(Taylor left, Taylor right) => new(left.Value + right.Value, left.First + right.First, left.Second + right.Second);

    /// <inheritdoc/>
    public static Taylor operator -(Taylor left, Taylor right) => new(left.Value - right.Value, left.First - right.First, left.Second - right.Second);

    /// <inheritdoc/>
    public static Taylor operator *(Taylor left, Taylor right) => new(
        left.Value * right.Value,
        left.First * right.Value + left.Value * right.First,
        left.Second * right.Value + 2 * left.First * right.First + left.Value * right.Second);

    /// <inheritdoc/>
    public static Taylor operator /(Taylor left, Taylor right)
    {
        double quotient = left.Value / right.Value;
        double first = (left.First - quotient * right.First) / right.Value;
        return new(quotient, first, (left.Second - 2 * first * right.First - quotient * right.Second) / right.Value);
    }

    /// <inheritdoc/>
    public static Taylor operator -(Taylor value) => new(-value.Value, -value.First, -value.Second);

    // What does not vary contributes nothing, even where the outer derivative is infinite.
    private static double Times(double outer, double inner) => inner == 0 ? 0 : outer * inner;
}
