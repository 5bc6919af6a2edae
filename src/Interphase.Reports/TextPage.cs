namespace Interphase.Reports;

/// <summary>A page of tables and pictures about anything but a run: what touches what, what turns into what. It is data; <see cref="HtmlReport"/> writes the page.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Sections">From the top down.</param>
public sealed record TextPage(string Title, IReadOnlyList<PageSection> Sections)
{
    /// <summary>A few sentences under the heading; may be empty.</summary>
    public string Introduction { get; init; } = "";

    /// <summary>The program that made it, for the foot.</summary>
    public string Program { get; init; } = "Interphase";

    /// <summary>The version of that program; this room's unless told otherwise.</summary>
    public string Version { get; init; } = typeof(TextPage).Assembly.GetName().Version?.ToString(3) ?? "";
}
