using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Interphase.Cells;

namespace Interphase.Cli;

/// <summary>What voxels show beside the closed forms, as a table and for JSON.</summary>
internal static class ComparisonTables
{
    public static void Print(ImmutableArray<FigureComparison> rows, string heading, Terminal terminal)
    {
        if (rows.IsEmpty) return;
        terminal.Heading(heading);
        terminal.Table(["figure", " voxels", " +-", " closed form", "unit", " closed form / voxels", "remark"], rows.Select(row => (string[])
        [
            row.Name, Number(row.Measure.Display.FromSi(row.Voxels)), row.Error is { } error ? Number(row.Measure.Display.FromSi(error), 2) : "",
            row.ClosedForm.Exists ? Number(row.Measure.Display.FromSi(row.ClosedForm.Value.Value)) : "-", row.Measure.Display.Symbol, row.Ratio.Exists ? Number(row.Ratio.Value.Value, 3) : "-",
            row.IsEstimate ? "an estimate in the structure too" : row.Error is null ? "one sample: no error known" : "",
        ]));
    }

    public static JsonArray Json(ImmutableArray<FigureComparison> rows) =>
    [
        .. rows.Select(row => (JsonNode)new JsonObject
        {
            ["figure"] = row.Name,
            ["unit"] = row.Measure.Display.Symbol,
            ["voxels"] = JsonText.Rounded(row.Measure.Display.FromSi(row.Voxels)),
            ["error"] = JsonText.Finite(row.Error is { } error ? row.Measure.Display.FromSi(error) : null),
            ["closedForm"] = JsonText.Bare(row.ClosedForm, row.Measure.Display),
            ["ratio"] = JsonText.Finite(row.Ratio.Value),
            ["isEstimate"] = row.IsEstimate,
        }),
    ];

    private static string Number(double value, int digits = 4) => value.ToString($"G{digits}", CultureInfo.InvariantCulture);
}
