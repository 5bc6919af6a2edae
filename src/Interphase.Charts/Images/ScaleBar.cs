namespace Interphase.Charts;

/// <summary>Says how large a voxel is; drawn as a white bar of round length with a black rim and its length above it.</summary>
/// <param name="VoxelLength">m, &gt; 0.</param>
public sealed record ScaleBar(double VoxelLength)
{
    private const double LongestShare = 0.35;
    private const int Inset = 8;
    private const int Thickness = 4;

    /// <summary>m, &gt; 0.</summary>
    public double VoxelLength { get; } = VoxelLength is > 0 and < 1e3
        ? VoxelLength
        : throw new ArgumentOutOfRangeException(nameof(VoxelLength), VoxelLength, "A voxel is longer than nothing and shorter than a kilometre.");

    /// <summary>The round length of the bar across a picture.</summary>
    /// <param name="voxels">Voxels across the picture.</param>
    /// <returns>m; one, two or five times a power of ten.</returns>
    public double LengthAcross(double voxels)
    {
        var most = LongestShare * voxels * VoxelLength;
        var power = Math.Pow(10, Math.Floor(Math.Log10(most)));
        return power * (most / power >= 5 ? 5 : most / power >= 2 ? 2 : 1);
    }

    internal void Paint(int width, int height, int scaling, Action<int, int, bool> set)
    {
        var metres = LengthAcross(width / (double)scaling);
        var length = (int)Math.Round(metres / VoxelLength * scaling);
        var glyph = Math.Max(1, Math.Min(width, height) / 200);
        var name = Name(metres);
        var textHeight = glyph * PixelFont.Height;

        // A picture too small to carry the bar goes without it rather than be covered by it.
        if (length < 8 || height < Inset + Thickness + textHeight + 12 || width < Inset + length + 4 || width < Inset + (glyph * PixelFont.Width(name)) + 4)
            return;
        var bottom = height - Inset;
        Fill(Inset - 1, bottom - Thickness - 1, Inset + length + 1, bottom + 1, false);
        Fill(Inset, bottom - Thickness, Inset + length, bottom, true);
        var top = bottom - Thickness - 4 - textHeight;
        foreach (var (dx, dy) in new[] { (-1, 0), (1, 0), (0, -1), (0, 1), (-1, -1), (1, 1), (-1, 1), (1, -1) })
            Write(Inset + dx, top + dy, false);
        Write(Inset, top, true);

        void Fill(int left, int from, int right, int to, bool light)
        {
            for (var y = from; y < to; y++)
            {
                for (var x = left; x < right; x++)
                    set(x, y, light);
            }
        }

        void Write(int left, int from, bool light)
        {
            foreach (var (x, y) in PixelFont.Dots(name))
                Fill(left + (x * glyph), from + (y * glyph), left + ((x + 1) * glyph), from + ((y + 1) * glyph), light);
        }
    }

    private static string Name(double metres)
    {
        (double Factor, string Unit)[] units = [(1e-9, "nm"), (1e-6, "µm"), (1e-3, "mm"), (1, "m")];
        var (factor, unit) = units.LastOrDefault(candidate => metres >= 0.999 * candidate.Factor, units[0]);
        return $"{ChartText.Number(Math.Round(metres / factor, 3))} {unit}";
    }
}
