namespace Interphase.Charts;

/// <summary>The bar beside a plot that says what its colours mean.</summary>
internal sealed class ColourBar
{
    private const double Thickness = 14;
    private const int Steps = 128;
    private readonly ColourScale _scale;
    private readonly AxisFrame _frame;

    public ColourBar(ColourScale scale, double top, double bottom)
    {
        _scale = scale;
        var axis = new Axis(scale.Title, scale.Unit) { Scale = scale.Scale };
        _frame = new(axis, new(scale.Scale, scale.Range, bottom, top), TickChoice.Vertical(axis, scale.Range, bottom - top));
        Top = top;
        Bottom = bottom;
    }

    public double Top { get; }

    public double Bottom { get; }

    public double Width => Thickness + AxisPainter.RightRoom(_frame);

    public void Paint(SvgWriter writer, Theme theme, double left)
    {
        for (var step = 0; step < Steps; step++)
        {
            var y = Bottom + ((Top - Bottom) * (step + 1) / Steps);
            var height = (Bottom - Top) / Steps;
            writer.Box(new(left, y, left + Thickness, y + height), Ink.Fixed(_scale.AtFraction((step + 0.5) / Steps)), 1, null, true);
        }

        AxisPainter.PaintRight(writer, theme, _frame, new(left, Top, left + Thickness, Bottom), theme.Ink(colours => colours.Foreground));
    }
}
