using System.IO.Compression;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Interphase.Numerics;

namespace Interphase.Microstructure.Tests;

/// <summary>The arrays with results of an independent code; their voxels have edges of 1.</summary>
internal static partial class ReferenceImages
{
    /// <summary>The arrays that come with measures.</summary>
    public static TheoryData<string> Names =>
    [
        "uniform20", "channel20", "series32", "slanted20", "checker40", "sc_f10_50", "sc_f30_50", "sc_f50_50", "sc_f30_100", "bcc_f40_50", "bcc_f40_100",
        "boolean_r8_vf30_100", "boolean_r8_vf50_100", "boolean_r8_vf70_100", "boolean_r10_vf60_200", "compo_fibre_100_s1", "compo_nocarbon_100_s3", "compo_agg_200_s5",
    ];

    public static JsonNode Metrics(string name) => JsonNode.Parse(File.ReadAllText(Existing($"{name}.json")))!["metrics"]!;

    public static JsonNode Results(string name) => JsonNode.Parse(File.ReadAllText(Existing($"{name}.json")))!;

    public static VoxelImage Image(string name)
    {
        using FileStream file = File.OpenRead(Existing($"{name}.npy.gz"));
        using var unpacked = new GZipStream(file, CompressionMode.Decompress);
        using var memory = new MemoryStream();
        unpacked.CopyTo(memory);
        byte[] bytes = memory.ToArray();
        int header = BitConverter.ToUInt16(bytes, 8);
        Match shape = ShapeOf().Match(System.Text.Encoding.ASCII.GetString(bytes, 10, header));
        return new VoxelImage(new GridShape(Extent(1), Extent(2), Extent(3)), bytes[(10 + header)..], VoxelSpacing.Unknown);

        int Extent(int group) => int.Parse(shape.Groups[group].ValueSpan);
    }

    private static string Existing(string name) => Reference.File("reference", "micro", name);

    [GeneratedRegex(@"\((\d+), (\d+), (\d+)\)")]
    private static partial Regex ShapeOf();
}
