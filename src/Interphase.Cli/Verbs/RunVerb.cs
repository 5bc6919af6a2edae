using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json.Nodes;
using Interphase.Cells;
using Interphase.Descriptions;
using Interphase.Measurements;
using Interphase.Reports;

namespace Interphase.Cli;

/// <summary><c>interphase run CELL.yaml</c>: carries out a protocol and writes what came of it.</summary>
internal static class RunVerb
{
    private const string DefaultFolder = "results";
    private const int Cancelled = 130;
    private const double UsualCheckpoint = 10;

    private static readonly string[] Options = ["--protocol", "--every", "--cycles", "--profiles", "--resume", "--checkpoint", "--json", "--out", "--quiet", "--set", "--threads", "--seed", "--help"];

    public static Command Create()
    {
        var files = new Argument<string[]>("CELL.yaml") { Description = "The cell file, or several to be laid over one another.", Arity = ArgumentArity.OneOrMore };
        var protocol = new Option<string[]>("--protocol") { Description = "A protocol file, or sentences in quotes; in place of the one that the cell file carries.", HelpName = "P.yaml|SENTENCE", Arity = ArgumentArity.OneOrMore, DefaultValueFactory = _ => [] };
        var every = new Option<string?>("--every") { Description = "A row of the time series every so often, such as `10 s`; as many as the curve needs where it is left out.", HelpName = "TIME" };
        var cycles = new Option<string?>("--cycles") { Description = "Cycles whose rows are kept, such as `1,10,100`; all of a run of up to 50, a choice of a longer one.", HelpName = "LIST" };
        var profiles = new Option<bool>("--profiles") { Description = "Also write lithium contents across electrodes and particles at the end of every step of the kept cycles." };
        var resume = new Option<bool>("--resume") { Description = "Go on with a run that was ended from outside, from its last checkpoint to the same result." };
        var checkpoint = new Option<string?>("--checkpoint") { Description = "Time between checkpoints, from which a run can go on; 0 for one at every step, 10 s where it is left out.", HelpName = "TIME" };
        var command = new Command("run", "Carry out a protocol with a cell: time series, cycles, spectra, loss budget and a report.");
        command.Arguments.Add(files);
        command.Options.Add(protocol);
        command.Options.Add(every);
        command.Options.Add(cycles);
        command.Options.Add(profiles);
        command.Options.Add(resume);
        command.Options.Add(checkpoint);
        command.Options.Add(CommonOptions.Set);
        files.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(token => token.Value.StartsWith("--", StringComparison.Ordinal)) is { } option)
                result.AddError($"`{option.Value}` is no option of run{(Names.Nearest(option.Value, Options) is { } near ? $"; did you mean `{near}`?" : "")}");
        });
        command.Validators.Add(result =>
        {
            if (result.GetResult(files) is not { } given) return;
            string? sentence = given.Tokens.Select(token => token.Value).FirstOrDefault(text => text.Contains(' ', StringComparison.Ordinal) && !File.Exists(text) && !text.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase));
            if (sentence is not null && result.GetResult(protocol) is not null) result.AddError($"`{sentence}` is read as a cell file; give every sentence its own --protocol, or one with commas: --protocol \"charge at C/2 until 4.3 V, rest 1 h\"");
            string? twice = given.Tokens.Select(token => Path.GetFileNameWithoutExtension(token.Value)).GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1)?.Key;
            if (twice is not null) result.AddError($"two files called `{twice}` would overwrite each other's results; run them one after the other into two folders");
        });
        command.SetAction(parsed => Run(
            parsed, parsed.GetRequiredValue(files), parsed.GetValue(protocol)!, parsed.GetValue(every), parsed.GetValue(cycles), parsed.GetValue(profiles), parsed.GetValue(resume), parsed.GetValue(checkpoint)));
        return command;
    }

    private static int Run(ParseResult parsed, string[] files, string[] sentences, string? every, string? cycles, bool profiles, bool resume, string? checkpoint)
    {
        TextWriter output = parsed.InvocationConfiguration.Output, error = parsed.InvocationConfiguration.Error;
        bool json = parsed.GetValue(CommonOptions.Json), quiet = parsed.GetValue(CommonOptions.Quiet);
        Rehearsal.Begin();
        var problems = new Problems();
        RunOptions? options = Wanted(every, cycles, problems) is { } wanted ? wanted with { Profiles = profiles, Threads = files.Length == 1 ? Math.Max(1, parsed.GetValue(CommonOptions.Threads)) : 1 } : null;
        var keeping = new RunKeeping(resume, Interval("--checkpoint", checkpoint, problems, mayBeZero: true) ?? UsualCheckpoint);
        List<CellRun> runs = [];
        var documents = new JsonArray();
        bool wrong = problems.Count > 0;
        DirectoryInfo folder = parsed.GetValue(CommonOptions.Out) ?? new DirectoryInfo(DefaultFolder);
        foreach (string file in options is null || problems.Count > 0 ? [] : files)
        {
            var own = new Problems();
            var request = new RunRequest(Path.GetRelativePath(folder.FullName, Directory.GetCurrentDirectory()), file, parsed.GetValue(CommonOptions.Set)!, sentences);
            if (Prepare(request, own) is { } run) runs.Add(run);
            else
            {
                wrong = true;
                documents.Add(RunJson.Of(file, own));
                if (!json) Terminal.Tell(own, error);
            }
        }
        if (options is null || problems.Count > 0 || wrong)
        {
            if (!json) Terminal.Tell(problems, error);
            else output.WriteLine(JsonText.Write(options is null || problems.Count > 0 ? new JsonObject { ["problems"] = JsonText.Problems(problems) } : documents.Count == 1 ? documents[0]!.DeepClone() : documents));
            return CommandLine.InputAtFault;
        }

        using var cancellation = new CancellationTokenSource();
        void Cancel(object? sender, ConsoleCancelEventArgs arguments)
        {
            arguments.Cancel = true;
            cancellation.Cancel();
        }

        Console.CancelKeyPress += Cancel;
        // A queue or a service asks with another signal than a terminal; either way what was computed is kept.
        using PosixSignalRegistration asked = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
        {
            context.Cancel = true;
            cancellation.Cancel();
        });
        try
        {
            // Told before hours of computing, on the stream that results are not on.
            if (!json)
                foreach (CellRun run in runs)
                    foreach (Remark remark in run.Design.Remarks.Where(remark => remark.IsWarning)) error.WriteLine($"warning: {run.Reading.File}: {remark}");
            bool shown = !json && !quiet && ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected;
            int threads = Math.Clamp(parsed.GetValue(CommonOptions.Threads), 1, Math.Max(1, runs.Count));
            if (runs.Count == 1) Carry(runs[0], folder, options, keeping, error, shown, cancellation.Token);
            else Side(runs, threads, run => Carry(run, folder, options, keeping, error, false, cancellation.Token));
        }
        finally
        {
            Console.CancelKeyPress -= Cancel;
        }
        if (runs.TrueForAll(run => run.End is not null && run.Problems.Count == 0)) Report(runs, folder);
        foreach (CellRun run in runs)
        {
            if (run.End is not null) Conclude(run, folder);
            if (run.End is null || run.Problems.Count > 0) wrong = true;
            if (!json) Terminal.Tell(run.Problems, error);
            if (json || quiet || run.End is null) continue;
            RunTables.Print(run, new Terminal(output));
            foreach (string path in new[] { run.Series, run.CycleFile }.Concat(run.SpectrumFiles).Concat(run.Pictures).Append(run.ResultFile).OfType<string>()) error.WriteLine($"wrote {path}");
        }
        if (!json && !quiet && runs[0].Report is { } report) error.WriteLine($"wrote {report}");
        if (json) output.WriteLine(JsonText.Write(runs.Count == 1 ? One(runs[0]) : new JsonArray([.. runs.Select(One)])));
        return wrong ? CommandLine.InputAtFault
            : runs.Exists(run => run.End!.Exit == ExitKind.Failed) ? CommandLine.ProgramAtFault
            : runs.Exists(run => run.End!.Exit == ExitKind.Cancelled) ? Cancelled
            : CommandLine.Done;
    }

    private static void Side(List<CellRun> runs, int threads, Action<CellRun> carry) => Parallel.ForEach(runs, new ParallelOptions { MaxDegreeOfParallelism = threads }, carry);

    private static JsonNode One(CellRun run) => run.End is null ? RunJson.Of(run.Reading.File, run.Problems) : RunJson.Of(run);

    private static RunOptions? Wanted(string? every, string? cycles, Problems problems)
    {
        double? interval = Interval("--every", every, problems, mayBeZero: false);
        ImmutableArray<int>? kept = null;
        if (cycles is not null)
        {
            string[] parts = cycles.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            int[] numbers = [.. parts.Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0)];
            if (numbers.Length == 0 || Array.Exists(numbers, number => number < 1)) problems.Add(new Place("--cycles"), "", $"`{cycles}`", "numbers of cycles from 1 on", "write `--cycles 1,10,100`");
            else kept = [.. numbers];
        }
        return problems.Count > 0 ? null : new RunOptions { Every = interval, Cycles = kept };
    }

    private static double? Interval(string option, string? text, Problems problems, bool mayBeZero)
    {
        if (text is null) return null;
        if (!Quantity.TryParse(text, [Measures.Time], out Quantity time, out QuantityFault? fault)) problems.Add(new Place(option), "", fault!.Found, fault.Expected, $"write `{option} \"10 s\"`");
        else if (!(time.Si > 0 || (mayBeZero && time.Si == 0))) problems.Add(new Place(option), "", $"`{text}`", mayBeZero ? "a time of 0 or more, 0 for every step" : "a time above 0", $"write `{option} \"10 s\"`");
        else return time.Si;
        return null;
    }

    private static CellRun? Prepare(RunRequest request, Problems problems)
    {
        (string file, IReadOnlyList<string> sentences) = (request.File, request.Protocol);
        CellReading reading = CellReader.Read(file, request.Overrides);
        foreach (Problem problem in reading.Problems) problems.Add(problem);
        if (reading.Design is not { } design) return null;
        Protocol? protocol = sentences.Count > 0 ? ProtocolReader.Read(sentences, design, problems) : reading.Protocol;
        if (protocol is null && problems.Count == 0)
            problems.Add(new Place(file), "protocol", "nothing", "what is done to the cell", "write `protocol:` with a list of sentences, or give `--protocol \"charge at C/10 until 4.3 V\"`");
        if (protocol is null || CellSimulator.Prepare(reading, problems) is not { } simulator || problems.Count > 0) return null;
        var inputs = new List<string> { file };
        foreach ((_, ISetting setting) in reading.Description!.Settings())
            if (setting.Origin is { Kind: OriginKind.Parent, Place: { } place } && !inputs.Contains(place.File)) inputs.Add(place.File);
        inputs.AddRange(sentences.Where(File.Exists));
        foreach (CompositeDesign? composite in (ReadOnlySpan<CompositeDesign?>)[design.Cathode, design.Anode])
            if (composite is { StructurePath: { Length: > 0 } structure } && !inputs.Contains(structure)) inputs.Add(structure);
        return new CellRun(reading, protocol, simulator, inputs, request);
    }

    private static void Carry(CellRun run, DirectoryInfo folder, RunOptions options, RunKeeping keeping, TextWriter error, bool shown, CancellationToken cancellation)
    {
        string Named(string ending) => Path.Combine(folder.ToString(), $"{run.Name}{ending}");
        string path = Named(".bdf.csv");
        try
        {
            folder.Create();
            path = Named(".journal");
            using RunJournal? journal = keeping.Open(path, new Lazy<string>(() => RunProvenance.Fingerprint(run, options)), run.Problems, error);
            if (journal is null) return;
            path = Named(".bdf.csv");
            using (var series = new TimeSeriesWriter(path))
            using (var cycles = new CycleTableWriter(Named(".cycles.csv")))
            {
                var progress = new Progress(error, run.Name, Count(run.Protocol.Items), shown);
                RunEnd end = run.Simulator.Run(run.Protocol, new RunWriter(run.Result, series, cycles, progress.Tell), options, journal, cancellation);
                progress.Done();
                run.Result.Complete();
                series.Complete();
                run.Series = path;
                if (options.Profiles && run.Result.Profiles.Count > 0) run.ProfileFile = FileWriter.Write(folder, $"{run.Name}.profiles.csv", ProfileText(run.Result.Profiles), run.Problems);
                path = Named(".cycles.csv");
                cycles.Take(run.Result.Cycles);
                cycles.Complete();
                run.CycleFile = path;
                foreach ((string name, Range range) in SpectrumFiles.Of(run))
                {
                    path = Named($"{name}.bdf.csv");
                    SpectrumWriter.Write(path, [.. run.Result.Spectra.Take(range)]);
                    run.SpectrumFiles.Add(path);
                    FileWriter.Write(folder, $"{run.Name}{name}.parts.csv", SpectrumFiles.Parts([.. run.Result.Spectra.Take(range)], [.. run.Result.SpectrumParts.Take(range)]), run.Problems);
                }
                run.End = end;
                if (end.Fault is { } fault) run.Problems.Add(fault);
                // What was cancelled can still go on.
                if (end.Exit != ExitKind.Cancelled) journal.Complete();
            }
        }
        catch (TooManyRowsException exception)
        {
            run.Problems.Add(new Place(path), "", exception.Message, "results that can be drawn", exception.Suggestion);
        }
        catch (Exception exception) when (keeping.Resume && (exception is InvalidDataException or EndOfStreamException or FormatException or IndexOutOfRangeException))
        {
            run.Problems.Add(new Place(Named(".journal")), "", $"a damaged journal ({exception.Message.TrimEnd('.')})", "the journal of this run", "leave --resume out to begin anew");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            run.Problems.Add(new Place(path), "", $"no way to write it ({exception.Message.TrimEnd('.')})", "a folder that can be written", "name another with --out, or make room");
        }
    }

    private static int Count(ImmutableArray<ProtocolItem> items)
    {
        long steps = 0;
        foreach (ProtocolItem item in items) steps += item is ProtocolRepeat repeat ? repeat.Count == int.MaxValue ? 0 : (long)repeat.Count * Count(repeat.Items) : 1;
        return (int)Math.Min(int.MaxValue, steps);
    }

    private static string ProfileText(IReadOnlyList<ContentProfile> profiles)
    {
        var text = new StringBuilder("Test Time / s,Cycle Count / 1,Step Count / 1,Electrode,Size Class / 1,Position / 1,Radius / 1,Lithium Content / 1,Potential / V\n");
        foreach (ContentProfile profile in profiles)
        {
            for (int k = 0; k < profile.Positions.Length; k++)
            {
                for (int i = 0; i <= profile.Radii.Length; i++)
                {
                    (double radius, double content) = i < profile.Radii.Length ? (profile.Radii[i], profile.Contents[k * profile.Radii.Length + i]) : (1, profile.Surface[k]);
                    text.Append(CultureInfo.InvariantCulture, $"{profile.Time:G10},{profile.Cycle},{profile.Step},{profile.Electrode},{profile.SizeClass},{profile.Positions[k]:G8},{radius:G8},{content:G10},{profile.Potential[k]:G10}\n");
                }
            }
        }
        return text.ToString();
    }

    // The document names itself, so the name stands before the file does.
    private static void Conclude(CellRun run, DirectoryInfo folder)
    {
        string name = $"{run.Name}{ResultDocument.Ending}";
        run.ResultFile = Path.Combine(folder.ToString(), name);
        if (FileWriter.Write(folder, name, JsonText.Write(RunJson.Of(run)), run.Problems) is null) run.ResultFile = null;
    }

    private static void Report(List<CellRun> runs, DirectoryInfo folder)
    {
        string path = Path.Combine(folder.ToString(), runs.Count == 1 ? $"{runs[0].Name}.report.html" : "report.html");
        try
        {
            Report? own = null;
            foreach (CellRun run in runs)
            {
                own = RunReport.Of([run]);
                foreach ((string ending, string? picture) in new[] { ("voltage", ReportPicture.Voltage(own)), ("losses", ReportPicture.Losses(own)), ("life", ReportPicture.Life(own)) })
                    if (picture is not null && FileWriter.Write(folder, $"{run.Name}.{ending}.svg", picture, run.Problems) is { } written) run.Pictures.Add(written);
            }
            HtmlReport.Write(runs.Count == 1 ? own! : RunReport.Of(runs), path);
            foreach (CellRun run in runs) run.Report = path;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            runs[0].Problems.Add(new Place(path), "", $"no way to write it ({exception.Message.TrimEnd('.')})", "a folder that can be written", "name another with --out, or make room");
        }
    }
}
