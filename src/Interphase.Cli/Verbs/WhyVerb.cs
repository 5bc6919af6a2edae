using System.Collections.Immutable;
using System.CommandLine;
using System.Security.Cryptography;
using Interphase.Cells;
using Interphase.Descriptions;

namespace Interphase.Cli;

/// <summary><c>interphase why RESULT</c>: what limits a cell that was run, what took its capacity, and what changing its inputs would gain.</summary>
internal static class WhyVerb
{
    public static Command Create()
    {
        var result = new Argument<string>("RESULT") { Description = "The result of a run, NAME.result.json, or a folder with one." };
        var inputs = new Option<string?>("--inputs") { Description = "Inputs whose change is asked for, such as `cathode.active.radius,pressure.stack`; those of the largest effect where it is left out.", HelpName = "PATH,PATH" };
        var cycle = new Option<int?>("--cycle") { Description = "The cycle whose retention is meant; the last one where it is left out.", HelpName = "N" };
        var without = new Option<bool>("--no-sensitivities") { Description = "Tell what the result holds, and run nothing." };
        var command = new Command("why", "What limits a cell that was run, what took its capacity, and what changing an input would gain.");
        command.Arguments.Add(result);
        command.Options.Add(inputs);
        command.Options.Add(cycle);
        command.Options.Add(without);
        command.SetAction(parsed =>
        {
            var problems = new Problems();
            TextWriter error = parsed.InvocationConfiguration.Error;
            bool shown = !parsed.GetValue(CommonOptions.Json) && !parsed.GetValue(CommonOptions.Quiet) && ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected;
            var status = new StatusLine(error, shown);
            Reasons? reasons = Ask(parsed.GetRequiredValue(result), parsed.GetValue(inputs), parsed.GetValue(cycle), parsed.GetValue(without), Math.Max(1, parsed.GetValue(CommonOptions.Threads)), error, status, problems);
            status.Clear();
            Answer? answer = reasons is null ? null : new Answer($"{Named(reasons.Result.Path)}.why", WhyJson.Of(reasons), terminal => WhyTables.Print(reasons, terminal), () => []);
            return Answer.Give(parsed, answer, problems);
        });
        return command;
    }

    private static string Named(string path)
    {
        string name = Path.GetFileName(path);
        return name.EndsWith(ResultDocument.Ending, StringComparison.Ordinal) ? name[..^ResultDocument.Ending.Length] : Path.GetFileNameWithoutExtension(name);
    }

    private static Reasons? Ask(string given, string? inputs, int? cycle, bool without, int threads, TextWriter error, IProgress<string> progress, Problems problems)
    {
        if (ResultDocument.Read(given, problems) is not { } result) return null;
        // The last cycle of a run that ended early was not carried out to its end.
        int last = result.Cycles.Count == 0 ? 0 : result.Exit == "completed" || result.Cycles.Count == 1 ? result.Cycles[^1].Cycle : result.Cycles[^2].Cycle;
        if (cycle is { } asked && (asked < 1 || asked > last))
        {
            problems.Add(new Place("--cycle"), "", $"`{asked}`", last == 0 ? "a run with cycles" : $"a cycle from 1 to {last}", last == 0 ? "leave --cycle out" : "the result has no more that were carried out to their end");
            return null;
        }
        if (result.Version.Length > 0 && result.Version != RunProvenance.Version)
            error.WriteLine($"warning: {result.Path}: written by version {Quoted.Of(result.Version, 40)}, this is {RunProvenance.Version}; results may differ");
        var remarks = ImmutableArray.CreateBuilder<string>();
        if (result.Exit != "completed") remarks.Add($"the run ended early ({Words(result.Exit)}); cycle {last} is the last that is looked at");
        if (result.Losses.Count == 0) remarks.Add("nothing ages in this cell, or its first cycle alone was run: no loss is told by cause");
        InputEffects? effects = null;
        if (!without && last > 0)
        {
            effects = Effects(result, inputs, cycle ?? last, threads, progress, remarks, problems);
            if (problems.Count > 0) return null;
        }
        return new Reasons(result, effects, remarks.ToImmutable());
    }

    private static InputEffects? Effects(ResultDocument result, string? inputs, int cycle, int threads, IProgress<string> progress, ImmutableArray<string>.Builder remarks, Problems problems)
    {
        const string leftOut = "what changing an input would gain is left out:";
        if (result.Request is not { } request)
        {
            remarks.Add($"{leftOut} the result does not say what was run, as one of an older version");
            return null;
        }
        // Names of files were seen from the working folder of then, which may be this one.
        string beside = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(result.Path))!, request.Folder);
        string? Located(string file) => File.Exists(file) ? file : File.Exists(Path.Combine(beside, file)) ? Path.Combine(beside, file) : null;
        if (Located(request.File) is not { } cell)
        {
            remarks.Add($"{leftOut} {request.File}: no such file");
            return null;
        }
        foreach ((string file, string hash) in result.Inputs)
            if (Located(file) is { } there ? Hash(there) != hash : file != request.File) remarks.Add($"warning: {file} is not what it was when the cell was run; what changing an input would gain is that of the file as it is now");
        CellReading reading = CellReader.Read(cell, request.Overrides);
        var own = new Problems();
        foreach (Problem problem in reading.Problems) own.Add(problem);
        string[] sentences = [.. request.Protocol.Select(text => request.Protocol.Count == 1 && !File.Exists(text) && Located(text) is { } there ? there : text)];
        Protocol? protocol = reading.Design is not { } design ? null : sentences.Length > 0 ? ProtocolReader.Read(sentences, design, own) : reading.Protocol;
        CellSimulator? simulator = own.Count == 0 ? CellSimulator.Prepare(reading, own) : null;
        if (simulator is null || protocol is null || own.Count > 0)
        {
            remarks.Add($"{leftOut} {(own.Count > 0 ? own[0].ToString() : $"{cell}: the protocol is gone")}");
            return null;
        }
        List<CellInput>? asked = inputs is null ? null : [];
        foreach (string path in inputs?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            if (CellInput.Find(reading.Description!, path) is { } input) asked!.Add(input);
            else problems.Add(new Place("--inputs"), "", Quoted.Of(path), "the path of a number, a constant property or a parameter of a formula", Names.Nearest(path, CellInput.All(reading.Description!).Select(each => each.Path)) is { } near ? $"did you mean `{near}`?" : "interphase check CELL.yaml lists every path");
        }
        if (asked is { Count: 0 } && problems.Count == 0) problems.Add(new Place("--inputs"), "", Quoted.Of(inputs!), "paths with commas between them", "write `--inputs cathode.active.radius,separator.thickness`");
        if (problems.Count > 0) return null;
        InputEffects effects = InputEffects.Find(reading, request.Overrides, simulator, protocol, cycle, asked, threads, progress);
        if (effects.Effects.Count > 0 && result.Cycles.FirstOrDefault(each => each.Capacity > 0) is { Capacity: > 0 } first && Math.Abs(effects.Effects[0].FirstCapacity / 36000 - first.Capacity) > 1e-3 * first.Capacity)
            remarks.Add($"warning: run again, the first discharge gives {Quantity.Significant(effects.Effects[0].FirstCapacity / 36000, 5)} mAh/cm2, the result has {Quantity.Significant(first.Capacity, 5)}; what was run is not what there is now");
        return effects;
    }

    private static string Hash(string file)
    {
        try
        {
            return Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static string Words(string exit) => exit switch { "physicalStop" => "physical stop", "limitAtStart" => "limit at start", _ => exit };
}
