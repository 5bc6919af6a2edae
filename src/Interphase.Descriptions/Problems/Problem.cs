using System.Globalization;

namespace Interphase.Descriptions;

/// <summary>Something in the input that a person must change, told so that they can.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Subject">The field or thing concerned, such as <c>cathode.thickness</c>; empty when the place says it all.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Expected">What would have been right.</param>
/// <param name="Suggestion">What to write or try.</param>
public sealed record Problem(Place Place, string Subject, string Found, string Expected, string Suggestion)
{
    /// <summary>The whole problem on one line.</summary>
    public override string ToString()
    {
        string subject = Subject.Length == 0 || Place.File == $"{Place.Beside} {Subject}" ? "" : $"{Subject}: ";
        string suggestion = Suggestion.Length == 0 ? "" : $"; {Suggestion}";
        return OneLine($"{Place}: {subject}found {Found}; expected {Expected}{suggestion}");
    }

    // A text from the input must not break the line, reach the terminal as a control sequence, or turn the direction of what follows.
    private static string OneLine(string text) =>
        string.Create(text.Length, text, static (span, source) =>
        {
            for (int i = 0; i < span.Length; i++) span[i] = IsHarmless(source, i) ? source[i] : ' ';
        });

    private static bool IsHarmless(string text, int at) => char.GetUnicodeCategory(text[at]) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => false,
        UnicodeCategory.Surrogate => char.IsHighSurrogate(text[at]) ? at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) : at > 0 && char.IsHighSurrogate(text[at - 1]),
        _ => true,
    };
}
