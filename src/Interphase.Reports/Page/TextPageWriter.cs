using System.Text;

namespace Interphase.Reports;

/// <summary>Writes a page of tables and pictures.</summary>
internal static class TextPageWriter
{
    public static string Write(TextPage page) =>
        PageFrame.Write(page.Title, "", page.Introduction, $"{page.Program} {page.Version}".Trim(), [.. page.Sections.Select(section => new PagePart(section.Id, Markup.Text(section.Heading), Content(section)))]);

    private static string Content(PageSection section)
    {
        var text = new StringBuilder();
        if (section.Text.Length > 0)
            text.Append($"<p>{Markup.Text(section.Text)}</p>\n");
        if (section.Pictures.Count > 0)
        {
            text.Append("<div class=\"charts\">\n");
            foreach (var picture in section.Pictures)
                text.Append($"<figure class=\"wide\"><div class=\"scroll\">{picture.Svg.TrimEnd()}</div><figcaption>{Markup.Text(picture.Caption)}</figcaption></figure>\n");
            text.Append("</div>\n");
        }

        foreach (var table in section.Tables)
            text.Append(Table(table));
        if (section.Items.Count > 0)
            text.Append($"<ul>{string.Concat(section.Items.Select(item => $"<li>{Markup.Text(item)}</li>"))}</ul>\n");
        return text.ToString();
    }

    // Never folded: it is made to be printed.
    private static string Table(PageTable table)
    {
        var text = new StringBuilder($"<div class=\"scroll\"><table><caption>{Markup.Text(table.Caption)}</caption><thead><tr>");
        for (var column = 0; column < table.Head.Count; column++)
            text.Append($"<th scope=\"col\"{Class(table, column)}>{Markup.Text(table.Head[column].Trim())}</th>");
        text.Append("</tr></thead><tbody>\n");
        foreach (var row in table.Rows)
        {
            text.Append("<tr>");
            for (var column = 0; column < row.Count; column++)
            {
                var cell = table.Formulas.Contains(column) ? Markup.Formula(row[column]) : Markup.Text(row[column]);
                text.Append(column == 0 ? $"<th scope=\"row\">{cell}</th>" : $"<td{Class(table, column)}>{cell}</td>");
            }

            text.Append("</tr>\n");
        }

        return text.Append("</tbody></table></div>\n").ToString();
    }

    private static string Class(PageTable table, int column) => table.Head[column].StartsWith(' ') ? " class=\"n\"" : "";
}
