using System.Collections.Immutable;
using Interphase.Descriptions;
using Interphase.Materials;

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
    /// <summary>Coatings; null where nothing is coated.</summary>
    public CoatingCoefficients? Coating { get; init; }

    /// <summary>Share of the electrolyte that moisture has left.</summary>
    public double Left { get; init; } = 1;

    /// <summary>Radius of a sphere with the volume and the surface of all particles together, m.</summary>
    public double Radius => 3 * Classes.Sum(each => each.VolumeFraction) / Classes.Sum(each => each.Area);

    /// <summary>The electrolyte at hand, mol/m3 of electrode, with the lithium of its formula unit; null after a problem.</summary>
    /// <param name="section">Who asks.</param>
    public (double Amount, double Lithium, double MolarVolume, Description Electrolyte, ChemicalFormula Formula)? Electrolyte(Description section)
    {
        if (Electrode.Within(CellSections.Electrolyte) is not { } electrolyte || Design.Components.FirstOrDefault(component => component.Role == CellSections.Electrolyte) is not { VolumeFraction: > 0 and var share })
        {
            Problems.Add(section.Place, section.Path, "no electrolyte in this electrode that it could oxidise", "a composite with an `electrolyte`", "leave the section out where there is none");
            return null;
        }
        if (electrolyte.Get(MaterialFields.Formula)?.Value is not { } formula)
        {
            Problems.Add(electrolyte.Place, electrolyte.PathOf(MaterialFields.Formula), "nothing", "a formula: it says how much electrolyte there is to oxidise", "write `formula: Li6PS5Cl`, or name a material of the library");
            return null;
        }
        if (electrolyte.Get(MaterialFields.Density)?.Value.Si is not { } density)
        {
            Problems.Add(electrolyte.Place, electrolyte.PathOf(MaterialFields.Density), "nothing", "a density: it says how much electrolyte there is to oxidise", "write `density: 1.87 g/cm3`, or name a material of the library");
            return null;
        }
        double molar = formula.MolarMass / density;
        return (Left * share / molar, formula.Amount("Li").ToDouble(), molar, electrolyte, formula);
    }

    /// <summary>Volume of the active material over that at y = 1, over y; null after a problem.</summary>
    /// <param name="section">Who asks.</param>
    public Curve? Volume(Description section)
    {
        if (Electrode.Within(CellSections.Active) is not { } active || active.Get(MaterialFields.VolumeRatio) is not { } volume)
        {
            Problems.Add(section.Place, section.Path, "no active material whose volume changes", "an `active` with `volumeRatio`", "write it as a table over y, or leave the section out");
            return null;
        }
        if (PropertyValues.Curve(volume.Value, new Dictionary<string, double>(), out string? fault) is { } curve) return curve;
        Problems.Add(active.PlaceOf(MaterialFields.VolumeRatio), active.PathOf(MaterialFields.VolumeRatio), $"a property that cannot be used ({fault})", "volume over y, above 0", "check the table");
        return null;
    }
}
