namespace Interphase.Charts;

/// <summary>The monotone map from values to pixels.</summary>
internal sealed class AxisMap
{
    private readonly AxisScale _scale;
    private readonly double _low;
    private readonly double _span;
    private readonly double _firstPixel;
    private readonly double _lastPixel;

    public AxisMap(AxisScale scale, AxisRange range, double firstPixel, double lastPixel)
    {
        if (scale == AxisScale.Logarithmic && range.Low <= 0)
            throw new ArgumentException($"A logarithmic axis needs a positive range, not one from {range.Low} to {range.High}.", nameof(range));
        _scale = scale;
        Range = range;
        _low = Place(range.Low);
        _span = Place(range.High) - _low;
        _firstPixel = firstPixel;
        _lastPixel = lastPixel;
    }

    public AxisRange Range { get; }

    public AxisScale Scale => _scale;

    public double PixelsPerUnit => Math.Abs(_lastPixel - _firstPixel) / Range.Span;

    /// <summary>The pixel of a value; not a number where the value cannot be drawn.</summary>
    public double ToPixel(double value) => Extent.IsDrawable(_scale, value)
        ? _firstPixel + ((Place(value) - _low) / _span * (_lastPixel - _firstPixel))
        : double.NaN;

    private double Place(double value) => _scale == AxisScale.Linear ? value : Math.Log10(value);
}
