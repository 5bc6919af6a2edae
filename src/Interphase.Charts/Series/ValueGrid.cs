namespace Interphase.Charts;

/// <summary>Values over a rectangular grid.</summary>
/// <param name="X">The places of the columns, finite and rising, at least one.</param>
/// <param name="Y">The places of the rows, finite and rising, at least one.</param>
/// <param name="Values">Row by row, the row at the lowest Y first; not finite for no value.</param>
public sealed record ValueGrid(IReadOnlyList<double> X, IReadOnlyList<double> Y, IReadOnlyList<double> Values)
{
    /// <summary>The places of the columns.</summary>
    public IReadOnlyList<double> X { get; } = Rising(X, nameof(X));

    /// <summary>The places of the rows.</summary>
    public IReadOnlyList<double> Y { get; } = Rising(Y, nameof(Y));

    /// <summary>The values row by row.</summary>
    public IReadOnlyList<double> Values { get; } = Values.Count == X.Count * Y.Count
        ? Values
        : throw new ArgumentException($"{X.Count} columns and {Y.Count} rows hold {X.Count * Y.Count} values, not {Values.Count}.", nameof(Values));

    /// <summary>The value in a column and a row.</summary>
    /// <param name="column">From 0.</param>
    /// <param name="row">From 0, at the lowest Y.</param>
    public double this[int column, int row] => Values[(row * X.Count) + column];

    internal AxisRange RangeOn(AxisScale scale)
    {
        var drawable = Values.Where(value => Extent.IsDrawable(scale, value)).ToList();
        if (drawable.Count > 0 && drawable.Min() < drawable.Max())
            return new(drawable.Min(), drawable.Max());
        var extent = new Extent(scale);
        extent.Include(drawable);
        return extent.ToRange();
    }

    /// <summary>The borders between places, halfway as the axis sees it, and the two rims as far out.</summary>
    internal static double[] Borders(IReadOnlyList<double> places, AxisScale scale)
    {
        var logarithmic = scale == AxisScale.Logarithmic;
        var at = places.Select(place => logarithmic ? Math.Log10(place) : place).ToArray();
        var borders = new double[at.Length + 1];
        for (var index = 1; index < at.Length; index++)
            borders[index] = (at[index - 1] + at[index]) / 2;
        borders[0] = at.Length > 1 ? at[0] - (borders[1] - at[0]) : at[0] - 0.5;
        borders[^1] = at.Length > 1 ? at[^1] + (at[^1] - borders[^2]) : at[0] + 0.5;
        return logarithmic ? [.. borders.Select(border => Math.Pow(10, border))] : borders;
    }

    /// <summary>The grid with each cell cut into parts, bilinear inside; its places are counted in columns and rows of this one.</summary>
    internal ValueGrid Refined(int across, int upwards)
    {
        var (columns, rows) = (((X.Count - 1) * across) + 1, ((Y.Count - 1) * upwards) + 1);
        var values = new double[columns * rows];
        for (var index = 0; index < values.Length; index++)
            values[index] = Between(index % columns / (double)across, index / columns / (double)upwards);
        return new([.. Enumerable.Range(0, columns).Select(column => column / (double)across)], [.. Enumerable.Range(0, rows).Select(row => row / (double)upwards)], values);
    }

    /// <summary>The bilinear value at a place counted in columns and rows.</summary>
    internal double Between(double column, double row)
    {
        var (left, below) = ((int)column, (int)row);
        double Along(int level) => Mix(this[left, level], column - left, () => this[left + 1, level]);
        return Mix(Along(below), row - below, () => Along(below + 1));
    }

    // A neighbour that has no share must not pass on that it has no value.
    private static double Mix(double first, double share, Func<double> second) => share <= 0 ? first : first + (share * (second() - first));

    private static IReadOnlyList<double> Rising(IReadOnlyList<double> places, string name)
    {
        if (places.Count == 0 || !places.All(Extent.IsUsable) || places.Zip(places.Skip(1)).Any(pair => pair.First >= pair.Second))
            throw new ArgumentException("The places of a grid are finite and rising, and there is at least one.", name);
        return places;
    }
}
