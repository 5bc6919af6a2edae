using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Interphase.Microstructure;

namespace Interphase.Cli;

/// <summary>The documents of <c>interphase structure</c>.</summary>
internal static class StructureJson
{
    private const string NothingPercolates = "nothing that conducts reaches from one side to the other";

    /// <summary>What an image is.</summary>
    public static JsonObject OfImage(VoxelImage image, string path)
    {
        bool known = image.Spacing.IsKnown;
        var file = new JsonObject { ["file"] = path };
        if (Hash(path) is { } hash) file["sha256"] = hash;
        file["shape"] = new JsonArray(image.Shape.X, image.Shape.Y, image.Shape.Z);
        file["spacing"] = known ? new JsonArray(image.Spacing.X, image.Spacing.Y, image.Spacing.Z) : null;
        if (!known) file["reason"] = "the file tells no size of a voxel; --voxel gives one";
        return new JsonObject
        {
            ["image"] = file,
            ["units"] = known ? new JsonObject { ["length"] = "m", ["area"] = "1/m", ["line"] = "1/m2" } : new JsonObject { ["length"] = "voxel", ["area"] = "1/voxel", ["line"] = "1/voxel2" },
            ["phases"] = new JsonArray([.. image.Phases.Select(phase => (JsonNode)Phase(image, phase))]),
        };
    }

    /// <summary>SHA-256 of a file; null where there is no single one.</summary>
    public static string? Hash(string path)
    {
        if (!File.Exists(path)) return null;
        using FileStream stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    /// <summary>What was measured of it.</summary>
    public static JsonObject Of(StructureMeasures found, MeasurePlan plan, string path)
    {
        JsonObject document = OfImage(found.Image, path);
        document["axis"] = StructurePictures.Letter(plan.Axes[0]).ToString();
        document["sides"] = plan.Transport.Sides.ToString().ToLowerInvariant();
        document["tolerance"] = plan.Transport.Tolerance;
        document["parts"] = found.Parts.Length;
        foreach ((string name, EffectiveConductivity each) in found.Transport)
        {
            JsonObject told = Transport(found, name, each);
            // The first of --conductivity stands at the top, where a caller looks for the one number.
            if (name == "conductivity" && each.Axis == plan.Axes[0])
                foreach ((string key, JsonNode? value) in told) document[key] = value?.DeepClone();
            string list = name == "conductivity" ? "transport" : name;
            if (document[list] is not JsonArray) document[list] = new JsonArray();
            ((JsonArray)document[list]!).Add((JsonNode)told);
        }
        document["phases"] = new JsonArray([.. found.Image.Phases.Select((phase, i) =>
        {
            JsonObject told = Phase(found.Image, phase);
            PhaseConnection connection = found.Connections[i];
            told["fractionError"] = JsonText.Finite(found.Error(part => part.Image.Fraction(phase.Label)));
            told["throughConnected"] = JsonText.Rounded(connection.ThroughConnected);
            told["fromFirst"] = JsonText.Rounded(connection.FromFirst);
            told["fromLast"] = JsonText.Rounded(connection.FromLast);
            told["largest"] = JsonText.Rounded(connection.Largest);
            told["clusters"] = connection.Clusters;
            told["chords"] = new JsonArray([.. found.Chords.Where(chord => chord.Label == phase.Label).Select(chord => (JsonNode)new JsonObject
            {
                ["axis"] = StructurePictures.Letter(chord.Axis).ToString(), ["number"] = chord.Number, ["mean"] = JsonText.Finite(chord.Mean), ["innerMean"] = JsonText.Finite(chord.InnerMean),
            })]);
            return (JsonNode)told;
        })]);
        document["interfaces"] = new JsonArray([.. found.Borders.Interfaces.Select(border => (JsonNode)new JsonObject
        {
            ["pair"] = new JsonArray(border.First, border.Second),
            ["area"] = JsonText.Rounded(border.Area),
            ["areaError"] = JsonText.Finite(found.Error(part => part.Borders.Between(border.First, border.Second)?.Area ?? 0)),
            ["rawFaces"] = border.Faces.Total,
            ["rawArea"] = JsonText.Rounded(border.FaceArea),
        })]);
        document["tripleLines"] = new JsonArray([.. found.Borders.TripleLines.Select(line => (JsonNode)new JsonObject
        {
            ["triple"] = new JsonArray(line.First, line.Second, line.Third),
            ["length"] = JsonText.Rounded(line.Length),
            ["lengthError"] = JsonText.Finite(found.Error(part => part.Borders.TripleLines.FirstOrDefault(other => (other.First, other.Second, other.Third) == (line.First, line.Second, line.Third))?.Length ?? 0)),
            ["rawEdges"] = line.Edges.Total,
            ["rawLength"] = JsonText.Rounded(line.EdgeLength),
            ["isResolved"] = line.IsResolved,
        })]);
        document["utilisable"] = found.Access is { } access
            ? new JsonObject { ["fraction"] = JsonText.Rounded(access.Usable), ["wired"] = JsonText.Rounded(access.Wired), ["wetted"] = JsonText.Rounded(access.Wetted), ["surface"] = JsonText.Rounded(access.UsableSurface) }
            : null;
        if (found.Access is null) document["utilisableReason"] = "no phase of the image is known to be active material; a file IMAGE.phases.json tells roles";
        return document;
    }

    private static JsonObject Transport(StructureMeasures found, string name, EffectiveConductivity each)
    {
        double Part(StructureMeasures part) => part.Transport.First(other => other.Name == name && other.Found.Axis == each.Axis).Found.Value;
        var told = new JsonObject
        {
            ["axis"] = StructurePictures.Letter(each.Axis).ToString(),
            ["effectiveConductivity"] = JsonText.Rounded(each.Value),
            ["effectiveConductivityError"] = JsonText.Finite(found.Error(Part)),
            ["tortuosityFactor"] = JsonText.Finite(each.TortuosityFactor),
            ["gap"] = JsonText.Finite(each.Gap),
            ["fromFlux"] = JsonText.Rounded(each.FromFlux),
            ["mean"] = JsonText.Rounded(each.Mean),
            ["iterations"] = each.Iterations,
            ["converged"] = each.IsConverged,
        };
        if (!each.IsConnected) told["reason"] = NothingPercolates;
        return told;
    }

    private static JsonObject Phase(VoxelImage image, Phase phase) => new()
    {
        ["label"] = phase.Label,
        ["name"] = phase.Name,
        ["role"] = phase.Role == PhaseRole.Unknown ? null : phase.Role.ToString().ToLowerInvariant(),
        ["voxels"] = image.Counts[phase.Label],
        ["fraction"] = JsonText.Rounded(image.Fraction(phase.Label)),
    };
}
