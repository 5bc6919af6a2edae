using System.Collections.Immutable;
using System.Text.Json;
using Interphase.Descriptions;

namespace Interphase.Microstructure;

/// <summary>What a small JSON file beside an image says of it.</summary>
/// <param name="Shape">Voxels along each axis; null where nothing is said.</param>
/// <param name="Type">How voxels are written.</param>
/// <param name="Offset">Bytes before the first voxel.</param>
/// <param name="Spacing">Size of a voxel; null where nothing is said.</param>
/// <param name="Phases">What labels stand for; null where nothing is said.</param>
internal sealed record Sidecar(long[]? Shape, ArrayType? Type, long Offset, VoxelSpacing? Spacing, ImmutableArray<Phase>? Phases)
{
    private const int LongestFile = 1 << 20;
    private static readonly string[] ImageKeys = ["spacing", "phases"], RawKeys = ["shape", "dtype", "endianness", "offset", "spacing", "phases"], PhaseKeys = ["label", "name", "role"];
    private static readonly (string Name, PhaseRole Role)[] Roles = [.. Enum.GetValues<PhaseRole>().Select(role => (Word(role), role))];

    /// <summary>The file beside an image or folder that may name its phases and the size of its voxels.</summary>
    public static string OfImage(string path) => $"{Path.TrimEndingDirectorySeparator(path)}.phases.json";

    /// <summary>The file beside raw voxels that says how to read them.</summary>
    public static string OfRaw(string path) => Path.ChangeExtension(path, ".json");

    /// <summary>A role as files write it.</summary>
    public static string Word(PhaseRole role) => role.ToString().ToLowerInvariant();

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="isRaw">Whether it describes raw voxels.</param>
    public static Sidecar Read(string path, bool isRaw)
    {
        try
        {
            using var source = new FileBytes(path);
            if (source.Length > LongestFile) throw new ImageFault("", $"a file of {source.Length} bytes", $"at most {LongestFile}");
            byte[] text = new byte[source.Length];
            source.Fill(0, text, "", "text");
            return Parse(text, isRaw);
        }
        catch (ImageFault fault)
        {
            throw fault.In(path);
        }
    }

