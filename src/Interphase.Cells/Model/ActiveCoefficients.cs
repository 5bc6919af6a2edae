using Interphase.Descriptions;

namespace Interphase.Cells;

/// <summary>An active material.</summary>
/// <param name="MaximumConcentration">mol/m3 at y = 1.</param>
/// <param name="OpenCircuit">V against lithium over y.</param>
/// <param name="Diffusivity">m2/s over y.</param>
/// <param name="DiffusivityActivation">How it changes with temperature.</param>
/// <param name="ExchangeCurrent">A/m2 over y.</param>
/// <param name="ExchangeCurrentActivation">How it changes with temperature.</param>
/// <param name="TransferCoefficient">Anodic, 0 to 1.</param>
/// <param name="Entropic">V/K over y; null where it is not known.</param>
public sealed record ActiveCoefficients(
    double MaximumConcentration,
    Curve OpenCircuit,
    Curve Diffusivity,
    ThermalLaw DiffusivityActivation,
    ExchangeCurrentCurve ExchangeCurrent,
    ThermalLaw ExchangeCurrentActivation,
    double TransferCoefficient,
    Curve? Entropic)
{
    /// <summary>How the open-circuit potential depends on the past; null where it does not.</summary>
    public PathCoefficients? Path { get; init; }

    /// <summary>How the exchange current depends on the salt of a liquid; null where it does not.</summary>
    public SaltDependence? ExchangeOfSalt { get; init; }
}
