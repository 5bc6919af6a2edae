using System.CommandLine;
using Interphase.Cells;
using Interphase.Charts;

namespace Interphase.Cli;

/// <summary><c>interphase check CELL.yaml</c>: the derived cell, where each value comes from, and what is wrong.</summary>
internal static class CheckVerb
{
    public static Command Create()
    {
        var files = new Argument<string[]>("CELL.yaml") { Description = "The cell file.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("check", "Check a cell file, derive its design numbers and list where every value comes from.\n\nExample: interphase check examples/wang2026-nanofibre.yaml --set cathode.thickness=\"90 um\"");
        command.Arguments.Add(files);
        command.Options.Add(CommonOptions.Set);
        command.SetAction(parsed =>
        {
            TextWriter output = parsed.InvocationConfiguration.Output, error = parsed.InvocationConfiguration.Error;
            string[] given = parsed.GetValue(CommonOptions.Set)!;
            CellReading[] readings = [.. parsed.GetRequiredValue(files).Select(file => CellReader.Read(file, given))];
            bool failed = false;
            foreach (CellReading reading in readings)
            {
                if (reading.Design is null) failed = true;
                if (parsed.GetValue(CommonOptions.Out) is { } folder && reading.Design is not null) Write(folder, reading, parsed.GetValue(CommonOptions.Quiet), error);
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

    private static void Write(DirectoryInfo folder, CellReading reading, bool quiet, TextWriter error)
    {
        string name = Path.GetFileNameWithoutExtension(reading.File);
        List<string> written = [FileWriter.Write(folder, $"{name}.check.json", JsonText.Write(DesignJson.Of(reading)))];
        if (reading.Design!.Equilibrium is { } curves) written.Add(FileWriter.Write(folder, $"{name}.equilibrium.svg", SvgRenderer.Render(DesignCharts.Equilibrium(reading.Design, curves), Theme.Auto)));
        written.Add(FileWriter.Write(folder, $"{name}.composition.svg", SvgRenderer.Render(DesignCharts.Composition(reading.Design), Theme.Auto)));
        if (!quiet) foreach (string path in written) error.WriteLine($"wrote {path}");
    }
}
