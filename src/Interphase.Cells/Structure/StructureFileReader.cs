using System.Collections.Immutable;
using System.Security;
using System.Text.Json;
using Interphase.Descriptions;
using Interphase.Microstructure;

namespace Interphase.Cells;

/// <summary>Reads what a structure file tells a cell.</summary>
public static class StructureFileReader
{
    private const long Longest = 20_000_000;
    private const int MostDepth = 32, MostSamples = 1000, MostVoxels = 4096, LongestText = 500;
    private const double ShareTolerance = 0.01;
    private static readonly string[] Roles = [CellSections.Active, CellSections.Electrolyte, CellSections.Carbon];

    /// <summary>Reads a file; null after a problem.</summary>
    /// <param name="path">The file.</param>
    /// <param name="shownAs">How it is named in messages.</param>
    /// <param name="problems">Receives what is wrong with it.</param>
    public static StructureFile? Read(string path, string shownAs, Problems problems)
    {
        byte[] bytes;
        try
        {
            var file = new FileInfo(path);
            if (file.Exists && file.Length > Longest) return Refuse(new Place(shownAs), "", $"a file of {file.Length} bytes", $"at most {Longest}", problems);
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException or SecurityException)
        {
            return Refuse(new Place(shownAs), "", exception is FileNotFoundException or DirectoryNotFoundException ? "no such file" : "no way to read it", "a file that `interphase structure` wrote", problems);
        }
        return Parse(bytes, shownAs, problems);
    }

