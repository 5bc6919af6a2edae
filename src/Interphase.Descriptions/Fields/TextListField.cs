using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Interphase.Descriptions;

/// <summary>A field that holds a list of texts, optionally out of a fixed set.</summary>
/// <param name="name">The last part of its path.</param>
/// <param name="summary">One line of documentation.</param>
/// <param name="allowed">The texts allowed; any when null.</param>
public sealed class TextListField(string name, string summary, IReadOnlyList<string>? allowed = null) : Field<ImmutableArray<string>>(name, summary)
{
    /// <inheritdoc/>
    public override bool IsPhysical => false;

    /// <inheritdoc/>
    public override JsonObject Schema()
    {
        var item = new JsonObject { ["type"] = "string" };
        if (allowed is not null) item["enum"] = new JsonArray([.. allowed.Select(text => (JsonNode)text)]);
        return new JsonObject { ["type"] = "array", ["items"] = item };
    }

    /// <inheritdoc/>
    protected override bool TryRead(Node node, ReadingScope scope, out ImmutableArray<string> value)
    {
        value = [];
        if (node is not ListNode list) return scope.Refuse(node, node.Description, "a list such as `[a, b]`", "put it in brackets");
        var texts = ImmutableArray.CreateBuilder<string>();
        foreach (Node item in list.Items)
        {
            if (!scope.TryText(item, "a text", "", out string text)) return false;
            if (allowed is not null && !allowed.Contains(text))
                return scope.Refuse(item, Quoted.Of(text), $"one of {string.Join(", ", allowed)}", Names.Nearest(text, allowed) is { } near ? $"did you mean `{near}`?" : "");
            texts.Add(text);
        }
        value = texts.ToImmutable();
        return true;
    }

    /// <inheritdoc/>
    protected override string Show(ImmutableArray<string> value) => string.Join(", ", value);

    /// <inheritdoc/>
    protected override JsonNode? ToJson(ImmutableArray<string> value) => new JsonArray([.. value.Select(text => (JsonNode)text)]);
}
