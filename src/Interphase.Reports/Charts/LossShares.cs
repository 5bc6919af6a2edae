namespace Interphase.Reports;

/// <summary>The parts of a voltage in numbers, the largest first.</summary>
internal static class LossShares
{
    public static IReadOnlyList<LossShare> Of(LossBands bands)
    {
        List<LossPart> parts = [.. bands.Parts];
        var rest = new double[bands.Voltage.Count];
        for (var row = 0; row < rest.Length; row++)
        {
            var index = row;
            rest[row] = bands.Voltage[row] - bands.Equilibrium[row] - Doubles.Sum(bands.Parts, part => part.Values[index]);
        }

        if (Array.Exists(rest, value => Math.Abs(value) > 1e-5))
            parts.Add(new("not accounted for", rest));

        // A step without charge is weighted by time.
        var weight = bands.Charge.Count > 0 && bands.Charge[^1] != bands.Charge[0] ? bands.Charge : bands.Time;
        var means = parts.Select(part => new LossShare(part.Name, Mean(part.Values, weight), Doubles.Extreme(part.Values), 0)).ToList();
        var all = Doubles.Sum(means, mean => Math.Abs(mean.Mean));
        return [.. means.Select(mean => mean with { Share = all > 0 ? Math.Abs(mean.Mean) / all : 0 }).OrderByDescending(share => share.Share)];
    }

    private static double Mean(IReadOnlyList<double> values, IReadOnlyList<double> weight)
    {
        double sum = 0, passed = 0;
        for (var index = 1; index < values.Count; index++)
        {
            var (mean, step) = (0.5 * (values[index] + values[index - 1]), weight[index] - weight[index - 1]);
            if (!double.IsFinite(mean) || !double.IsFinite(step))
                continue;
            sum += mean * step;
            passed += step;
        }

        return passed != 0 ? sum / passed : 0;
    }
}
