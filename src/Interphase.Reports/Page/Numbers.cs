using System.Globalization;

namespace Interphase.Reports;

/// <summary>Numbers as text, with as many digits as mean something.</summary>
internal static class Numbers
{
    private const char Minus = '−';

    /// <summary>In plain characters; a power of ten where the number is very large or small; a dash where it is not finite.</summary>
    public static string Plain(double value, int digits = 4) => Written(value, digits, exponent => $"×10^{exponent}");

    /// <summary>As markup.</summary>
    public static string Markup(double value, int digits = 4) => Written(value, digits, exponent => $"×10<sup>{exponent}</sup>");

    /// <summary>With fixed decimals, so that a column of them lines up; a dash where there is none.</summary>
    public static string Fixed(double? value, int decimals) => value is { } number && double.IsFinite(number)
        ? (Math.Round(number, decimals) + 0.0).ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).Replace('-', Minus)
        : "–";

    /// <summary>Decimals that give the largest of some values a number of digits.</summary>
    public static int Decimals(IEnumerable<double?> values, int digits)
    {
        var largest = 0.0;
        foreach (var value in values)
        {
            if (value is { } number && double.IsFinite(number))
                largest = Math.Max(largest, Math.Abs(number));
        }

        return largest > 0 ? Math.Clamp(digits - 1 - (int)Math.Floor(Math.Log10(largest)), 0, 9) : 0;
    }

    /// <summary>A row of values as markup: with common decimals where their sizes allow it.</summary>
    public static IEnumerable<string> Aligned(IReadOnlyList<double?> values, int digits = 4)
    {
        var sizes = values.Where(value => value is { } number && double.IsFinite(number) && number != 0).Select(value => Math.Abs(value!.Value)).ToList();
        if (sizes.Count == 0 || sizes.Min() < 1e-3 || sizes.Max() >= 1e6 || sizes.Max() / sizes.Min() >= 1e3)
            return values.Select(value => value is { } number ? Markup(number, digits) : "–");
        var decimals = values.All(value => value is not { } number || Math.Floor(number) == number) ? 0 : Decimals(values, digits);
        return values.Select(value => Fixed(value, decimals));
    }

    private static string Written(double value, int digits, Func<string, string> power)
    {
        if (!double.IsFinite(value))
            return "–";
        if (value == 0)
            return "0";
        var exponent = Exponent(value, digits);
        if (exponent is >= -4 and < 6)
        {
            var rounded = Math.Round((decimal)value, Math.Clamp(digits - 1 - exponent, 0, 12));
            return rounded.ToString("0.############", CultureInfo.InvariantCulture).Replace('-', Minus);
        }

        var text = value.ToString("E" + (digits - 1).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        var mantissa = text[..text.IndexOf('E', StringComparison.Ordinal)];
        if (mantissa.Contains('.', StringComparison.Ordinal))
            mantissa = mantissa.TrimEnd('0').TrimEnd('.');
        return mantissa.Replace('-', Minus) + power(exponent.ToString(CultureInfo.InvariantCulture).Replace('-', Minus));
    }

    // That of the rounded number: 9.9996 with four digits is ten.
    private static int Exponent(double value, int digits)
    {
        var text = value.ToString("E" + (digits - 1).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return int.Parse(text[(text.IndexOf('E', StringComparison.Ordinal) + 1)..], CultureInfo.InvariantCulture);
    }
}
