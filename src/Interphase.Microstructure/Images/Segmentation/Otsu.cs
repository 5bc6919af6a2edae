using Interphase.Descriptions;

namespace Interphase.Microstructure;

/// <summary>
/// Otsu's method (doi:10.1109/TSMC.1979.4310076) for two and more classes: the thresholds that leave the least variance within the classes, found exactly, by dynamic programming over the histogram.
/// </summary>
public static class Otsu
{
    /// <summary>Classes at the least.</summary>
    public const int FewestClasses = 2;

    /// <summary>Classes at the most.</summary>
    public const int MostClasses = 5;

    // Sixteen bits are gathered into so many bins of equal width at the most; sums within a bin stay exact, only the thresholds are held to its edges.
    private const int MostBins = 1024;

    /// <summary>Finds thresholds.</summary>
    /// <param name="image">The image.</param>
    /// <param name="classes">How many classes, 2 to 5.</param>
    /// <param name="place">What to call the image in a problem.</param>
    /// <param name="problems">Receives why there are none.</param>
    /// <returns>Null after a problem: there are fewer different values than classes.</returns>
    /// <exception cref="ArgumentOutOfRangeException">So many classes are not offered.</exception>
    public static Thresholds? Cut(GreyImage image, int classes, Place place, Problems problems)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, FewestClasses);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(classes, MostClasses);
        int lowest = image.Lowest, width = image.Bits == 8 ? 1 : (image.Highest - lowest) / MostBins + 1;
        Bin[] bins = Bins(image, lowest, width);
        if (bins.Length < classes)
        {
            problems.Add(place, "", $"{bins.Length} different {(bins.Length == 1 ? "value" : "values")}", $"at least {classes} for {classes} classes", "ask for fewer classes, or give thresholds");
            return null;
        }
        int[] firsts = Best(bins, classes);

        // Between two classes nothing lies: the middle of the gap is as good as its edges, and farther from both.
        return Thresholds.At([.. firsts.Select(first => (bins[first - 1].Last + bins[first].First + 1) / 2)], image);
    }

    // Only bins that hold something, so that a class is never empty.
    private static Bin[] Bins(GreyImage image, int lowest, int width)
    {
        var bins = new List<Bin>();
        int last = -1;
        for (int value = lowest; value < image.Histogram.Length; value++)
        {
            double count = image.Histogram[value];
            if (count == 0) continue;
            int bin = (value - lowest) / width;
            // Values are told from the lowest on, so that squares of large sums lose no digits.
            if (bin != last) bins.Add(new Bin(value, value, count, count * (value - lowest)));
            else bins[^1] = bins[^1] with { Last = value, Count = bins[^1].Count + count, Sum = bins[^1].Sum + count * (value - lowest) };
            last = bin;
        }
        return [.. bins];
    }

    // The variance between classes is the sum of each class's squared sum over its count, less what no choice changes.
    private static int[] Best(Bin[] bins, int classes)
    {
        double[] counts = new double[bins.Length + 1], sums = new double[bins.Length + 1];
        for (int i = 0; i < bins.Length; i++) (counts[i + 1], sums[i + 1]) = (counts[i] + bins[i].Count, sums[i] + bins[i].Sum);
        double Score(int from, int to) => (sums[to] - sums[from]) / (counts[to] - counts[from]) * (sums[to] - sums[from]);

        // best[k][end]: of the bins before end in k + 1 classes; start[k][end]: where the last of these begins.
        double[][] best = new double[classes][];
        int[][] start = new int[classes][];
        for (int k = 0; k < classes; k++)
        {
            (best[k], start[k]) = (new double[bins.Length + 1], new int[bins.Length + 1]);
            for (int end = k + 1; end <= bins.Length; end++)
            {
                if (k == 0)
                {
                    best[0][end] = Score(0, end);
                    continue;
                }
                best[k][end] = double.NegativeInfinity;
                for (int from = k; from < end; from++)
                {
                    double score = best[k - 1][from] + Score(from, end);
                    if (score > best[k][end]) (best[k][end], start[k][end]) = (score, from);
                }
            }
        }
        int[] firsts = new int[classes - 1];
        for (int k = classes - 1, end = bins.Length; k > 0; k--) firsts[k - 1] = end = start[k][end];
        return firsts;
    }

    private readonly record struct Bin(int First, int Last, double Count, double Sum);
}
