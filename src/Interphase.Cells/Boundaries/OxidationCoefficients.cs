namespace Interphase.Cells;

/// <summary>The electrolyte's irreversible oxidation where it meets active material, carbon and both at once. docs/physics.md (120) to (126).</summary>
/// <param name="First">The electrolyte itself.</param>
/// <param name="Second">What the first step leaves.</param>
/// <param name="OnActive">How much faster than said on active material.</param>
/// <param name="OnCarbon">On carbon.</param>
/// <param name="OnLine">On the strip beside the line at which all three meet.</param>
/// <param name="ReferencePotential">Potential for which the currents hold, V against lithium.</param>
/// <param name="TransferCoefficient">Anodic.</param>
/// <param name="Activation">How the first step changes with temperature.</param>
/// <param name="Amount">Electrolyte as assembled, mol/m3 of electrode.</param>
/// <param name="Lithium">Lithium in its formula unit.</param>
/// <param name="LineArea">Area of the strip, m2/m3; taken from that of the active material.</param>
/// <param name="FilmElectrons">What the film conducts in electrons, S/m; infinite where growth is not slowed.</param>
/// <param name="FilmIons">What it conducts in ions, S/m; infinite where it does not resist.</param>
/// <param name="ContactResistivity">Resistance of the contacts to carbon per area and thickness of the film on carbon, ohm m.</param>
/// <param name="SupplyExponent">Exponent with which the ionic conductivity follows the electrolyte that is left.</param>
/// <param name="SulfurOnActive">Share of what is oxidised on active material away from the strip that shows as sulfur.</param>
/// <param name="SulfurLimit">C/m3 from which sulfur shows; infinite without.</param>
/// <param name="PolysulfideLimit">C/m3 from which polysulfide shows; infinite without.</param>
public sealed record OxidationCoefficients(
    OxidationStep First,
    OxidationStep Second,
    double OnActive,
    double OnCarbon,
    double OnLine,
    double ReferencePotential,
    double TransferCoefficient,
    ThermalLaw Activation,
    double Amount,
    double Lithium,
    double LineArea,
    double FilmElectrons,
    double FilmIons,
    double ContactResistivity,
    double SupplyExponent,
    double SulfurOnActive,
    double SulfurLimit,
    double PolysulfideLimit) : BoundaryCoefficients
{
    /// <summary>How the second step changes with temperature; null where it does as the first one.</summary>
    public ThermalLaw? SecondActivation { get; init; }

    /// <summary>C/m3 of the second step from which phosphates show where active material takes part; infinite without.</summary>
    public double PhosphateLimit { get; init; } = double.PositiveInfinity;

    /// <summary>Film on carbon over which the reservoir of the reversible redox falls by a factor of e, m; infinite where it stays.</summary>
    public double ReservoirDepth { get; init; } = double.PositiveInfinity;

    /// <summary>Share of the active material's surface on which it takes place: what coatings leave to electrons.</summary>
    public double Bare { get; init; } = 1;

    /// <summary>The same of the carbon's.</summary>
    public double BareCarbon { get; init; } = 1;

    internal override BoundaryProcess<T> Process<T>(ProcessSite<T> site) => new OxidationProcess<T>(this, site);
}
