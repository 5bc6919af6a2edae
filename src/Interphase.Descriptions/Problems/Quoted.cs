namespace Interphase.Descriptions;

/// <summary>Texts from the input inside a message: in backticks and cut, so that no input makes a message endless.</summary>
public static class Quoted
{
    private const int Longest = 60;

    /// <summary>The text in backticks, cut to <paramref name="longest"/> characters.</summary>
    public static string Of(string text, int longest = Longest) => $"`{Cut(text.Trim(), longest)}`";

    /// <summary>The text cut to <paramref name="longest"/> characters, at least 4, with an ellipsis.</summary>
    public static string Cut(string text, int longest = Longest)
    {
        if (text.Length <= longest) return text;
        int end = longest - 3;
        if (char.IsHighSurrogate(text[end - 1])) end--;
        return text[..end] + "...";
    }
}
