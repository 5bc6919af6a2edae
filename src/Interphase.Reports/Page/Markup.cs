using System.Text;

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

    /// <summary>Text with the counts of its chemical formulas lowered: digits, with or without a point, that follow a letter or a closing bracket.</summary>
    public static string Formula(string text)
    {
        var marked = new StringBuilder();
        for (var index = 0; index < text.Length;)
        {
            var end = index;
            if (index > 0 && (char.IsLetter(text[index - 1]) || text[index - 1] is ')' or ']'))
            {
                while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] == '.' && end > index && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
                    end++;
            }

            if (end > index)
            {
                marked.Append("<sub>").Append(text[index..end]).Append("</sub>");
                index = end;
                continue;
            }

            var length = char.IsHighSurrogate(text[index]) && index + 1 < text.Length ? 2 : 1;
            marked.Append(Text(text.Substring(index, length)));
            index += length;
        }

        return marked.ToString();
    }

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
}
