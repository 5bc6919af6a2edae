using System.Collections.Immutable;
using System.CommandLine;
using Interphase.Cells;
using Interphase.Descriptions;
using Interphase.Microstructure;

namespace Interphase.Cli;

/// <summary><c>interphase structure generate CELL.yaml</c> and <c>structure compare CELL.yaml</c>.</summary>
internal static class StructureGenerateVerb
{
    private const int UsualVoxels = 100, MostVoxels = 512;
    private const double UsualTolerance = 1e-3;

    private static readonly Argument<string> Cell = new("CELL.yaml") { Description = "The cell file, whose composite is arranged." };
    private static readonly Option<int> Voxels = new("--voxels") { Description = "Voxels along each edge of the box.", HelpName = "N", DefaultValueFactory = _ => UsualVoxels };
    private static readonly Option<string> Voxel = new("--voxel") { Description = "Edge of a voxel.", HelpName = "LENGTH", DefaultValueFactory = _ => "0.2 um" };
    private static readonly Option<string?> Grain = new("--grain") { Description = "Diameter of the electrolyte's grains, where the file does not tell it.", HelpName = "LENGTH" };
    private static readonly Option<string> Electrode = new("--electrode") { Description = "cathode or anode.", HelpName = "NAME", DefaultValueFactory = _ => CellSections.Cathode };
    private static readonly Option<string> Carbons = new("--carbons") { Description = "Carbons that take each other's place, by volume.", HelpName = "NAME,...", DefaultValueFactory = _ => "carbon nanofibres,carbon nanotubes,Super P,Ketjen black" };

    public static Command Create()
    {
        var command = new Command("generate", "Arrange the composite of a cell file in voxels, and measure it.");
        AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            var problems = new Problems();
            Answer? answer = Sample(parsed, [], problems, cancellation) is { } sample ? Told(parsed, sample, problems) : null;
            return Task.FromResult(Answer.Give(parsed, answer, problems));
        });
        return command;
    }

    public static Command CreateComparison()
    {
        var command = new Command("compare", "Put carbons into the composite of a cell file, one after the other at equal volume: surfaces, triple lines, conductivities.");
        AddTo(command);
        command.Options.Add(Carbons);
        command.SetAction((parsed, cancellation) =>
        {
            var problems = new Problems();
            var samples = ImmutableArray.CreateBuilder<StructureSample>();
            foreach (string carbon in parsed.GetValue(Carbons)!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                if (problems.Count == 0 && Sample(parsed, [$"{parsed.GetValue(Electrode)}.carbon.material={carbon}"], problems, cancellation) is { } sample) samples.Add(sample);
            if (samples.Count == 0 && problems.Count == 0) problems.Add(new Place("--carbons"), "", "nothing", "names of carbons", "write `--carbons \"carbon nanofibres,Ketjen black\"`");
            string name = StructureMeasureVerb.Name(parsed.GetRequiredValue(Cell));
            Answer? answer = problems.Count > 0 ? null : new($"{name}.carbons", StructureSampleJson.Compared(samples.ToImmutable()), terminal => StructureSampleTables.Compare(samples.ToImmutable(), terminal), () => []);
            return Task.FromResult(Answer.Give(parsed, answer, problems));
        });
        return command;
    }

    private static void AddTo(Command command)
    {
        command.Arguments.Add(Cell);
        foreach (Option option in (ReadOnlySpan<Option>)[Voxels, Voxel, Grain, Electrode, CommonOptions.Set]) command.Options.Add(option);
        command.Validators.Add(result =>
        {
            if (result.GetResult(Voxels) is { } given && !given.Errors.Any() && result.GetValue(Voxels) is not (>= 16 and <= MostVoxels)) result.AddError($"--voxels is a whole number from 16 to {MostVoxels}");
        });
    }

    private static StructureSample? Sample(ParseResult parsed, string[] overrides, Problems problems, CancellationToken cancellation)
    {
        CellReading reading = CellReader.Read(parsed.GetRequiredValue(Cell), [.. parsed.GetValue(CommonOptions.Set)!, .. overrides]);
        foreach (Problem problem in reading.Problems) problems.Add(problem);
        double? voxel = Length(Voxel.Name, parsed.GetValue(Voxel)!, problems), grain = parsed.GetValue(Grain) is { } text ? Length(Grain.Name, text, problems) : null;
        string electrode = parsed.GetValue(Electrode)!;
        if (electrode is not (CellSections.Cathode or CellSections.Anode)) problems.Add(new Place("--electrode"), "", $"`{electrode}`", "cathode or anode", "");
        if (problems.Count > 0 || StructurePlan.Of(reading, electrode, parsed.GetValue(Voxels), voxel!.Value, grain, (ulong)parsed.GetValue(CommonOptions.Seed), problems) is not { } plan) return null;
        TextWriter error = parsed.InvocationConfiguration.Error;
        var status = new StatusLine(error, !parsed.GetValue(CommonOptions.Json) && !parsed.GetValue(CommonOptions.Quiet) && ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected);
        StructureSample? sample = StructureSample.Of(plan, UsualTolerance, parsed.GetValue(CommonOptions.Threads), problems, status, cancellation);
        status.Clear();
        return sample;
    }

    private static Answer Told(ParseResult parsed, StructureSample sample, Problems problems)
    {
        string name = StructureMeasureVerb.Name(parsed.GetRequiredValue(Cell));
        var answer = new Answer($"{name}.structure", StructureSampleJson.Of(sample), terminal => StructureSampleTables.Print(sample, name, terminal), () => [])
        {
            Pictures = () => StructurePictures.Of(sample.Structure.Image, name, Axis.X, sample.Measures.Access),
        };
        if (parsed.GetValue(CommonOptions.Out) is not { } folder) return answer;
        string file = Path.Combine(folder.ToString(), $"{name}.tif");
        try
        {
            folder.Create();
            ImageWriter.Write(sample.Structure.Image, file);
            answer.Document["labels"] = file;
            return answer with
            {
                Print = terminal =>
                {
                    answer.Print(terminal);
                    terminal.Line($"labels of the voxels: {file}");
                },
            };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problems.Add(new Place(file), "", "no way to write it", "a folder that can be written", "name another with --out");
        }
        return answer;
    }

    private static double? Length(string option, string text, Problems problems)
    {
        if (Quantity.TryParse(text, [Measures.Length], out Quantity length, out _) && length.Si > 0 && double.IsFinite(length.Si)) return length.Si;
        problems.Add(new Place(option), "", $"`{text}`", "a length above 0", $"write `{option} \"0.2 um\"`");
        return null;
    }
}
