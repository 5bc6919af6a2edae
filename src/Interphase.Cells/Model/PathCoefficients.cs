using Interphase.Descriptions;

namespace Interphase.Cells;

/// <summary>An open-circuit potential that depends on where the material has been: a first charge, a hysteresis, or both. docs/physics.md (37), (38).</summary>
/// <param name="FirstCharge">V over y while breaking new ground; null where the first charge is like every other.</param>
/// <param name="Start">Lowest content from which on a first charge changes the later curve.</param>
/// <param name="End">Lowest content at which it has changed it for good.</param>
/// <param name="Hysteresis">Half of the gap between the branches, V over y; null without one.</param>
/// <param name="Rate">How fast the branch is changed, per unit of y.</param>
public sealed record PathCoefficients(Curve? FirstCharge, double Start, double End, Curve? Hysteresis, double Rate)
{
    /// <summary>Content over which a curve that left the ground of its first charge joins the later one.</summary>
    public const double Width = 0.04;
}
