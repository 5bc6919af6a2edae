using System.Text.Json.Nodes;
using Interphase.Cells;

namespace Interphase.Cli;

/// <summary>The document of <c>interphase stack --json</c>.</summary>
internal static class StackJson
{
    public static JsonObject Of(string file, CellInterfaces found)
    {
        var document = new JsonObject { ["file"] = file, ["name"] = found.Name };
        PhaseJson.AddScheme(document, found.Scheme);
        document["units"] = ReactionJson.Units(open: true);
        document["contacts"] = new JsonArray([.. found.Contacts.Select(Contact)]);
        document["alone"] = new JsonArray([.. found.Exposures.Select(Exposure)]);
        document["biases"] = PhaseJson.Biases(found.Biases);
        document["remarks"] = PhaseJson.Texts(found.Remarks);
        return document;
    }

    private static JsonNode Contact(CellContact contact) => new JsonObject
    {
        ["where"] = contact.Where,
        ["a"] = Solid(contact.A),
        ["b"] = Solid(contact.B),
        ["mutualEnergy"] = JsonText.Rounded(contact.Worst.MutualEnergy),
        ["worst"] = contact.Worst.Name,
        ["states"] = new JsonArray([.. contact.States.Select(State)]),
    };

    private static JsonNode State(ContactState state)
    {
        var document = (JsonObject)ReactionJson.Kink(state.Reaction.Minimum);
        document["mutualEnergy"] = JsonText.Rounded(state.MutualEnergy);
        document.Insert(0, "state", state.Name);
        document.Insert(1, "voltage", JsonText.Finite(state.Voltage));
        document.Insert(2, "a", state.Reaction.A.Text);
        document.Insert(3, "b", state.Reaction.B.Text);
        return document;
    }

    private static JsonNode Exposure(CellExposure exposure) => new JsonObject
    {
        ["where"] = exposure.Where,
        ["solid"] = Solid(exposure.Solid),
        ["lowest"] = JsonText.Rounded(exposure.Lowest),
        ["highest"] = JsonText.Rounded(exposure.Highest),
        ["window"] = exposure.Window.Exists ? new JsonObject { ["low"] = JsonText.Finite(exposure.Window.Low), ["high"] = JsonText.Finite(exposure.Window.High) } : null,
        ["voltage"] = JsonText.Rounded(exposure.Voltage),
        ["energy"] = JsonText.Rounded(exposure.Energy),
        ["lithium"] = PhaseJson.Number(exposure.Step.Lithium),
        ["products"] = PhaseJson.Products(exposure.Step.Products),
    };

    private static JsonObject Solid(CellSolid solid) => new JsonObject { ["path"] = solid.Path, ["material"] = solid.Material, ["formula"] = solid.Formula?.Text };
}
