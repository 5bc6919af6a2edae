namespace Interphase.Reports;

/// <summary>A section of a page as markup.</summary>
/// <param name="Id">Its anchor.</param>
/// <param name="Heading">Its heading.</param>
/// <param name="Content">What it holds.</param>
internal sealed record PagePart(string Id, string Heading, string Content);
