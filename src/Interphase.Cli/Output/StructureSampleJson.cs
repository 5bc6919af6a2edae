using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Interphase.Cells;
using Interphase.Microstructure;

namespace Interphase.Cli;

/// <summary>The documents of generated composites.</summary>
internal static class StructureSampleJson
{
    public static JsonObject Compared(ImmutableArray<StructureSample> samples) => new() { ["carbons"] = new JsonArray([.. samples.Select(sample => (JsonNode)Of(sample))]) };

    public static JsonObject Of(StructureSample sample)
    {
        CompositeRecipe recipe = sample.Plan.Recipe;
        CompositeShares wanted = recipe.Shares, got = sample.Structure.Shares;
        return new JsonObject
        {
            ["carbon"] = sample.Plan.Carbon,
            ["voxels"] = recipe.Shape.X,
            ["voxelSize"] = recipe.VoxelSize,
            ["seed"] = recipe.Seed,
            ["units"] = new JsonObject { ["length"] = "m", ["conductivity"] = "S/m", ["area"] = "1/m", ["line"] = "1/m2" },
            ["shares"] = Shares(got),
            ["wanted"] = Shares(wanted),
            ["particles"] = sample.Structure.Particles.Length,
            ["grains"] = sample.Structure.GrainCount,
            ["ionic"] = Transport(sample.Ionic),
            ["electronic"] = Transport(sample.Electronic),
            ["activeElectrolyteArea"] = JsonText.Rounded(sample.ActiveElectrolyte),
            ["carbonElectrolyteArea"] = JsonText.Finite(sample.Carbon?.ElectrolyteArea),
            ["tripleLine"] = JsonText.Finite(sample.Carbon?.TripleLine),
            ["carbonMethod"] = sample.Carbon?.Method,
            ["carbonIsEstimate"] = sample.Carbon?.IsEstimate,
            ["utilisable"] = JsonText.Finite(sample.Measures.Access?.Usable),
            ["assumptions"] = new JsonArray([.. sample.Plan.Assumptions.Select(text => (JsonNode)text)]),
        };
    }

    private static JsonObject Shares(CompositeShares shares) =>
        new() { ["active"] = JsonText.Rounded(shares.Active), ["electrolyte"] = JsonText.Rounded(shares.Electrolyte), ["carbon"] = JsonText.Rounded(shares.Carbon), ["void"] = JsonText.Rounded(shares.Void) };

    private static JsonObject Transport(EffectiveConductivity each)
    {
        var told = new JsonObject
        {
            ["effectiveConductivity"] = JsonText.Rounded(each.Value),
            ["tortuosityFactor"] = JsonText.Finite(each.TortuosityFactor),
            ["gap"] = JsonText.Finite(each.Gap),
            ["iterations"] = each.Iterations,
            ["converged"] = each.IsConverged,
        };
        if (!each.IsConnected) told["reason"] = "nothing that conducts reaches from one side to the other";
        return told;
    }
}
