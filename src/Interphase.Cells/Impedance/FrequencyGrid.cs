namespace Interphase.Cells;

/// <summary>The frequencies of a spectrum.</summary>
public static class FrequencyGrid
{
    /// <summary>Frequencies in equal ratios from the highest to the lowest, both included.</summary>
    /// <param name="highest">Hz, finite.</param>
    /// <param name="lowest">Hz, > 0, at most <paramref name="highest"/>.</param>
    /// <param name="pointsPerDecade">At least 1; intervals in each decade, more only where the range is not a whole number of them.</param>
    public static double[] Between(double highest, double lowest, int pointsPerDecade)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(lowest);
        ArgumentOutOfRangeException.ThrowIfLessThan(highest, lowest);
        if (!double.IsFinite(highest + lowest)) throw new ArgumentOutOfRangeException(nameof(highest), "Frequencies are finite.");
        ArgumentOutOfRangeException.ThrowIfLessThan(pointsPerDecade, 1);
        if (highest == lowest) return [highest];
        double decades = Math.Log10(highest) - Math.Log10(lowest);
        // A range of 7.0000000001 decades is one of 7.
        int intervals = Math.Max(1, (int)Math.Ceiling(decades * pointsPerDecade - 1e-6));
        double[] frequencies = [.. Enumerable.Range(0, intervals + 1).Select(i => Math.Pow(10, Math.Log10(highest) - decades * i / intervals))];
        (frequencies[0], frequencies[^1]) = (highest, lowest);
        return frequencies;
    }
}
