using System.Text.Json.Nodes;
using Interphase.Descriptions;

namespace Interphase.Cells;

/// <summary>A field of the whole file that holds a protocol: a list of sentences and of maps with <c>repeat</c> and <c>steps</c>.</summary>
/// <param name="name">Its path.</param>
/// <param name="summary">One line of documentation.</param>
public sealed class ProtocolField(string name, string summary) : Field<ProtocolScript>(name, summary)
{
    /// <inheritdoc/>
    public override JsonObject Schema()
    {
        var repeat = new JsonObject
        {
            ["type"] = "object",
            ["description"] = "Steps that are carried out several times; one pass of the innermost repetition is a cycle.",
            ["additionalProperties"] = false,
            ["required"] = new JsonArray("repeat", "steps"),
            ["properties"] = new JsonObject
            {
                ["repeat"] = new JsonObject { ["type"] = "integer", ["minimum"] = 1, ["description"] = "How often." },
                // The field itself once more, at the root of the schema.
                ["steps"] = new JsonObject { ["$ref"] = $"#/properties/{Name}" },
            },
        };
        return new JsonObject
        {
            ["anyOf"] = new JsonArray(
                new JsonObject { ["type"] = "string", ["description"] = "One sentence, or several between semicolons." },
                new JsonObject { ["type"] = "array", ["minItems"] = 1, ["items"] = new JsonObject { ["anyOf"] = new JsonArray(Sentence(), repeat) } }),
        };
    }

    /// <inheritdoc/>
    protected override bool TryRead(Node node, ReadingScope scope, out ProtocolScript value)
    {
        value = ScriptReader.Read(node, scope.Path, scope.Problems)!;
        return value is not null;
    }

    /// <inheritdoc/>
    protected override string Show(ProtocolScript value) => value.ToString();

    /// <inheritdoc/>
    protected override JsonNode? ToJson(ProtocolScript value) => value.ToJson();

    private static JsonObject Sentence() => new()
    {
        ["type"] = "string",
        ["description"] = "A sentence such as `charge at C/10 until 4.3 V`.",
        ["examples"] = new JsonArray("charge at C/10 until 4.3 V", "hold 4.3 V until C/50", "discharge at C/10 until 2.5 V", "rest 2 h"),
    };
}
