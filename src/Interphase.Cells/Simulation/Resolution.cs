namespace Interphase.Cells;

/// <summary>How finely a run is resolved. docs/numerics.md, section 9.</summary>
/// <param name="Mesh">In space.</param>
/// <param name="Tolerance">In time: what a step may err in lithium content and volts.</param>
public sealed record Resolution(CellMesh Mesh, double Tolerance)
{
    /// <summary>By how much voltages differ from those of a finer run, V; null where none was made, or where it was too long to be made to its end.</summary>
    public double? Error { get; init; }
}