    /// <summary>Reads the text of a file.</summary>
    public static Sidecar Parse(byte[] text, bool isRaw)
    {
        ReadOnlyMemory<byte> json = text.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xef, 0xbb, 0xbf]) ? text.AsMemory(3) : text;
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 16 });
            return Of(document.RootElement, isRaw);
        }
        catch (JsonException e)
        {
            throw new ImageFault($"line {e.LineNumber + 1}, byte {e.BytePositionInLine}", "text that is no JSON", "an object such as `{ \"spacing\": \"50 nm\", \"phases\": [ { \"label\": 0, \"name\": \"void\" } ] }`");
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair is JSON but no text.
            throw new ImageFault("", "a text with characters that do not exist", "Unicode");
        }
    }

    private static Sidecar Of(JsonElement root, bool isRaw)
    {
        Keys(root, "", isRaw ? RawKeys : ImageKeys);
        long[]? shape = null;
        ArrayType? type = null;
        long offset = 0;
        if (isRaw)
        {
            shape = Lengths(Required(root, "shape"));
            string word = root.TryGetProperty("endianness", out JsonElement order) ? Text(order, "endianness") : "little";
            if (word is not ("little" or "big")) throw new ImageFault("endianness", Quoted.Of(word), "`little` or `big`");
            string name = Text(Required(root, "dtype"), "dtype");
            type = TypeOf(name, word == "big") ?? throw new ImageFault("dtype", Quoted.Of(name), "`uint8`, `uint16`, `int32` or another type of whole numbers");
            if (root.TryGetProperty("offset", out JsonElement bytes)) offset = Whole(bytes, "offset", 0, long.MaxValue / 2);
        }
        VoxelSpacing? spacing = root.TryGetProperty("spacing", out JsonElement size) ? SpacingOf(size) : null;
        return new Sidecar(shape, type, offset, spacing, root.TryGetProperty("phases", out JsonElement phases) ? PhasesOf(phases) : null);
    }

    private static ArrayType? TypeOf(string name, bool isBigEndian) => name switch
    {
        "uint8" => new(1, false, false),
        "int8" => new(1, true, false),
        "bool" => new(1, false, false),
        "uint16" => new(2, false, isBigEndian),
        "int16" => new(2, true, isBigEndian),
        "uint32" => new(4, false, isBigEndian),
        "int32" => new(4, true, isBigEndian),
        "uint64" => new(8, false, isBigEndian),
        "int64" => new(8, true, isBigEndian),
        _ => ArrayType.Parse(name),
    };

    private static VoxelSpacing SpacingOf(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array) return VoxelSpacing.Cubes(Metres(value));
        if (value.GetArrayLength() != 3) throw new ImageFault("spacing", $"{value.GetArrayLength()} sizes", "one, or three: page, row, column");
        return new VoxelSpacing(Metres(value[0]), Metres(value[1]), Metres(value[2]));
    }

    private static double Metres(JsonElement value)
    {
        double metres;
        if (value.ValueKind == JsonValueKind.String)
        {
            if (!Quantity.TryParse(value.GetString()!, [Measures.Length], out Quantity size, out QuantityFault? fault)) throw new ImageFault("spacing", fault!.Found, fault.Expected, fault.Suggestion);
            metres = size.Si;
        }
        else if (value.ValueKind != JsonValueKind.Number || !value.TryGetDouble(out metres)) throw new ImageFault("spacing", Quoted.Of(value.GetRawText()), "a length such as `\"50 nm\"`, or a number of metres");
        return metres is > 0 and < 1 ? metres : throw new ImageFault("spacing", Quoted.Of(value.GetRawText()), "more than 0 and less than 1 m");
    }

    private static ImmutableArray<Phase> PhasesOf(JsonElement list)
    {
        if (list.ValueKind != JsonValueKind.Array) throw new ImageFault("phases", Quoted.Of(list.GetRawText()), "a list");
        var phases = ImmutableArray.CreateBuilder<Phase>();
        foreach (JsonElement entry in list.EnumerateArray())
        {
            string where = $"phases[{phases.Count}]";
            Keys(entry, where, PhaseKeys);
            byte label = (byte)Whole(Required(entry, "label"), $"{where}.label", 0, 255);
            if (phases.Any(other => other.Label == label)) throw new ImageFault($"{where}.label", $"label {label} a second time", "each label once");
            string name = entry.TryGetProperty("name", out JsonElement words) ? Text(words, $"{where}.name") : $"{label}";
            var phase = new Phase(label, name.Trim().Length > 0 ? name.Trim() : throw new ImageFault($"{where}.name", "an empty name", "a word such as `void`"));
            if (entry.TryGetProperty("role", out JsonElement role)) phase = phase with { Role = RoleOf(Text(role, $"{where}.role"), $"{where}.role") };
            phases.Add(phase);
        }
        return phases.ToImmutable();
    }

    private static PhaseRole RoleOf(string word, string where)
    {
        int at = Array.FindIndex(Roles, role => role.Name == word);
        if (at >= 0) return Roles[at].Role;
        string[] names = [.. Roles.Select(role => role.Name)];
        throw new ImageFault(where, Quoted.Of(word), string.Join(", ", names.Select(name => $"`{name}`")), Meant(word, names));
    }

    private static void Keys(JsonElement value, string where, string[] known)
    {
        if (value.ValueKind != JsonValueKind.Object) throw new ImageFault(where, Quoted.Of(value.GetRawText()), "an object in braces");
        foreach (JsonProperty property in value.EnumerateObject())
        {
            if (!known.Contains(property.Name)) throw new ImageFault(where, $"the key {Quoted.Of(property.Name)}", string.Join(", ", known.Select(name => $"`{name}`")), Meant(property.Name, known));
        }
    }

    private static string Meant(string word, string[] names) => Names.Nearest(word, names) is { } nearest ? $"did you mean `{nearest}`?" : "";

    private static JsonElement Required(JsonElement value, string key) =>
        value.TryGetProperty(key, out JsonElement found) ? found : throw new ImageFault("", $"no `{key}`", $"`{key}`");

    private static string Text(JsonElement value, string where) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : throw new ImageFault(where, Quoted.Of(value.GetRawText()), "a text in quotes");

    private static long Whole(JsonElement value, string where, long least, long most) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out long number) && number >= least && number <= most
            ? number
            : throw new ImageFault(where, Quoted.Of(value.GetRawText()), most > int.MaxValue ? $"a whole number of {least} or more" : $"a whole number of {least} to {most}");

    private static long[] Lengths(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() != 3) throw new ImageFault("shape", Quoted.Of(value.GetRawText()), "three lengths: pages, rows, columns");
        return [.. value.EnumerateArray().Select(length => Whole(length, "shape", 1, int.MaxValue))];
    }
}
