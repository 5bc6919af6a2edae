using System.CommandLine;
using Interphase.Cells;
using Interphase.Descriptions;
using Interphase.Materials;

namespace Interphase.Cli;

/// <summary><c>interphase schema [cell|material]</c>: the JSON Schema by which editors complete and check files.</summary>
internal static class SchemaVerb
{
    public static Command Create()
    {
        var kind = new Argument<string>("KIND") { Description = "cell or material.", DefaultValueFactory = _ => "cell" };
        kind.AcceptOnlyFromAmong("cell", "material");
        var command = new Command("schema", "Print the JSON Schema of cell or material files, for editors.");
        command.Arguments.Add(kind);
        command.SetAction(parsed =>
        {
            string which = parsed.GetRequiredValue(kind);
            Vocabulary vocabulary = which == "cell" ? CellSections.Vocabulary : MaterialSections.Vocabulary;
            string text = JsonText.Write(JsonSchema.Of(vocabulary, $"Interphase {which} file"));
            TextWriter output = parsed.InvocationConfiguration.Output, error = parsed.InvocationConfiguration.Error;
            if (parsed.GetValue(CommonOptions.Out) is not { } folder)
            {
                output.WriteLine(text);
                return CommandLine.Done;
            }
            var problems = new Problems();
            if (FileWriter.Write(folder, $"{which}.schema.json", text + "\n", problems) is { } written && !parsed.GetValue(CommonOptions.Quiet)) error.WriteLine($"wrote {written}");
            Terminal.Tell(problems, error);
            return problems.Count > 0 ? CommandLine.InputAtFault : CommandLine.Done;
        });
        return command;
    }
}
