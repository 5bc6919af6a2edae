using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Interphase.Descriptions;

/// <summary>A field that holds one of a few words.</summary>
public sealed class ChoiceField : Field<string>
{
    /// <summary>Declares a field.</summary>
    public ChoiceField(string name, string summary, params ReadOnlySpan<string> choices) : base(name, summary) => Choices = [.. choices];

    /// <summary>The words.</summary>
    public ImmutableArray<string> Choices { get; }

    /// <inheritdoc/>
    public override bool IsPhysical => false;

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["enum"] = new JsonArray([.. Choices.Select(text => (JsonNode)text)]) };

    /// <inheritdoc/>
    protected override bool TryRead(Node node, ReadingScope scope, out string value)
    {
        string expected = $"one of {string.Join(", ", Choices)}";
        if (!scope.TryText(node, expected, "", out value)) return false;
        string written = value;
        if (Choices.Contains(written)) return true;
        return scope.Refuse(node, Quoted.Of(written), expected, Names.Nearest(written, Choices) is { } near ? $"did you mean `{near}`?" : "");
    }

    /// <inheritdoc/>
    protected override string Show(string value) => value;
}
