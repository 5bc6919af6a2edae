namespace Interphase.Reports;

/// <summary>
/// The parts of a voltage as bands. Parts in the direction of the whole lie on each other from the equilibrium voltage on; where a part works against
/// them, its band runs back over the end of the stack. The last rim is the terminal voltage.
/// </summary>
internal sealed class LossStack
{
    private const double LeastShare = 0.01;
    private const double LeastVolt = 1e-5;
    private const double Rounding = 1e-9;

    // Every band is two rims; what is smooth needs no more.
    private const int Columns = 280;

    public LossStack(LossBands bands)
    {
        var (least, most) = Doubles.Range(bands.Charge);
        IsOverTime = !(most - least > 0);
        var x = IsOverTime ? Doubles.Of(bands.Time, time => time - bands.Time[0]) : bands.Charge;
        var rows = Thinning.Rows(x, bands.Voltage, Columns);
        X = Doubles.At(x, rows);
        Equilibrium = Doubles.At(bands.Equilibrium, rows);
        Voltage = Doubles.At(bands.Voltage, rows);
        List<LossPart> parts = [.. bands.Parts.Select(part => new LossPart(part.Name, Doubles.At(part.Values, rows)))];
        var (rest, whole) = (new double[rows.Count], 0.0);
        for (var row = 0; row < rest.Length; row++)
        {
            var (place, difference) = (row, Voltage[row] - Equilibrium[row]);
            rest[row] = difference - Doubles.Sum(parts, part => part.Values[place]);
            whole += double.IsFinite(difference) ? difference : 0;
        }

        Direction = whole >= 0 ? 1 : -1;
        least = Math.Max(LeastVolt, LeastShare * Doubles.Largest(parts, Largest));
        if (Largest(new("", rest)) >= least)
        {
            parts.Add(new("not accounted for", rest));
            rest = new double[rest.Length];
        }

        List<LossPart> thin = [.. parts.Where(part => Largest(part) < least)];
        Small = [.. thin.Select(part => part.Name)];
        LargestSmall = Doubles.Largest(thin, Largest);
        var small = new double[rest.Length];
        for (var row = 0; row < small.Length; row++)
        {
            var place = row;
            small[row] = rest[row] + Doubles.Sum(thin, part => part.Values[place]);
        }

        parts = [.. parts.Where(part => Largest(part) >= least)];
        Bands = Stacked(parts, small);
        GivesBack = parts.Exists(part => Doubles.Largest(part.Values, value => -Direction * value) >= least);
    }

    /// <summary>Whether the places are times, s, since no charge passes; else they are charges, Ah.</summary>
    public bool IsOverTime { get; }

    public double[] X { get; }

    public double[] Equilibrium { get; }

    public double[] Voltage { get; }

    /// <summary>1 where the terminal voltage lies above that at equilibrium, else −1.</summary>
    public int Direction { get; }

    /// <summary>The bands in the order in which they are drawn.</summary>
    public IReadOnlyList<LossBand> Bands { get; }

    /// <summary>Whether some part works against the others visibly.</summary>
    public bool GivesBack { get; }

    /// <summary>Names of the parts that are too thin to be seen.</summary>
    public IReadOnlyList<string> Small { get; }

    /// <summary>V, the largest magnitude among them.</summary>
    public double LargestSmall { get; }

    private static double Largest(LossPart part) => Math.Abs(Doubles.Extreme(part.Values));

    private List<LossBand> Stacked(List<LossPart> parts, double[] small)
    {
        var bands = new List<LossBand>();
        var rim = Equilibrium;
        for (var place = 0; place < parts.Count; place++)
            rim = Next(bands, rim, parts[place].Name, place, Doubles.Of(parts[place].Values, value => Direction * value > 0 || double.IsNaN(value) ? value : 0), false);
        if (Array.Exists(small, value => Math.Abs(value) > Rounding))
            rim = Next(bands, rim, "", -1, small, false);
        for (var place = 0; place < parts.Count; place++)
        {
            var against = Doubles.Of(parts[place].Values, value => Direction * value < 0 ? value : 0);
            if (Array.Exists(against, value => Math.Abs(value) > LeastVolt))
                rim = Next(bands, rim, bands.Any(band => band.Place == place) ? "" : parts[place].Name, place, against, true);
        }

        // Rounding, and what a band too thin for its own row left over, must not part the stack from the terminal voltage.
        if (bands.Count > 0)
            bands[^1] = bands[^1] with { End = Voltage };
        return bands;
    }

    private static double[] Next(List<LossBand> bands, double[] rim, string name, int place, double[] values, bool isAgainst)
    {
        if (Array.TrueForAll(values, value => value == 0))
            return rim;
        var end = new double[rim.Length];
        for (var index = 0; index < end.Length; index++)
            end[index] = rim[index] + values[index];
        bands.Add(new(name, place, rim, end, isAgainst));
        return end;
    }
}
