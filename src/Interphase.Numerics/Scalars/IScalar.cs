using System.Numerics;

namespace Interphase.Numerics;

/// <summary>
/// A number that a law can be written over once: a plain value (<see cref="Real"/>), a value with its slope (<see cref="Dual"/>), or with slope and curvature (<see cref="Taylor"/>).
/// </summary>
/// <remarks>
/// A type states only how it adds, multiplies, divides and how it is carried through a function whose derivatives are known; <see cref="Elementary"/> holds the functions.
/// An operand that does not vary (all its derivatives are exactly zero) contributes nothing to a derivative, even where the function's own derivative is infinite.
/// NaN and infinity propagate; nothing throws.
/// </remarks>
/// <typeparam name="TSelf">The implementing structure.</typeparam>
public interface IScalar<TSelf> :
    IAdditionOperators<TSelf, TSelf, TSelf>,
    ISubtractionOperators<TSelf, TSelf, TSelf>,
    IMultiplyOperators<TSelf, TSelf, TSelf>,
    IDivisionOperators<TSelf, TSelf, TSelf>,
    IUnaryNegationOperators<TSelf, TSelf>
    where TSelf : unmanaged, IScalar<TSelf>
{
    /// <summary>Highest derivative that is carried: 0, 1 or 2. Known when the program is compiled, so that unused derivatives cost nothing.</summary>
    static abstract int Order { get; }

    /// <summary>The value without its derivatives.</summary>
    double Value { get; }

    /// <summary>A number that does not vary.</summary>
    /// <param name="value">Any value.</param>
    static abstract TSelf Constant(double value);

    /// <summary>The chain rule for g(x), given g and its derivatives at the value of <paramref name="x"/>.</summary>
    /// <param name="x">Argument.</param>
    /// <param name="value">g.</param>
    /// <param name="first">g'; read only where <see cref="Order"/> is at least 1.</param>
    /// <param name="second">g''; read only where <see cref="Order"/> is 2.</param>
    static abstract TSelf Compose(TSelf x, double value, double first, double second);

    /// <summary>The chain rule for g(x, y), given g and its partial derivatives at the values of <paramref name="x"/> and <paramref name="y"/>.</summary>
    /// <param name="x">First argument.</param>
    /// <param name="y">Second argument.</param>
    /// <param name="value">g.</param>
    /// <param name="partials">Partial derivatives, as far as <see cref="Order"/> asks for them.</param>
    static abstract TSelf Compose(TSelf x, TSelf y, double value, in PartialDerivatives partials);
}
