namespace Interphase.Charts;

/// <summary>Cuts a polygon to a box, one side after the other (Sutherland and Hodgman, doi:10.1145/360767.360802).</summary>
internal static class PolygonClip
{
    public static IReadOnlyList<PixelPoint> To(PixelBox box, IReadOnlyList<PixelPoint> polygon)
    {
        polygon = Side(polygon, point => point.X >= box.Left, (from, to) => AtX(from, to, box.Left));
        polygon = Side(polygon, point => point.X <= box.Right, (from, to) => AtX(from, to, box.Right));
        polygon = Side(polygon, point => point.Y >= box.Top, (from, to) => AtY(from, to, box.Top));
        return Side(polygon, point => point.Y <= box.Bottom, (from, to) => AtY(from, to, box.Bottom));
    }

    private static List<PixelPoint> Side(IReadOnlyList<PixelPoint> polygon, Func<PixelPoint, bool> inside, Func<PixelPoint, PixelPoint, PixelPoint> cut)
    {
        var kept = new List<PixelPoint>(polygon.Count + 4);
        for (var index = 0; index < polygon.Count; index++)
        {
            var from = polygon[index];
            var to = polygon[(index + 1) % polygon.Count];
            if (inside(from))
                kept.Add(from);
            if (inside(from) != inside(to))
                kept.Add(cut(from, to));
        }

        return kept;
    }

    private static PixelPoint AtX(PixelPoint from, PixelPoint to, double x) => new(x, from.Y + ((x - from.X) / (to.X - from.X) * (to.Y - from.Y)));

    private static PixelPoint AtY(PixelPoint from, PixelPoint to, double y) => new(from.X + ((y - from.Y) / (to.Y - from.Y) * (to.X - from.X)), y);
}
