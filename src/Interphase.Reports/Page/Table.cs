using System.Text;

namespace Interphase.Reports;

/// <summary>A table of ready markup; its head and the first cell of each row are headers.</summary>
/// <param name="Caption">What it shows, escaped already.</param>
/// <param name="Head">Headers of the columns.</param>
/// <param name="Rows">Cells, as many as columns; the first names the row.</param>
internal sealed record Table(string Caption, IReadOnlyList<string> Head, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    private const int MostUnfolded = 20;

    /// <summary>Columns from here on hold numbers and are set flush right.</summary>
    public int FirstNumber { get; init; } = 1;

    /// <summary>Folded beyond a number of rows; the caption stays in sight.</summary>
    public string ToMarkup()
    {
        if (Rows.Count <= MostUnfolded)
            return $"<div class=\"scroll\">{Body($"<caption>{Caption}</caption>")}</div>\n";
        return $"<details><summary>{Caption} ({Rows.Count} rows)</summary><div class=\"scroll\">{Body($"<caption class=\"unseen\">{Caption}</caption>")}</div></details>\n";
    }

    private string Body(string caption)
    {
        var text = new StringBuilder($"<table>{caption}<thead><tr>");
        for (var column = 0; column < Head.Count; column++)
            text.Append($"<th scope=\"col\"{Class(column)}>{Head[column]}</th>");
        text.Append("</tr></thead><tbody>\n");
        foreach (var row in Rows)
        {
            text.Append($"<tr><th scope=\"row\">{row[0]}</th>");
            for (var column = 1; column < row.Count; column++)
                text.Append($"<td{Class(column)}>{row[column]}</td>");
            text.Append("</tr>\n");
        }

        return text.Append("</tbody></table>").ToString();
    }

    private string Class(int column) => column >= FirstNumber ? " class=\"n\"" : "";
}
