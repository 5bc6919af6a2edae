namespace Interphase.Charts;

/// <summary>What a series reports to an axis while its range is being found.</summary>
public sealed class Extent
{
    private const double LargestMagnitude = 1e150;
    private const double Room = 0.04;

    // Below this share of their magnitude two values cannot be told apart in a label, so they count as one.
    private const double SmallestShare = 1e-9;

    private readonly AxisScale _scale;
    private double _low = double.PositiveInfinity;
    private double _high = double.NegativeInfinity;
    private double _lowEdge = double.PositiveInfinity;
    private double _highEdge = double.NegativeInfinity;

    internal Extent(AxisScale scale) => _scale = scale;

    /// <summary>The scale of the axis.</summary>
    public AxisScale Scale => _scale;

    /// <summary>Takes a value into the range; one that cannot be drawn is passed over.</summary>
    /// <param name="value">A coordinate; not finite, beyond ±1e150, or not positive on a logarithmic axis: passed over.</param>
    public void Include(double value)
    {
        if (!IsDrawable(_scale, value))
            return;
        _low = Math.Min(_low, value);
        _high = Math.Max(_high, value);
    }

    /// <summary>Takes all values into the range.</summary>
    /// <param name="values">Coordinates.</param>
    public void Include(IReadOnlyList<double> values)
    {
        for (var index = 0; index < values.Count; index++)
            Include(values[index]);
    }

    /// <summary>Takes a value into the range that needs no room beyond it: the foot of a bar, the rim of a map.</summary>
    /// <param name="value">A coordinate; passed over as in <see cref="Include(double)"/>.</param>
    public void IncludeEdge(double value)
    {
        if (!IsDrawable(_scale, value))
            return;
        _lowEdge = Math.Min(_lowEdge, value);
        _highEdge = Math.Max(_highEdge, value);
        Include(value);
    }

    internal static bool IsUsable(double value) => Math.Abs(value) <= LargestMagnitude;

    internal static bool IsDrawable(AxisScale scale, double value) => IsUsable(value) && (scale == AxisScale.Linear || value > double.Epsilon);

    internal AxisRange ToRange()
    {
        if (_low > _high)
            return _scale == AxisScale.Linear ? new(0, 1) : new(1, 10);
        return _scale == AxisScale.Linear ? Linear() : Logarithmic();
    }

    private AxisRange Linear()
    {
        var magnitude = Math.Max(Math.Abs(_low), Math.Abs(_high));
        if (magnitude < 1e-150)
            return new(-1, 1);
        var span = _high - _low;
        if (span <= SmallestShare * magnitude)
            return new(_low - (0.1 * magnitude), _high + (0.1 * magnitude));
        var low = _low >= _lowEdge ? _low : _low - (Room * span);
        var high = _high <= _highEdge ? _high : _high + (Room * span);

        // Room must not carry an axis of positive values below nothing.
        if (_low >= 0 && low < 0)
            low = 0;
        if (_high <= 0 && high > 0)
            high = 0;
        return new(Math.Max(low, -LargestMagnitude), Math.Min(high, LargestMagnitude));
    }

    private AxisRange Logarithmic()
    {
        var factor = Math.Pow(_high / _low, Room);
        if (_high / _low < 1 + SmallestShare)
            return new(_low / 2, Math.Min(_high * 2, LargestMagnitude));
        return new(
            Math.Max(_low >= _lowEdge ? _low : _low / factor, double.Epsilon * 2),
            Math.Min(_high <= _highEdge ? _high : _high * factor, LargestMagnitude));
    }
}
