using System.Text.Json;
using System.Text.Json.Nodes;
using Interphase.Descriptions;

namespace Interphase.Cli;

/// <summary>Takes values out of a document that may be damaged: the first that is not what it should be is told, and everything after it is empty.</summary>
internal sealed class ResultReader(Place place, Problems problems)
{
    /// <summary>Whether anything was wrong.</summary>
    public bool IsFaulty { get; private set; }

    public void Tell(string field, string found, string expected, string suggestion)
    {
        if (!IsFaulty) problems.Add(place, field, found, expected, suggestion);
        IsFaulty = true;
    }

    public string Text(JsonObject map, string key, string at = "") => map[key] is JsonValue value && value.TryGetValue(out string? text) ? text : Wrong(map[key], $"{at}{key}", "text", "");

    public double Number(JsonObject map, string key, string at = "") => Read(map[key], out double number) ? number : Wrong(map[key], $"{at}{key}", "a number", 0.0);

    public int Whole(JsonObject map, string key, string at = "") => map[key] is JsonValue value && value.TryGetValue(out int number) ? number : Wrong(map[key], $"{at}{key}", "a whole number", 0);

    public JsonObject Section(JsonObject map, string key, string at = "") => map[key] is JsonObject section ? section : Wrong(map[key], $"{at}{key}", "an object", new JsonObject());

    /// <summary>Names with their numbers.</summary>
    public Dictionary<string, double> Map(JsonObject map, string key, string at = "")
    {
        var numbers = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach ((string name, JsonNode? each) in Section(map, key, at)) numbers[name] = Read(each, out double number) ? number : Wrong(each, $"{at}{key}.{name}", "a number", 0.0);
        return numbers;
    }

    /// <summary>The rows of a table, each with where it stands.</summary>
    public List<(JsonObject Row, string At)> Rows(JsonObject map, string key, string at = "")
    {
        List<(JsonObject, string)> rows = [];
        JsonArray list = map[key] is JsonArray array ? array : Wrong(map[key], $"{at}{key}", "a list", new JsonArray());
        for (int i = 0; i < list.Count; i++) rows.Add((list[i] is JsonObject row ? row : Wrong(list[i], $"{at}{key}[{i}]", "an object", new JsonObject()), $"{at}{key}[{i}]."));
        return rows;
    }

    public List<string> Texts(JsonObject map, string key, string at = "")
    {
        List<string> texts = [];
        JsonArray list = map[key] is JsonArray array ? array : Wrong(map[key], $"{at}{key}", "a list", new JsonArray());
        for (int i = 0; i < list.Count; i++) texts.Add(list[i] is JsonValue value && value.TryGetValue(out string? text) ? text : Wrong(list[i], $"{at}{key}[{i}]", "text", ""));
        return texts;
    }

    public static string Described(JsonNode? node) => node switch
    {
        null => "nothing",
        JsonObject => "an object",
        JsonArray => "a list",
        _ => Quoted.Of(node.ToJsonString()),
    };

    private static bool Read(JsonNode? node, out double number)
    {
        number = double.NaN;
        return node is JsonValue value && value.GetValueKind() == JsonValueKind.Number && value.TryGetValue(out number) && double.IsFinite(number);
    }

    private T Wrong<T>(JsonNode? found, string field, string expected, T instead)
    {
        Tell(field, Described(found), expected, "write the result again with `interphase run`");
        return instead;
    }
}
