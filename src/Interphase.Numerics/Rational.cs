using System.Numerics;

namespace Interphase.Numerics;

/// <summary>An exact fraction of whole numbers of any size, always in lowest terms with a denominator above 0.</summary>
public readonly struct Rational :
    IEquatable<Rational>,
    IComparable<Rational>,
    IAdditionOperators<Rational, Rational, Rational>,
    ISubtractionOperators<Rational, Rational, Rational>,
    IMultiplyOperators<Rational, Rational, Rational>,
    IDivisionOperators<Rational, Rational, Rational>,
    IUnaryNegationOperators<Rational, Rational>,
    IComparisonOperators<Rational, Rational, bool>
{
    // Kept less one, so that the default structure is 0/1.
    private readonly BigInteger _denominatorLessOne;

    /// <summary>The fraction of two whole numbers.</summary>
    /// <param name="numerator">Any whole number.</param>
    /// <param name="denominator">Not 0.</param>
    /// <exception cref="DivideByZeroException">The denominator is 0.</exception>
    public Rational(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
            throw new DivideByZeroException($"The fraction {numerator}/0 has no value.");
        BigInteger divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        Numerator = numerator / divisor;
        _denominatorLessOne = denominator / divisor - 1;
    }

    /// <summary>0.</summary>
    public static Rational Zero => default;

    /// <summary>1.</summary>
    public static Rational One => new(1, 1);

    /// <summary>Numerator in lowest terms; it carries the sign.</summary>
    public BigInteger Numerator { get; }

    /// <summary>Denominator in lowest terms, above 0.</summary>
    public BigInteger Denominator => _denominatorLessOne + 1;

    /// <summary>-1, 0 or 1.</summary>
    public int Sign => Numerator.Sign;

    /// <summary>Whether the denominator is 1.</summary>
    public bool IsWhole => _denominatorLessOne.IsZero;

    /// <summary>A whole number as a fraction.</summary>
    /// <param name="value">Any whole number.</param>
    public static implicit operator Rational(int value) => new(value, 1);

    /// <summary>The nearest <see cref="double"/>; infinite beyond its range.</summary>
    /// <param name="value">Any fraction.</param>
    public static explicit operator double(Rational value) => value.ToDouble();

    /// <inheritdoc/>
    public static Rational operator +(Rational left, Rational right) =>
        new(left.Numerator * right.Denominator + right.Numerator * left.Denominator, left.Denominator * right.Denominator);

    /// <inheritdoc/>
    public static Rational operator -(Rational left, Rational right) => left + -right;

    /// <inheritdoc/>
    public static Rational operator *(Rational left, Rational right) => new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    /// <inheritdoc/>
    public static Rational operator /(Rational left, Rational right) => new(left.Numerator * right.Denominator, left.Denominator * right.Numerator);

    /// <inheritdoc/>
    public static Rational operator -(Rational value) => new(-value.Numerator, value.Denominator);

    /// <inheritdoc/>
    public static bool operator ==(Rational left, Rational right) => left.Equals(right);

    /// <inheritdoc/>
    public static bool operator !=(Rational left, Rational right) => !left.Equals(right);

    /// <inheritdoc/>
    public static bool operator <(Rational left, Rational right) => left.CompareTo(right) < 0;

    /// <inheritdoc/>
    public static bool operator >(Rational left, Rational right) => left.CompareTo(right) > 0;

    /// <inheritdoc/>
    public static bool operator <=(Rational left, Rational right) => left.CompareTo(right) <= 0;

    /// <inheritdoc/>
    public static bool operator >=(Rational left, Rational right) => left.CompareTo(right) >= 0;

    /// <summary>The nearest <see cref="double"/>; infinite beyond its range.</summary>
    public double ToDouble()
    {
        const int Digits = 62;
        BigInteger size = BigInteger.Abs(Numerator), denominator = Denominator;
        if (size.GetBitLength() <= 53 && denominator.GetBitLength() <= 53)
            return (double)Numerator / (double)denominator;
        // A whole quotient with more digits than a double has; its last one also stands for what follows.
        int shift = (int)(Digits - size.GetBitLength() + denominator.GetBitLength());
        var quotient = (ulong)BigInteger.DivRem(shift > 0 ? size << shift : size, shift > 0 ? denominator : denominator << -shift, out BigInteger rest);
        return Sign * Math.ScaleB(rest.IsZero ? quotient : quotient | 1, -shift);
    }

    /// <inheritdoc/>
    public int CompareTo(Rational other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <inheritdoc/>
    public bool Equals(Rational other) => Numerator == other.Numerator && _denominatorLessOne == other._denominatorLessOne;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Numerator, _denominatorLessOne);

    /// <summary>A whole number, a decimal where one of at most 12 places is exact, or a fraction such as 1/3.</summary>
    public override string ToString()
    {
        if (IsWhole)
            return Numerator.ToString();
        BigInteger power = 1;
        for (int places = 1; places <= 12; places++)
        {
            power *= 10;
            if (!(power % Denominator).IsZero)
                continue;
            BigInteger digits = BigInteger.Abs(Numerator) * (power / Denominator);
            return $"{(Sign < 0 ? "-" : "")}{digits / power}.{(digits % power).ToString($"D{places}")}";
        }
        return $"{Numerator}/{Denominator}";
    }
}
