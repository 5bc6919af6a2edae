namespace Interphase.Charts;

/// <summary>Where a chart that has been drawn ended up.</summary>
internal sealed record PaintedChart(PixelBox Plot, Insets Insets, AxisMap X, AxisMap Left, PixelBox? Legend);
