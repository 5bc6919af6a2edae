namespace Interphase.Reports;

/// <summary>Finds charges and discharges by the turns of the net charge; a counter-pulse below a share of the cycle's range is none.</summary>
internal static class HalfCycles
{
    private const double LeastShareOfCycle = 0.05;
    private const double LeastShareOfTest = 1e-6;
    private const double Standstill = 1e-6;

    /// <param name="cycle">The cycle of each row.</param>
    /// <param name="net">Charge put in less charge taken out, Ah.</param>
    /// <param name="isFlowing">Whether a row carries current.</param>
    public static List<HalfCycle> Of(IReadOnlyList<long> cycle, double[] net, Func<int, bool> isFlowing)
    {
        var halves = new List<HalfCycle>();
        var whole = Range(net, 0, net.Length - 1);
        for (var first = 0; first < net.Length;)
        {
            var end = first + 1;
            while (end < net.Length && cycle[end] == cycle[first])
                end++;

            // What passes between two rows belongs to the cycle of the second.
            var (from, last) = (Math.Max(first - 1, 0), end - 1);
            var range = Range(net, from, last);
            if (range > LeastShareOfTest * whole)
            {
                foreach (var (start, stop, rises) in Turns(net, from, last, LeastShareOfCycle * range))
                {
                    var begin = start;
                    while (begin < stop && Math.Abs(net[begin + 1] - net[start]) <= Standstill * range)
                        begin++;
                    halves.Add(new(cycle[first], rises, begin, stop, Pulses(begin, stop, isFlowing)));
                }
            }

            first = end;
        }

        return halves;
    }

    private static IEnumerable<(int First, int Last, bool Rises)> Turns(double[] net, int first, int last, double least)
    {
        int start = first, low = first, high = first, direction = 0;
        for (var row = first; row <= last; row++)
        {
            if (net[row] < net[low])
                low = row;
            if (net[row] > net[high])
                high = row;
            if (direction <= 0 && net[row] - net[low] >= least)
            {
                if (direction < 0)
                    yield return (start, low, false);
                (start, high, direction) = (low, row, 1);
            }
            else if (direction >= 0 && net[high] - net[row] >= least)
            {
                if (direction > 0)
                    yield return (start, high, true);
                (start, low, direction) = (high, row, -1);
            }
        }

        if (direction != 0)
            yield return (start, direction > 0 ? high : low, direction > 0);
    }

    private static int Pulses(int first, int last, Func<int, bool> isFlowing)
    {
        var pulses = 0;
        for (var row = first; row <= last; row++)
        {
            if (isFlowing(row) && (row == first || !isFlowing(row - 1)))
                pulses++;
        }

        return pulses;
    }

    private static double Range(double[] net, int first, int last)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        for (var row = first; row <= last; row++)
            (low, high) = (Math.Min(low, net[row]), Math.Max(high, net[row]));
        return Math.Max(high - low, 0);
    }
}
