using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Interphase.Microstructure;

/// <summary>What the first page of a TIFF file says of the whole: how many pages there are and how large a voxel is.</summary>
/// <param name="MayBeContiguous">Whether one directory may stand for all pages.</param>
/// <param name="Dimensions">Lengths of the axes before row and column; empty where nothing is said.</param>
/// <param name="Spacing">Size of a voxel.</param>
/// <param name="At">Where the page stands, byte.</param>
internal sealed partial record TiffNotes(bool MayBeContiguous, long[] Dimensions, VoxelSpacing Spacing, long At)
{
    // 1270 per inch: what is coarser is a setting of printers and screens, which programs write when they know nothing.
    private const double FinestPrint = 20e-6;

    /// <summary>Pages by the description, 1 where nothing is said.</summary>
    public double Pages
    {
        get
        {
            double pages = 1;
            foreach (long length in Dimensions) pages *= length;
            return pages;
        }
    }

    public static TiffNotes Of(TiffDirectory directory)
    {
        string text = directory.Text(TiffTags.Description);
        if (text.StartsWith("ImageJ=", StringComparison.Ordinal)) return OfImageJ(directory, text);
        if (text.Contains("<OME", StringComparison.Ordinal)) return OfMicroscope(directory, text);
        long[] dimensions = text.StartsWith('{') ? OfShape(text, directory.Number(TiffTags.Height), directory.Number(TiffTags.Width)) : [];
        double unit = UnitOfTag(directory);
        return new TiffNotes(true, dimensions, Size(directory, unit, null, isPrint: true), directory.At);
    }

    private static TiffNotes OfImageJ(TiffDirectory directory, string text)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string line in text.Split('\n'))
        {
            int equals = line.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0) values.TryAdd(line[..equals], line[(equals + 1)..].Trim());
        }
        long images = Whole("images"), channels = Whole("channels"), slices = Whole("slices"), frames = Whole("frames");
        // Slices that were taken for moments, as programs do that know of no third dimension, are still one stack.
        long[] dimensions = channels > 1 || (slices > 1 && frames > 1) ? [frames, channels, slices] : [images];
        string unit = values.GetValueOrDefault("unit", "");
        double metres = Metres(unit);
        double? depth = double.TryParse(values.GetValueOrDefault("spacing"), NumberStyles.Float, CultureInfo.InvariantCulture, out double given) && given > 0 && double.IsFinite(given) ? given : null;
        bool isPrint = unit is "inch" or "in" or "cm" && depth is null;
        return new TiffNotes(true, dimensions, Size(directory, double.IsNaN(metres) && unit.Length == 0 ? UnitOfTag(directory) : metres, depth, isPrint || unit.Length == 0), directory.At);

        long Whole(string name) => long.TryParse(values.GetValueOrDefault(name), NumberStyles.None, CultureInfo.InvariantCulture, out long number) && number > 0 ? number : 1;
    }

    private static long[] OfShape(string text, long rows, long columns)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("shape", out JsonElement shape) || shape.ValueKind != JsonValueKind.Array) return [];
            List<long> lengths = [];
            foreach (JsonElement length in shape.EnumerateArray())
            {
                if (length.ValueKind != JsonValueKind.Number || !length.TryGetInt64(out long number) || number < 1) return [];
                lengths.Add(number);
            }
            if (lengths.Count < 2 || lengths[^2] != rows || lengths[^1] != columns) return [];
            return [.. lengths.Take(lengths.Count - 2)];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    // OME-TIFF: attributes of the first Pixels, whose x is along columns and whose z is along pages.
    private static TiffNotes OfMicroscope(TiffDirectory directory, string text)
    {
        int start = text.IndexOf("<Pixels", StringComparison.Ordinal), end = start < 0 ? -1 : text.IndexOf('>', start);
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (end > 0) foreach (Match match in Attribute().Matches(text[start..end])) values.TryAdd(match.Groups[1].Value, match.Groups[2].Value);
        (double z, double y, double x) = (Size("X"), Size("Y"), Size("Z"));
        if (double.IsNaN(x) && Math.Abs(y - z) <= 1e-6 * z) x = z;
        VoxelSpacing spacing = double.IsNaN(x + y + z) ? VoxelSpacing.Unknown : new VoxelSpacing(x, y, z);
        return new TiffNotes(false, [Whole("SizeT"), Whole("SizeC"), Whole("SizeZ")], spacing, directory.At);

        long Whole(string name) => long.TryParse(values.GetValueOrDefault(name), NumberStyles.None, CultureInfo.InvariantCulture, out long number) && number > 0 ? number : 1;

        double Size(string axis)
        {
            double unit = Metres(values.GetValueOrDefault($"PhysicalSize{axis}Unit", "um"));
            bool isNumber = double.TryParse(values.GetValueOrDefault($"PhysicalSize{axis}"), NumberStyles.Float, CultureInfo.InvariantCulture, out double size);
            return isNumber && size * unit is > 0 and < 1 ? size * unit : double.NaN;
        }
    }

    [GeneratedRegex("(\\w+)=\"([^\"]*)\"")]
    private static partial Regex Attribute();

    private static double UnitOfTag(TiffDirectory directory) => directory.Number(TiffTags.ResolutionUnit, 2) switch { 2 => 0.0254, 3 => 0.01, _ => double.NaN };

    private static VoxelSpacing Size(TiffDirectory directory, double unit, double? depth, bool isPrint)
    {
        if (!double.IsFinite(unit) || directory.Fraction(TiffTags.ColumnResolution) is not { } columns || directory.Fraction(TiffTags.RowResolution) is not { } rows) return VoxelSpacing.Unknown;
        double z = unit / columns, y = unit / rows;
        if (isPrint && Math.Max(y, z) > FinestPrint) return VoxelSpacing.Unknown;
        if (depth is { } pages) return new VoxelSpacing(pages * unit, y, z);
        // Without a distance of pages, voxels that are square in their page are taken for cubes.
        return Math.Abs(y - z) <= 1e-6 * z ? new VoxelSpacing(z, y, z) : VoxelSpacing.Unknown;
    }

    private static double Metres(string unit) => unit.Replace("\\u00B5", "u", StringComparison.OrdinalIgnoreCase).Replace('µ', 'u').Replace('μ', 'u').ToLowerInvariant() switch
    {
        "nm" or "nanometer" or "nanometre" => 1e-9,
        "um" or "micron" or "microns" or "micrometer" or "micrometre" => 1e-6,
        "mm" or "millimeter" or "millimetre" => 1e-3,
        "cm" => 1e-2,
        "m" or "meter" or "metre" => 1,
        "inch" or "in" => 0.0254,
        _ => double.NaN,
    };
}
