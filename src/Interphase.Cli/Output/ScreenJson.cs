using System.Text.Json.Nodes;
using Interphase.Thermodynamics;

namespace Interphase.Cli;

/// <summary>The document of <c>interphase screen coatings --json</c>.</summary>
internal static class ScreenJson
{
    public static JsonObject Of(CoatingScreen found, int top, PhaseSet set)
    {
        var document = new JsonObject { ["cathode"] = found.Cathode.Text, ["electrolyte"] = found.Electrolyte.Text };
        PhaseJson.AddScheme(document, found.Scheme);
        document["units"] = new JsonObject { ["voltage"] = "V", ["energy"] = "eV/atom" };
        document["low"] = found.Options.LowVoltage;
        document["high"] = found.Options.HighVoltage;
        document["bare"] = JsonText.Rounded(found.Bare.MutualEnergy);
        document["ranked"] = found.Candidates.Length;
        document["coatings"] = new JsonArray([.. found.Candidates.Take(top).Select(Candidate)]);
        document["usual"] = new JsonArray([.. found.Usual.Select(Candidate)]);
        document["missing"] = PhaseJson.Texts(found.Missing);
        document["biases"] = PhaseJson.Biases(found.Bare.Biases);
        document["remarks"] = PhaseJson.Texts(ScreenTables.Remarks(found, set));
        return document;
    }

    private static JsonNode Candidate(CoatingCandidate candidate) => new JsonObject
    {
        ["rank"] = candidate.Rank,
        ["ranked"] = candidate.IsRanked,
        ["formula"] = candidate.Entry.Name,
        ["id"] = candidate.Entry.Id,
        ["kind"] = candidate.Kind,
        ["lithium"] = candidate.HasLithium,
        ["worst"] = JsonText.Rounded(candidate.Worst),
        ["withCathode"] = JsonText.Rounded(candidate.WithCathode.MutualEnergy),
        ["withElectrolyte"] = JsonText.Rounded(candidate.WithElectrolyte.MutualEnergy),
        ["atLow"] = JsonText.Rounded(candidate.AtLowVoltage),
        ["atHigh"] = JsonText.Rounded(candidate.AtHighVoltage),
        ["energyAboveHull"] = JsonText.Rounded(candidate.EnergyAboveHull),
        ["window"] = candidate.Window.Exists ? new JsonObject { ["low"] = JsonText.Finite(candidate.Window.Low), ["high"] = JsonText.Finite(candidate.Window.High) } : null,
        ["cathodeProducts"] = PhaseJson.Products(candidate.WithCathode.Minimum.Products),
        ["electrolyteProducts"] = PhaseJson.Products(candidate.WithElectrolyte.Minimum.Products),
    };
}
