namespace Interphase.Charts;

/// <summary>Paints a rectangle of the plot dot by dot, one dot a pixel.</summary>
internal static class Raster
{
    public static void Draw(Canvas canvas, PixelBox box, Func<double, double, Colour?> colour)
    {
        var seen = box.Within(canvas.Plot);
        var (width, height) = ((int)Math.Round(seen.Width), (int)Math.Round(seen.Height));
        if (width < 1 || height < 1)
            return;
        var pixels = new byte[width * height * 4];
        for (var row = 0; row < height; row++)
        {
            for (var column = 0; column < width; column++)
            {
                var at = new PixelPoint(seen.Left + ((column + 0.5) * seen.Width / width), seen.Top + ((row + 0.5) * seen.Height / height));
                if (colour(at.X, at.Y) is not { } dot)
                    continue;
                ReadOnlySpan<byte> channels = [dot.Red, dot.Green, dot.Blue, 255];
                channels.CopyTo(pixels.AsSpan(4 * ((row * width) + column)));
            }
        }

        canvas.Image(seen, PngImage.Rgba(width, height, pixels));
    }

    /// <summary>The interval of monotone borders, rising or falling, that holds a place; -1 for none.</summary>
    public static int Interval(double[] borders, double place)
    {
        var rises = borders[^1] > borders[0];
        int low = 0, high = borders.Length - 1;
        if (!(rises ? place >= borders[0] && place <= borders[^1] : place <= borders[0] && place >= borders[^1]))
            return -1;
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            if (rises == place >= borders[middle])
                low = middle;
            else
                high = middle;
        }

        return low;
    }
}
