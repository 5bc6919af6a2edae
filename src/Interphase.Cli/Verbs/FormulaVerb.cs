using System.CommandLine;
using Interphase.Descriptions;
using Interphase.Thermodynamics;

namespace Interphase.Cli;

/// <summary>Makes the verbs that ask a set of phases about one formula.</summary>
internal static class FormulaVerb
{
    /// <param name="name">The verb.</param>
    /// <param name="summary">What it tells.</param>
    /// <param name="ask">The answer; null after a problem.</param>
    public static Command Create(string name, string summary, Func<ChemicalFormula, PhaseSet, Problems, Answer?> ask)
    {
        var formula = new Argument<string>("FORMULA") { Description = "A chemical formula, or a material of the library that has one." };
        var command = new Command(name, summary);
        command.Arguments.Add(formula);
        PhaseOptions.AddTo(command);
        command.SetAction(parsed =>
        {
            var problems = new Problems();
            Answer? answer = PhaseOptions.Set(parsed, problems) is { } set && PhaseOptions.Formula(parsed.GetRequiredValue(formula), problems) is { } asked ? ask(asked, set, problems) : null;
            return Answer.Give(parsed, answer, problems);
        });
        return command;
    }
}
