using System.Collections.Immutable;

namespace Interphase.Cells;

/// <summary>How finely a composite is resolved.</summary>
/// <param name="Elements">Elements between separator and collector.</param>
/// <param name="PointsPerElement">Gauss points in each.</param>
/// <param name="Particles">One for each size class.</param>
public sealed record CompositeMesh(int Elements, int PointsPerElement, ImmutableArray<ParticleMesh> Particles);
