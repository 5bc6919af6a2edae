namespace Interphase.Charts;

/// <summary>A thin line right across the plot at one value, with its name beside it.</summary>
/// <param name="Direction">Which way it runs.</param>
/// <param name="Value">Where it stands.</param>
/// <param name="Label">What is written along it; may be empty. Markup as in <see cref="Axis"/>.</param>
public sealed record ReferenceLine(ReferenceDirection Direction, double Value, string Label = "") : Annotation
{
    private const double Margin = 5;
    private const double Distance = 10;

    /// <inheritdoc/>
    public override void Measure(Extent x, Extent y) => (Direction == ReferenceDirection.Horizontal ? y : x).Include(Value);

    /// <inheritdoc/>
    public override void Draw(Canvas canvas)
    {
        var (from, to) = Ends(canvas);
        canvas.Curve([from, to], new(canvas.Muted, 1.1, LineDash.Dashed));
    }

    /// <inheritdoc/>
    public override void DrawLabels(Canvas canvas)
    {
        if (Label.Length == 0)
            return;
        var half = Canvas.LabelWidth(Label) / 2;
        var plot = canvas.Plot;
        var at = Ends(canvas).From;
        PixelPoint[] centres = Direction == ReferenceDirection.Horizontal
            ?
            [
                .. from x in Along(plot.Right - half - Margin, plot.Left + half + Margin)
                   from side in (double[])[-Distance, Distance]
                   select new PixelPoint(x, at.Y + side),
            ]
            :
            [
                .. from y in Along(plot.Top + half + Margin, plot.Bottom - half - Margin)
                   from side in (double[])[-Distance, Distance]
                   select new PixelPoint(at.X + side, y),
            ];
        canvas.LabelAt(centres, Label, Direction == ReferenceDirection.Vertical, canvas.Muted);
    }

    // The two ends first, then what lies between.
    private static double[] Along(double first, double last) => [first, last, .. Enumerable.Range(1, 7).Select(part => first + (part * (last - first) / 8))];

    private (PixelPoint From, PixelPoint To) Ends(Canvas canvas)
    {
        var plot = canvas.Plot;
        if (Direction == ReferenceDirection.Horizontal)
        {
            var y = canvas.Y(Value);
            return (new(plot.Left, y), new(plot.Right, y));
        }

        var x = canvas.X(Value);
        return (new(x, plot.Bottom), new(x, plot.Top));
    }
}
