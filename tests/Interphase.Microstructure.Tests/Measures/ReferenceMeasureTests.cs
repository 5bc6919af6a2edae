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
}
