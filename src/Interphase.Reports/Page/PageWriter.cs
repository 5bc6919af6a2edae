using System.Globalization;
using System.Text;

namespace Interphase.Reports;

/// <summary>Writes the page from the top down.</summary>
internal sealed class PageWriter
{
    private readonly Overlay overlay;
    private readonly List<PagePart> sections = [];

    private PageWriter(Overlay overlay) => this.overlay = overlay;

    public static string Write(Report report)
    {
        var page = new PageWriter(new(report));
        page.Collect();
        var when = report.When?.ToString("d MMMM yyyy, HH:mm zzz", CultureInfo.InvariantCulture) ?? "";
        return PageFrame.Write(report.Title, when, report.Introduction, $"{report.Program} {report.Version}".Trim(), page.sections);
    }

    private void Collect()
    {
        Section("summary", "Summary", overlay.IsSingle ? Cards() : Comparison(), Figures(), ProvenanceTables.Differences(overlay), Remarks());
        Section("voltage", "Voltage and capacity", Pictures(VoltageCharts.AgainstCapacity(overlay).Concat(VoltageCharts.Slopes(overlay))));
        Section("cycles", "Cycles", Pictures(CycleCharts.Of(overlay).Concat(CycleCharts.Rates(overlay))));
        Section("losses", "Losses", [.. overlay.Cells.Select(Losses)]);
        Section("life", "Ageing", Pictures(overlay.Cells.Select(cell => LifeCharts.Of(overlay, cell)).OfType<Picture>()));
        Section("impedance", "Impedance", Pictures(SpectrumCharts.Of(overlay)));
        Section("course", "Over time", Pictures(CourseCharts.Of(overlay)));
        Section("table", "Cycle by cycle", [.. overlay.Cells.Where(cell => cell.Cycles.Count > 0).Select(cell => CycleTables.Of(overlay, cell))]);
        Section("provenance", "What this stands on", [.. overlay.Cells.Select(Provenance), Versions()]);
    }

    private void Section(string id, string heading, params string[] parts)
    {
        var content = string.Concat(parts);
        if (content.Length > 0)
            sections.Add(new(id, heading, content));
    }

    private static string Pictures(IEnumerable<Picture> pictures)
    {
        var figures = string.Concat(pictures.Select(Figure));
        return figures.Length > 0 ? $"<div class=\"charts\">\n{figures}</div>\n" : "";
    }

