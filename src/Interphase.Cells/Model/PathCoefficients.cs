using Interphase.Descriptions;

namespace Interphase.Cells;

/// <summary>An open-circuit potential that depends on what the material went through. docs/physics.md (30) to (33).</summary>
/// <param name="FirstCharge">V over y while breaking new ground; null where the first charge is like any other.</param>
/// <param name="FirstChargeStart">y_a, where a first charge begins to change the later curve.</param>
/// <param name="FirstChargeEnd">y_b, where it has changed it for good.</param>
/// <param name="HalfGap">M, half of the gap between charge and discharge, V over y; null where there is none.</param>
/// <param name="HysteresisRate">gamma, per unit of y.</param>
/// <param name="Width">Lithium content over which a material leaves the first-charge curve when it turns back.</param>
public sealed record PathCoefficients(Curve? FirstCharge, double FirstChargeStart, double FirstChargeEnd, Curve? HalfGap, double HysteresisRate, double Width);
