using System.CommandLine;
using Interphase.Descriptions;
using Interphase.Thermodynamics;

namespace Interphase.Cli;

/// <summary><c>interphase stability FORMULA</c>: whether a formula would fall apart, into what, and by how much energy.</summary>
internal static class StabilityVerb
{
    public static Command Create() => FormulaVerb.Create("stability", "Energy above the hull and decomposition of a formula.", Ask);

    private static Answer? Ask(ChemicalFormula formula, PhaseSet set, Problems problems)
    {
        if (Stability.Of(formula, set, problems) is not { } found) return null;
        Stability[] others = [.. set.Alternatives([.. formula.Elements.Select(part => part.Element.Symbol)]).Select(other => Stability.Of(formula, other, [])).OfType<Stability>()];
        string name = $"{Answer.FileName(formula)}.stability";
        return new(
            name, StabilityJson.Of(found, others, set), terminal => StabilityTables.Print(found, others, set, terminal),
            () => StabilityCharts.Svg(found, others) is { } picture ? [new($"{name}.svg", picture)] : []);
    }
}
