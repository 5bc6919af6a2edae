using System.Text.Json.Nodes;
using Interphase.Thermodynamics;

namespace Interphase.Cli;

/// <summary>The document of <c>interphase react --json</c>.</summary>
internal static class ReactionJson
{
    public static JsonObject Of(PairReaction found, IEnumerable<PairReaction> others, PhaseSet set)
    {
        JsonObject document = Pair(found);
        document["units"] = Units(found.Voltage is not null);
        document["kinks"] = new JsonArray([.. found.Kinks.Select(Kink)]);
        document["alternatives"] = new JsonArray([.. others.Select(Pair)]);
        document["biases"] = PhaseJson.Biases(found.Biases);
        document["remarks"] = PhaseJson.Texts(ReactionTables.Remarks(found, set));
        return document;
    }

    /// <summary>Units of the energies.</summary>
    public static JsonObject Units(bool open) => new() { ["voltage"] = "V", ["energy"] = open ? "eV per atom other than lithium" : "eV/atom", ["gain"] = "eV/atom", ["lithium"] = "per formula unit of the mixture" };

    /// <summary>A kink with its products and reaction.</summary>
    public static JsonNode Kink(PairKink kink) => new JsonObject
    {
        ["fractionA"] = PhaseJson.Number(kink.FractionA),
        ["energy"] = JsonText.Rounded(kink.Energy),
        ["mutualEnergy"] = JsonText.Rounded(kink.MutualEnergy),
        ["gain"] = JsonText.Rounded(kink.Gain),
        ["lithium"] = PhaseJson.Number(kink.Lithium),
        ["products"] = PhaseJson.Products(kink.Products),
        ["reaction"] = kink.Reaction.InWholeNumbers().ToString(),
        ["ties"] = PhaseJson.Texts(kink.Ties),
    };

    private static JsonObject Pair(PairReaction found)
    {
        var document = new JsonObject { ["a"] = found.A.Text, ["b"] = found.B.Text };
        PhaseJson.AddScheme(document, found.Scheme);
        document["voltage"] = JsonText.Finite(found.Voltage);
        document["mutualEnergy"] = JsonText.Rounded(found.MutualEnergy);
        document["reacts"] = found.Reacts;
        document["minimum"] = Kink(found.Minimum);
        document["entryA"] = found.EntryA?.Id;
        document["entryB"] = found.EntryB?.Id;
        return document;
    }
}
