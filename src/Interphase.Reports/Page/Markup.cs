using System.Text;
using Interphase.Descriptions;

namespace Interphase.Reports;

/// <summary>Text as markup: what a reader wrote never becomes an element.</summary>
internal static class Markup
{
    /// <summary>Escaped, and without the characters that no document can carry.</summary>
    public static string Text(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            escaped.Append(rune.Value switch
            {
                '<' => "&lt;",
                '>' => "&gt;",
                '&' => "&amp;",
                '"' => "&quot;",
                '\'' => "&#39;",
                '\t' or '\n' or '\r' => " ",
                < 0x20 or (>= 0x7f and < 0xa0) or 0xfffe or 0xffff => "\ufffd",
                _ => rune.ToString(),
            });
        }

        return escaped.ToString();
    }

    /// <summary>Text with the counts of its chemical formulas lowered, in every word that is one.</summary>
    public static string Formula(string text) =>
        string.Join(' ', text.Split(' ').Select(word => word.Any(char.IsAsciiDigit) && ChemicalFormula.TryParse(word, out _, out _) ? Lowered(word) : Text(word)));

    /// <summary>A unit with its exponents raised: digits, with or without a sign, that follow a letter.</summary>
    public static string Unit(string unit)
    {
        var marked = new StringBuilder();
        var written = unit.Replace("ohm", "Ω", StringComparison.Ordinal).Replace("degC", "°C", StringComparison.Ordinal);
        for (var index = 0; index < written.Length;)
        {
            var end = index;
            if (index > 0 && char.IsLetter(written[index - 1]))
            {
                if (written[end] is '-' or '−')
                    end++;
                while (end < written.Length && char.IsAsciiDigit(written[end]))
                    end++;
            }

            if (end > index && char.IsAsciiDigit(written[end - 1]))
            {
                marked.Append("<sup>").Append(written[index..end].Replace('-', '−')).Append("</sup>");
                index = end;
                continue;
            }

            var length = char.IsHighSurrogate(written[index]) && index + 1 < written.Length ? 2 : 1;
            marked.Append(Text(written.Substring(index, length)));
            index += length;
        }

        return marked.ToString();
    }

    // Digits, with or without a point, that follow a letter or a closing bracket.
    private static string Lowered(string formula)
    {
        var marked = new StringBuilder();
        for (var index = 0; index < formula.Length;)
        {
            var end = index;
            if (index > 0 && (char.IsLetter(formula[index - 1]) || formula[index - 1] is ')' or ']'))
            {
                while (end < formula.Length && (char.IsAsciiDigit(formula[end]) || formula[end] == '.'))
                    end++;
            }

            if (end > index)
                marked.Append("<sub>").Append(formula[index..end]).Append("</sub>");
            else
                marked.Append(Text(formula[index].ToString()));
            index = Math.Max(end, index + 1);
        }

        return marked.ToString();
    }
}
