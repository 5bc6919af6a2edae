namespace Interphase.Cells;

/// <summary>A solid with what covers it.</summary>
/// <param name="Core">The solid.</param>
/// <param name="Coating">What covers it; null where nothing does.</param>
/// <param name="HasGaps">Whether the coating is known to leave something bare, or not known to leave nothing.</param>
internal sealed record InterfaceSolid(CellSolid Core, CellSolid? Coating, bool HasGaps)
{
    /// <summary>What others can touch, and whether through a gap.</summary>
    public IEnumerable<(CellSolid Solid, bool IsGap)> Surfaces()
    {
        yield return (Coating ?? Core, false);
        if (Coating is not null && HasGaps) yield return (Core, true);
    }
}
