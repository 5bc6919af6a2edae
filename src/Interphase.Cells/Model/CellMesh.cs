namespace Interphase.Cells;

/// <summary>How finely a cell is resolved; null for an electrode without a mesh.</summary>
/// <param name="Cathode">The positive electrode.</param>
/// <param name="Anode">The negative electrode.</param>
public sealed record CellMesh(CompositeMesh? Cathode, CompositeMesh? Anode)
{
    /// <summary>Elements in each layer of the separator; known to a liquid alone, since a solid needs none there.</summary>
    public int Separator { get; init; } = 1;
}
