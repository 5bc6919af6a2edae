namespace Interphase.Charts;

/// <summary>How values become colours, and what the colour bar beside the plot says.</summary>
/// <param name="Map">The colours.</param>
/// <param name="Range">The values at the two ends; values beyond take the end colours.</param>
/// <param name="Title">What the colours mean; may be empty.</param>
/// <param name="Unit">Their unit; may be empty.</param>
/// <param name="Scale">Linear or logarithmic.</param>
public sealed record ColourScale(ColourMap Map, AxisRange Range, string Title = "", string Unit = "", AxisScale Scale = AxisScale.Linear)
{
    /// <summary>The colour of a value, or null where there is none: not a number, infinite, or not positive on a logarithmic scale.</summary>
    /// <param name="value">The value.</param>
    public Colour? Of(double value)
    {
        var fraction = Fractions().ToPixel(value);
        return double.IsNaN(fraction) ? null : Map.At(fraction);
    }

    internal AxisMap Fractions() => new(Scale, Range, 0, 1);
}
