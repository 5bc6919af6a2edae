using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json.Nodes;
using Interphase.Cells;
using Interphase.Descriptions;
using Interphase.Microstructure;

namespace Interphase.Cli;

/// <summary><c>interphase structure measure IMAGE</c>.</summary>
internal static class StructureMeasureVerb
{
    private const int UsualParts = 2, MostParts = 8;

    private static readonly ImmutableArray<(Option<string?> Option, string Name)> Transports =
    [
        (new("--conductivity") { Description = "Conductivity of each label, such as `1=1,2=0.01`, in any one unit; labels that are left out conduct nothing.", HelpName = "LABEL=VALUE,..." }, "conductivity"),
        (new("--ionic") { Description = "The same for ions.", HelpName = "LABEL=VALUE,..." }, "ionic"),
        (new("--electronic") { Description = "The same for electrons.", HelpName = "LABEL=VALUE,..." }, "electronic"),
    ];

    private static readonly Option<string?> Cell = new("--cell") { Description = "A cell file: its materials give --ionic and --electronic by the roles of phases, and its closed forms stand beside what is measured.", HelpName = "CELL.yaml" };
    private static readonly Option<string> Electrode = new("--electrode") { Description = "The cell's electrode that the image is of: cathode or anode.", HelpName = "NAME", DefaultValueFactory = _ => CellSections.Cathode };

    public static Command Create()
    {
        Electrode.AcceptOnlyFromAmong(CellSections.Cathode, CellSections.Anode);
        var sides = new Option<string>("--sides") { Description = "The sides along which nothing is driven: noflux or periodic.", HelpName = "noflux|periodic", DefaultValueFactory = _ => "noflux" };
        sides.AcceptOnlyFromAmong("noflux", "periodic");
        var tolerance = new Option<double>("--tolerance") { Description = "By how much of itself an effective conductivity may be off.", HelpName = "X", DefaultValueFactory = _ => 1e-4 };
        var parts = new Option<int?>("--parts") { Description = "Cut the image into N x N x N parts, whose scatter gives the uncertainty of every number; 1 for none. 2 with --out, else 1.", HelpName = "N" };
        var command = new Command("measure", "Measure an image: shares, connection, conductivity and tortuosity, interface areas, triple lines, chords.");
        command.Arguments.Add(ImageOptions.File);
        foreach ((Option<string?> option, _) in Transports) command.Options.Add(option);
        foreach (Option option in (ReadOnlySpan<Option>)[ImageOptions.Axis, sides, tolerance, ImageOptions.Threshold, ImageOptions.Voxel, parts, Cell, Electrode]) command.Options.Add(option);
        command.Validators.Add(result =>
        {
            if (CommonOptions.IsWrong(result, tolerance, value => value is not (>= 1e-10 and < 1))) result.AddError("--tolerance is a number from 1e-10 to below 1");
            if (CommonOptions.IsWrong(result, parts, value => value is not (null or (>= 1 and <= MostParts)))) result.AddError($"--parts is a whole number from 1 to {MostParts}");
        });
        command.SetAction((parsed, cancellation) =>
        {
            var problems = new Problems();
            Answer? answer = Ask(parsed, parsed.GetValue(sides) == "periodic" ? Sides.Periodic : Sides.NoFlux, parsed.GetValue(tolerance), parsed.GetValue(parts), problems, cancellation);
            return Task.FromResult(Answer.Give(parsed, answer, problems));
        });
        return command;
    }

