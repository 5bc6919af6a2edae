namespace Interphase.Reports;

/// <summary>A figure that sums a cell up.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">The number; null or not finite where there is none.</param>
/// <param name="Unit">Its unit, such as <c>mAh/cm2</c>; empty for pure numbers.</param>
public sealed record KeyFigure(string Name, double? Value, string Unit)
{
    /// <summary>Why there is no number, or what should be known about it; may be empty.</summary>
    public string Remark { get; init; } = "";
}
