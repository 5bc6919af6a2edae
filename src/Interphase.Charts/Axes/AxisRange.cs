namespace Interphase.Charts;

/// <summary>The two ends of an axis.</summary>
public readonly record struct AxisRange
{
    /// <summary>A range from low to high.</summary>
    /// <param name="low">Finite, within ±1e150.</param>
    /// <param name="high">Finite, within ±1e150, above <paramref name="low"/>.</param>
    /// <exception cref="ArgumentException">The ends are not of that kind.</exception>
    public AxisRange(double low, double high)
    {
        if (!Extent.IsUsable(low) || !Extent.IsUsable(high) || low >= high)
            throw new ArgumentException($"A range runs from a finite low end to a higher, finite high end (both within ±1e150), not from {low} to {high}.");
        Low = low;
        High = high;
    }

    /// <summary>The lower end.</summary>
    public double Low { get; }

    /// <summary>The upper end.</summary>
    public double High { get; }

    internal double Span => High - Low;
}
