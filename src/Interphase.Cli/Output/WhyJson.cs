using System.Text.Json.Nodes;
using Interphase.Cells;

namespace Interphase.Cli;

/// <summary>The document of <c>interphase why --json</c>.</summary>
internal static class WhyJson
{
    public static JsonObject Of(Reasons reasons)
    {
        ResultDocument result = reasons.Result;
        InputEffect? any = reasons.Effects?.Unmoved;
        return new JsonObject
        {
            ["result"] = result.Path,
            ["name"] = result.Name,
            ["limitsCycle"] = result.Told.Limits > 0 ? result.Told.Limits : null,
            ["limits"] = new JsonArray([.. result.Limits.Select(part => (JsonNode)new JsonObject { ["part"] = part.Name, ["value"] = JsonText.Finite(part.Value), ["unit"] = part.Unit, ["share"] = JsonText.Finite(part.Share) })]),
            ["lossesCycle"] = result.Told.Losses > 0 ? result.Told.Losses : null,
            ["losses"] = new JsonArray([.. result.Losses.Select(part => (JsonNode)new JsonObject { ["cause"] = part.Name, ["value"] = JsonText.Finite(part.Value), ["unit"] = part.Unit, ["share"] = JsonText.Finite(part.Share) })]),
            ["gap"] = result.Losses.Count > 0 ? JsonText.Finite(result.Gap) : null,
            ["cycle"] = any?.Cycle,
            ["retention"] = JsonText.Finite(any?.Retention),
            ["firstCapacity"] = JsonText.Finite(any?.FirstCapacity / 36000),
            ["sensitivities"] = new JsonArray([.. (reasons.Effects?.Effects ?? []).SelectMany(Both)]),
            ["gains"] = new JsonArray([.. (reasons.Effects?.Trials ?? []).Select(trial => (JsonNode)new JsonObject
            {
                ["path"] = trial.Input.Path,
                ["factor"] = trial.Factor,
                ["retention"] = JsonText.Finite(trial.Retention),
                ["firstCapacity"] = JsonText.Finite(trial.FirstCapacity / 36000),
            })]),
            ["leftOut"] = new JsonArray([.. (reasons.Effects?.LeftOut ?? []).Select(each => (JsonNode)new JsonObject { ["path"] = each.Path, ["reason"] = WhyTables.Reason(each.Reason) })]),
            ["remarks"] = new JsonArray([.. reasons.Remarks.Select(remark => (JsonNode)remark)]),
        };
    }

    private static IEnumerable<JsonNode> Both(InputEffect effect) =>
    [
        new JsonObject { ["path"] = effect.Input.Path, ["output"] = "retention", ["value"] = JsonText.Finite(effect.RetentionSlope), ["unit"] = "1", ["isDifference"] = effect.IsDifference },
        new JsonObject { ["path"] = effect.Input.Path, ["output"] = "firstCapacity", ["value"] = JsonText.Finite(effect.FirstCapacitySlope / 36000), ["unit"] = ResultPart.Capacity, ["isDifference"] = effect.IsDifference },
    ];
}
