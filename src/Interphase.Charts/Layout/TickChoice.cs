namespace Interphase.Charts;

/// <summary>Chooses as many ticks as an axis has room for.</summary>
internal static class TickChoice
{
    public static TickSet Horizontal(Axis axis, AxisRange range, double length)
    {
        for (var most = Math.Clamp((int)(length / (axis.Scale == AxisScale.Linear ? 65 : 40)), 2, axis.Scale == AxisScale.Linear ? 11 : 16); ; most--)
        {
            var ticks = Within(axis, range, most);
            if (Fits(axis, range, ticks, length, (left, right) => ((Width(left) + Width(right)) / 2) + 12))
                return ticks;
            if (most == 2)
                return ThinOut(ticks);
        }
    }

    public static TickSet Vertical(Axis axis, AxisRange range, double length)
    {
        for (var most = Math.Clamp((int)(length / 36), 2, 10); ; most--)
        {
            var ticks = Within(axis, range, most);
            if (most == 2 || Fits(axis, range, ticks, length, (_, _) => Typography.LabelLine))
                return ticks;
        }
    }

    public static double Width(string label) => RichText.Parse(label).Width(Typography.Label);

    private static TickSet Within(Axis axis, AxisRange range, int most) =>
        axis.Scale == AxisScale.Linear ? LinearTicks.Within(range, most, axis.IsWhole) : LogarithmicTicks.Within(range, most);

    private static bool Fits(Axis axis, AxisRange range, TickSet ticks, double length, Func<string, string, double> apart)
    {
        var map = new AxisMap(axis.Scale, range, 0, length);
        var labelled = ticks.Ticks.Where(tick => !tick.IsMinor).ToList();
        for (var index = 1; index < labelled.Count; index++)
        {
            var (first, second) = (labelled[index - 1], labelled[index]);
            if (map.ToPixel(second.Value) - map.ToPixel(first.Value) < apart(first.Label, second.Label))
                return false;
        }

        return true;
    }

    // Two labels that still touch: the second one goes.
    private static TickSet ThinOut(TickSet ticks)
    {
        var first = ticks.Ticks.FirstOrDefault(tick => !tick.IsMinor);
        return ticks with { Ticks = [.. ticks.Ticks.Select(tick => tick == first ? tick : tick with { Label = "" })] };
    }
}
