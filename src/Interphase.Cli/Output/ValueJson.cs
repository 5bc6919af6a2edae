using System.Text.Json.Nodes;
using Interphase.Descriptions;

namespace Interphase.Cli;

/// <summary>One value of a description for JSON: path, value, where it came from, and what its author said.</summary>
internal static class ValueJson
{
    public static JsonNode Of(string path, ISetting setting)
    {
        var row = new JsonObject { ["path"] = path, ["value"] = setting.Field.ToJson(setting.Content), ["from"] = setting.Origin.ToString() };
        if (setting.Annotation.Source is { } source) row["source"] = source;
        if (setting.Annotation.At is { } at) row["at"] = at;
        if (setting.Annotation.Note is { } note) row["note"] = note;
        if (Word(setting.Annotation.Bound) is { } bound) row["bound"] = bound;
        Quantity? written = setting.Content switch { Quantity own => own, Property property => property.Constant, _ => null };
        if (written is { Spread: not null } quantity) row["spread"] = JsonText.Rounded(quantity.SpreadSi / Math.Abs(quantity.Unit.DifferenceToSi(1)));
        return row;
    }

    /// <summary>A bound as files have it; null where a value is none.</summary>
    public static string? Word(Bound bound) => bound switch { Bound.Lower => "lower", Bound.Upper => "upper", _ => null };
}
