using Interphase.Descriptions;

namespace Interphase.Cells;

/// <summary>A kind of thing that can happen at the boundaries of a composite: its section of a cell file, and what the equations are told of it.</summary>
/// <param name="Declaration">The section.</param>
/// <param name="Build">The coefficients; null after problems.</param>
internal sealed record BoundaryKind(Section Declaration, Func<Description, BoundarySite, BoundaryCoefficients?> Build)
{
    /// <summary>All kinds, in the order in which they act on a point: what others ask for comes before them.</summary>
    public static IReadOnlyList<BoundaryKind> All { get; } =
    [
        new(ContactFields.Declaration, ContactBuilder.Build),
        new(CrackFields.ActiveDeclaration, CrackBuilder.OfActive),
        new(CrackFields.ElectrolyteDeclaration, CrackBuilder.OfElectrolyte),
        new(LatticeOxygenFields.Declaration, LatticeOxygenBuilder.Build),
        new(SurfaceStateFields.Declaration, SurfaceStateFields.Build),
        new(CarbonSurfaceFields.Declaration, CarbonSurfaceFields.Build),
        new(SpaceChargeFields.Declaration, SpaceChargeFields.Build),
        new(GrowthFields.Declaration, GrowthBuilder.Build),
        new(OxidationFields.Declaration, OxidationBuilder.Build),
    ];
}