    private static string Figure(Picture picture) =>
        $"<figure{(picture.IsWide ? " class=\"wide\"" : "")}><div class=\"scroll\">{picture.Svg.TrimEnd()}</div><figcaption>{Markup.Text(picture.Caption)}</figcaption></figure>\n";

    private string Cards()
    {
        var cell = overlay.Cells[0];
        var cards = new StringBuilder("<dl class=\"cards\">\n");
        foreach (var figure in Summary.Of(overlay, cell))
            cards.Append($"<div><dt>{Markup.Text(figure.Name)}</dt><dd>{Valued(figure)}</dd>{(figure.Remark.Length > 0 ? $"<dd class=\"remark\">{Markup.Text(figure.Remark)}</dd>" : "")}</div>\n");
        if (cell.Cell.Exit.Length > 0)
            cards.Append($"<div class=\"words\"><dt>The run ended</dt><dd>{Markup.Text(cell.Cell.Exit)}</dd></div>\n");
        return cards.Append("</dl>\n").ToString();
    }

    private string Comparison()
    {
        var figures = overlay.Cells.Select(cell => Summary.Of(overlay, cell)).ToList();
        List<IReadOnlyList<string>> rows = [.. figures[0].Select((figure, place) => (figure, Values: figures.Select(of => of[place].Value).ToList())).Where(row => row.Values.Exists(value => value is not null)).Select(row => Compared(row.figure, row.Values))];
        if (overlay.Cells.Any(cell => cell.Cell.Exit.Length > 0))
            rows.Add(["The run ended", "", .. overlay.Cells.Select(cell => cell.Cell.Exit.Length > 0 ? Markup.Text(cell.Cell.Exit) : "–")]);
        return new Table("The cells side by side", ["", "Unit", .. overlay.Cells.Select(cell => Markup.Text(cell.Cell.Name))], rows) { FirstNumber = 2 }.ToMarkup();
    }

    private static IReadOnlyList<string> Compared(KeyFigure figure, IReadOnlyList<double?> values)
    {
        var remark = figure.Remark is "first charge" or "first discharge" ? $" <small>{figure.Remark}</small>" : "";
        return [Markup.Text(figure.Name) + remark, Markup.Unit(figure.Unit), .. Numbers.Aligned(values)];
    }

    private string Figures()
    {
        if (overlay.Cells.All(cell => cell.Cell.Figures.Count == 0))
            return "";
        if (!overlay.IsSingle)
        {
            var keys = overlay.Cells.SelectMany(cell => cell.Cell.Figures).Select(figure => (figure.Name, figure.Unit)).Distinct().ToList();
            return new Table("Key figures", ["", "Unit", .. overlay.Cells.Select(cell => Markup.Text(cell.Cell.Name))], [.. keys.Select(key => (IReadOnlyList<string>)
            [
                Markup.Text(key.Name), Markup.Unit(key.Unit),
                .. overlay.Cells.Select(cell => cell.Cell.Figures.LastOrDefault(figure => (figure.Name, figure.Unit) == key) is { } figure ? Compact(figure) : "–"),
            ])])
            {
                FirstNumber = 2,
            }.ToMarkup();
        }

        return new Table("Key figures", ["", "Value", "Remark"], [.. overlay.Cells[0].Cell.Figures.Select(figure => (IReadOnlyList<string>)[Markup.Text(figure.Name), Valued(figure), Markup.Text(figure.Remark)])])
        {
            FirstNumber = 3,
        }.ToMarkup();
    }

    private static string Valued(KeyFigure figure) => figure.Value is { } value && double.IsFinite(value)
        ? $"{Numbers.Markup(value)}{(figure.Unit.Length > 0 ? $"\u00a0<span class=\"unit\">{Markup.Unit(figure.Unit)}</span>" : "")}"
        : "–";

    private static string Compact(KeyFigure figure) =>
        (figure.Value is { } value ? Numbers.Markup(value) : "–") + (figure.Remark.Length > 0 ? $" <small>{Markup.Text(figure.Remark)}</small>" : "");

    private string Remarks()
    {
        var remarks = overlay.Cells.SelectMany(cell => cell.Cell.Remarks.Select(remark => overlay.IsSingle ? remark : $"{cell.Cell.Name}: {remark}")).ToList();
        return remarks.Count == 0 ? "" : $"<aside class=\"remarks\"><h3>To be kept in mind</h3>{Items(remarks)}</aside>\n";
    }

    private string Losses(CellCurves cell)
    {
        if (LossCharts.Of(overlay, cell) is not { } picture)
            return "";
        var shares = LossShares.Of(cell.Cell.Losses!);
        var table = new Table(
            $"Mean over the {Markup.Text(cell.Cell.Losses!.Step)}{(overlay.IsSingle ? "" : $" of {Markup.Text(cell.Cell.Name)}")}",
            ["Part", "Mean, mV", "Largest, mV", "Share of all, %"],
            [.. shares.Select(share => (IReadOnlyList<string>)[Markup.Text(share.Name), Numbers.Fixed(1000 * share.Mean, 2), Numbers.Fixed(1000 * share.Extreme, 2), Numbers.Fixed(100 * share.Share, 1)])]).ToMarkup();
        return Pictures([picture]) + table;
    }

    private string Provenance(CellCurves cell)
    {
        var parts = new StringBuilder();
        var told = cell.Cell;
        if (told.Protocol.Count > 0)
            parts.Append($"<h4>Protocol</h4><ol>{string.Concat(told.Protocol.Select(sentence => $"<li>{Markup.Text(sentence)}</li>"))}</ol>\n");
        if (told.Inputs.Count > 0)
        {
            parts.Append(new Table("Files that were read", ["File", "Hash"], [.. told.Inputs.Select(input => (IReadOnlyList<string>)[Markup.Text(input.Name), $"<code class=\"hash\">{Markup.Text(input.Hash)}</code>"])])
            {
                FirstNumber = 2,
            }.ToMarkup());
        }

        if (told.Provenance.Count > 0)
            parts.Append(ProvenanceTables.Of(overlay, told));
        if (told.Series.Source.Length > 0)
            parts.Append($"<p>Recording: {Markup.Text(told.Series.Name)}, from {Markup.Text(told.Series.Source)}; {told.Series.Rows.ToString(CultureInfo.InvariantCulture)} rows.</p>\n");
        if (parts.Length == 0)
            return "";
        return $"<h3>{Markup.Text(told.Name)}</h3>\n{parts}";
    }

    private string Versions()
    {
        var report = overlay.Report;
        if (report.Versions.Count == 0)
            return "";
        List<ReportVersion> versions = [new(report.Program, report.Version), .. report.Versions];
        return new Table("Versions", ["", "Version"], [.. versions.Select(version => (IReadOnlyList<string>)[Markup.Text(version.Name), Markup.Text(version.Version)])]) { FirstNumber = 2 }.ToMarkup();
    }

    private static string Items(IEnumerable<string> items) => $"<ul>{string.Concat(items.Select(item => $"<li>{Markup.Text(item)}</li>"))}</ul>";
}
