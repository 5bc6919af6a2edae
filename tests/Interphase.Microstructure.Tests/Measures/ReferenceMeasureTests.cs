using System.Text.Json.Nodes;

namespace Interphase.Microstructure.Tests;

/// <summary>Everything that another code counted in the same voxels, to the last one.</summary>
public class ReferenceMeasureTests
{
    public static TheoryData<string> Names => ReferenceImages.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Faces_and_edges_are_counted_as_elsewhere(string name)
    {
        JsonNode metrics = ReferenceImages.Metrics(name);
        var borders = Borders.Of(ReferenceImages.Image(name), 2);
        var faces = metrics["faces_open"]!.AsObject().ToDictionary(pair => pair.Key, pair => (long)pair.Value!);
        borders.Interfaces.Where(area => area.Faces.Total > 0).ToDictionary(area => $"{area.First}-{area.Second}", area => area.Faces.Total).ShouldBe(faces, ignoreOrder: true);
        if (metrics["tpb_open"] is not { } lines) return;
        var edges = lines["by_triple"]!.AsObject().ToDictionary(pair => pair.Key, pair => (long)pair.Value!);
        borders.TripleLines.Where(line => line.Edges.Total > 0).ToDictionary(line => $"{line.First}-{line.Second}-{line.Third}", line => line.Edges.Total).ShouldBe(edges, ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Clusters_are_those_found_elsewhere(string name)
    {
        JsonObject labels = ReferenceImages.Metrics(name)["connectivity"]!.AsObject();
        VoxelImage image = ReferenceImages.Image(name);
        foreach (Axis axis in Enum.GetValues<Axis>())
        {
            var found = Connectivity.Along(image, axis, Sides.NoFlux, 2).ToDictionary(phase => $"{phase.Label}");
            labels.ShouldNotBeEmpty();
            foreach ((string label, JsonNode? expected) in labels)
            {
                JsonNode six = expected!["conn6"]!;
                string along = $"{axis}".ToLowerInvariant();
                found[label].Clusters.ShouldBe((int)six["n_components"]!);
                found[label].Largest.ShouldBe((double)six["largest_fraction"]!, 1e-14);
                found[label].ThroughConnected.ShouldBe((double)six[$"through_{along}"]!, 1e-14);
                found[label].FromFirst.ShouldBe((double)six[$"inlet_{along}"]!, 1e-14);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Chords_are_those_found_elsewhere(string name)
    {
        if (ReferenceImages.Metrics(name)["chords"] is not { } labels) return;
        var found = Chords.Of(ReferenceImages.Image(name), 2).ToDictionary(chords => (chords.Label, chords.Axis));
        foreach ((string label, JsonNode? axes) in labels.AsObject())
        {
            foreach (Axis axis in Enum.GetValues<Axis>())
            {
                JsonNode expected = axes![$"{axis}".ToLowerInvariant()]!;
                ChordLengths chords = found[(byte.Parse(label), axis)];
                // The reference keeps lengths below 80.
                chords.Number.ShouldBe((long)expected["n"]!);
                chords.Counts.Take(80).ShouldBe(expected["hist"]!.AsArray().Select(count => (long)count!));
                chords.Mean!.Value.ShouldBe((double)expected["mean"]!, 1e-12);
                chords.InnerNumber.ShouldBe((long)expected["n_inner"]!);
                if (chords.InnerNumber > 0) chords.InnerMean!.Value.ShouldBe((double)expected["mean_inner"]!, 1e-12);
                else chords.InnerMean.ShouldBeNull();
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Distances_are_those_found_elsewhere(string name)
    {
        if (ReferenceImages.Metrics(name)["edt"] is not { } labels || name == "uniform20") return;
        var found = Distances.Sizes(ReferenceImages.Image(name), 2).ToDictionary(sizes => $"{sizes.Label}");
        foreach ((string label, JsonNode? expected) in labels.AsObject())
        {
            found[label].Largest.ShouldBe((double)expected!["max"]!, 1e-5);
            found[label].Mean.ShouldBe((double)expected["mean"]!, 1e-5);
            found[label].Median.ShouldBe((double)expected["p50"]!, 1e-5);
            found[label].NinetyPercent.ShouldBe((double)expected["p90"]!, 1e-5);
        }
    }
}
