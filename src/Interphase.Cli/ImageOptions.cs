using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Interphase.Descriptions;
using Interphase.Microstructure;

namespace Interphase.Cli;

/// <summary>The options of verbs that read an image, and what they mean.</summary>
internal static class ImageOptions
{
    public static readonly Argument<string> File = new("IMAGE") { Description = "A TIFF stack, a folder of TIFF pages, a NumPy array or raw voxels with a sidecar." };

    public static readonly Option<string?> Threshold = new("--threshold") { Description = "Cut a grey image into phases: grey values such as `90` or `90,160`, or `otsu`, `otsu:3`.", HelpName = "VALUES" };

    public static readonly Option<string?> Voxel = new("--voxel") { Description = "Size of a voxel where the file does not tell it, or tells it wrong: `0.2 um`, or `0.2 um,0.1 um,0.1 um` along x, y, z.", HelpName = "LENGTH" };

    public static readonly Option<string> Axis = new("--axis") { Description = "Along which something is driven: x (pages, the first index), y, z, or all.", HelpName = "x|y|z|all", DefaultValueFactory = _ => "x" };

    private static readonly ImmutableDictionary<string, ImmutableArray<Axis>> AxisNames = ImmutableDictionary.CreateRange(StringComparer.OrdinalIgnoreCase,
    [
        KeyValuePair.Create("x", ImmutableArray.Create(Microstructure.Axis.X)),
        KeyValuePair.Create("y", ImmutableArray.Create(Microstructure.Axis.Y)),
        KeyValuePair.Create("z", ImmutableArray.Create(Microstructure.Axis.Z)),
        KeyValuePair.Create("all", ImmutableArray.Create(Microstructure.Axis.X, Microstructure.Axis.Y, Microstructure.Axis.Z)),
    ]);

    /// <summary>The image that was named, cut into phases; null after a problem.</summary>
    public static VoxelImage? Read(ParseResult parsed, Problems problems)
    {
        string path = parsed.GetRequiredValue(File);
        ImageReading reading = ImageReader.Read(path);
        if (reading.Image is not { } grey)
        {
            foreach (Problem problem in reading.Problems) problems.Add(problem);
            return null;
        }
        if (parsed.GetValue(Voxel) is { } size)
        {
            if (Spacing(size, problems) is not { } spacing) return null;
            grey = grey.With(spacing);
        }
        if (parsed.GetValue(Threshold) is { } text)
            return Thresholds.Read(text, grey, new Place("--threshold"), problems) is { } cut ? cut.Apply(grey) : null;
        if (grey.LooksGrey)
        {
            problems.Add(new Place(path), "", $"a grey image of {grey.DistinctValues} values", "labels of phases", "cut it into phases with `--threshold otsu`, or with grey values such as `--threshold 90`");
            return null;
        }
        return grey.ToLabels(reading.Place, problems);
    }

    /// <summary>The axes that were asked for; empty after a problem.</summary>
    public static ImmutableArray<Axis> Axes(ParseResult parsed, Problems problems)
    {
        string text = parsed.GetValue(Axis)!;
        if (AxisNames.TryGetValue(text, out ImmutableArray<Axis> axes)) return axes;
        problems.Add(new Place("--axis"), "", $"`{text}`", "x, y, z or all", "x is the first index of an array and the page of a stack");
        return [];
    }

    /// <summary>Conductivities by label or by the phase's name; null after a problem.</summary>
    public static ImmutableDictionary<byte, double>? Conductivities(string option, string text, VoxelImage image, Problems problems)
    {
        var found = ImmutableDictionary.CreateBuilder<byte, double>();
        foreach (string pair in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = pair.LastIndexOf('=');
            string name = equals > 0 ? pair[..equals].Trim() : pair;
            Phase? phase = image.Phases.FirstOrDefault(phase => phase.Name.Equals(name, StringComparison.OrdinalIgnoreCase) || phase.Label.ToString(CultureInfo.InvariantCulture) == name);
            if (equals <= 0 || !double.TryParse(pair[(equals + 1)..], NumberStyles.Float, CultureInfo.InvariantCulture, out double value) || !double.IsFinite(value) || value < 0)
                problems.Add(new Place(option), "", $"`{pair}`", "a label and a conductivity of 0 or more", $"write `{option} 1=1,2=0.01`");
            else if (phase is null && !byte.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _))
                problems.Add(new Place(option), "", $"`{name}`", $"a label of the image ({string.Join(", ", image.Phases.Select(phase => phase.Name == $"{phase.Label}" ? phase.Name : $"{phase.Label} {phase.Name}"))})", "a label, or the name of a phase");
            else if (!found.TryAdd(phase?.Label ?? byte.Parse(name, CultureInfo.InvariantCulture), value)) problems.Add(new Place(option), "", $"label {name} twice", "each label once", "");
        }
        if (found.Count == 0 && problems.Count == 0) problems.Add(new Place(option), "", $"`{text}`", "a label and a conductivity", $"write `{option} 1=1,2=0.01`");
        return problems.Count > 0 ? null : found.ToImmutable();
    }

    private static VoxelSpacing? Spacing(string text, Problems problems)
    {
        string[] parts = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        double[] sizes = [.. parts.Select(part => Quantity.TryParse(part, [Measures.Length], out Quantity size, out _) && size.Si > 0 && double.IsFinite(size.Si) ? size.Si : double.NaN)];
        if (sizes.Length is 1 or 3 && Array.TrueForAll(sizes, size => !double.IsNaN(size))) return sizes.Length == 1 ? VoxelSpacing.Cubes(sizes[0]) : new VoxelSpacing(sizes[0], sizes[1], sizes[2]);
        problems.Add(new Place("--voxel"), "", $"`{text}`", "one length above 0, or three", "write `--voxel \"0.2 um\"` or `--voxel \"0.2 um,0.1 um,0.1 um\"`");
        return null;
    }
}
