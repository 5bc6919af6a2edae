namespace Interphase.Charts;

/// <summary>A slice through labelled voxels: one flat colour a label. Rows run from the top down.</summary>
/// <param name="Width">Voxels, 1 or more.</param>
/// <param name="Height">Voxels, 1 or more.</param>
/// <param name="Labels">Row by row, each a place in the palette.</param>
/// <param name="Palette">The colour of each label, 254 at most.</param>
public sealed record LabelImage(int Width, int Height, ReadOnlyMemory<byte> Labels, IReadOnlyList<Colour> Palette)
{
    private const int MostLabels = 254;

    /// <summary>Pixels along the side of a voxel, 1 or more.</summary>
    public int Scaling { get; init; } = 1;

    /// <summary>A bar of round length in the lower left corner; null, the default, for none.</summary>
    public ScaleBar? ScaleBar { get; init; }

    /// <summary>The slice as a picture.</summary>
    /// <exception cref="ArgumentException">The sizes do not fit, or a label has no colour.</exception>
    public PngImage ToPng()
    {
        if (Palette.Count > MostLabels)
            throw new ArgumentException($"A slice has {MostLabels} labels at most, not {Palette.Count}.");
        var pixels = Magnified.Copy(Width, Height, Labels.Span, Scaling);
        var (width, height) = (Width * Scaling, Height * Scaling);
        var dark = (byte)Palette.Count;
        ScaleBar?.Paint(width, height, Scaling, (x, y, light) => pixels[(y * width) + x] = (byte)(light ? dark + 1 : dark));
        return PngImage.Indexed(width, height, pixels, ScaleBar is null ? Palette : [.. Palette, new(0, 0, 0), new(255, 255, 255)]);
    }
}
