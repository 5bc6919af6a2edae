namespace Interphase.Reports;

/// <summary>What one page tells: cells laid over one another, and what made them. It is data; <see cref="HtmlReport"/> writes the page.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Cells">The cells, at least one; with several, every chart shows them together and a table compares them.</param>
public sealed record Report(string Title, IReadOnlyList<ReportCell> Cells)
{
    /// <summary>The cells, at least one.</summary>
    public IReadOnlyList<ReportCell> Cells { get; } = Cells.Count > 0 ? Cells : throw new ArgumentException("A report has at least one cell.", nameof(Cells));

    /// <summary>When it was made; null, the default, leaves the date out, so that the same input gives the same bytes.</summary>
    public DateTimeOffset? When { get; init; }

    /// <summary>A few sentences under the heading; may be empty.</summary>
    public string Introduction { get; init; } = "";

    /// <summary>The program that made it, for the foot.</summary>
    public string Program { get; init; } = "Interphase";

    /// <summary>The version of that program; this room's unless told otherwise.</summary>
    public string Version { get; init; } = typeof(Report).Assembly.GetName().Version?.ToString(3) ?? "";

    /// <summary>Further software or data whose version matters.</summary>
    public IReadOnlyList<ReportVersion> Versions { get; init; } = [];
}
