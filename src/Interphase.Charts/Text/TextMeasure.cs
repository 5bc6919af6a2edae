using System.Globalization;
using System.Text;

namespace Interphase.Charts;

/// <summary>Widths of text without a font: the advance widths of Helvetica, a little generous, for the reader's font is not known here.</summary>
internal static class TextMeasure
{
    private const double Generosity = 1.04;
    private const double BoldFactor = 1.07;
    private const double OtherWidth = 600;
    private const double WideWidth = 1000;

    // Thousandths of the font size, from U+0020 to U+007E.
    private static readonly short[] Widths =
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
        556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
        556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ];

    /// <summary>Width in pixels of plain text.</summary>
    public static double Width(string text, double size, bool bold = false)
    {
        var sum = 0.0;
        foreach (var rune in text.EnumerateRunes())
            sum += Thousandths(rune);
        return sum * size * Generosity * (bold ? BoldFactor : 1) / 1000;
    }

    /// <summary>How many characters fit a width, surrogate pairs kept whole.</summary>
    public static int LengthWithin(string text, double width, double size, bool bold)
    {
        var left = width * 1000 / (size * Generosity * (bold ? BoldFactor : 1));
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            left -= Thousandths(rune);
            if (left < 0 || length + rune.Utf16SequenceLength > text.Length)
                break;
            length += rune.Utf16SequenceLength;
        }

        return length;
    }

    /// <summary>Breaks text at spaces into lines no wider than asked, as far as its words allow.</summary>
    public static IReadOnlyList<string> Wrap(string text, double width, double size, bool bold = false)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : line + " " + word;
            if (line.Length > 0 && RichText.Parse(longer).Width(size, bold) > width)
            {
                lines.Add(line);
                longer = word;
            }

            line = longer;
        }

        if (line.Length > 0)
            lines.Add(line);
        return lines;
    }

    private static double Thousandths(Rune rune)
    {
        if (rune.Value is >= 0x20 and < 0x7f)
            return Widths[rune.Value - 0x20];
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
            return 0;
        return rune.Value switch
        {
            0x2212 or 0x00d7 or 0x00b1 => 584,
            0x2009 or 0x200a => 200,
            0x2026 => 1000,
            0x00b7 => 278,
            0x03a9 => 768,
            0x0394 => 668,
            0x2192 => 1000,
            >= 0x1100 and (<= 0x115f or >= 0x2e80) => WideWidth,
            _ => OtherWidth,
        };
    }
}
