namespace Interphase.Charts;

/// <summary>The vertical axis that a series is read against.</summary>
public enum VerticalAxis
{
    /// <summary>The left one, <see cref="Chart.Y"/>.</summary>
    Left,

    /// <summary>The right one, <see cref="Chart.SecondY"/>; the left one when the chart has no right one.</summary>
    Right,
}
