using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json.Nodes;
using Interphase.Cells;
using Interphase.Descriptions;
using Interphase.Microstructure;

namespace Interphase.Cli;

/// <summary><c>interphase structure generate CELL.yaml</c> and <c>structure compare CELL.yaml</c>.</summary>
internal static class StructureGenerateVerb
{
    private const int UsualVoxels = 100, UsualParts = 2, MostVoxels = 512, MostSamples = 100;
    private const double UsualTolerance = 1e-3;

    private static readonly Argument<string> Cell = new("CELL.yaml") { Description = "The cell file, whose composite is arranged." };
    private static readonly Option<int> Voxels = new("--voxels") { Description = "Voxels along each edge of the box.", HelpName = "N", DefaultValueFactory = _ => UsualVoxels };
    private static readonly Option<string> Voxel = new("--voxel") { Description = "Edge of a voxel.", HelpName = "LENGTH", DefaultValueFactory = _ => "0.2 um" };
    private static readonly Option<string?> Grain = new("--grain") { Description = "Diameter of the electrolyte's grains, where the file does not tell it.", HelpName = "LENGTH" };
    private static readonly Option<string> Electrode = new("--electrode") { Description = "cathode or anode.", HelpName = "NAME", DefaultValueFactory = _ => CellSections.Cathode };
    private static readonly Option<string> Carbons = new("--carbons") { Description = "Carbons that take each other's place, by volume.", HelpName = "NAME,...", DefaultValueFactory = _ => "carbon nanofibres,carbon nanotubes,Super P,Ketjen black" };

    private static readonly Option<int> Samples = new("--samples") { Description = "How many samples are made, each with a seed of its own from --seed on: numbers are their means, with the scatter between them as uncertainty.", HelpName = "N", DefaultValueFactory = _ => 1 };

    public static Command Create()
    {
        var command = new Command("generate", "Arrange the composite of a cell file in voxels, and measure it.");
        AddTo(command);
        command.Options.Add(Samples);
        command.Validators.Add(result =>
        {
            if (CommonOptions.IsWrong(result, Samples, value => value is not (>= 1 and <= MostSamples))) result.AddError($"--samples is a whole number from 1 to {MostSamples}");
        });
        command.SetAction((parsed, cancellation) =>
        {
            var problems = new Problems();
            int wanted = parsed.GetValue(Samples);
            var samples = ImmutableArray.CreateBuilder<StructureSample>();
            CellReading reading = Read(parsed, [], problems);
            // The voxels of the first sample are kept, the others only measured.
            for (int i = 0; i < wanted && problems.Count == 0; i++)
                if (Sample(parsed, reading, i, wanted > 1 ? 1 : UsualParts, problems, cancellation) is { } sample) samples.Add(sample);
            Answer? answer = problems.Count == 0 ? Told(parsed, reading, samples.ToImmutable(), problems) : null;
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
                if (problems.Count == 0 && Read(parsed, [$"{parsed.GetValue(Electrode)}.carbon.material={carbon}"], problems) is var reading && Sample(parsed, reading, 0, 1, problems, cancellation) is { } sample) samples.Add(sample);
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
            if (CommonOptions.IsWrong(result, Voxels, value => value is not (>= 16 and <= MostVoxels))) result.AddError($"--voxels is a whole number from 16 to {MostVoxels}");
        });
    }

    // What is to be generated is no reason to look at what was generated before.
    private static CellReading Read(ParseResult parsed, string[] overrides, Problems problems)
    {
        CellReading reading = CellReader.ReadWithoutStructures(parsed.GetRequiredValue(Cell), [.. parsed.GetValue(CommonOptions.Set)!, .. overrides]);
        foreach (Problem problem in reading.Problems) problems.Add(problem);
        return reading;
    }

    private static StructureSample? Sample(ParseResult parsed, CellReading reading, int number, int parts, Problems problems, CancellationToken cancellation)
    {
        double? voxel = Length(Voxel.Name, parsed.GetValue(Voxel)!, problems), grain = parsed.GetValue(Grain) is { } text ? Length(Grain.Name, text, problems) : null;
        string electrode = parsed.GetValue(Electrode)!;
        if (electrode is not (CellSections.Cathode or CellSections.Anode)) problems.Add(new Place("--electrode"), "", $"`{electrode}`", "cathode or anode", "");
        ulong seed = unchecked((ulong)(parsed.GetValue(CommonOptions.Seed) + number));
        if (problems.Count > 0 || StructurePlan.Of(reading, electrode, parsed.GetValue(Voxels), voxel!.Value, grain, seed, problems) is not { } plan) return null;
        TextWriter error = parsed.InvocationConfiguration.Error;
        var status = new StatusLine(error, !parsed.GetValue(CommonOptions.Json) && !parsed.GetValue(CommonOptions.Quiet) && ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected);
        StructureSample? sample = StructureSample.Of(plan, UsualTolerance, parsed.GetValue(CommonOptions.Threads), parts, problems, status, cancellation);
        status.Clear();
        return sample;
    }

    private static Answer Told(ParseResult parsed, CellReading reading, ImmutableArray<StructureSample> samples, Problems problems)
    {
        StructureSample sample = samples[0];
        string name = StructureMeasureVerb.Name(parsed.GetRequiredValue(Cell));
        StructureFile made = StructureFiles.Of(samples);
        ImmutableArray<FigureComparison> compared = StructureComparer.Compare(made, reading, parsed.GetValue(Electrode)!);
        JsonObject document = StructureSampleJson.Of(sample);
        document["samples"] = samples.Length;
        document["closedForms"] = ComparisonTables.Json(compared);
        document[StructureFile.Member] = made.ToJson();
        var answer = new Answer($"{name}.structure", document, terminal =>
        {
            StructureSampleTables.Print(sample, name, terminal);
            ComparisonTables.Print(compared, $"Beside the closed forms{(samples.Length > 1 ? $": mean and standard error of {samples.Length} samples" : "")}", terminal);
        }, () => [StructurePages.Of(sample.Structure.Image, name, sample.Structure.Lines)])
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
            answer.Document[StructureFile.Member] = (made with { Image = Path.GetFileName(file), ImageHash = StructureJson.Hash(file) ?? "" }).ToJson();
            return answer with
            {
                Print = terminal =>
                {
                    answer.Print(terminal);
                    terminal.Line($"labels of the voxels: {file}");
                    terminal.Line($"to use it in the cell: `structure: {Path.GetFileName($"{name}.structure.json")}` in its {parsed.GetValue(Electrode)}, seen from the cell file's folder");
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
