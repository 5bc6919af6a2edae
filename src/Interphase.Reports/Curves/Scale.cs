namespace Interphase.Reports;

/// <summary>A unit and what a value is multiplied by to stand in it.</summary>
/// <param name="Unit">The unit, as <see cref="Interphase.Charts.Axis"/> reads it.</param>
/// <param name="Factor">For each cell, in order.</param>
internal sealed record Scale(string Unit, IReadOnlyList<double> Factor)
{
    public double this[CellCurves cell] => Factor[cell.Index];
}
