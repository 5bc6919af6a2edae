namespace Interphase.Charts;

/// <summary>Draws the shapes of points, all of about the same area.</summary>
internal static class MarkerPainter
{
    public static void Paint(SvgWriter writer, PixelPoint at, Marker marker, Ink ink, double size)
    {
        switch (marker)
        {
            case Marker.Circle:
                writer.Circle(at, size, ink, null);
                break;
            case Marker.Ring:
                writer.Circle(at, size * 0.95, null, new(ink, 1.4));
                break;
            case Marker.Square:
                var half = 0.9 * size;
                writer.Box(new(at.X - half, at.Y - half, at.X + half, at.Y + half), ink, 1, null);
                break;
            case Marker.Triangle:
                Polygon(writer, ink, new(at.X, at.Y - (1.3 * size)), new(at.X + (1.15 * size), at.Y + (0.75 * size)), new(at.X - (1.15 * size), at.Y + (0.75 * size)));
                break;
            case Marker.Diamond:
                var reach = 1.3 * size;
                Polygon(writer, ink, new(at.X, at.Y - reach), new(at.X + reach, at.Y), new(at.X, at.Y + reach), new(at.X - reach, at.Y));
                break;
            default:
                var arm = 0.9 * size;
                var (left, right, top, bottom) = (SvgWriter.Number(at.X - arm), SvgWriter.Number(at.X + arm), SvgWriter.Number(at.Y - arm), SvgWriter.Number(at.Y + arm));
                writer.Path($"M{left} {top}L{right} {bottom}M{left} {bottom}L{right} {top}", null, 1, new(ink, 1.6));
                break;
        }
    }

    private static void Polygon(SvgWriter writer, Ink ink, params PixelPoint[] corners) =>
        writer.Path("M" + string.Join('L', corners.Select(corner => $"{SvgWriter.Number(corner.X)} {SvgWriter.Number(corner.Y)}")) + "Z", ink, 1, null);
}
