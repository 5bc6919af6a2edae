namespace Interphase.Cells;

/// <summary>A word of a sentence, a comma, or what stands in quotes.</summary>
/// <param name="Text">As written, without quotes.</param>
/// <param name="Start">Where it begins in the sentence.</param>
/// <param name="End">Behind its last character.</param>
/// <param name="IsQuoted">Whether it stood in quotes and therefore is no keyword.</param>
internal readonly record struct SentenceWord(string Text, int Start, int End, bool IsQuoted)
{
    public bool IsComma => !IsQuoted && Text == ",";

    public bool Is(string keyword) => !IsQuoted && Text.Equals(keyword, StringComparison.OrdinalIgnoreCase);

    /// <summary>The words of a text. A comma between digits stays with them: it was meant as a decimal sign, and is told as one.</summary>
    public static List<SentenceWord> Split(string text)
    {
        var words = new List<SentenceWord>();
        for (int at = 0; at < text.Length;)
        {
            char c = text[at];
            if (char.IsWhiteSpace(c))
            {
                at++;
                continue;
            }
            int start = at;
            if (c is '"' or '\'' && text.IndexOf(c, at + 1) is > 0 and int close)
            {
                at = close + 1;
                words.Add(new SentenceWord(text[(start + 1)..close], start, at, true));
                continue;
            }
            if (c == ',') at++;
            else while (at < text.Length && !char.IsWhiteSpace(text[at]) && (text[at] != ',' || IsInNumber(text, at))) at++;
            words.Add(new SentenceWord(text[start..at], start, at, false));
        }
        return words;
    }

    /// <summary>The sentences of a text that are separated by semicolons, with where each begins.</summary>
    public static IEnumerable<(string Text, int Start)> Sentences(string text)
    {
        int start = 0;
        char quote = '\0';
        for (int at = 0; at <= text.Length; at++)
        {
            if (at == text.Length || (text[at] == ';' && quote == '\0'))
            {
                yield return (text[start..at], start);
                start = at + 1;
            }
            else if (quote != '\0') quote = text[at] == quote ? '\0' : quote;
            else if (text[at] is '"' or '\'' && text.IndexOf(text[at], at + 1) > 0) quote = text[at];
        }
    }

    private static bool IsInNumber(string text, int at) => at > 0 && at + 1 < text.Length && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]);
}
