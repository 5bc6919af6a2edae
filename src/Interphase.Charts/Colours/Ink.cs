namespace Interphase.Charts;

/// <summary>A colour that may have a second face for readers who prefer dark pages.</summary>
/// <param name="Light">The colour written into the drawing itself.</param>
/// <param name="Dark">The colour that a style sheet puts in its place on dark pages; equal to <paramref name="Light"/> when the theme is fixed.</param>
public readonly record struct Ink(Colour Light, Colour Dark)
{
    /// <summary>The same colour on every page.</summary>
    /// <param name="colour">The colour.</param>
    public static Ink Fixed(Colour colour) => new(colour, colour);
}
