namespace Interphase.Cells;

/// <summary>A resistive state of the active material's surface that comes where it has little lithium and largely goes again. docs/physics.md (147).</summary>
/// <param name="Resistance">Where all of the surface is in it, ohm m2.</param>
/// <param name="Onset">Lithium content below which it comes.</param>
/// <param name="Coming">How fast, 1/s at a shortage of 1.</param>
/// <param name="Going">How fast it goes, 1/s.</param>
/// <param name="Activation">How both change with temperature.</param>
public sealed record SurfaceStateCoefficients(double Resistance, double Onset, double Coming, double Going, ThermalLaw Activation) : BoundaryCoefficients
{
    internal override bool GoesOn => true;

    internal override BoundaryProcess<T> Process<T>(ProcessSite<T> site) => new SurfaceStateProcess<T>(this, site);
}
