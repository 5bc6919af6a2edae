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
        IsOverTime = !(bands.Charge.Where(double.IsFinite).DefaultIfEmpty(0).Max() - bands.Charge.Where(double.IsFinite).DefaultIfEmpty(0).Min() > 0);
        double[] x = [.. IsOverTime ? bands.Time.Select(time => time - bands.Time[0]) : bands.Charge];
        var rows = Thinning.Rows(x, bands.Voltage, Columns);
        X = [.. rows.Select(row => x[row])];
        Equilibrium = [.. rows.Select(row => bands.Equilibrium[row])];
        Voltage = [.. rows.Select(row => bands.Voltage[row])];
        Direction = rows.Select((_, place) => Voltage[place] - Equilibrium[place]).Where(double.IsFinite).Sum() >= 0 ? 1 : -1;

        List<LossPart> parts = [.. bands.Parts.Select(part => new LossPart(part.Name, [.. rows.Select(row => part.Values[row])]))];
        var rest = rows.Select((_, place) => Voltage[place] - Equilibrium[place] - parts.Sum(part => part.Values[place])).ToArray();
        var least = Math.Max(LeastVolt, LeastShare * parts.Select(Largest).DefaultIfEmpty(0).Max());
        if (Largest(new("", rest)) >= least)
        {
            parts.Add(new("not accounted for", rest));
            rest = new double[rest.Length];
        }

        Small = [.. parts.Where(part => Largest(part) < least).Select(part => part.Name)];
        LargestSmall = parts.Select(Largest).Where(value => value < least).DefaultIfEmpty(0).Max();
        var small = rest.Select((value, place) => value + parts.Where(part => Largest(part) < least).Sum(part => part.Values[place])).ToArray();
        parts = [.. parts.Where(part => Largest(part) >= least)];
        Bands = Stacked(parts, small);
        GivesBack = parts.Any(part => part.Values.Any(value => -Direction * value >= least));
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

    private static double Largest(LossPart part) => part.Values.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();

    private List<LossBand> Stacked(List<LossPart> parts, double[] small)
    {
        var bands = new List<LossBand>();
        var rim = Equilibrium;
        for (var place = 0; place < parts.Count; place++)
            rim = Next(bands, rim, parts[place].Name, place, [.. parts[place].Values.Select(value => Direction * value > 0 || double.IsNaN(value) ? value : 0)], false);
        if (small.Any(value => Math.Abs(value) > Rounding))
            rim = Next(bands, rim, "", -1, small, false);
        for (var place = 0; place < parts.Count; place++)
        {
            double[] against = [.. parts[place].Values.Select(value => Direction * value < 0 ? value : 0)];
            if (against.Any(value => Math.Abs(value) > LeastVolt))
                rim = Next(bands, rim, bands.Any(band => band.Place == place) ? "" : parts[place].Name, place, against, true);
        }

        // Rounding, and what a band too thin for its own row left over, must not part the stack from the terminal voltage.
        if (bands.Count > 0)
            bands[^1] = bands[^1] with { End = Voltage };
        return bands;
    }

    private static double[] Next(List<LossBand> bands, double[] rim, string name, int place, double[] values, bool isAgainst)
    {
        if (values.All(value => value == 0))
            return rim;
        double[] end = [.. rim.Select((value, index) => value + values[index])];
        bands.Add(new(name, place, rim, end, isAgainst));
        return end;
    }
}
