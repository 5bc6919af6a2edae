using System.Text.Json.Nodes;

namespace Interphase.Descriptions;

/// <summary>Writes the JSON Schema of a vocabulary, so that editors complete and check files while they are written.</summary>
public static class JsonSchema
{
    /// <summary>The schema of a whole file.</summary>
    public static JsonObject Of(Vocabulary vocabulary, string title)
    {
        var schema = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = title };
        foreach ((string key, JsonNode? value) in Object(vocabulary.Root)) schema[key] = value?.DeepClone();
        schema["$defs"] = new JsonObject
        {
            ["annotated"] = new JsonObject
            {
                ["type"] = "object",
                ["description"] = "A value with what its author says of it.",
                ["properties"] = new JsonObject
                {
                    ["value"] = true,
                    ["source"] = Text("A key of data/sources.yaml, or `assumed: ` with the reason."),
                    ["assumed"] = Text("The reason for an assumption."),
                    ["at"] = Text("The condition: a temperature first, then the state."),
                    ["note"] = Text("A remark."),
                    ["bound"] = new JsonObject { ["enum"] = new JsonArray("lower", "upper"), ["description"] = "Where the value is a bound only: `upper` where the true one lies below, `lower` where it lies above." },
                },
            },
        };
        return schema;
    }

    private static JsonObject Object(Section section)
    {
        var properties = new JsonObject();
        foreach (IField field in section.Fields.Concat(section.Library?.Fields ?? [])) properties[field.Name] = Value(field);
        foreach (Section within in section.Sections.Concat(section.Library?.Sections ?? [])) properties[within.Name] = Within(within);
        return new JsonObject { ["type"] = "object", ["description"] = section.Summary, ["additionalProperties"] = false, ["properties"] = properties };
    }

    private static JsonObject Within(Section section)
    {
        JsonObject map = Object(section);
        var kinds = new JsonArray(map);
        if (section.Shorthand is { } shorthand) kinds.Add((JsonNode)shorthand.Schema());
        if (section.IsRepeated) kinds.Add((JsonNode)new JsonObject { ["type"] = "array", ["items"] = map.DeepClone() });
        kinds.Add((JsonNode)new JsonObject { ["type"] = "null", ["description"] = "Takes away what a parent file gives." });
        return new JsonObject { ["description"] = section.Summary, ["anyOf"] = kinds };
    }

    private static JsonObject Value(IField field)
    {
        JsonObject plain = field.Schema();
        var kinds = new JsonArray();
        if (plain["anyOf"] is JsonArray several && plain.Count == 1) foreach (JsonNode? kind in several) kinds.Add(kind?.DeepClone());
        else kinds.Add((JsonNode)plain);
        if (field.IsPhysical) kinds.Add((JsonNode)new JsonObject { ["$ref"] = "#/$defs/annotated" });
        kinds.Add((JsonNode)new JsonObject { ["type"] = "null" });
        return new JsonObject { ["description"] = field.Summary, ["anyOf"] = kinds };
    }

    private static JsonObject Text(string summary) => new() { ["type"] = "string", ["description"] = summary };
}
