namespace Interphase.Charts;

/// <summary>A slice through a field: every value in its colour, transparent where it has none. Rows run from the top down.</summary>
/// <param name="Width">Voxels, 1 or more.</param>
/// <param name="Height">Voxels, 1 or more.</param>
/// <param name="Values">Row by row.</param>
/// <param name="Colours">How values become colours.</param>
public sealed record FieldImage(int Width, int Height, ReadOnlyMemory<double> Values, ColourScale Colours)
{
    /// <summary>Pixels along the side of a voxel, 1 or more.</summary>
    public int Scaling { get; init; } = 1;

    /// <summary>A bar of round length in the lower left corner; null, the default, for none.</summary>
    public ScaleBar? ScaleBar { get; init; }

    /// <summary>The slice as a picture.</summary>
    /// <exception cref="ArgumentException">The sizes do not fit.</exception>
    public PngImage ToPng()
    {
        var values = Magnified.Copy(Width, Height, Values.Span, Scaling);
        var (width, height) = (Width * Scaling, Height * Scaling);
        var pixels = new byte[4 * values.Length];
        for (var index = 0; index < values.Length; index++)
        {
            if (Colours.Of(values[index]) is { } colour)
                Set(pixels, index, colour);
        }

        ScaleBar?.Paint(width, height, Scaling, (x, y, light) => Set(pixels, (y * width) + x, light ? new(255, 255, 255) : new(0, 0, 0)));
        return PngImage.Rgba(width, height, pixels);
    }

    private static void Set(byte[] pixels, int index, Colour colour) =>
        (pixels[4 * index], pixels[(4 * index) + 1], pixels[(4 * index) + 2], pixels[(4 * index) + 3]) = (colour.Red, colour.Green, colour.Blue, 255);
}
