using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>
/// Whether a mesh that was chosen for a cell as it begins still does when its boundaries are what they have become: a cycle of a cell that is made so, with that mesh and with one twice as fine.
/// docs/numerics.md, section 9.
/// </summary>
internal sealed class AgedMesh(CellCoefficients cell, Resolution resolution, double pressure, CancellationToken cancellation)
{
    private const int Times = 2;

    /// <summary>What the finer mesh moves the discharge of a cycle by, as a share of the first cycle's; null where one of them does not come to its end.</summary>
    /// <param name="first">The first cycle's start.</param>
    /// <param name="then">That of the cycle that is looked at.</param>
    public double? Error(CycleStart first, CycleStart then)
    {
        if (Discharge(first, resolution.Mesh) is not { } fresh || Discharge(then, resolution.Mesh) is not { } coarse || Discharge(then, resolution.Mesh.Times(Times)) is not { } fine) return null;
        return (fine - coarse) / fresh;
    }

    private double? Discharge(CycleStart at, CellMesh mesh)
    {
        CellCoefficients aged = cell with { Cathode = Of(cell.Cathode, at.CathodeBoundaries, resolution.Mesh.Cathode, mesh.Cathode), Anode = Of(cell.Anode, at.AnodeBoundaries, resolution.Mesh.Anode, mesh.Anode), IsHeld = true };
        var model = new CellModel<Real>(aged, mesh) { ContentTolerance = resolution.Tolerance, VoltageTolerance = resolution.Tolerance };
        var tally = new DischargeTally<Real>(model);
        RunEnd end = new ProtocolDriver<Real>(model, tally, cell.Temperature, pressure, cancellation).Run(new Protocol([.. at.Steps]));
        return end.Exit == ExitKind.Completed && tally.Discharged.Value > 0 ? tally.Discharged.Value : null;
    }

    private static ElectrodeCoefficients Of(ElectrodeCoefficients electrode, FrozenBoundaries? boundaries, CompositeMesh? from, CompositeMesh? to) =>
        electrode is FoilCoefficients foil ? foil with { IsHeld = true }
            : electrode is CompositeCoefficients composite && boundaries is not null && from is not null && to is not null ? composite with { Frozen = boundaries.On(from, to) } : electrode;
}
