namespace Interphase.Charts;

/// <summary>What the canvases of one chart share: the layers, from the ground up, and what lies where.</summary>
internal sealed class CanvasLayers(StyleSheet sheet, PixelBox plot, Theme theme)
{
    public PixelBox Plot { get; } = plot;

    public Theme Theme { get; } = theme;

    public SvgWriter Backdrop { get; } = new(sheet);

    public SvgWriter Marks { get; } = new(sheet);

    public SvgWriter Points { get; } = new(sheet);

    public SvgWriter Labels { get; } = new(sheet);

    public Occupancy Data { get; } = new();

    public Occupancy Text { get; } = new();

    public bool IsFree(PixelBox box) => Data.IsFree(box) && Text.IsFree(box);
}
