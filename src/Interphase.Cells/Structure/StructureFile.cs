using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Interphase.Microstructure;

namespace Interphase.Cells;

/// <summary>What a structure file tells a cell: shares, how well carriers get through, where phases meet, and what it was made or measured from.</summary>
public sealed record StructureFile
{
    /// <summary>What the member is called that holds all this in a structure file.</summary>
    public const string Member = "composite";

    /// <summary>How the shape of the member is numbered.</summary>
    public const int Version = 1;

    /// <summary>Whether it was generated from a cell file, and not measured of an image.</summary>
    public required bool IsGenerated { get; init; }

    /// <summary>What it was generated from; null of an image.</summary>
    public StructureRecipe? Recipe { get; init; }

    /// <summary>The hash of the recipe as the file tells it; empty of an image.</summary>
    public string RecipeHash { get; init; } = "";

    /// <summary>Voxels along each edge of the generated box.</summary>
    public int Voxels { get; init; }

    /// <summary>Edge of its voxels, m.</summary>
    public double VoxelSize { get; init; }

    /// <summary>The grain diameter that was asked for beside the cell file, m; null where none was.</summary>
    public double? GivenGrain { get; init; }

    /// <summary>Seeds of the samples; empty of an image.</summary>
    public ImmutableArray<long> Seeds { get; init; } = [];

    /// <summary>The image, as it was named; empty where it was generated and kept nowhere.</summary>
    public string Image { get; init; } = "";

    /// <summary>SHA-256 of the image; empty where there is no single file.</summary>
    public string ImageHash { get; init; } = "";

    /// <summary>The axis along which carriers were driven.</summary>
    public string Axis { get; init; } = "";

    /// <summary>Shares of the volume.</summary>
    public required CompositeShares Shares { get; init; }

    /// <summary>Of ions; empty where it was not measured.</summary>
    public ImmutableArray<StructureFactor> Ionic { get; init; } = [];

    /// <summary>Of electrons; empty where it was not measured.</summary>
    public ImmutableArray<StructureFactor> Electronic { get; init; } = [];

    /// <summary>By how much of itself the effective ionic conductivity scatters; null where not known.</summary>
    public double? IonicError { get; init; }

    /// <summary>The same for electrons.</summary>
    public double? ElectronicError { get; init; }

    /// <summary>Area between active material and electrolyte, 1/m; null where not known.</summary>
    public StructureValue? AreaActiveElectrolyte { get; init; }

    /// <summary>Area between carbon and electrolyte, 1/m; null where voxels show none.</summary>
    public StructureValue? AreaCarbonElectrolyte { get; init; }

    /// <summary>Area between active material and carbon, 1/m; null where voxels show none.</summary>
    public StructureValue? AreaActiveCarbon { get; init; }

    /// <summary>Length of the lines where all three meet, 1/m2; null where voxels show none.</summary>
    public StructureValue? TriplePhaseLength { get; init; }

    /// <summary>Share of the active material that electrons and ions reach; null where not known.</summary>
    public StructureValue? Utilisation { get; init; }

    /// <summary>Where the numbers are from, in a few words.</summary>
    public string From => IsGenerated
        ? $"generated, {(Seeds.Length == 1 ? $"seed {Seeds[0]}" : $"{Seeds.Length} seeds from {Seeds[0]}")}, recipe {Short(RecipeHash)}"
        : $"image {Image}{(ImageHash.Length > 0 ? $", sha256 {Short(ImageHash)}" : "")}";

    /// <summary>The member of a structure file.</summary>
    public JsonObject ToJson() => new()
    {
        ["version"] = Version,
        ["origin"] = IsGenerated ? Generated() : new JsonObject { ["kind"] = "image", ["file"] = Image, ["sha256"] = ImageHash.Length > 0 ? ImageHash : null },
        ["axis"] = Axis,
        ["shares"] = new JsonObject { ["active"] = Rounded(Shares.Active), ["electrolyte"] = Rounded(Shares.Electrolyte), ["carbon"] = Rounded(Shares.Carbon), ["void"] = Rounded(Shares.Void) },
        ["ionicFactors"] = Factors(Ionic),
        ["ionicRelativeError"] = Finite(IonicError),
        ["electronicFactors"] = Factors(Electronic),
        ["electronicRelativeError"] = Finite(ElectronicError),
        ["areaActiveElectrolyte"] = Of(AreaActiveElectrolyte, "1/m"),
        ["areaCarbonElectrolyte"] = Of(AreaCarbonElectrolyte, "1/m"),
        ["areaActiveCarbon"] = Of(AreaActiveCarbon, "1/m"),
        ["triplePhaseLength"] = Of(TriplePhaseLength, "1/m2"),
        ["utilisation"] = Of(Utilisation, "1"),
    };

    private JsonObject Generated() => new()
    {
        ["kind"] = "generated",
        ["recipe"] = new JsonObject(Recipe!.Lines.Select(line => KeyValuePair.Create(line.Name, (JsonNode?)line.Text))),
        ["recipeHash"] = RecipeHash,
        ["voxels"] = Voxels,
        ["voxelSize"] = VoxelSize,
        ["grain"] = GivenGrain,
        ["seeds"] = new JsonArray([.. Seeds.Select(seed => (JsonNode)seed)]),
        ["file"] = Image.Length > 0 ? Image : null,
        ["sha256"] = ImageHash.Length > 0 ? ImageHash : null,
    };

    private static JsonArray Factors(ImmutableArray<StructureFactor> factors) =>
    [
        .. factors.Select(each => (JsonNode)new JsonObject { ["role"] = each.Role, ["factor"] = Rounded(each.Factor), ["error"] = Finite(each.Error), ["conductivity"] = Rounded(each.Conductivity) }),
    ];

    private static JsonObject? Of(StructureValue? value, string unit) =>
        value is null ? null : new JsonObject { ["value"] = Rounded(value.Value), ["error"] = Finite(value.Error), ["unit"] = unit, ["isEstimate"] = value.IsEstimate };

    private static JsonNode? Finite(double? value) => value is { } number && double.IsFinite(number) ? Rounded(number) : null;

    private static double Rounded(double value) => double.Parse(value.ToString("G12", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static string Short(string hash) => hash.Length > 12 ? hash[..12] : hash;
}