    private static Answer? Ask(ParseResult parsed, Sides sides, double tolerance, int? parts, Problems problems, CancellationToken cancellation)
    {
        ImmutableArray<Axis> axes = ImageOptions.Axes(parsed, problems);
        if (problems.Count > 0 || ImageOptions.Read(parsed, problems) is not { } image) return null;
        if (image.Phases.Length > Borders.MostPhases)
        {
            problems.Add(new Place(parsed.GetRequiredValue(ImageOptions.File)), "", $"{image.Phases.Length} labels", $"at most {Borders.MostPhases} phases", "cut a grey image into phases with `--threshold otsu`");
            return null;
        }
        var conductivities = ImmutableArray.CreateBuilder<(string, ImmutableDictionary<byte, double>)>();
        foreach ((Option<string?> option, string name) in Transports)
            if (parsed.GetValue(option) is { } text && ImageOptions.Conductivities(option.Name, text, image, problems) is { } each) conductivities.Add((name, each));
        CellReading? cell = null;
        if (parsed.GetValue(Cell) is { } of)
        {
            cell = CellReader.ReadWithoutStructures(of);
            foreach (Problem problem in cell.Problems) problems.Add(problem);
            foreach (string name in (ReadOnlySpan<string>)["ionic", "electronic"])
                if (problems.Count == 0 && !conductivities.Any(each => each.Item1 == name) && Owned(cell, parsed.GetValue(Electrode)!, name == "ionic", image) is { Count: > 0 } own) conductivities.Add((name, own));
        }
        if (problems.Count > 0) return null;
        var plan = new MeasurePlan
        {
            Axes = axes,
            Conductivities = conductivities.ToImmutable(),
            Transport = new() { Sides = sides, Tolerance = tolerance, Threads = parsed.GetValue(CommonOptions.Threads) },
            Parts = parts ?? (parsed.GetValue(CommonOptions.Out) is null ? 1 : UsualParts),
        };
        TextWriter error = parsed.InvocationConfiguration.Error;
        bool shown = !parsed.GetValue(CommonOptions.Json) && !parsed.GetValue(CommonOptions.Quiet) && ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected;
        var status = new StatusLine(error, shown);
        StructureMeasures found = StructureMeasures.Of(image, plan, status, cancellation);
        string path = parsed.GetRequiredValue(ImageOptions.File), label = Name(path);
        JsonObject document = StructureJson.Of(found, plan, path);
        // Each conductor's part costs a solution; nobody cites what is not kept.
        ImmutableArray<FigureComparison> compared = [];
        if (cell is not null || parsed.GetValue(CommonOptions.Out) is not null)
        {
            StructureFile? made = StructureFiles.Of(found, plan, path, StructureJson.Hash(path) ?? "", out string reason, cancellation);
            document[StructureFile.Member] = made?.ToJson();
            if (made is null) document[$"{StructureFile.Member}Reason"] = reason;
            if (made is not null && cell is not null) compared = StructureComparer.Compare(made, cell, parsed.GetValue(Electrode)!);
            if (cell is not null) document["closedForms"] = ComparisonTables.Json(compared);
        }
        status.Clear();
        return new($"{label}.structure", document, terminal =>
        {
            StructureTables.Print(found, plan, label, terminal);
            ComparisonTables.Print(compared, "Beside the closed forms of the cell", terminal);
        }, () => [])
        {
            Pictures = () => StructurePictures.Of(found.Image, label, axes[0], found.Access),
        };
    }

    private static ImmutableDictionary<byte, double> Owned(CellReading cell, string electrode, bool ions, VoxelImage image)
    {
        ImmutableDictionary<string, double> byRole = StructureComparer.Conductivities(cell, electrode, ions);
        return image.Phases.Where(phase => byRole.ContainsKey(phase.Role.ToString().ToLowerInvariant())).ToImmutableDictionary(phase => phase.Label, phase => byRole[phase.Role.ToString().ToLowerInvariant()]);
    }

    /// <summary>A file's or folder's name without what tells its kind.</summary>
    public static string Name(string path)
    {
        string name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
        foreach (string ending in (ReadOnlySpan<string>)[".gz", ".npy", ".tif", ".tiff", ".raw", ".json", ".yaml", ".yml"])
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase) && name.Length > ending.Length) name = name[..^ending.Length];
        return name.Length > 0 ? name : "image";
    }
}
