namespace Interphase.Reports;

/// <summary>
/// Takes from a curve the points that no picture can show. Of consecutive points within a narrow column the first, the lowest, the highest and the last
/// stay, in their order, so that the curve keeps its extremes; a column is a fraction of a pixel until that would leave too many points.
/// </summary>
internal static class Thinning
{
    /// <summary>Of the widest picture a quarter of a pixel.</summary>
    public const int Fine = 4800;

    /// <summary>What no curve exceeds by much, whatever its recording.</summary>
    public const int MostPoints = 20_000;

    public static (double[] X, double[] Y) Of(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        var rows = Rows(x, y);
        return (Doubles.At(x, rows), Doubles.At(y, rows));
    }

    /// <summary>The rows that stay; a gap stays as one row.</summary>
    /// <param name="x">Places.</param>
    /// <param name="y">Values, as many.</param>
    /// <param name="columns">How many columns the whole is divided into.</param>
    public static IReadOnlyList<int> Rows(IReadOnlyList<double> x, IReadOnlyList<double> y, int columns = Fine)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        for (var row = 0; row < x.Count; row++)
        {
            if (double.IsFinite(x[row]))
                (low, high) = (Math.Min(low, x[row]), Math.Max(high, x[row]));
        }

        var width = high > low ? (high - low) / columns : 0;
        var rows = Within(x, y, width);
        while (rows.Count > MostPoints && width > 0 && width < high - low)
        {
            width *= 2;
            rows = Within(x, y, width);
        }

        return rows;
    }

    private static List<int> Within(IReadOnlyList<double> x, IReadOnlyList<double> y, double width)
    {
        var kept = new List<int>();
        for (var start = 0; start < x.Count;)
        {
            var isGap = IsGap(x, y, start);
            int end = start + 1, lowest = start, highest = start;
            while (end < x.Count && IsGap(x, y, end) == isGap && (isGap || Math.Abs(x[end] - x[start]) <= width))
            {
                if (y[end] < y[lowest])
                    lowest = end;
                if (y[end] > y[highest])
                    highest = end;
                end++;
            }

            kept.Add(start);
            if (!isGap)
            {
                var (earlier, later) = (Math.Min(lowest, highest), Math.Max(lowest, highest));
                Add(kept, earlier);
                Add(kept, later);
                Add(kept, end - 1);
            }

            start = end;
        }

        return kept;
    }

    private static void Add(List<int> kept, int row)
    {
        if (row > kept[^1])
            kept.Add(row);
    }

    private static bool IsGap(IReadOnlyList<double> x, IReadOnlyList<double> y, int row) => !double.IsFinite(x[row]) || !double.IsFinite(y[row]);
}
