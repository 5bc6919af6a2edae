namespace Interphase.Cells;

/// <summary>Counts the marks of a series that a step comes by. Each is passed once on the way: a variable that turns meets the one behind it next.</summary>
internal sealed class MarkCount
{
    // A step that begins or ends on a mark is as far off it as its numbers are rounded.
    private const double Rounding = 1e-6, EndRounding = 1e-9;

    private readonly ImpedanceSeries _series;
    private double _below, _above;

    public MarkCount(ImpedanceSeries series, double start)
    {
        _series = series;
        double at = series.Mark(start);
        (_below, _above) = (Math.Ceiling(at - Rounding) - 1, Math.Floor(at + Rounding) + 1);
    }

    /// <summary>What is watched.</summary>
    public StepVariable Variable => _series.Variable;

    /// <summary>Where a value lies, counted in marks.</summary>
    public double At(double value) => _series.Mark(value);

    /// <summary>The next mark that lies on the way to a value; null where there is none.</summary>
    public double? Next(double value)
    {
        double at = At(value);
        return at >= _above - EndRounding ? _above : at <= _below + EndRounding ? _below : null;
    }

    /// <summary>Whether a mark that comes next is met from below.</summary>
    public bool Rises(double mark) => mark == _above;

    /// <summary>Leaves a mark behind.</summary>
    public void Pass(double mark) => (_below, _above) = (mark - 1, mark + 1);
}
