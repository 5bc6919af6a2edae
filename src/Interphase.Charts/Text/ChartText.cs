using System.Globalization;
using System.Text;

namespace Interphase.Charts;

/// <summary>Turns everyday spellings into the markup that titles, names and labels understand: <c>_{…}</c> lowers and <c>^{…}</c> raises.</summary>
public static class ChartText
{
    /// <summary>Lowers the counts of a chemical formula: <c>Li6PS5Cl</c> becomes Li₆PS₅Cl, <c>LiNi0.8Co0.1Mn0.1O2</c> likewise.</summary>
    /// <param name="formula">A formula; digits that follow a letter or a closing bracket are counts.</param>
    public static string Formula(string formula) => Mark(formula, "_{", (previous, _) => char.IsLetter(previous) || previous is ')' or ']');

    /// <summary>Raises the exponents of a unit: <c>mAh/cm2</c> becomes mAh/cm², <c>S cm-1</c> becomes S cm⁻¹.</summary>
    /// <param name="unit">A unit; digits, with or without a sign, that follow a letter are exponents.</param>
    public static string Unit(string unit) => Mark(unit, "^{", (previous, _) => char.IsLetter(previous));

    /// <summary>A number in few characters: up to six digits, and a power of ten where it is very large or small.</summary>
    /// <param name="value">The number; empty text where it is not finite.</param>
    public static string Number(double value)
    {
        if (!double.IsFinite(value))
            return "";
        var magnitude = Math.Abs(value);
        if (magnitude == 0 || magnitude is >= 1e-4 and < 1e6)
            return value.ToString(magnitude >= 1e5 ? "0" : "0.######", CultureInfo.InvariantCulture).Replace('-', '−');
        var exponent = (int)Math.Floor(Math.Log10(magnitude));
        var digits = (value / Math.Pow(10, exponent)).ToString("0.####", CultureInfo.InvariantCulture);
        return $"{digits}×10^{{{exponent.ToString(CultureInfo.InvariantCulture)}}}".Replace('-', '−');
    }

    private static string Mark(string text, string opening, Func<char, char, bool> starts)
    {
        var marked = new StringBuilder();
        var raises = opening[0] == '^';
        for (var index = 0; index < text.Length;)
        {
            var length = index > 0 && starts(text[index - 1], text[index]) ? CountLength(text, index, raises) : 0;
            if (length == 0)
            {
                marked.Append(text[index++]);
                continue;
            }

            marked.Append(opening).Append(text.AsSpan(index, length)).Append('}');
            index += length;
        }

        return marked.ToString().Replace("^{-", "^{−");
    }

    private static int CountLength(string text, int start, bool mayBeNegative)
    {
        var end = start;
        if (mayBeNegative && text[end] is '-' or '−')
            end++;
        var firstDigit = end;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || IsDecimalPoint(text, end, firstDigit)))
            end++;
        return end == firstDigit ? 0 : end - start;
    }

    private static bool IsDecimalPoint(string text, int index, int firstDigit) =>
        text[index] == '.' && index > firstDigit && index + 1 < text.Length && char.IsAsciiDigit(text[index + 1]);
}
