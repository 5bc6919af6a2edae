namespace Interphase.Charts;

/// <summary>The colour types of a PNG file, by their numbers in it.</summary>
internal enum PngColour : byte
{
    Greyscale = 0,
    Rgb = 2,
    Indexed = 3,
    Rgba = 6,
}
