namespace Interphase.Cells;

/// <summary>What a carbon's surface brings with it: groups that oxygen leaves as sulfite, and a nitride that is used up first and takes sulfur. docs/physics.md (148) to (151).</summary>
/// <param name="Groups">-OH groups, mol/m2 of carbon.</param>
/// <param name="GroupRate">How fast they react at their potential, 1/s.</param>
/// <param name="GroupPotential">V against lithium.</param>
/// <param name="GroupElectrons">Electrons of each.</param>
/// <param name="GroupActivation">How that changes with temperature.</param>
/// <param name="Blocking">Resistance between carbon and active material for sulfite on the carbon, ohm m2 per mol/m2.</param>
/// <param name="Nitride">mol/m2 of carbon.</param>
/// <param name="NitrideRate">How fast it reacts at its potential, 1/s.</param>
/// <param name="NitridePotential">V against lithium.</param>
/// <param name="NitrideElectrons">Electrons of each.</param>
/// <param name="NitrideActivation">How that changes with temperature.</param>
/// <param name="TransferCoefficient">Anodic, of both.</param>
/// <param name="Converted">Share of the sulfur on carbon that the nitride's product takes into a film that conducts, where it covers the carbon.</param>
/// <param name="Layer">A layer of that product, mol/m2 of carbon.</param>
/// <param name="CarbonArea">m2/m3.</param>
/// <param name="SulfiteLimit">C/m3 from which sulfite shows; infinite without.</param>
/// <param name="SulfideLimit">C/m3 from which the product of the nitride shows; infinite without.</param>
public sealed record CarbonSurfaceCoefficients(
    double Groups,
    double GroupRate,
    double GroupPotential,
    double GroupElectrons,
    ThermalLaw GroupActivation,
    double Blocking,
    double Nitride,
    double NitrideRate,
    double NitridePotential,
    double NitrideElectrons,
    ThermalLaw NitrideActivation,
    double TransferCoefficient,
    double Converted,
    double Layer,
    double CarbonArea,
    double SulfiteLimit,
    double SulfideLimit) : BoundaryCoefficients
{
    internal override BoundaryProcess<T> Process<T>(ProcessSite<T> site) => new CarbonSurfaceProcess<T>(this, site);
}
