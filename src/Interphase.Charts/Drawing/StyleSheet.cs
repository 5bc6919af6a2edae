using System.Text;

namespace Interphase.Charts;

/// <summary>
/// The inks of a picture that has a dark face. An element carries its light colour as an attribute and a class named after both colours, so two pictures
/// inlined into one page cannot disagree on what a class means.
/// </summary>
internal sealed class StyleSheet
{
    private readonly SortedSet<string> _rules = new(StringComparer.Ordinal);

    public static string? Class(string property, Ink ink) =>
        ink.Light == ink.Dark ? null : $"{property[0]}-{ink.Light.ToHex()[1..]}-{ink.Dark.ToHex()[1..]}";

    public void Note(string property, Ink ink)
    {
        if (Class(property, ink) is { } name)
            _rules.Add($".{name}{{{property}:{ink.Dark.ToHex()}}}");
    }

    public string ToElement()
    {
        if (_rules.Count == 0)
            return "";
        var text = new StringBuilder("<style>@media (prefers-color-scheme: dark){");
        foreach (var rule in _rules)
            text.Append(rule);
        return text.Append("}</style>\n").ToString();
    }
}
