using System.Text.Json.Nodes;
using Interphase.Thermodynamics;

namespace Interphase.Cli;

/// <summary>The document of <c>interphase window --json</c>.</summary>
internal static class WindowJson
{
    public static JsonObject Of(WindowAnswer answer)
    {
        JsonObject document = Window(answer.Window);
        document["units"] = new JsonObject { ["voltage"] = "V", ["lithium"] = "per formula unit", ["energy"] = "eV per formula unit", ["energyAboveHull"] = "eV/atom" };
        document["entry"] = answer.Window.Entry?.Id;
        document["nearest"] = answer.Window.Nearest;
        document["energyAboveHull"] = JsonText.Finite(answer.Window.EnergyAboveHull);
        document["steps"] = new JsonArray([.. answer.Window.Steps.Select(Step)]);
        document["alternatives"] = new JsonArray([.. answer.Alternatives.Select(Window)]);
        document["practical"] = answer.Practical is { } practical
            ? new JsonObject { ["material"] = practical.Material, ["reduction"] = Limit(practical.Reduction), ["oxidation"] = Limit(practical.Oxidation) }
            : null;
        document["topotactic"] = new JsonArray([.. answer.Topotactic.Select(Topotactic)]);
        document["biases"] = PhaseJson.Biases(answer.Window.Biases);
        document["remarks"] = PhaseJson.Texts(answer.Remarks);
        return document;
    }

    private static JsonObject Window(ElectrochemicalWindow window)
    {
        var document = new JsonObject { ["formula"] = window.Formula.Text };
        PhaseJson.AddScheme(document, window.Scheme);
        document["window"] = window.Exists ? new JsonObject { ["low"] = JsonText.Finite(window.Low), ["high"] = JsonText.Finite(window.High) } : null;
        if (!window.Exists) document["reason"] = window.Reason;
        return document;
    }

    private static JsonNode Step(WindowStep step) => new JsonObject
    {
        ["from"] = JsonText.Rounded(step.From),
        ["to"] = JsonText.Finite(step.To),
        ["lithium"] = PhaseJson.Number(step.Lithium),
        ["products"] = PhaseJson.Products(step.Products),
        ["energy"] = JsonText.Rounded(step.Energy),
        ["reaction"] = step.Reaction.InWholeNumbers().ToString(),
        ["ties"] = PhaseJson.Texts(step.Ties),
    };

    private static JsonObject? Limit(PracticalLimit? limit) => limit is null ? null : new JsonObject
    {
        ["voltage"] = JsonText.Rounded(limit.Voltage),
        ["bound"] = ValueJson.Word(limit.Bound),
        ["at"] = limit.At,
        ["note"] = limit.Note,
        ["source"] = limit.SourceKey,
        ["doi"] = limit.Source?.Doi,
    };

    private static JsonNode Topotactic(TopotacticVoltage pair) => new JsonObject
    {
        ["lithiated"] = pair.Lithiated.Name,
        ["delithiated"] = pair.Delithiated.Name,
        ["voltage"] = JsonText.Rounded(pair.Voltage),
        ["lithium"] = PhaseJson.Number(pair.Lithium),
        ["reaction"] = pair.Reaction.InWholeNumbers().ToString(),
    };
}
