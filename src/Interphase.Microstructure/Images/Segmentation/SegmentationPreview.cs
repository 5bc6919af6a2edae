using Interphase.Charts;

namespace Interphase.Microstructure;

/// <summary>A picture to judge thresholds by: a slice in grey, the same slice in the colours of its classes, and below the histogram with the thresholds.</summary>
/// <param name="Image">What was cut.</param>
/// <param name="Cut">Where.</param>
public sealed record SegmentationPreview(GreyImage Image, Thresholds Cut)
{
    private const int Gap = 8, HistogramHeight = 120, LeastSide = 256, MostSide = 1024, MostScaling = 8, Bins = 256;

    private static readonly Colour Paper = Theme.Light.Background, Line = Theme.Light.Foreground;

    /// <summary>The axis that is looked along; pages unless said otherwise.</summary>
    public Axis Normal { get; init; } = Axis.X;

    /// <summary>Which slice, from 0; the middle one unless said otherwise.</summary>
    public int? Slice { get; init; }

    /// <summary>The picture.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such slice.</exception>
    public PngImage ToPng()
    {
        (int rows, int columns, int depth) = Normal switch
        {
            Axis.X => (Image.Shape.Y, Image.Shape.Z, Image.Shape.X),
            Axis.Y => (Image.Shape.X, Image.Shape.Z, Image.Shape.Y),
            _ => (Image.Shape.X, Image.Shape.Y, Image.Shape.Z),
        };
        int slice = Slice ?? depth / 2;
        ArgumentOutOfRangeException.ThrowIfNegative(slice);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(slice, depth);

        // Small slices are magnified, large ones thinned, so that the picture fits a screen.
        int longest = Math.Max(rows, columns), scaling = Math.Clamp(LeastSide / longest, 1, MostScaling), step = (longest + MostSide - 1) / MostSide;
        int wide = Math.Max(1, columns / step) * scaling, high = Math.Max(1, rows / step) * scaling;
        int width = Math.Max(2 * wide + 3 * Gap, Bins + 2 * Gap), height = high + HistogramHeight + 3 * Gap;
        byte[] pixels = new byte[3 * width * height];
        for (int i = 0; i < width * height; i++) Set(pixels, i, Paper);

        int lowest = Image.Lowest, range = Math.Max(1, Image.Highest - lowest);
        for (int row = 0; row < high; row++)
        {
            for (int column = 0; column < wide; column++)
            {
                int a = row / scaling * step, b = column / scaling * step;
                int value = Normal switch { Axis.X => Image[slice, a, b], Axis.Y => Image[a, slice, b], _ => Image[a, b, slice] };
                byte grey = (byte)(255 * (value - lowest) / range);
                int at = (Gap + row) * width + Gap + column;
                Set(pixels, at, new Colour(grey, grey, grey));
                Set(pixels, at + wide + Gap, ColourOf(Class(value)));
            }
        }
        Histogram(pixels, width, high + 2 * Gap, lowest, range);
        return PngImage.Rgb(width, height, pixels);
    }

    // Bars stand for equal parts of the range, their heights for the roots of counts: a thin phase stays visible beside a thick one.
    private void Histogram(byte[] pixels, int width, int top, int lowest, int range)
    {
        int across = width - 2 * Gap;
        double[] bars = new double[across];
        int[] values = new int[across];
        for (int bar = 0; bar < across; bar++) values[bar] = lowest + (int)((long)bar * (range + 1) / across);
        for (int value = lowest; value <= lowest + range && value < Image.Histogram.Length; value++)
        {
            int from = (int)((long)(value - lowest) * across / (range + 1)), to = Math.Max(from + 1, (int)((long)(value - lowest + 1) * across / (range + 1)));
            bool isShared = range + 1 > across;
            for (int bar = from; bar < Math.Min(to, across); bar++) bars[bar] = isShared ? bars[bar] + Image.Histogram[value] : Image.Histogram[value];
        }
        double most = Math.Sqrt(bars.Max());
        for (int bar = 0; bar < across; bar++)
        {
            int filled = (int)Math.Round(Math.Sqrt(bars[bar]) / most * (HistogramHeight - 1));
            for (int i = 0; i < filled; i++) Set(pixels, (top + HistogramHeight - 1 - i) * width + Gap + bar, ColourOf(Class(values[bar])));
        }
        foreach (int threshold in Cut.Values)
        {
            int bar = (int)((long)(threshold - lowest) * across / (range + 1));
            if (bar < 0 || bar >= across) continue;
            for (int i = 0; i < HistogramHeight; i++) Set(pixels, (top + i) * width + Gap + bar, Line);
        }
    }

    private int Class(int value)
    {
        int label = 0;
        while (label < Cut.Values.Length && Cut.Values[label] <= value) label++;
        return label;
    }

    private static Colour ColourOf(int label) => Theme.Light.Palette[label % Theme.Light.Palette.Count];

    private static void Set(byte[] pixels, int at, Colour colour) => (pixels[3 * at], pixels[3 * at + 1], pixels[3 * at + 2]) = (colour.Red, colour.Green, colour.Blue);
}
