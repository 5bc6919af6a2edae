using System.Globalization;

namespace Interphase.Descriptions;

/// <summary>
/// A number with its unit, kept as written, so that printing it and reading it again gives the same bits; <see cref="Si"/> is what the physics uses.
/// </summary>
/// <param name="Number">The number before the unit; finite when it was read from text.</param>
/// <param name="Unit">The unit as written.</param>
/// <param name="Spread">What was written after ±, if anything.</param>
public readonly record struct Quantity(double Number, Unit Unit, Spread? Spread = null)
{
    /// <summary>A quantity in the unit of the given symbol, for declarations.</summary>
    public Quantity(double number, string unit) : this(number, Unit.Parse(unit))
    {
    }

    /// <summary>The value in SI; an absolute temperature in kelvin.</summary>
    public double Si => Unit.ToSi(Number);

    /// <summary>The half-width in SI; 0 without a spread.</summary>
    public double SpreadSi => Spread is not { } spread ? 0 : spread.IsRelative ? Math.Abs(Si) * spread.Number : Unit.DifferenceToSi(spread.Number);

    /// <summary>The dimension.</summary>
    public Dimension Dimension => Unit.Dimension;

    /// <summary>The same quantity in another unit of its dimension.</summary>
    /// <exception cref="ArgumentException">The dimensions differ: a mistake of the caller's.</exception>
    public Quantity In(string unit)
    {
        Unit to = Unit.Parse(unit);
        if (to.Dimension != Dimension) throw new ArgumentException($"{this} cannot be given in {unit}", nameof(unit));
        Spread? spread = Spread is { IsRelative: false } absolute ? new Spread(to.FromSi(Unit.DifferenceToSi(absolute.Number) + to.ToSi(0)), false) : Spread;
        return new Quantity(to.FromSi(Si), to, spread);
    }

    /// <summary>Reads a quantity of whatever dimension.</summary>
    public static bool TryParse(string text, out Quantity quantity, out QuantityFault? fault) => QuantityParser.TryParse(text, [], out quantity, out fault);

    /// <summary>Reads a quantity of one of the given measures.</summary>
    public static bool TryParse(string text, ReadOnlySpan<Measure> measures, out Quantity quantity, out QuantityFault? fault) =>
        QuantityParser.TryParse(text, measures, out quantity, out fault);

    /// <summary>Reads a quantity that is known to be right, such as a default in a declaration.</summary>
    /// <exception cref="FormatException">The text is no quantity: a mistake of the caller's.</exception>
    public static Quantity Parse(string text) =>
        TryParse(text, out Quantity quantity, out QuantityFault? fault) ? quantity : throw new FormatException($"found {fault!.Found}; expected {fault.Expected}");

    /// <summary>The shortest text that reads back as the same quantity.</summary>
    public override string ToString() => Write(Shortest(Number));

    /// <summary>The quantity to <paramref name="digits"/> significant digits, without its spread; 1 to 17.</summary>
    public string ToString(int digits)
    {
        var shown = new Quantity(Number, Unit);
        return shown.Write(Significant(Number, digits));
    }

    /// <summary>A number to so many significant digits, in plain notation between 1e-4 and 1e6.</summary>
    public static string Significant(double number, int digits)
    {
        if (!double.IsFinite(number)) return "-";
        if (number == 0) return "0";
        double size = Math.Abs(number);
        if (size is < 1e-4 or >= 1e6)
        {
            string[] parts = number.ToString("E" + (digits - 1), CultureInfo.InvariantCulture).Split('E');
            string mantissa = parts[0].Contains('.', StringComparison.Ordinal) ? parts[0].TrimEnd('0').TrimEnd('.') : parts[0];
            return $"{mantissa}e{int.Parse(parts[1], CultureInfo.InvariantCulture)}";
        }
        int decimals = Math.Clamp(digits - 1 - (int)Math.Floor(Math.Log10(size)), 0, 15);
        string text = number.ToString("F" + decimals, CultureInfo.InvariantCulture);
        return text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
    }

    // 3e-9 where the runtime writes 3E-09.
    private static string Shortest(double number)
    {
        string text = number.ToString("R", CultureInfo.InvariantCulture);
        int exponent = text.IndexOf('E', StringComparison.Ordinal);
        return exponent < 0 ? text : $"{text[..exponent]}e{int.Parse(text.AsSpan(exponent + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)}";
    }

    private string Write(string number)
    {
        string space = Unit.Symbol.Length == 0 || Unit.Kind == UnitKind.Rate ? "" : " ";
        string text = number + space + Unit.Symbol;
        return Spread switch
        {
            null => text,
            { IsRelative: true } relative => $"{text} ± {Shortest(relative.Number * 100)} %",
            { } absolute => $"{number} ± {Shortest(absolute.Number)}{space}{Unit.Symbol}",
        };
    }
}
