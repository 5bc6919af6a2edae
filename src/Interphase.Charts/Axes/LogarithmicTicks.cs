using System.Globalization;

namespace Interphase.Charts;

/// <summary>Ticks at powers of ten, with minor ones between them; over less than a decade or so at 1, 2 and 5, and over still less at round numbers.</summary>
public static class LogarithmicTicks
{
    /// <summary>The ticks inside a positive range.</summary>
    /// <param name="range">The range, both ends positive.</param>
    /// <param name="most">The largest number of labelled ticks, 2 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range is not positive, or fewer than two ticks are asked for.</exception>
    public static TickSet Within(AxisRange range, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 2);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(range.Low);
        var first = (int)Math.Ceiling(Math.Log10(range.Low) - 1e-9);
        var last = (int)Math.Floor(Math.Log10(range.High) + 1e-9);
        if (last - first >= 1)
            return Decades(range, first, last, most);
        int[] digits = most >= 4 ? [1, 2, 5] : [1, 3];
        var labelled = Multiples(range, first - 1, last, digits).Select(tick => tick.Value).ToHashSet();
        if (labelled.Count < 2 || labelled.Count > most)
            return LinearTicks.Within(range, most);
        return new([.. Multiples(range, first - 1, last, [1, 2, 3, 4, 5, 6, 7, 8, 9])
            .Select(tick => labelled.Contains(tick.Value) ? tick : tick with { Label = "" })]);
    }

    private static TickSet Decades(AxisRange range, int first, int last, int most)
    {
        var stride = 1;
        while (((last - first) / stride) + 1 > most)
            stride++;
        var ticks = new List<Tick>();
        for (var power = first - 1; power <= last; power++)
        {
            if (power >= first)
                ticks.Add(new(Math.Pow(10, power), power % stride == 0 ? Label(1, power, first, last) : ""));

            // Nine minor ticks a decade are a grey smear once decades are skipped.
            if (stride == 1)
                ticks.AddRange(Multiples(range, power, power, [2, 3, 4, 5, 6, 7, 8, 9]).Select(tick => tick with { Label = "" }));
        }

        return new(ticks);
    }

    private static IEnumerable<Tick> Multiples(AxisRange range, int first, int last, int[] digits) =>
        from power in Enumerable.Range(first, last - first + 1)
        from digit in digits
        let value = power < 0 && power > -300 ? digit / Math.Pow(10, -power) : digit * Math.Pow(10, power)
        where value >= range.Low * (1 - 1e-9) && value <= range.High * (1 + 1e-9)
        select new Tick(value, Label(digit, power, first, last));

    private static string Label(int digit, int power, int first, int last)
    {
        if (first >= -4 && last <= 4)
            return LinearTicks.Plain(digit * Math.Pow(10, power), Math.Max(0, -power));
        var exponent = power.ToString(CultureInfo.InvariantCulture).Replace('-', '−');
        return digit == 1 ? $"10^{{{exponent}}}" : $"{digit.ToString(CultureInfo.InvariantCulture)}×10^{{{exponent}}}";
    }
}
