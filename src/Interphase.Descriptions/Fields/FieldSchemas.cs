using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Interphase.Descriptions;

/// <summary>Pieces of JSON Schema that fields share.</summary>
internal static class FieldSchemas
{
    public static JsonObject Quantity(ImmutableArray<Measure> measures, ImmutableArray<QuantityRange> ranges)
    {
        bool bare = measures.Any(measure => measure.MayBeBare);
        string range = string.Join(" or ", ranges.Select((range, i) => $"{measures[i].Name}, {range.Lowest} to {range.Highest}"));
        var schema = new JsonObject
        {
            ["type"] = bare ? new JsonArray("number", "string") : "string",
            ["description"] = char.ToUpper(range[0], CultureInfo.InvariantCulture) + range[1..],
        };
        if (!bare) schema["pattern"] = "[0-9C]";
        return schema;
    }
}
