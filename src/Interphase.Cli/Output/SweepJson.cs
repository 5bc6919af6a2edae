using System.Text.Json.Nodes;
using Interphase.Thermodynamics;

namespace Interphase.Cli;

/// <summary>The document of <c>interphase react --sweep --json</c>.</summary>
internal static class SweepJson
{
    public static JsonObject Of(PairSweep found, PhaseSet set)
    {
        var document = new JsonObject { ["a"] = found.A.Text, ["b"] = found.B.Text };
        PhaseJson.AddScheme(document, found.Scheme);
        document["units"] = ReactionJson.Units(open: true);
        document["mutualEnergy"] = JsonText.Rounded(found.MutualEnergy);
        document["voltage"] = JsonText.Finite(found.Worst.Voltage);
        document["grid"] = PairSweep.Spacing;
        document["voltages"] = new JsonArray([.. found.Points.Select(Point)]);
        document["biases"] = PhaseJson.Biases(found.Worst.Biases);
        document["remarks"] = PhaseJson.Texts(SweepTables.Remarks(found, set));
        return document;
    }

    private static JsonNode Point(PairReaction at)
    {
        var point = (JsonObject)ReactionJson.Kink(at.Minimum);
        point.Insert(0, "voltage", JsonText.Finite(at.Voltage));
        return point;
    }
}
