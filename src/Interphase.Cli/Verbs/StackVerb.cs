using System.CommandLine;
using Interphase.Cells;
using Interphase.Descriptions;
using Interphase.Reports;

namespace Interphase.Cli;

/// <summary><c>interphase stack CELL.yaml</c>: every pair of solids that touches in a cell, and what forms there.</summary>
internal static class StackVerb
{
    public static Command Create()
    {
        var file = new Argument<string>("CELL.yaml") { Description = "The cell file." };
        var command = new Command("stack", "Every pair of solids that touches in a cell, over its range of potentials, worst first.");
        command.Arguments.Add(file);
        PhaseOptions.AddTo(command);
        command.Options.Add(CommonOptions.Set);
        command.SetAction(parsed =>
        {
            var problems = new Problems();
            return Answer.Give(parsed, Ask(parsed, parsed.GetRequiredValue(file), problems), problems);
        });
        return command;
    }

    private static Answer? Ask(ParseResult parsed, string file, Problems problems)
    {
        if (PhaseOptions.Set(parsed, problems) is not { } set) return null;
        CellReading reading = CellReader.Read(file, parsed.GetValue(CommonOptions.Set)!);
        foreach (Problem problem in reading.Problems) problems.Add(problem);
        if (CellInterfaces.Of(reading, set, parsed.GetValue(CommonOptions.Threads)) is not { } found || problems.Count > 0) return null;
        string name = $"{Path.GetFileNameWithoutExtension(file)}.stack";
        return new(name, StackJson.Of(file, found), terminal => StackTables.Print(file, found, terminal), () =>
        [
            new($"{name}.csv", StackTables.Csv(found)),
            .. found.Contacts.IsEmpty ? (TextFile[])[] : [new($"{name}.svg", StackCharts.Svg(found))],
            new($"{name}.html", HtmlReport.Render(StackPage.Of(file, found))),
        ]);
    }
}
