using System.Collections.Immutable;

namespace Interphase.Cells;

/// <summary>Chooses how finely a cell is resolved from its coefficients. docs/numerics.md, section 9.</summary>
internal static class MeshChoice
{
    private const int LeastPoints = 3, UsualModes = 8, UsualShells = 12, LiquidElements = 3, FlatElements = 4;

    /// <summary>The mesh of a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="refine">Multiplies every mesh.</param>
    public static CellMesh For(CellCoefficients cell, int refine) => new(Composite(cell, cell.Cathode, refine), Composite(cell, cell.Anode, refine)) { Separator = (cell.Cathode is CompositeCoefficients && cell.Anode is CompositeCoefficients ? 1 : FlatElements) * refine };

    private static CompositeMesh? Composite(CellCoefficients cell, ElectrodeCoefficients electrode, int refine)
    {
        if (electrode is not CompositeCoefficients composite) return null;
        var particles = ImmutableArray.CreateBuilder<ParticleMesh>();
        if (composite.Active is { } active)
            foreach (SizeClassCoefficients _ in composite.Classes)
                particles.Add(active.Diffusivity.Minimum == active.Diffusivity.Maximum ? new ParticleMesh(ParticleMeshKind.Modes, UsualModes * refine) : new ParticleMesh(ParticleMeshKind.Shells, UsualShells * refine));
        return new CompositeMesh(cell.Liquid is null ? refine : LiquidElements * refine, LeastPoints, particles.ToImmutable());
    }
}
