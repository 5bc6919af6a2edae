using System.Globalization;

namespace Interphase.Descriptions;

/// <summary>
/// Reads <c>mA/cm2</c>, <c>S cm^-1</c>, <c>MPa·m^0.5</c>, <c>W/(m K)</c>, <c>m⁻³</c>. After a slash one factor divides;
/// a second one joined by a space would be ambiguous and is refused.
/// </summary>
internal ref struct UnitParser(string text)
{
    private const int LongestUnit = 60;
    private readonly ReadOnlySpan<char> text = text;
    private int at;
    private string? fault;

    public bool TryParse(out Unit unit, out string? reason)
    {
        unit = Unit.One;
        reason = null;
        if (text.Length > LongestUnit)
        {
            reason = $"a unit of {text.Length} characters";
            return false;
        }
        if (text.IsWhiteSpace()) return true;
        UnitKind kind = UnitKind.Plain;
        int factors = 0;
        Unit product = Product(ref kind, ref factors, closing: false);
        if (fault is null && at < text.Length) fault = $"`{text[at]}` is not expected in a unit";
        if (fault is null && factors > 1 && kind is not UnitKind.Plain and not UnitKind.Share)
            fault = kind == UnitKind.Celsius ? "°C cannot stand in a compound unit; write K" : "a share cannot stand in a compound unit";
        reason = fault;
        if (fault is not null) return false;
        unit = new Unit(text.ToString(), product.Dimension, product.Mantissa, product.Power, factors == 1 ? kind : UnitKind.Plain);
        return true;
    }

    private Unit Product(ref UnitKind kind, ref int factors, bool closing)
    {
        Unit product = Unit.One;
        bool divide = false, afterSlash = false;
        while (fault is null)
        {
            SkipSpaces();
            Unit factor;
            if (at < text.Length && text[at] == '(' && !closing)
            {
                at++;
                factor = Product(ref kind, ref factors, closing: true);
                if (fault is null && (at >= text.Length || text[at++] != ')')) fault = "a `(` is not closed";
                factor = Raise(factor);
            }
            else if (at < text.Length && text[at] == '1' && at + 1 < text.Length && text[at + 1] is '/')
            {
                at++;
                factor = Unit.One;
            }
            else
            {
                factor = Factor(ref kind);
                factors++;
            }
            if (fault is not null) break;
            product = divide
                ? new Unit("", product.Dimension / factor.Dimension, product.Mantissa / factor.Mantissa, product.Power - factor.Power)
                : new Unit("", product.Dimension * factor.Dimension, product.Mantissa * factor.Mantissa, product.Power + factor.Power);
            int before = at;
            SkipSpaces();
            if (at >= text.Length || text[at] == ')') break;
            if (text[at] == '/')
            {
                at++;
                divide = afterSlash = true;
                continue;
            }
            bool dot = text[at] is '·' or '*' or '⋅' or '.';
            if (dot) at++;
            else if (before == at) fault = $"`{text[at]}` is not expected in a unit";
            if (afterSlash && fault is null) fault = "what follows `/` is ambiguous; write W/m/K or W/(m K)";
            divide = false;
        }
        return product;
    }

    private Unit Factor(ref UnitKind kind)
    {
        int start = at;
        while (at < text.Length && (char.IsLetter(text[at]) || text[at] is '°' or '%')) at++;
        string symbol = text[start..at].ToString();
        if (symbol.Length == 0)
        {
            fault = at < text.Length ? $"`{text[at]}` is not expected in a unit" : "a unit is missing at the end";
            return default;
        }
        if (!UnitSymbols.TryFind(symbol, out Unit unit))
        {
            fault = $"`{symbol}` is no unit known here";
            return default;
        }
        if (unit.Kind != UnitKind.Plain) kind = unit.Kind;
        return Raise(unit);
    }

    private Unit Raise(Unit unit)
    {
        if (fault is not null || !TryExponent(out int sixths)) return unit;
        if (unit.Kind == UnitKind.Celsius) fault = "°C cannot be raised to a power; write K";
        Dimension dimension = unit.Dimension;
        int tens = unit.Power * sixths;
        double mantissa = Math.Pow(unit.Mantissa, sixths / 6.0);
        if (tens % 6 != 0) mantissa *= Math.Pow(10, tens % 6 / 6.0);
        return new Unit("", dimension.InSixths(sixths), mantissa, tens / 6);
    }

    // ^-2, ^0.5, ^1/2, ^(1/2), 2, -2, ⁻²
    private bool TryExponent(out int sixths)
    {
        sixths = 6;
        if (at >= text.Length) return false;
        int start = at;
        if (text[at] is '⁻' or '⁺' or '⁰' or '¹' or '²' or '³' or (>= '⁴' and <= '⁹'))
        {
            int sign = 1, value = 0;
            if (text[at] is '⁻' or '⁺') sign = text[at++] == '⁻' ? -1 : 1;
            while (at < text.Length && SuperscriptDigit(text[at]) is int digit and >= 0 && value < 100) (value, at) = (10 * value + digit, at + 1);
            sixths = 6 * sign * value;
            return Bounded(sixths);
        }
        bool caret = text[at] == '^';
        if (caret) at++;
        bool parenthesis = caret && at < text.Length && text[at] == '(';
        if (parenthesis) at++;
        int digits = at;
        if (at < text.Length && text[at] is '-' or '−' or '+') at++;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || (caret && text[at] == '.'))) at++;
        if (!double.TryParse(text[digits..at].ToString().Replace('−', '-'), NumberStyles.Float, CultureInfo.InvariantCulture, out double exponent))
        {
            if (caret) fault = "an exponent is missing after `^`";
            at = caret ? at : start;
            return false;
        }
        if (caret && at + 1 < text.Length && text[at] == '/' && char.IsAsciiDigit(text[at + 1]))
        {
            exponent /= text[at + 1] - '0';
            at += 2;
        }
        if (parenthesis)
        {
            if (at < text.Length && text[at] == ')') at++;
            else fault = "a `(` is not closed";
        }
        double inSixths = exponent * 6;
        if (!(Math.Abs(inSixths) <= 120) || Math.Abs(inSixths - Math.Round(inSixths)) > 1e-9)
        {
            fault ??= "an exponent must be a whole number, a half, a third or a sixth, at most 20";
            return false;
        }
        sixths = (int)Math.Round(inSixths);
        return Bounded(sixths);
    }

    private bool Bounded(int sixths)
    {
        if (Math.Abs(sixths) <= 120) return true;
        fault ??= "an exponent must be at most 20";
        return false;
    }

    private static int SuperscriptDigit(char c) => c switch
    {
        '⁰' => 0,
        '¹' => 1,
        '²' => 2,
        '³' => 3,
        >= '⁴' and <= '⁹' => c - '⁰',
        _ => -1,
    };

    private void SkipSpaces()
    {
        while (at < text.Length && text[at] is ' ' or '\u00A0' or '\u202F') at++;
    }
}
