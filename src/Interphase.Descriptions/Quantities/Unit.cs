using System.Globalization;

namespace Interphase.Descriptions;

/// <summary>A unit as written, with its dimension and its factor to SI, kept as mantissa and power of ten so that decimal units convert without rounding twice.</summary>
public readonly record struct Unit
{
    internal Unit(string symbol, Dimension dimension, double mantissa, int power, UnitKind kind = UnitKind.Plain)
    {
        Symbol = symbol;
        Dimension = dimension;
        Mantissa = mantissa;
        Power = power;
        Kind = kind;
    }

    /// <summary>No unit: a bare number.</summary>
    public static readonly Unit One = new("", Dimension.None, 1, 0);

    /// <summary>The unit as it was written, such as <c>mA/cm2</c>; empty for a bare number.</summary>
    public string Symbol { get => field ?? ""; }

    /// <summary>The unit's dimension.</summary>
    public Dimension Dimension { get; }

    /// <summary>What the unit means beyond its dimension.</summary>
    public UnitKind Kind { get; }

    internal double Mantissa { get; }

    internal int Power { get; }

    /// <summary>The number in SI of <paramref name="number"/> of this unit; Celsius is shifted to kelvin.</summary>
    /// <param name="number">Finite; not finite in, not finite out.</param>
    public double ToSi(double number) => Scale(number * Mantissa, Power) + (Kind == UnitKind.Celsius ? 273.15 : 0);

    /// <summary>The number of this unit that equals <paramref name="si"/> in SI.</summary>
    /// <param name="si">Finite; not finite in, not finite out.</param>
    public double FromSi(double si) => Scale(si - (Kind == UnitKind.Celsius ? 273.15 : 0), -Power) / Mantissa;

    /// <summary>The size in SI of a difference of <paramref name="number"/> of this unit: no zero is shifted.</summary>
    public double DifferenceToSi(double number) => Scale(number * Mantissa, Power);

    /// <summary>Reads a unit that is known to be right, such as one in a declaration.</summary>
    /// <exception cref="FormatException">The text is no unit: a mistake of the caller's.</exception>
    public static Unit Parse(string text) => TryParse(text, out Unit unit, out string? fault) ? unit : throw new FormatException($"'{text}': {fault}");

    /// <summary>Reads a unit; <paramref name="fault"/> says in a few words what is wrong.</summary>
    public static bool TryParse(string text, out Unit unit, out string? fault) => new UnitParser(text).TryParse(out unit, out fault);

    /// <summary>The symbol.</summary>
    public override string ToString() => Symbol;

    // A decimal unit moves the point of the decimal number, so that `1.23 nm` has the bits of 1.23e-9; scaling in binary would round twice.
    private static double Scale(double value, int power)
    {
        if (power == 0 || value == 0 || !double.IsFinite(value)) return value;
        string text = value.ToString("R", CultureInfo.InvariantCulture);
        int exponent = text.IndexOf('E', StringComparison.Ordinal);
        if (exponent >= 0) power += int.Parse(text.AsSpan(exponent + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        ReadOnlySpan<char> digits = exponent >= 0 ? text.AsSpan(0, exponent) : text;
        return double.Parse($"{digits}e{power}", NumberStyles.Float, CultureInfo.InvariantCulture);
    }
}
