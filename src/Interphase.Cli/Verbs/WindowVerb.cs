using System.CommandLine;
using Interphase.Descriptions;
using Interphase.Materials;
using Interphase.Thermodynamics;

namespace Interphase.Cli;

/// <summary><c>interphase window FORMULA</c>: between which voltages a formula keeps its lithium, and what it turns into elsewhere.</summary>
internal static class WindowVerb
{
    public static Command Create() => FormulaVerb.Create("window", "Electrochemical window of a formula against lithium, with every step from 0 to 5 V.", Ask);

    private static Answer? Ask(ChemicalFormula formula, PhaseSet set, Problems problems)
    {
        if (ElectrochemicalWindow.Of(formula, set, problems) is not { } window) return null;
        var answer = new WindowAnswer(
            window, [.. ElectrochemicalWindow.Alternatives(formula, set)], PracticalWindow.Of(formula, MaterialLibrary.Beside(Directory.GetCurrentDirectory(), problems)),
            TopotacticVoltage.Of(formula, set, problems) ?? [], set);
        string name = $"{Answer.FileName(formula)}.window";
        return new(
            name, WindowJson.Of(answer), terminal => WindowTables.Print(answer, terminal), () => window.Steps.IsEmpty ? [] : [new($"{name}.svg", WindowCharts.Svg(answer))]);
    }
}
