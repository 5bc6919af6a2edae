using System.Text;

namespace Interphase.Charts;

/// <summary>Slanting lines across what lies between two lines.</summary>
internal static class Hatching
{
    private const double Apart = 9;

    /// <summary>The path of the lines, clipped to a rectangle; empty for none.</summary>
    /// <param name="upper">One rim, its places rising.</param>
    /// <param name="lower">The other, at the same places.</param>
    /// <param name="within">The rectangle.</param>
    /// <param name="hatch">Which way the lines slant.</param>
    public static string Path(IReadOnlyList<PixelPoint> upper, IReadOnlyList<PixelPoint> lower, PixelBox within, Hatch hatch)
    {
        if (hatch == Hatch.None || upper.Count < 2)
            return "";
        var slope = hatch == Hatch.Rising ? -1 : 1;
        var path = new StringBuilder();
        int columns = (int)Math.Floor(Math.Min(upper[^1].X, within.Right) - Math.Max(upper[0].X, within.Left));
        var left = Math.Max(upper[0].X, within.Left);
        var rims = new (double Top, double Bottom)[Math.Max(0, columns + 1)];
        for (int column = 0, next = 1; column < rims.Length; column++)
        {
            var x = left + column;
            while (next < upper.Count - 1 && upper[next].X < x)
                next++;
            double one = At(upper, next, x), other = At(lower, next, x);
            rims[column] = (Math.Max(Math.Min(one, other), within.Top), Math.Min(Math.Max(one, other), within.Bottom));
        }

        var (top, bottom) = (rims.Select(rim => rim.Top).DefaultIfEmpty(0).Min(), rims.Select(rim => rim.Bottom).DefaultIfEmpty(0).Max());
        // Lines of one chart lie on one lattice, whatever the band.
        var (first, last) = slope < 0 ? (top + left, bottom + left + columns) : (top - left - columns, bottom - left);
        for (var line = Math.Ceiling(first / Apart) * Apart; line <= last; line += Apart)
        {
            int? from = null;
            for (var column = 0; column <= rims.Length; column++)
            {
                var isInside = column < rims.Length && line + (slope * (left + column)) is var y && y >= rims[column].Top && y <= rims[column].Bottom;
                if (isInside)
                    from ??= column;
                else if (from is { } begun)
                {
                    if (column - 1 > begun)
                        path.Append('M').Append(Canvas.Pair(On(begun))).Append('L').Append(Canvas.Pair(On(column - 1)));
                    from = null;
                }
            }

            PixelPoint On(int column) => new(left + column, line + (slope * (left + column)));
        }

        return path.ToString();
    }

    private static double At(IReadOnlyList<PixelPoint> rim, int next, double x)
    {
        var (from, to) = (rim[next - 1], rim[next]);
        return to.X > from.X ? from.Y + ((to.Y - from.Y) * Math.Clamp((x - from.X) / (to.X - from.X), 0, 1)) : to.Y;
    }
}
