using System.Collections.Immutable;
using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>How finely a cell is resolved; null for an electrode without a mesh.</summary>
/// <param name="Cathode">The positive electrode.</param>
/// <param name="Anode">The negative electrode.</param>
public sealed record CellMesh(CompositeMesh? Cathode, CompositeMesh? Anode)
{
    /// <summary>Elements in each layer of the separator; known to a liquid alone, since a solid needs none there.</summary>
    public int Separator { get; init; } = 1;

    /// <summary>So many times finer everywhere; modes end at the highest that are made.</summary>
    /// <param name="factor">At least 1.</param>
    public CellMesh Times(int factor)
    {
        ImmutableArray<ParticleMesh> Particles(CompositeMesh mesh) =>
            [.. mesh.Particles.Select(particle => particle with { Count = particle.Kind == ParticleMeshKind.Modes ? Math.Min(SphereModes.Highest, factor * particle.Count) : factor * particle.Count })];
        CompositeMesh? Composite(CompositeMesh? mesh) => mesh is null ? null : new CompositeMesh(factor * mesh.Elements, mesh.PointsPerElement, Particles(mesh));
        return new CellMesh(Composite(Cathode), Composite(Anode)) { Separator = factor * Separator };
    }
}
