using System.CommandLine;
using Interphase.Descriptions;
using Interphase.Materials;
using Interphase.Thermodynamics;

namespace Interphase.Cli;

/// <summary><c>interphase window FORMULA</c>: between which voltages a formula keeps its lithium, and what it turns into elsewhere.</summary>
internal static class WindowVerb
{
    public static Command Create()
    {
        var formula = new Argument<string>("FORMULA") { Description = "A chemical formula, or a material of the library that has one." };
        var command = new Command("window", "Electrochemical window of a formula against lithium, with every step from 0 to 5 V.");
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
        if (ElectrochemicalWindow.Of(formula, set, problems) is not { } window) return null;
        var answer = new WindowAnswer(
            window, [.. ElectrochemicalWindow.Alternatives(formula, set)], PracticalWindow.Of(formula, MaterialLibrary.Beside(Directory.GetCurrentDirectory(), problems)),
            TopotacticVoltage.Of(formula, set, problems) ?? [], set);
        string name = $"{Answer.FileName(formula)}.window";
        return new(
            name, WindowJson.Of(answer), terminal => WindowTables.Print(answer, terminal), () => window.Steps.IsEmpty ? [] : [new($"{name}.svg", WindowCharts.Svg(answer))]);
    }
}
