using System.Globalization;
using System.Text.Json.Nodes;

namespace Interphase.Descriptions;

/// <summary>A field that holds a whole number: a count, or a factor of refinement.</summary>
/// <param name="name">The last part of its path.</param>
/// <param name="lowest">The least.</param>
/// <param name="highest">The greatest.</param>
/// <param name="summary">One line of documentation.</param>
public sealed class WholeNumberField(string name, int lowest, int highest, string summary) : Field<int>(name, summary)
{
    /// <inheritdoc/>
    public override bool IsPhysical => false;

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = "integer", ["minimum"] = lowest, ["maximum"] = highest };

    /// <inheritdoc/>
    protected override bool TryRead(Node node, ReadingScope scope, out int value)
    {
        value = 0;
        string expected = $"a whole number from {lowest} to {highest}";
        if (!scope.TryText(node, expected, "", out string text)) return false;
        return (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value) && value >= lowest && value <= highest) || scope.Refuse(node, Quoted.Of(text), expected);
    }

    /// <inheritdoc/>
    protected override string Show(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    protected override JsonNode? ToJson(int value) => value;
}
