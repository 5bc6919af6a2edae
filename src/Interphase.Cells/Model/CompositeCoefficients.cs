using System.Collections.Immutable;

namespace Interphase.Cells;

/// <summary>A composite electrode.</summary>
/// <param name="Thickness">m.</param>
/// <param name="IonicConductivity">Effective, S/m.</param>
/// <param name="IonicActivation">How it changes with temperature.</param>
/// <param name="ElectronicConductivity">Effective, S/m.</param>
/// <param name="ElectronicActivation">How it changes with temperature.</param>
/// <param name="Active">The active material; null where there is none.</param>
/// <param name="Classes">Its size classes.</param>
/// <param name="ContactFraction">Surface that touches the electrolyte over that of the particles as spheres: 0 to 1, or more where a structure shows more than spheres have.</param>
/// <param name="FilmResistance">ohm m2 of contacted surface.</param>
/// <param name="DoubleLayer">F/m2 of every conducting surface that touches the electrolyte; 0 where there is none.</param>
/// <param name="CarbonArea">m2 of carbon in contact with electrolyte per m3.</param>
/// <param name="Redox">The electrolyte's reversible redox on conducting surfaces; null where there is none.</param>
/// <param name="InitialContent">Lithium content y at the start.</param>
public sealed record CompositeCoefficients(
    double Thickness,
    double IonicConductivity,
    ThermalLaw IonicActivation,
    double ElectronicConductivity,
    ThermalLaw ElectronicActivation,
    ActiveCoefficients? Active,
    ImmutableArray<SizeClassCoefficients> Classes,
    double ContactFraction,
    double FilmResistance,
    double DoubleLayer,
    double CarbonArea,
    RedoxCoefficients? Redox,
    double InitialContent) : ElectrodeCoefficients
{
    /// <summary>Capacitance of the film, F/m2 of contacted surface; 0 where there is none. Known to the impedance only.</summary>
    public double FilmCapacitance { get; init; }

    /// <summary>Pores that the cell's liquid fills; null in a cell without one.</summary>
    public PoreCoefficients? Pores { get; init; }

    /// <summary>Coatings; null where nothing is coated.</summary>
    public CoatingCoefficients? Coating { get; init; }

    /// <summary>What happens at its boundaries, in the order in which it acts.</summary>
    public ImmutableArray<BoundaryCoefficients> Boundaries { get; init; } = [];

    /// <summary>What boundary processes have become, in place of processes that go on; null in a cell that ages.</summary>
    internal FrozenBoundaries? Frozen { get; init; }

    /// <summary>Whether active material may go out of use.</summary>
    public bool TakesActive => Boundaries.Any(each => each.TakesActive);

    /// <summary>Whether diffusion in its particles may be slowed.</summary>
    public bool SlowsDiffusion => Boundaries.Any(each => each.SlowsDiffusion);

    /// <summary>Surface of the active material that touches the electrolyte as assembled, m2 per m3.</summary>
    public double ActiveArea => Active is null ? 0 : ContactFraction * Classes.Sum(each => each.Area);

    /// <summary>Conducting surface that touches the electrolyte, m2 per m3.</summary>
    public double SurfaceArea => CarbonArea + ActiveArea;

    /// <summary>Surface on which the reversible redox runs, m2 per m3.</summary>
    public double RedoxArea => Redox is { OnActive: true } ? SurfaceArea : CarbonArea;

    /// <summary>Charge of the active material from y = 1 to y = 0, C/m2.</summary>
    public double Capacity => Active is null ? 0 : PhysicalConstants.Faraday * Active.MaximumConcentration * Classes.Sum(each => each.VolumeFraction) * Thickness;
}
