using System.CommandLine;
using Interphase.Descriptions;
using Interphase.Thermodynamics;

namespace Interphase.Cli;

/// <summary><c>interphase stability FORMULA</c>: whether a formula would fall apart, into what, and by how much energy.</summary>
internal static class StabilityVerb
{
    public static Command Create()
    {
        var formula = new Argument<string>("FORMULA") { Description = "A chemical formula, or a material of the library that has one." };
        var command = new Command("stability", "Energy above the hull and decomposition of a formula.");
        command.Arguments.Add(formula);
        PhaseOptions.AddTo(command);
        command.SetAction(parsed =>
        {
            var problems = new Problems();
            return Answer.Give(parsed, Ask(parsed, parsed.GetRequiredValue(formula), problems), problems);
        });
        return command;
    }

    private static Answer? Ask(ParseResult parsed, string text, Problems problems)
    {
        if (PhaseOptions.Set(parsed, problems) is not { } set || PhaseOptions.Formula(text, problems) is not { } formula) return null;
        if (Stability.Of(formula, set, problems) is not { } found) return null;
        Stability[] others = [.. set.Alternatives([.. formula.Elements.Select(part => part.Element.Symbol)]).Select(other => Stability.Of(formula, other, [])).OfType<Stability>()];
        string name = $"{Answer.FileName(formula)}.stability";
        return new(
            name, StabilityJson.Of(found, others, set), terminal => StabilityTables.Print(found, others, set, terminal),
            () => StabilityCharts.Svg(found, others) is { } picture ? [new($"{name}.svg", picture)] : []);
    }
}
