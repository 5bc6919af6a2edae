namespace Interphase.Charts;

/// <summary>A label looking for a free place in the plot.</summary>
internal sealed class PlacedLabel(CanvasLayers layers, string text, Ink ink, bool upright = false)
{
    public const double Size = 12;

    private readonly RichText _text = RichText.Parse(text);

    private double Length => _text.Width(Size);

    /// <summary>Eight places around a point, and the same farther out.</summary>
    public PixelPoint[] CentresBeside(PixelPoint at, double distance) => [.. Around(at, distance), .. Around(at, 2.5 * distance)];

    private PixelPoint[] Around(PixelPoint at, double distance)
    {
        double across = distance + (Length / 2), up = distance + (Size / 2), near = (distance / 2) + (Length / 2);
        return
        [
            new(at.X, at.Y - up), new(at.X + across, at.Y), new(at.X - across, at.Y), new(at.X, at.Y + up),
            new(at.X + near, at.Y - up), new(at.X - near, at.Y - up), new(at.X + near, at.Y + up), new(at.X - near, at.Y + up),
        ];
    }

    public bool TryPlace(IReadOnlyList<PixelPoint> centres, bool keepOffData)
    {
        foreach (var centre in centres)
        {
            if (centre.IsGap)
                continue;
            var box = Around(centre);
            if (!layers.Plot.Grow(0.5).Contains(box) || !layers.Text.IsFree(box.Grow(1)) || (keepOffData && !layers.Data.IsFree(box.Grow(1))))
                continue;
            var baseline = upright ? centre with { X = centre.X + (0.35 * Size) } : centre with { Y = centre.Y + (0.35 * Size) };
            layers.Labels.Text(baseline, _text, TextAnchor.Middle, Size, ink, rotation: upright ? -90 : 0, halo: layers.Theme.Ink(theme => theme.Background));
            layers.Text.Add(box);
            return true;
        }

        return false;
    }

    private PixelBox Around(PixelPoint centre)
    {
        var (width, height) = upright ? (Size, Length) : (Length, Size);
        return new(centre.X - (width / 2), centre.Y - (height / 2), centre.X + (width / 2), centre.Y + (height / 2));
    }
}
