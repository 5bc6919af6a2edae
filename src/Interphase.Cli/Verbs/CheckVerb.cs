using System.CommandLine;
using Interphase.Cells;

namespace Interphase.Cli;

/// <summary><c>interphase check CELL.yaml</c>: the derived cell, where each value comes from, and what is wrong.</summary>
internal static class CheckVerb
{
    public static Command Create()
    {
        var files = new Argument<string[]>("CELL.yaml") { Description = "The cell file.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("check", "Check a cell file, derive its design numbers and list where every value comes from.");
        files.Validators.Add(result =>
        {
            // A misspelt option would otherwise be taken for the name of a file.
            if (result.Tokens.FirstOrDefault(token => token.Value.StartsWith("--", StringComparison.Ordinal)) is { } option)
                result.AddError($"`{option.Value}` is no option of check{(Descriptions.Names.Nearest(option.Value, ["--json", "--out", "--quiet", "--set", "--threads", "--seed", "--help"]) is { } near ? $"; did you mean `{near}`?" : "")}");
        });
        command.Arguments.Add(files);
        command.Options.Add(CommonOptions.Set);
        command.Validators.Add(result =>
        {
            if (result.GetResult(CommonOptions.Out) is null || result.GetResult(files) is not { } given) return;
            string? twice = given.Tokens.Select(token => Path.GetFileNameWithoutExtension(token.Value)).GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1)?.Key;
            if (twice is not null) result.AddError($"two files called `{twice}` would overwrite each other's results in --out; check them one after the other into two folders");
        });
        command.SetAction(parsed =>
        {
            TextWriter output = parsed.InvocationConfiguration.Output, error = parsed.InvocationConfiguration.Error;
            string[] given = parsed.GetValue(CommonOptions.Set)!;
            CellReading[] readings = [.. parsed.GetRequiredValue(files).Select(file => CellReader.Read(file, given).Rehearsed())];
            bool failed = false;
            foreach (CellReading reading in readings)
            {
                if (reading.Design is null) failed = true;
                if (parsed.GetValue(CommonOptions.Out) is { } folder && reading.Design is not null && !Write(folder, reading, parsed.GetValue(CommonOptions.Quiet), error)) failed = true;
                if (parsed.GetValue(CommonOptions.Json)) continue;
                Terminal.Tell(reading.Problems, error);
                if (reading.Design is not null && !parsed.GetValue(CommonOptions.Quiet)) DesignTables.Print(reading, new Terminal(output));
            }
            if (parsed.GetValue(CommonOptions.Json))
                output.WriteLine(JsonText.Write(readings.Length == 1 ? DesignJson.Of(readings[0]) : new System.Text.Json.Nodes.JsonArray([.. readings.Select(DesignJson.Of)])));
            return failed ? CommandLine.InputAtFault : CommandLine.Done;
        });
        return command;
    }

    private static bool Write(DirectoryInfo folder, CellReading reading, bool quiet, TextWriter error)
    {
        string name = Path.GetFileNameWithoutExtension(reading.File);
        var problems = new Descriptions.Problems();
        List<string?> written = [FileWriter.Write(folder, $"{name}.check.json", JsonText.Write(DesignJson.Of(reading)), problems)];
        if (problems.Count == 0 && (reading.Design!.Cathode is not null || reading.Design.Anode is not null))
            written.Add(FileWriter.Write(folder, $"{name}.design.svg", DesignCharts.Svg(reading.Design), problems));
        if (!quiet) foreach (string path in written.OfType<string>()) error.WriteLine($"wrote {path}");
        Terminal.Tell(problems, error);
        return problems.Count == 0;
    }
}
