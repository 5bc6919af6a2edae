namespace Interphase.Charts;

/// <summary>The size of a picture.</summary>
public readonly record struct ChartSize
{
    /// <summary>A size.</summary>
    /// <param name="width">px, 160 to 10 000.</param>
    /// <param name="height">px, 120 to 10 000.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is not in that range.</exception>
    public ChartSize(double width, double height)
    {
        if (!(width is >= 160 and <= 10_000))
            throw new ArgumentOutOfRangeException(nameof(width), width, "A chart is 160 to 10000 px wide.");
        if (!(height is >= 120 and <= 10_000))
            throw new ArgumentOutOfRangeException(nameof(height), height, "A chart is 120 to 10000 px high.");
        Width = width;
        Height = height;
    }

    /// <summary>720 by 450 px.</summary>
    public static ChartSize Standard { get; } = new(720, 450);

    /// <summary>px.</summary>
    public double Width { get; }

    /// <summary>px.</summary>
    public double Height { get; }
}
