using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Interphase.Cells;
using Interphase.Descriptions;

namespace Interphase.Cli;

/// <summary>The shapes that every JSON document shares; docs/json.md describes them.</summary>
internal static class JsonText
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(JsonNode document) => document.ToJsonString(Options);

    /// <summary>A number without its last, meaningless digits.</summary>
    public static double Rounded(double value) => double.Parse(value.ToString("G12"));

    /// <summary>The same of a number that may not exist: null where it is none.</summary>
    public static JsonNode? Finite(double? value) => value is { } number && double.IsFinite(number) ? Rounded(number) : null;

    /// <summary>A scalar quantity: <c>{ "value": 4.6, "unit": "mAh/cm2" }</c>; null with a reason where there is none.</summary>
    public static JsonObject Scalar(Derived figure, Measure measure) => figure.Exists
        ? new JsonObject { ["value"] = Rounded(measure.Display.FromSi(figure.Value.Value)), ["unit"] = measure.Display.Symbol }
        : new JsonObject { ["value"] = null, ["unit"] = measure.Display.Symbol, ["reason"] = figure.Reason };

    /// <summary>A number whose unit stands beside it; null where there is none.</summary>
    public static JsonNode? Bare(Derived figure, Unit unit) => figure.Exists ? Rounded(unit.FromSi(figure.Value.Value)) : null;

    /// <summary>A remark.</summary>
    public static JsonObject Of(Remark remark)
    {
        var told = new JsonObject { ["path"] = remark.Path, ["text"] = remark.Text };
        if (remark.IsWarning) told["isWarning"] = true;
        return told;
    }

    public static JsonArray Problems(Problems problems) =>
    [
        .. problems.Select(problem => (JsonNode)new JsonObject
        {
            ["file"] = problem.Place.File,
            ["line"] = problem.Place.Line,
            ["column"] = problem.Place.Column,
            ["path"] = problem.Subject,
            ["found"] = problem.Found,
            ["expected"] = problem.Expected,
            ["suggestion"] = problem.Suggestion,
        }),
    ];
}
