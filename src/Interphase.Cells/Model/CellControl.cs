namespace Interphase.Cells;

/// <summary>The one equation that closes a cell: a target that stands still or moves at a constant rate.</summary>
/// <param name="Kind">What is controlled.</param>
/// <param name="Value">The target at <paramref name="Start"/>: A/m2, V, W/m2 or ohm m2.</param>
/// <param name="Slope">Its rate, per s.</param>
/// <param name="Start">s.</param>
internal readonly record struct CellControl(CellControlKind Kind, double Value, double Slope = 0, double Start = 0);
