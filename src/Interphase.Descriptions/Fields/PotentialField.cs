using System.Text.Json.Nodes;

namespace Interphase.Descriptions;

/// <summary>A field that holds a voltage and what it is given against.</summary>
/// <param name="name">The last part of its path.</param>
/// <param name="summary">One line of documentation.</param>
public sealed class PotentialField(string name, string summary) : Field<Potential>(name, summary)
{
    private const double Lowest = -5, Highest = 10;

    /// <inheritdoc/>
    public override JsonObject Schema() => new()
    {
        ["type"] = "string",
        ["pattern"] = @"^(cathode |anode )?[-+]?[0-9.eE+-]+ *m?V( vs\.? (Li|Li\+/Li|Li/Li\+|lithium))?$",
    };

    /// <inheritdoc/>
    protected override bool TryRead(Node node, ReadingScope scope, out Potential value)
    {
        value = default;
        if (!scope.TryText(node, "a voltage", "write it as `4.3 V`, `4.3 V vs Li` or `cathode 4.3 V vs Li`", out string text)) return false;
        if (!Potential.TryParse(text, out value, out QuantityFault? fault)) return scope.Refuse(node, fault!.Found, fault.Expected, fault.Suggestion);
        return value.Voltage.Si is >= Lowest and <= Highest || scope.Refuse(node, Quoted.Of(text), $"a voltage between {Lowest} V and {Highest} V", "check the unit and the power of ten");
    }

    /// <inheritdoc/>
    protected override string Show(Potential value) => value.ToString();
}
