namespace Interphase.Charts;

/// <summary>An axis: what it measures, in which unit, and how it is laid out.</summary>
/// <param name="Title">What is measured. <c>_{…}</c> lowers and <c>^{…}</c> raises text; Unicode superscripts and subscripts are drawn in the same way.</param>
/// <param name="Unit">The unit, written in brackets after the title; digits after a letter are exponents, so <c>mAh/cm2</c> and <c>S cm-1</c> read as they should. May be empty.</param>
public sealed record Axis(string Title = "", string Unit = "")
{
    /// <summary>Linear, the default, or logarithmic.</summary>
    public AxisScale Scale { get; init; }

    /// <summary>The ends; null, the default, for what the data need and a little room.</summary>
    public AxisRange? Range { get; init; }

    /// <summary>True to let values fall along the usual direction; for plots against frequency or depth, say.</summary>
    public bool Inverted { get; init; }

    /// <summary>True where only whole numbers make sense, such as those of cycles: a linear axis then has no ticks between them.</summary>
    public bool IsWhole { get; init; }

    internal string FullTitle => Unit.Length == 0 ? Title : $"{Title} ({ChartText.Unit(Unit)})".TrimStart();
}
