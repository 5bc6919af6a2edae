namespace Interphase.Cells;

/// <summary>Spectra taken while a step goes on, whenever a variable comes to a mark: <paramref name="Origin"/> and every multiple of <paramref name="Interval"/> from there.</summary>
/// <param name="Text">As written, such as <c>impedance every 10 % state of charge</c>.</param>
/// <param name="Impedance">What is taken, and in which cycles.</param>
/// <param name="Variable">What is watched.</param>
/// <param name="Origin">Where the marks are counted from, in SI and per area.</param>
/// <param name="Interval">From mark to mark; not 0, and negative where the variable falls while what it stands for grows.</param>
public sealed record ImpedanceSeries(string Text, ImpedanceControl Impedance, StepVariable Variable, double Origin, double Interval)
{
    /// <summary>Which mark a value is at or between, counted from the origin.</summary>
    /// <param name="value">Of the variable.</param>
    public double Mark(double value) => (value - Origin) / Interval;

    /// <summary>The value of a mark.</summary>
    /// <param name="mark">Counted from the origin.</param>
    public double Value(double mark) => Origin + mark * Interval;
}
