using System.Text.Json.Nodes;

namespace Interphase.Descriptions;

/// <summary>A field that is true or false.</summary>
/// <param name="name">The last part of its path.</param>
/// <param name="summary">One line of documentation.</param>
public sealed class FlagField(string name, string summary) : Field<bool>(name, summary)
{
    /// <inheritdoc/>
    public override bool IsPhysical => false;

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = "boolean" };

    /// <inheritdoc/>
    protected override bool TryRead(Node node, ReadingScope scope, out bool value)
    {
        value = false;
        if (!scope.TryText(node, "true or false", "", out string text)) return false;
        value = text == "true";
        if (text is "true" or "false") return true;
        string suggestion = text.ToUpperInvariant() switch
        {
            "YES" or "ON" or "Y" or "1" or "TRUE" => "write `true`",
            "NO" or "OFF" or "N" or "0" or "FALSE" => "write `false`",
            _ => "",
        };
        return scope.Refuse(node, Quoted.Of(text), "true or false", suggestion);
    }

    /// <inheritdoc/>
    protected override string Show(bool value) => value ? "true" : "false";

    /// <inheritdoc/>
    protected override JsonNode? ToJson(bool value) => value;
}
