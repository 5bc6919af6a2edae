namespace Interphase.Cells;

/// <summary>How finely the particles of a size class are resolved.</summary>
/// <param name="Kind">How.</param>
/// <param name="Count">Highest mode, or number of shells.</param>
public sealed record ParticleMesh(ParticleMeshKind Kind, int Count);
