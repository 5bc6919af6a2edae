namespace Interphase.Reports;

/// <summary>A part of a page under a heading of its own: sentences, then pictures, then tables, then items.</summary>
/// <param name="Id">Its anchor; letters only.</param>
/// <param name="Heading">The heading.</param>
public sealed record PageSection(string Id, string Heading)
{
    /// <summary>Sentences; may be empty.</summary>
    public string Text { get; init; } = "";

    /// <summary>SVG documents with a caption each.</summary>
    public IReadOnlyList<PagePicture> Pictures { get; init; } = [];

    /// <summary>The tables.</summary>
    public IReadOnlyList<PageTable> Tables { get; init; } = [];

    /// <summary>Sentences that stand as a list.</summary>
    public IReadOnlyList<string> Items { get; init; } = [];
}
