using System.Text.Json.Nodes;

namespace Interphase.Descriptions;

/// <summary>A field that holds a chemical formula.</summary>
/// <param name="name">The last part of its path.</param>
/// <param name="summary">One line of documentation.</param>
public sealed class ChemicalFormulaField(string name, string summary) : Field<ChemicalFormula>(name, summary)
{
    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = "string", ["pattern"] = "^[A-Za-z0-9()\\[\\]./·₀-₉]+$" };

    /// <inheritdoc/>
    protected override bool TryRead(Node node, ReadingScope scope, out ChemicalFormula value)
    {
        value = null!;
        if (!scope.TryText(node, "a chemical formula", "write it as `Li6PS5Cl`", out string text)) return false;
        if (ChemicalFormula.TryParse(text, out ChemicalFormula? formula, out FormulaError? error))
        {
            value = formula;
            return true;
        }
        scope.Problems.Add(((ScalarNode)node).PlaceAt(error.Position), scope.Path, error.Found, error.Expected, error.Suggestion is { } near ? $"did you mean `{near}`?" : "");
        return false;
    }

    /// <inheritdoc/>
    protected override string Show(ChemicalFormula value) => value.Text;
}
