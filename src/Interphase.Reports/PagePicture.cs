namespace Interphase.Reports;

/// <summary>A picture of a page.</summary>
/// <param name="Svg">An SVG document.</param>
/// <param name="Caption">What it shows.</param>
public sealed record PagePicture(string Svg, string Caption);
