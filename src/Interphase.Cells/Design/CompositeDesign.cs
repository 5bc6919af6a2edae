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

    /// <summary>Surface between active material and electrolyte per volume, 1/m.</summary>
    public CompositeFigure AreaActiveElectrolyte { get; init; } = CompositeFigure.Unknown;

    /// <summary>Surface between carbon and electrolyte per volume, 1/m.</summary>
    public CompositeFigure AreaCarbonElectrolyte { get; init; } = CompositeFigure.Unknown;

    /// <summary>Surface between active material and carbon per volume, 1/m.</summary>
    public CompositeFigure AreaActiveCarbon { get; init; } = CompositeFigure.Unknown;

    /// <summary>Length of the lines where active material, electrolyte and carbon meet, per volume, 1/m2.</summary>
    public CompositeFigure TriplePhaseLength { get; init; } = CompositeFigure.Unknown;

    /// <summary>Share of the active material that electrons and ions reach.</summary>
    public CompositeFigure Utilisation { get; init; } = CompositeFigure.Unknown;

    /// <summary>Surface of all particles as spheres, per volume, 1/m.</summary>
    public Derived ParticleArea { get; init; } = Derived.None("nothing was derived");

    /// <summary>The structure that it cites; null where it cites none.</summary>
    public StructureFile? Structure { get; init; }

    /// <summary>Where the structure was read from; empty where it cites none.</summary>
    public string StructurePath { get; init; } = "";

    /// <summary>What the structure says beside the closed forms; empty where it cites none.</summary>
    public ImmutableArray<FigureComparison> Comparison { get; init; } = [];

    /// <summary>Volume fraction of a component; 0 where there is none.</summary>
    /// <param name="role">Its role.</param>
    public double Share(string role) => Components.FirstOrDefault(component => component.Role == role)?.VolumeFraction ?? 0;
}
