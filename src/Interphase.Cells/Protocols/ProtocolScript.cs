using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Interphase.Descriptions;

namespace Interphase.Cells;

/// <summary>A protocol as a person wrote it: sentences that were read but not yet held against a cell, so that one script serves many cells.</summary>
public sealed class ProtocolScript
{
    private readonly Node source;

    internal ProtocolScript(Node source, ImmutableArray<ScriptItem> items) => (this.source, Items) = (source, items);

    internal ImmutableArray<ScriptItem> Items { get; }

    /// <summary>As it may stand after <c>--set protocol=</c>: sentences between semicolons, or a list in brackets where something is repeated.</summary>
    public override string ToString() => IsFlat(source) ? string.Join("; ", Sentences()) : Flow(source);

    internal JsonNode ToJson() => source is ListNode ? Json(source) : new JsonArray(Json(source));

    private IEnumerable<string> Sentences() => source is ListNode list ? list.Items.Select(item => OneLine((ScalarNode)item)) : [OneLine((ScalarNode)source)];

    // Only what YAML takes for a plain text, whatever stands in it.
    private static bool IsFlat(Node node) => node is ScalarNode scalar ? OneLine(scalar).All(c => char.IsLetterOrDigit(c) || c is ' ' or '.' or ',' or '/' or ';' or '°' or '=' or '^' or '_' or '-') && char.IsLetter(OneLine(scalar)[0])
        : node is ListNode list && list.Items.All(item => item is ScalarNode && IsFlat(item));

    private static string Flow(Node node) => node switch
    {
        ListNode list => $"[{string.Join(", ", list.Items.Select(Flow))}]",
        MapNode map => $"{{ {string.Join(", ", map.Entries.Select(entry => $"{entry.Key}: {(entry is { Key: "repeat", Value: ScalarNode count } ? count.Text : Flow(entry.Value))}"))} }}",
        ScalarNode scalar => Quote(OneLine(scalar)),
        _ => "",
    };

    private static JsonNode Json(Node node) => node switch
    {
        ListNode list => new JsonArray([.. list.Items.Select(Json)]),
        MapNode map => new JsonObject(map.Entries.Select(entry => KeyValuePair.Create<string, JsonNode?>(entry.Key, entry.Key == "repeat" && entry.Value is ScalarNode count ? int.Parse(count.Text, CultureInfo.InvariantCulture) : Json(entry.Value)))),
        ScalarNode scalar => OneLine(scalar),
        _ => "",
    };

    private static string OneLine(ScalarNode scalar) => string.Join(' ', scalar.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (char c in text) quoted.Append(c is '"' or '\\' ? "\\" : "").Append(c);
        return quoted.Append('"').ToString();
    }
}
