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
        return double.IsNaN(fraction) ? null : AtFraction(fraction);
    }

    /// <summary>Where the colour changes in steps, in rising order inside the range; null, the default, for a smooth change.</summary>
    public IReadOnlyList<double>? Levels { get; init; }

    internal Colour AtFraction(double fraction)
    {
        if (Levels is null)
            return Map.At(fraction);
        var fractions = Fractions();
        double low = 0, high = 1;
        foreach (var level in Levels.Select(fractions.ToPixel))
        {
            if (level <= fraction)
                low = Math.Max(low, level);
            else
                high = Math.Min(high, level);
        }

        return Map.At((low + high) / 2);
    }

    internal AxisMap Fractions() => new(Scale, Range, 0, 1);
}
