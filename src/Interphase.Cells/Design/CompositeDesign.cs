using System.Collections.Immutable;

namespace Interphase.Cells;

/// <summary>A composite electrode, all of it known or computed.</summary>
/// <param name="Thickness">m.</param>
/// <param name="Porosity">Share of the volume that is void.</param>
/// <param name="ArealMass">Mass of the whole composite per area, kg/m2.</param>
/// <param name="Loading">Mass of the active material with its coating per area, kg/m2.</param>
/// <param name="Components">The solids.</param>
public sealed record CompositeDesign(double Thickness, double Porosity, Derived ArealMass, Derived Loading, ImmutableArray<ComponentDesign> Components)
{
    /// <summary>Volume fraction of the active material itself, without its coating; 0 when there is none.</summary>
    public double ActiveFraction => Components.FirstOrDefault(component => component.Role == CellSections.Active)?.VolumeFraction ?? 0;
}
