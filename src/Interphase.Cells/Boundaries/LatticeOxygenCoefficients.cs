namespace Interphase.Cells;

/// <summary>Oxygen that an oxide with little lithium gives off: a shell without lithium grows on its particles, and the electrolyte beside it is oxidised. docs/physics.md (143) to (146).</summary>
/// <param name="Rate">Growth of the shell at a shortage of 1 in lithium content, m/s.</param>
/// <param name="Activation">How it changes with temperature.</param>
/// <param name="Onset">Lithium content below which oxygen is given off.</param>
/// <param name="ShellIons">What the shell conducts in ions, S/m; infinite where it does not resist.</param>
/// <param name="Uses">Electrolyte oxidised per volume of shell, in shares of what there is per area of shell surface: mol/m3 of shell over mol/m3 of electrode.</param>
/// <param name="Lithium">Lithium in the electrolyte as assembled, mol/m3 of electrode.</param>
/// <param name="Area">Surface of the active material that touches the electrolyte, m2/m3.</param>
/// <param name="Binding">How fast oxygen is bound where it would be given off, 1/s at a shortage of 1; 0 where nothing binds it.</param>
/// <param name="Unbinding">How fast it is let go again, 1/s.</param>
/// <param name="SupplyExponent">Exponent with which the ionic conductivity follows the electrolyte that is left; 0 where another boundary counts it.</param>
/// <param name="Limit">Oxygen given off, in C/m3 as O2-, from which it shows; infinite without.</param>
/// <param name="Oxygen">Oxygen given off per volume of shell, mol/m3.</param>
public sealed record LatticeOxygenCoefficients(
    double Rate, ThermalLaw Activation, double Onset, double ShellIons, double Uses, double Lithium, double Area, double Binding, double Unbinding, double SupplyExponent, double Limit, double Oxygen)
    : BoundaryCoefficients
{
    internal override bool TakesActive => true;

    internal override BoundaryProcess<T> Process<T>(ProcessSite<T> site) => new LatticeOxygenProcess<T>(this, site);
}
