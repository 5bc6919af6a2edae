namespace Interphase.Charts;

/// <summary>An axis in its place.</summary>
internal sealed record AxisFrame(Axis Axis, AxisMap Map, TickSet Ticks)
{
    public double WidestLabel => Ticks.Ticks.Select(tick => TickChoice.Width(tick.Label)).DefaultIfEmpty(0).Max();

    /// <summary>The title; a common power of ten belongs to the unit.</summary>
    public string Title
    {
        get
        {
            if (Ticks.Exponent == 0)
                return Axis.FullTitle;
            var power = $"10^{{{(Ticks.Exponent < 0 ? "−" : "")}{Math.Abs(Ticks.Exponent)}}}";
            return Axis.Unit.Length > 0 ? $"{Axis.Title} ({power} {ChartText.Unit(Axis.Unit)})".TrimStart() : $"{Axis.Title} ({power})".TrimStart();
        }
    }
}
