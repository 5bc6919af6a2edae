using System.Collections.Immutable;
using Interphase.Descriptions;

namespace Interphase.Cells;

/// <summary>The composite at whose boundaries something happens, as a cell file describes it.</summary>
/// <param name="Electrode">Its electrode.</param>
/// <param name="Cell">The whole cell.</param>
/// <param name="Design">The composite.</param>
/// <param name="Classes">Sizes of its particles.</param>
/// <param name="Content">Lithium content as assembled.</param>
/// <param name="MaximumConcentration">Of lithium in the active material, mol/m3; NaN without one.</param>
/// <param name="ActiveArea">Surface of the active material that touches the electrolyte, m2/m3.</param>
/// <param name="CarbonArea">That of the carbon, m2/m3.</param>
/// <param name="Line">Length of the line at which all three meet, 1/m2.</param>
/// <param name="Temperature">K.</param>
/// <param name="Problems">Receives what is missing or wrong.</param>
internal sealed record BoundarySite(
    Description Electrode,
    Description Cell,
    CompositeDesign Design,
    ImmutableArray<SizeClassCoefficients> Classes,
    double Content,
    double MaximumConcentration,
    double ActiveArea,
    double CarbonArea,
    double Line,
    double Temperature,
    Problems Problems)
{
    /// <summary>Radius of a sphere with the volume and the surface of all particles together, m.</summary>
    public double Radius => 3 * Classes.Sum(each => each.VolumeFraction) / Classes.Sum(each => each.Area);
}
