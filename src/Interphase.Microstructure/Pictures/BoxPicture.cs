using Interphase.Charts;

namespace Interphase.Microstructure;

/// <summary>An image as a box seen from a corner: the first slice along X on top, the last ones along Y and Z in front. X runs down.</summary>
/// <param name="Image">What is drawn.</param>
public sealed record BoxPicture(VoxelImage Image)
{
    private const int Side = 420, Margin = 10;
    private const double Slope = 0.5, Lean = 0.8660254037844386, LeftShade = 0.12, RightShade = 0.3;

    /// <summary>The picture.</summary>
    public PngImage ToPng()
    {
        double x = Image.Shape.X * Image.Spacing.X, y = Image.Shape.Y * Image.Spacing.Y, z = Image.Shape.Z * Image.Spacing.Z, scale = Side / Math.Max(x, Math.Max(y, z));
        (x, y, z) = (x * scale, y * scale, z * scale);
        int width = (int)Math.Ceiling(Lean * (y + z)) + 2 * Margin, height = (int)Math.Ceiling(x + Slope * (y + z)) + 2 * Margin;
        byte[] pixels = new byte[3 * width * height];
        IReadOnlyList<Colour> colours = PhaseColours.Of(Image);
        Colour paper = Theme.Light.Background, ink = Theme.Light.Foreground;
        // The corner that is farthest up and back stands so that the box fills the picture.
        double cornerX = Margin + Lean * y, cornerY = Margin;
        for (int row = 0; row < height; row++)
            for (int column = 0; column < width; column++)
            {
                double u = column + 0.5 - cornerX, v = row + 0.5 - cornerY;
                Colour colour = paper;
                // On the top, y runs down to the left and z down to the right; the sides hang from its front edges.
                double alongZ = (u / Lean + v / Slope) / 2, alongY = (v / Slope - u / Lean) / 2;
                if (alongY >= 0 && alongY < y && alongZ >= 0 && alongZ < z) colour = Of(0, alongY / y, alongZ / z, 0);
                else
                {
                    double z1 = u / Lean + y, x1 = v - Slope * (y + z1), y2 = z - u / Lean, x2 = v - Slope * (y2 + z);
                    if (z1 >= 0 && z1 < z && x1 >= 0 && x1 < x) colour = Of(x1 / x, 1, z1 / z, LeftShade);
                    else if (y2 >= 0 && y2 < y && x2 >= 0 && x2 < x) colour = Of(x2 / x, y2 / y, 1, RightShade);
                }
                int at = 3 * (row * width + column);
                (pixels[at], pixels[at + 1], pixels[at + 2]) = (colour.Red, colour.Green, colour.Blue);
            }
        return PngImage.Rgb(width, height, pixels);

        Colour Of(double a, double b, double c, double shade)
        {
            int i = Math.Min(Image.Shape.X - 1, (int)(a * Image.Shape.X)), j = Math.Min(Image.Shape.Y - 1, (int)(b * Image.Shape.Y)), k = Math.Min(Image.Shape.Z - 1, (int)(c * Image.Shape.Z));
            return colours[Image[i, j, k]].Towards(ink, shade);
        }
    }
}
