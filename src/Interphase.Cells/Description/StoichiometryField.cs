using System.Text.Json.Nodes;
using Interphase.Descriptions;

namespace Interphase.Cells;

/// <summary>A field that holds a lithium content, or <c>as assembled</c>.</summary>
/// <param name="name">The last part of its path.</param>
/// <param name="summary">One line of documentation.</param>
public sealed class StoichiometryField(string name, string summary) : Field<Stoichiometry>(name, summary)
{
    internal const string AsAssembled = "as assembled";

    /// <inheritdoc/>
    public override JsonObject Schema() => new()
    {
        ["anyOf"] = new JsonArray(new JsonObject { ["const"] = AsAssembled }, new JsonObject { ["type"] = "number", ["minimum"] = 0, ["maximum"] = 1 }),
    };

    /// <inheritdoc/>
    protected override bool TryRead(Node node, ReadingScope scope, out Stoichiometry value)
    {
        value = Stoichiometry.AsAssembled;
        const string expected = "`as assembled` or a lithium content from 0 to 1";
        if (!scope.TryText(node, expected, "", out string text)) return false;
        if (text == AsAssembled) return true;
        if (!Quantity.TryParse(text, [Measures.Share], out Quantity content, out _))
            return scope.Refuse(node, node.Description, expected, Names.Nearest(text, [AsAssembled]) is { } near ? $"did you mean `{near}`?" : "");
        value = new Stoichiometry(content.Si);
        return content.Si is >= 0 and <= 1 || scope.Refuse(node, node.Description, expected);
    }

    /// <inheritdoc/>
    protected override string Show(Stoichiometry value) => value.ToString();

    /// <inheritdoc/>
    protected override JsonNode? ToJson(Stoichiometry value) => value.Content is { } content ? content : AsAssembled;
}
