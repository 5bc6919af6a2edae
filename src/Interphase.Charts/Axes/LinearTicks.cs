using System.Globalization;

namespace Interphase.Charts;

/// <summary>Ticks at round numbers: the step is one, two or five times a power of ten.</summary>
public static class LinearTicks
{
    private const double Slack = 1e-9;

    /// <summary>The finest round ticks inside a range of which there are no more than asked for.</summary>
    /// <param name="range">The range.</param>
    /// <param name="most">The largest number of ticks, 2 or more; at least a third of it is reached.</param>
    /// <param name="isWhole">True for none between whole numbers, however few that leaves.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than two ticks are asked for.</exception>
    public static TickSet Within(AxisRange range, int most, bool isWhole = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 2);
        var (digit, power) = Step(range.Span / most);
        if (isWhole && power < 0)
            (digit, power) = (1, 0);
        while (Values(range, digit, power).Count > most)
            (digit, power) = Next(digit, power);
        var values = Values(range, digit, power);
        var exponent = CommonExponent(range, power);
        var ticks = new Tick[values.Count];
        for (var index = 0; index < ticks.Length; index++)
            ticks[index] = new(values[index], Label(values[index], power, exponent));
        return new(ticks, exponent);
    }

    internal static string Plain(double value, int decimals) =>
        value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).Replace('-', '−');

    private static (int Digit, int Power) Step(double least)
    {
        var power = (int)Math.Floor(Math.Log10(least));
        var digit = least / Math.Pow(10, power);
        return digit <= 1 + Slack ? (1, power) : digit <= 2 + Slack ? (2, power) : digit <= 5 + Slack ? (5, power) : (1, power + 1);
    }

    private static (int Digit, int Power) Next(int digit, int power) => digit switch { 1 => (2, power), 2 => (5, power), _ => (1, power + 1) };

    private static List<double> Values(AxisRange range, int digit, int power)
    {
        var step = Scaled(digit, power);
        var slack = Slack * range.Span;
        var values = new List<double>();
        var last = Math.Floor((range.High + slack) / step);
        for (var index = Math.Ceiling((range.Low - slack) / step); index <= last; index++)
            values.Add(Scaled(index * digit, power) + 0.0);
        return values;
    }

    // Dividing by an exact power of ten gives the double nearest to the decimal number; multiplying by 0.1 does not.
    private static double Scaled(double count, int power) => power < 0 ? count / Math.Pow(10, -power) : count * Math.Pow(10, power);

    private static int CommonExponent(AxisRange range, int power)
    {
        var largest = Math.Max(Math.Abs(range.Low), Math.Abs(range.High));
        return largest >= 1e5 || power < -4 && largest < 0.1
            ? 3 * (int)Math.Floor(Math.Log10(largest) / 3)
            : 0;
    }

    private static string Label(double value, int power, int exponent) =>
        Plain(exponent == 0 ? value : Scaled(value, -exponent), Math.Clamp(exponent - power, 0, 15));
}
