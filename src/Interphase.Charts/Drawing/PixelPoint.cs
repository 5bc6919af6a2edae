namespace Interphase.Charts;

/// <summary>A place in the picture; y grows downwards.</summary>
/// <param name="X">px from the left; not a number for a gap.</param>
/// <param name="Y">px from the top; not a number for a gap.</param>
public readonly record struct PixelPoint(double X, double Y)
{
    internal bool IsGap => double.IsNaN(X) || double.IsNaN(Y);
}
