using System.Collections.Immutable;

namespace Interphase.Measurements;

/// <summary>Capacity per voltage, dQ/dV, over bins of voltage: of a half-cycle whose voltage only rises or only falls.</summary>
/// <param name="Edges">V, ascending; one more than there are bins.</param>
/// <param name="Values">Capacity that passes within a bin over its width, in the capacity's unit per V; 0 or more.</param>
public sealed record DifferentialCapacity(ImmutableArray<double> Edges, ImmutableArray<double> Values)
{
    private const int MostBins = 1_000_000;

    /// <summary>The middles of the bins, V.</summary>
    public ImmutableArray<double> Voltage
    {
        get
        {
            double[] middles = new double[Values.Length];
            for (int i = 0; i < middles.Length; i++) middles[i] = 0.5 * (Edges[i] + Edges[i + 1]);
            return [.. middles];
        }
    }

    /// <summary>Bins a half-cycle. Between its points the line is straight, and for such a line the values are exact: their sum times their widths is the whole capacity, whatever the width.</summary>
    /// <remarks>Bins begin at multiples of the width, so that curves of several cycles lie on one grid; the outermost are cut where the data ends. Rows that are not finite are passed over. Where the voltage runs back and forth, what passes counts in the bin in which it passes.</remarks>
    /// <param name="voltage">V.</param>
    /// <param name="capacity">Capacity passed, rising or falling, such as Ah; as many as voltages.</param>
    /// <param name="width">V, > 0.</param>
    /// <exception cref="ArgumentException">The numbers differ in count, or the width is no width for these voltages.</exception>
    public static DifferentialCapacity Of(ReadOnlySpan<double> voltage, ReadOnlySpan<double> capacity, double width)
    {
        if (voltage.Length != capacity.Length) throw new ArgumentException($"{voltage.Length} voltages and {capacity.Length} capacities", nameof(capacity));
        (double least, double most) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (double value in voltage)
            if (double.IsFinite(value)) (least, most) = (Math.Min(least, value), Math.Max(most, value));
        if (!(width > 0) || !double.IsFinite(width) || (most - least) / width > MostBins) throw new ArgumentException($"{width} V is no width of bins from {least} V to {most} V", nameof(width));
        if (!(most > least)) return new([], []);

        double[] edges = Grid(least, most, width), charge = new double[edges.Length - 1];
        int last = -1;
        double direction = 0;
        for (int i = 0; i < voltage.Length; i++)
        {
            if (!double.IsFinite(voltage[i]) || !double.IsFinite(capacity[i])) continue;
            if (last >= 0)
            {
                Spread(edges, charge, voltage[last], voltage[i], capacity[i] - capacity[last]);
                direction += capacity[i] - capacity[last];
            }
            last = i;
        }
        for (int bin = 0; bin < charge.Length; bin++) charge[bin] *= (direction < 0 ? -1 : 1) / (edges[bin + 1] - edges[bin]);
        return new([.. edges], [.. charge]);
    }

    // An outermost bin of less than half the width joins its neighbour: a sliver would show nothing but rounding.
    private static double[] Grid(double least, double most, double width)
    {
        List<double> edges = [least];
        long first = (long)Math.Ceiling((least / width) + 0.5), last = (long)Math.Floor((most / width) - 0.5);
        for (long k = first; k <= last; k++) edges.Add(k * width);
        edges.Add(most);
        return [.. edges];
    }

    private static void Spread(double[] edges, double[] charge, double from, double to, double passed)
    {
        (double low, double high) = from < to ? (from, to) : (to, from);
        int bin = Bin(edges, low);
        if (high == low)
        {
            charge[bin] += passed;
            return;
        }
        for (; bin < charge.Length && edges[bin] < high; bin++)
            charge[bin] += passed * Math.Max(0, Math.Min(high, edges[bin + 1]) - Math.Max(low, edges[bin])) / (high - low);
    }

    private static int Bin(double[] edges, double voltage)
    {
        int found = Array.BinarySearch(edges, voltage);
        return Math.Clamp(found >= 0 ? found : ~found - 1, 0, edges.Length - 2);
    }
}
