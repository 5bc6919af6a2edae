namespace Interphase.Cells;

/// <summary>A layer of the electrolyte beside an oxide that lithium ions have left. docs/physics.md (163), (164).</summary>
/// <param name="Drop">Potential across it, V.</param>
/// <param name="Sites">Ions that a full site lattice has, 1/m3.</param>
/// <param name="Permittivity">Relative.</param>
/// <param name="Conductivity">Of the electrolyte, S/m.</param>
/// <param name="Activation">How that changes with temperature.</param>
public sealed record SpaceChargeCoefficients(double Drop, double Sites, double Permittivity, double Conductivity, ThermalLaw Activation) : BoundaryCoefficients
{
    /// <summary>Width of the layer that is empty of ions, m. docs/physics.md (163).</summary>
    public double Width => Math.Sqrt(2 * Permittivity * PhysicalConstants.VacuumPermittivity * Drop / (PhysicalConstants.ElementaryCharge * Sites));

    internal override BoundaryProcess<T> Process<T>(ProcessSite<T> site) => new SpaceChargeProcess<T>(this, site);
}
