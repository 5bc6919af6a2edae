namespace Interphase.Charts;

/// <summary>A stretch of an axis shaded across the plot, behind the data: a stability window, a rest.</summary>
/// <param name="Direction">Horizontal for a stretch of the left axis, vertical for one of the horizontal axis.</param>
/// <param name="From">One end; not finite for the end of the plot.</param>
/// <param name="To">The other end; not finite for the end of the plot.</param>
/// <param name="Label">What is written in it; may be empty. Markup as in <see cref="Axis"/>.</param>
public sealed record ShadedRange(ReferenceDirection Direction, double From, double To, string Label = "") : Annotation
{
    /// <summary>The colour; null, the default, for a light grey.</summary>
    public Colour? Colour { get; init; }

    /// <inheritdoc/>
    public override void Measure(Extent x, Extent y) => (Direction == ReferenceDirection.Horizontal ? y : x).Include([From, To]);

    /// <inheritdoc/>
    public override void Draw(Canvas canvas) => canvas.Shade(Box(canvas), Colour is { } own ? Ink.Fixed(own) : canvas.Muted, 0.13);

    /// <inheritdoc/>
    public override void DrawLabels(Canvas canvas)
    {
        if (Label.Length == 0)
            return;
        var box = Box(canvas).Within(canvas.Plot);
        var middle = (box.Left + box.Right) / 2;
        canvas.LabelAt([new(middle, box.Top + 12), new(middle, box.Bottom - 12), new(middle, (box.Top + box.Bottom) / 2)], Label, ink: canvas.Muted);
    }

    private PixelBox Box(Canvas canvas)
    {
        var plot = canvas.Plot;
        return Direction == ReferenceDirection.Horizontal
            ? PixelBox.Around(new(plot.Left, Or(canvas.Y(From), plot.Bottom)), new(plot.Right, Or(canvas.Y(To), plot.Top)))
            : PixelBox.Around(new(Or(canvas.X(From), plot.Left), plot.Top), new(Or(canvas.X(To), plot.Right), plot.Bottom));
    }

    private static double Or(double pixel, double end) => double.IsNaN(pixel) ? end : pixel;
}
