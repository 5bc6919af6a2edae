namespace Interphase.Reports;

/// <summary>Queries over numbers as plain loops: those of the framework would be compiled anew at every start.</summary>
internal static class Doubles
{
    public static double[] Of<T>(IReadOnlyList<T> items, Func<T, double> value)
    {
        var values = new double[items.Count];
        for (var index = 0; index < values.Length; index++)
            values[index] = value(items[index]);
        return values;
    }

    public static double[] At(IReadOnlyList<double> values, IReadOnlyList<int> rows)
    {
        var chosen = new double[rows.Count];
        for (var index = 0; index < chosen.Length; index++)
            chosen[index] = values[rows[index]];
        return chosen;
    }

    public static double Sum<T>(IReadOnlyList<T> items, Func<T, double> value)
    {
        var sum = 0.0;
        for (var index = 0; index < items.Count; index++)
            sum += value(items[index]);
        return sum;
    }

    /// <summary>The largest of some values, 0 where there is none.</summary>
    public static double Largest<T>(IReadOnlyList<T> items, Func<T, double> value) => items.Count == 0 ? 0 : Range(Of(items, value)).High;

    /// <summary>The value of the largest magnitude among the finite ones, the first of several; 0 where there is none.</summary>
    public static double Extreme(IReadOnlyList<double> values)
    {
        double extreme = 0, most = -1;
        for (var index = 0; index < values.Count; index++)
        {
            if (double.IsFinite(values[index]) && Math.Abs(values[index]) > most)
                (extreme, most) = (values[index], Math.Abs(values[index]));
        }

        return extreme;
    }

    public static bool HasFinite(IReadOnlyList<double> values)
    {
        for (var index = 0; index < values.Count; index++)
        {
            if (double.IsFinite(values[index]))
                return true;
        }

        return false;
    }

    /// <summary>The ends of the finite values; 0 where there is none.</summary>
    public static (double Low, double High) Range(IReadOnlyList<double> values)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        for (var index = 0; index < values.Count; index++)
        {
            if (double.IsFinite(values[index]))
                (low, high) = (Math.Min(low, values[index]), Math.Max(high, values[index]));
        }

        return low <= high ? (low, high) : (0, 0);
    }
}
