using System.Text.Json.Nodes;
using Interphase.Thermodynamics;

namespace Interphase.Cli;

/// <summary>The document of <c>interphase stability --json</c>.</summary>
internal static class StabilityJson
{
    public static JsonObject Of(Stability found, IEnumerable<Stability> others, PhaseSet set)
    {
        JsonObject document = Energies(found);
        document["units"] = new JsonObject { ["energy"] = "eV/atom", ["chemicalPotentials"] = "eV/atom" };
        document["chemicalPotentials"] = new JsonObject(found.ChemicalPotentials.OrderBy(part => part.Key, StringComparer.Ordinal).Select(part => KeyValuePair.Create(part.Key, (JsonNode?)JsonText.Rounded(part.Value))));
        document["alternatives"] = new JsonArray([.. others.Select(Energies)]);
        document["biases"] = PhaseJson.Biases(found.Biases);
        document["remarks"] = PhaseJson.Texts(StabilityTables.Remarks(found, set));
        return document;
    }

    private static JsonObject Energies(Stability found)
    {
        var document = new JsonObject { ["formula"] = found.Formula.Text };
        PhaseJson.AddScheme(document, found.Scheme);
        document["entry"] = found.Entry is { } entry ? new JsonObject { ["formula"] = entry.Name, ["id"] = entry.Id, ["formationEnergy"] = JsonText.Rounded(entry.FormationEnergy) } : null;
        if (found.Entry is null) document["reason"] = "the set has no phase of this composition";
        document["nearest"] = found.Nearest;
        document["stable"] = found.Entry is null ? null : found.IsStable;
        document["hullEnergy"] = JsonText.Rounded(found.HullEnergy);
        document["energyAboveHull"] = JsonText.Finite(found.EnergyAboveHull);
        document["decompositionEnergy"] = JsonText.Finite(found.DecompositionEnergy);
        document["products"] = PhaseJson.Products(found.Decomposition.Products);
        document["decomposition"] = found.Decomposition.InWholeNumbers().ToString();
        document["competition"] = found.Competition?.InWholeNumbers().ToString();
        document["ties"] = PhaseJson.Texts(found.Ties);
        return document;
    }
}
