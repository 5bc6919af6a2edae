namespace Interphase.Cells;

/// <summary>The electrolyte's reversible redox: a finite reservoir per area. docs/physics.md (34).</summary>
/// <param name="Potential">V against lithium.</param>
/// <param name="ChargePerArea">C/m2 of conducting surface.</param>
/// <param name="RateConstant">A/m2.</param>
/// <param name="TransferCoefficient">Anodic, 0 to 1.</param>
/// <param name="OnActive">Whether it also runs on the surface of the active material.</param>
/// <param name="InitialState">z at the start: 0 reduced, 1 oxidised.</param>
public sealed record RedoxCoefficients(double Potential, double ChargePerArea, double RateConstant, double TransferCoefficient, bool OnActive, double InitialState);
