namespace Interphase.Charts;

/// <summary>The room that titles, labels and legend take around a plot, px.</summary>
internal sealed record Insets(double Left, double Top, double Right, double Bottom)
{
    public static Insets None { get; } = new(0, 0, 0, 0);

    public PixelBox Inside(PixelBox area)
    {
        // A crowded margin must leave a plot, however small the picture is.
        var (left, right) = Share(Left, Right, area.Width - 40);
        var (top, bottom) = Share(Top, Bottom, area.Height - 40);
        return new(Crisp(area.Left + left), Crisp(area.Top + top), Crisp(area.Right - right), Crisp(area.Bottom - bottom));
    }

    /// <summary>The middle of a pixel, where a line one pixel wide is sharp.</summary>
    public static double Crisp(double pixel) => Math.Floor(pixel) + 0.5;

    public Insets AtLeast(Insets other) => new(
        Math.Max(Left, other.Left), Math.Max(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));

    private static (double, double) Share(double first, double second, double most)
    {
        var factor = Math.Min(1, Math.Max(most, 0) / (first + second));
        return (first * factor, second * factor);
    }
}
