namespace Interphase.Reports;

/// <summary>What results stand on, and where the cells differ in it.</summary>
internal static class ProvenanceTables
{
    private static readonly string[] Head = ["Path", "Value", "Origin", "Source"];

    public static string Of(Overlay overlay, ReportCell cell) => new Table(
        overlay.IsSingle ? "Values that the result stands on" : $"Values that {Markup.Text(cell.Name)} stands on", Head,
        [.. cell.Provenance.Select(row => (IReadOnlyList<string>)[$"<code>{Markup.Text(row.Path)}</code>", Markup.Text(row.Value), Markup.Text(row.Origin), Markup.Text(row.Source)])])
    {
        FirstNumber = Head.Length,
    }.ToMarkup();

    /// <summary>The paths whose value is not the same in all cells; empty where there are none.</summary>
    public static string Differences(Overlay overlay)
    {
        if (overlay.IsSingle || overlay.Cells.Any(cell => cell.Cell.Provenance.Count == 0))
            return "";
        var values = overlay.Cells.Select(cell => cell.Cell.Provenance.GroupBy(row => row.Path).ToDictionary(rows => rows.Key, rows => rows.Last().Value, StringComparer.Ordinal)).ToList();
        var paths = overlay.Cells.SelectMany(cell => cell.Cell.Provenance.Select(row => row.Path)).Distinct(StringComparer.Ordinal)
            .Where(path => values.Select(told => told.GetValueOrDefault(path)).Distinct(StringComparer.Ordinal).Count() > 1).ToList();
        if (paths.Count == 0)
            return "";
        return new Table(
            "Where the cells differ", ["Path", .. overlay.Cells.Select(cell => Markup.Text(cell.Cell.Name))],
            [.. paths.Select(path => (IReadOnlyList<string>)[$"<code>{Markup.Text(path)}</code>", .. values.Select(told => told.TryGetValue(path, out var value) ? Markup.Text(value) : "–")])])
        {
            FirstNumber = overlay.Cells.Count + 1,
        }.ToMarkup();
    }
}
