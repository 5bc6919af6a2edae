namespace Interphase.Charts;

/// <summary>Charts side by side and below each other, their plots in line, lettered a, b, c, ….</summary>
/// <param name="Title">The heading; may be empty. Markup as in <see cref="Axis"/>.</param>
/// <param name="Panels">The charts, row by row.</param>
public sealed record Figure(string Title, IReadOnlyList<Chart> Panels)
{
    /// <summary>Charts in a row, 1 or more.</summary>
    public int Columns { get; init; } = 2;

    /// <summary>False to leave out the letters.</summary>
    public bool ShowsLetters { get; init; } = true;

    /// <summary>What a reader who cannot see the picture should know; when empty, the panels' own descriptions.</summary>
    public string Description { get; init; } = "";
}
