namespace Interphase.Charts;

/// <summary>An axis in its place.</summary>
internal sealed record AxisFrame(Axis Axis, AxisMap Map, TickSet Ticks)
{
    public double WidestLabel
    {
        get
        {
            var widest = 0.0;
            foreach (var tick in Ticks.Ticks)
                widest = Math.Max(widest, TickChoice.Width(tick.Label));
            return widest;
        }
    }

    public bool HasTitle => Axis.Title.Length + Bracket.Length > 0;

    // A common power of ten belongs to the unit.
    private string Bracket
    {
        get
        {
            var power = Ticks.Exponent == 0 ? "" : $"10^{{{(Ticks.Exponent < 0 ? "−" : "")}{Math.Abs(Ticks.Exponent)}}}";
            var unit = $"{power} {ChartText.Unit(Axis.Unit)}".Trim();
            return unit.Length == 0 ? "" : $" ({unit})";
        }
    }

    /// <summary>The title with its unit, cut where it is too long; the unit stays.</summary>
    public RichText TitleWithin(double width)
    {
        var bracket = RichText.Parse(Bracket);
        var title = RichText.Parse(Axis.Title).Fit(Math.Max(width - bracket.Width(Typography.AxisTitle), 0), Typography.AxisTitle);
        return title.Then(bracket).Fit(width, Typography.AxisTitle);
    }
}
