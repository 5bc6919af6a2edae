namespace Interphase.Charts;

/// <summary>
/// Takes from a line the points that no pixel can show. Of consecutive points in one pixel column the first, the lowest, the highest and the last stay,
/// in their order: peaks survive, and the line that is drawn covers the same pixels.
/// </summary>
internal static class Thinning
{
    public static List<PixelPoint> Columns(IReadOnlyList<PixelPoint> points)
    {
        var kept = new List<PixelPoint>();
        for (var start = 0; start < points.Count;)
        {
            var end = start + 1;
            while (end < points.Count && Math.Floor(points[end].X) == Math.Floor(points[start].X))
                end++;
            Keep(points, start, end, kept);
            start = end;
        }

        return kept;
    }

    private static void Keep(IReadOnlyList<PixelPoint> points, int start, int end, List<PixelPoint> kept)
    {
        int lowest = start, highest = start;
        for (var index = start; index < end; index++)
        {
            if (points[index].Y < points[lowest].Y)
                lowest = index;
            if (points[index].Y > points[highest].Y)
                highest = index;
        }

        for (var index = start; index < end; index++)
        {
            if (end - start <= 4 || index == start || index == end - 1 || index == lowest || index == highest)
                kept.Add(points[index]);
        }
    }
}