    /// <summary>Reads the bytes of a file; null after a problem.</summary>
    /// <param name="text">JSON in UTF-8.</param>
    /// <param name="shownAs">How the file is named in messages.</param>
    /// <param name="problems">Receives what is wrong with it.</param>
    public static StructureFile? Parse(ReadOnlyMemory<byte> text, string shownAs, Problems problems)
    {
        if (text.Span.StartsWith((ReadOnlySpan<byte>)[0xef, 0xbb, 0xbf])) text = text[3..];
        try
        {
            using JsonDocument document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = MostDepth });
            return Of(document.RootElement);
        }
        catch (JsonException exception)
        {
            return Refuse(new Place(shownAs, (int)Math.Min(int.MaxValue, (exception.LineNumber ?? 0) + 1)), "", "text that is no JSON", "a file that `interphase structure` wrote", problems);
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair is JSON but no text.
            return Refuse(new Place(shownAs), "", "a text with characters that do not exist", "Unicode", problems);
        }
        catch (Fault fault)
        {
            return Refuse(new Place(shownAs), fault.Subject, fault.Found, fault.Expected, problems);
        }
    }

    private static StructureFile? Refuse(Place place, string subject, string found, string expected, Problems problems)
    {
        problems.Add(place, subject, found, expected, "write it anew with `interphase structure generate` or `structure measure`, and --out");
        return null;
    }

    private static StructureFile Of(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object) throw new Fault("", Kind(root), "an object");
        if (root.TryGetProperty("compositeReason", out JsonElement reason) && reason.ValueKind == JsonValueKind.String) throw new Fault(StructureFile.Member, $"a structure that no cell can use ({Quoted.Cut(reason.GetString()!, 200)})", "one whose phases have roles");
        JsonElement composite = Member(root, "", StructureFile.Member, JsonValueKind.Object);
        const string at = StructureFile.Member;
        double version = Number(composite, at, "version", 0, 1e6);
        if (version != StructureFile.Version) throw new Fault($"{at}.version", $"{version}", $"{StructureFile.Version}");
        JsonElement origin = Member(composite, at, "origin", JsonValueKind.Object);
        string kind = Text(origin, $"{at}.origin", "kind");
        if (kind is not ("generated" or "image")) throw new Fault($"{at}.origin.kind", Quoted.Of(kind), "`generated` or `image`");
        bool generated = kind == "generated";
        JsonElement shares = Member(composite, at, "shares", JsonValueKind.Object);
        double Share(string name) => Number(shares, $"{at}.shares", name, 0, 1);
        var file = new StructureFile
        {
            IsGenerated = generated,
            Axis = Text(composite, at, "axis"),
            Shares = new CompositeShares(Share("active"), Share("electrolyte"), Share("carbon"), Share("void")),
            Ionic = Factors(composite, "ionicFactors"),
            IonicError = Maybe(composite, at, "ionicRelativeError", 1e6),
            Electronic = Factors(composite, "electronicFactors"),
            ElectronicError = Maybe(composite, at, "electronicRelativeError", 1e6),
            AreaActiveElectrolyte = Value(composite, "areaActiveElectrolyte", "1/m", 1e10),
            AreaCarbonElectrolyte = Value(composite, "areaCarbonElectrolyte", "1/m", 1e10),
            AreaActiveCarbon = Value(composite, "areaActiveCarbon", "1/m", 1e10),
            TriplePhaseLength = Value(composite, "triplePhaseLength", "1/m2", 1e20),
            Utilisation = Value(composite, "utilisation", "1", 1),
        };
        if (file.Axis is not ("x" or "y" or "z")) throw new Fault($"{at}.axis", Quoted.Of(file.Axis), "the axis of transport: `x`, `y` or `z`");
        if (file.Shares.Sum > 1 + ShareTolerance) throw new Fault($"{at}.shares", $"shares that add to {file.Shares.Sum:0.####}", "at most 1");
        if (!(file.Shares.Active > 0)) throw new Fault($"{at}.shares.active", "no active material", "a share above 0");
        file = file with { Image = Maybe(origin, "file"), ImageHash = Maybe(origin, "sha256") };
        return generated ? Generated(file, origin) : file.Image.Length > 0 ? file : throw new Fault($"{at}.origin.file", "nothing", "the image that was measured");
    }

    private static StructureFile Generated(StructureFile file, JsonElement origin)
    {
        const string at = StructureFile.Member + ".origin";
        JsonElement recipe = Member(origin, at, "recipe", JsonValueKind.Object), seeds = Member(origin, at, "seeds", JsonValueKind.Array);
        var lines = ImmutableArray.CreateBuilder<(string, string)>();
        foreach (JsonProperty line in recipe.EnumerateObject()) lines.Add((line.Name, Text(recipe, $"{at}.recipe", line.Name)));
        if (lines.Count is 0 or > 20) throw new Fault($"{at}.recipe", $"{lines.Count} lines", "what it was generated from");
        var numbers = ImmutableArray.CreateBuilder<long>();
        foreach (JsonElement seed in seeds.EnumerateArray())
            if (seed.ValueKind == JsonValueKind.Number && seed.TryGetInt64(out long number) && numbers.Count < MostSamples) numbers.Add(number);
            else throw new Fault($"{at}.seeds", Kind(seed), $"at most {MostSamples} whole numbers");
        if (numbers.Count == 0) throw new Fault($"{at}.seeds", "no seed", "one for each sample");
        double voxels = Number(origin, at, "voxels", 1, MostVoxels);
        if (voxels != Math.Floor(voxels)) throw new Fault($"{at}.voxels", $"{voxels}", "a whole number");
        return file with
        {
            Recipe = new StructureRecipe(lines.ToImmutable()),
            RecipeHash = Text(origin, at, "recipeHash"),
            Voxels = (int)voxels,
            VoxelSize = Number(origin, at, "voxelSize", 1e-12, 1),
            GivenGrain = Maybe(origin, at, "grain", 1),
            Seeds = numbers.ToImmutable(),
        };
    }

    private static ImmutableArray<StructureFactor> Factors(JsonElement composite, string name)
    {
        string at = $"{StructureFile.Member}.{name}";
        var factors = ImmutableArray.CreateBuilder<StructureFactor>();
        foreach (JsonElement each in Member(composite, StructureFile.Member, name, JsonValueKind.Array).EnumerateArray())
        {
            string here = $"{at}[{factors.Count}]";
            if (each.ValueKind != JsonValueKind.Object) throw new Fault(here, Kind(each), "an object");
            string role = Text(each, here, "role");
            if (Array.IndexOf(Roles, role) < 0) throw new Fault($"{here}.role", Quoted.Of(role), "`active`, `electrolyte` or `carbon`");
            if (factors.Any(other => other.Role == role)) throw new Fault($"{here}.role", $"`{role}` twice", "each role once");
            factors.Add(new StructureFactor(role, Number(each, here, "factor", 0, 1e6), Maybe(each, here, "error", 1e6), Number(each, here, "conductivity", 0, 1e15)));
        }
        return factors.ToImmutable();
    }

    // null is an answer: it was not measured, or voxels do not show it.
    private static StructureValue? Value(JsonElement composite, string name, string unit, double most)
    {
        string at = $"{StructureFile.Member}.{name}";
        if (!composite.TryGetProperty(name, out JsonElement value)) throw new Fault(at, "nothing", "a value with its error, or null");
        if (value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind != JsonValueKind.Object) throw new Fault(at, Kind(value), "a value with its error, or null");
        string written = Text(value, at, "unit");
        if (written != unit) throw new Fault($"{at}.unit", Quoted.Of(written), $"`{unit}`");
        bool estimate = value.TryGetProperty("isEstimate", out JsonElement flag) && flag.ValueKind is JsonValueKind.True or JsonValueKind.False ? flag.ValueKind == JsonValueKind.True : throw new Fault($"{at}.isEstimate", "nothing", "true or false");
        return new StructureValue(Number(value, at, "value", 0, most), Maybe(value, at, "error", 1e20), estimate);
    }

    private static JsonElement Member(JsonElement parent, string at, string name, JsonValueKind kind)
    {
        string path = at.Length > 0 ? $"{at}.{name}" : name;
        if (!parent.TryGetProperty(name, out JsonElement value)) throw new Fault(path, "nothing", Word(kind));
        return value.ValueKind == kind ? value : throw new Fault(path, Kind(value), Word(kind));
    }

    private static string Text(JsonElement parent, string at, string name)
    {
        string text = Member(parent, at, name, JsonValueKind.String).GetString()!;
        // It reaches terminals and pages.
        return text.Length <= LongestText && !text.Any(letter => char.IsControl(letter) || char.GetUnicodeCategory(letter) == System.Globalization.UnicodeCategory.Format)
            ? text
            : throw new Fault($"{at}.{name}", Quoted.Of(text), $"at most {LongestText} characters on one line");
    }

    private static double Number(JsonElement parent, string at, string name, double least, double most)
    {
        JsonElement value = Member(parent, at, name, JsonValueKind.Number);
        if (value.TryGetDouble(out double number) && double.IsFinite(number) && number >= least && number <= most) return number;
        throw new Fault($"{at}.{name}", Quoted.Of(value.GetRawText()), $"a number from {least:G4} to {most:G4}");
    }

    private static double? Maybe(JsonElement parent, string at, string name, double most)
    {
        if (!parent.TryGetProperty(name, out JsonElement value)) throw new Fault($"{at}.{name}", "nothing", "a number of 0 or more, or null");
        return value.ValueKind == JsonValueKind.Null ? null : Number(parent, at, name, 0, most);
    }

    private static string Maybe(JsonElement origin, string name) => origin.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Null ? "" : Text(origin, $"{StructureFile.Member}.origin", name);

    private static string Kind(JsonElement value) => Word(value.ValueKind);

    private static string Word(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "a truth value",
    };

    private sealed class Fault(string subject, string found, string expected) : Exception
    {
        public string Subject => subject;

        public string Found => found;

        public string Expected => expected;
    }
}
