namespace Interphase.Cells;

/// <summary>A filament of lithium that grows from a foil through the separator. docs/physics.md (158).</summary>
/// <param name="Speed">At the reference current, m/s.</param>
/// <param name="Reference">That current, A/m2.</param>
/// <param name="Exponent">With which the speed follows the current.</param>
/// <param name="Length">Way through the separator, m.</param>
public sealed record FilamentCoefficients(double Speed, double Reference, double Exponent, double Length);
