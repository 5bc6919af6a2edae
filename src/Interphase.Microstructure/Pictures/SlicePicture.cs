using Interphase.Charts;

namespace Interphase.Microstructure;

/// <summary>A slice of an image. Rows run down along the first of the two axes that are left, columns to the right along the second; an arrow in the margin shows an axis along which something is driven, where it lies in the slice.</summary>
/// <param name="Image">What is drawn.</param>
/// <param name="Normal">The axis that is looked along.</param>
public sealed record SlicePicture(VoxelImage Image, Axis Normal)
{
    private const int Margin = 14, LeastSide = 384, MostSide = 1600, ArrowHead = 5;

    /// <summary>Which slice, from 0; the middle one unless said otherwise.</summary>
    public int? Slice { get; init; }

    /// <summary>The axis that the arrow shows; none unless said.</summary>
    public Axis? Driven { get; init; }

    /// <summary>The picture.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such slice.</exception>
    public PngImage ToPng()
    {
        (Axis down, Axis right) = Normal switch { Axis.X => (Axis.Y, Axis.Z), Axis.Y => (Axis.X, Axis.Z), _ => (Axis.X, Axis.Y) };
        int rows = Image.Shape[(int)down], columns = Image.Shape[(int)right], depth = Image.Shape[(int)Normal], slice = Slice ?? depth / 2;
        ArgumentOutOfRangeException.ThrowIfNegative(slice);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(slice, depth);
        // Voxels keep their proportions; small slices are magnified and large ones thinned.
        double tall = rows * Image.Spacing[down], wide = columns * Image.Spacing[right], finest = Math.Min(Image.Spacing[down], Image.Spacing[right]);
        double scale = Math.Clamp(Math.Max(1, Math.Floor(LeastSide * finest / Math.Max(tall, wide))) / finest, 0, MostSide / Math.Max(tall, wide));
        int height = Math.Max(1, (int)Math.Round(tall * scale)), width = Math.Max(1, (int)Math.Round(wide * scale)), across = width + 2 * Margin, whole = height + 2 * Margin;
        byte[] pixels = new byte[across * whole];
        int[] used = [.. Image.Phases.Select(phase => (int)phase.Label)];
        IReadOnlyList<Colour> colours = PhaseColours.Of(Image);
        // Paper and ink first, then a colour for each phase.
        Colour[] palette = [Theme.Light.Background, Theme.Light.Foreground, .. used.Select(label => colours[label])];
        if (palette.Length > 256) palette = palette[..256];
        byte[] place = new byte[256];
        for (int i = 0; i < used.Length; i++) place[used[i]] = (byte)Math.Min(255, i + 2);
        for (int y = 0; y < height; y++)
        {
            int row = Math.Min(rows - 1, (int)((long)y * rows / height));
            for (int x = 0; x < width; x++)
            {
                int column = Math.Min(columns - 1, (int)((long)x * columns / width));
                byte label = Normal switch { Axis.X => Image[slice, row, column], Axis.Y => Image[row, slice, column], _ => Image[row, column, slice] };
                pixels[(y + Margin) * across + x + Margin] = place[label];
            }
        }
        for (int x = -1; x <= width; x++) (pixels[(Margin - 1) * across + x + Margin], pixels[(Margin + height) * across + x + Margin]) = (1, 1);
        for (int y = -1; y <= height; y++) (pixels[(y + Margin) * across + Margin - 1], pixels[(y + Margin) * across + Margin + width]) = (1, 1);
        if (Driven == down)
        {
            for (int y = 0; y < height; y++) pixels[(y + Margin) * across + Margin / 2] = 1;
            for (int back = 0; back < ArrowHead; back++)
                for (int aside = -back; aside <= back; aside++) pixels[(Margin + height - 1 - back) * across + Margin / 2 + aside] = 1;
        }
        else if (Driven == right)
        {
            for (int x = 0; x < width; x++) pixels[(Margin / 2) * across + x + Margin] = 1;
            for (int back = 0; back < ArrowHead; back++)
                for (int aside = -back; aside <= back; aside++) pixels[(Margin / 2 + aside) * across + Margin + width - 1 - back] = 1;
        }
        return PngImage.Indexed(across, whole, pixels, palette);
    }
}
