namespace Interphase.Charts;

/// <summary>An upright rectangle in the picture; y grows downwards.</summary>
/// <param name="Left">px.</param>
/// <param name="Top">px.</param>
/// <param name="Right">px, not less than <paramref name="Left"/>.</param>
/// <param name="Bottom">px, not less than <paramref name="Top"/>.</param>
public readonly record struct PixelBox(double Left, double Top, double Right, double Bottom)
{
    /// <summary>px.</summary>
    public double Width => Right - Left;

    /// <summary>px.</summary>
    public double Height => Bottom - Top;

    internal static PixelBox Around(PixelPoint first, PixelPoint second) => new(
        Math.Min(first.X, second.X), Math.Min(first.Y, second.Y), Math.Max(first.X, second.X), Math.Max(first.Y, second.Y));

    internal PixelBox Grow(double by) => new(Left - by, Top - by, Right + by, Bottom + by);

    internal bool Contains(PixelPoint point) => point.X >= Left && point.X <= Right && point.Y >= Top && point.Y <= Bottom;

    internal bool Contains(PixelBox box) => box.Left >= Left && box.Right <= Right && box.Top >= Top && box.Bottom <= Bottom;

    internal bool Meets(PixelBox box) => box.Left <= Right && box.Right >= Left && box.Top <= Bottom && box.Bottom >= Top;

    internal PixelBox Within(PixelBox limit) => new(
        Math.Clamp(Left, limit.Left, limit.Right), Math.Clamp(Top, limit.Top, limit.Bottom),
        Math.Clamp(Right, limit.Left, limit.Right), Math.Clamp(Bottom, limit.Top, limit.Bottom));

    /// <summary>The part of a segment inside the box; null where there is none.</summary>
    internal (PixelPoint From, PixelPoint To)? Clip(PixelPoint from, PixelPoint to)
    {
        double dx = to.X - from.X, dy = to.Y - from.Y, enter = 0, leave = 1;
        if (!Cut(-dx, from.X - Left, ref enter, ref leave) || !Cut(dx, Right - from.X, ref enter, ref leave)
            || !Cut(-dy, from.Y - Top, ref enter, ref leave) || !Cut(dy, Bottom - from.Y, ref enter, ref leave))
            return null;
        return (enter > 0 ? Inside(from.X + (enter * dx), from.Y + (enter * dy)) : from, leave < 1 ? Inside(from.X + (leave * dx), from.Y + (leave * dy)) : to);
    }

    // A segment that starts very far away loses its digits on the way in; it must still end on the rim.
    private PixelPoint Inside(double x, double y) => new(Math.Clamp(x, Left, Right), Math.Clamp(y, Top, Bottom));

    private static bool Cut(double direction, double distance, ref double enter, ref double leave)
    {
        if (direction == 0)
            return distance >= 0;
        var at = distance / direction;
        if (direction < 0)
            enter = Math.Max(enter, at);
        else
            leave = Math.Min(leave, at);
        return enter <= leave;
    }
}
