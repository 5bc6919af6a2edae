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
        document["worst"] = ReactionJson.Kink(found.Worst.Minimum);
        document["steps"] = new JsonArray([.. found.Steps.Select(Step)]);
        document["changes"] = new JsonArray([.. found.Changes.Select(voltage => JsonText.Rounded(voltage))]);
        document["voltages"] = new JsonArray([.. found.Steps.SelectMany(step => (JsonNode[])[Point(step.From, step.AtFrom), Point(step.To, step.AtTo)])]);
        document["biases"] = PhaseJson.Biases(found.Worst.Biases);
        document["remarks"] = PhaseJson.Texts(SweepTables.Remarks(found, set));
        return document;
    }

    private static JsonNode Step(PairSweepStep step) => new JsonObject
    {
        ["from"] = JsonText.Rounded(step.From),
        ["to"] = JsonText.Rounded(step.To),
        ["reacts"] = step.Reacts,
        ["fractionA"] = PhaseJson.Number(step.AtFrom.FractionA),
        ["lithium"] = PhaseJson.Number(step.AtFrom.Lithium),
        ["products"] = PhaseJson.Products(step.AtFrom.Products),
        ["reaction"] = step.AtFrom.Reaction.InWholeNumbers().ToString(),
        ["mutualEnergy"] = new JsonObject { ["from"] = JsonText.Rounded(step.MutualEnergyFrom), ["to"] = JsonText.Rounded(step.MutualEnergyTo) },
        ["ties"] = PhaseJson.Texts(step.AtFrom.Ties),
    };

    private static JsonObject Point(double voltage, PairKink kink)
    {
        var point = (JsonObject)ReactionJson.Kink(kink);
        point.Insert(0, "voltage", JsonText.Rounded(voltage));
        return point;
    }
}
