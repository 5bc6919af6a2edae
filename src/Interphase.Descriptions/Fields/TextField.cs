using System.Text.Json.Nodes;

namespace Interphase.Descriptions;

/// <summary>A field that holds a text: a name, a remark, the key of a source.</summary>
/// <param name="name">The last part of its path.</param>
/// <param name="summary">One line of documentation.</param>
/// <param name="physical">Whether a value may carry source, condition and note.</param>
public sealed class TextField(string name, string summary, bool physical = false) : Field<string>(name, summary)
{
    private const int Longest = 4000;

    /// <inheritdoc/>
    public override bool IsPhysical => physical;

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = "string" };

    /// <inheritdoc/>
    protected override bool TryRead(Node node, ReadingScope scope, out string value)
    {
        if (!scope.TryText(node, "a text", "", out value)) return false;
        return value.Length <= Longest || scope.Refuse(node, $"a text of {value.Length} characters", $"at most {Longest}", "shorten it");
    }

    /// <inheritdoc/>
    protected override string Show(string value) => value;
}
