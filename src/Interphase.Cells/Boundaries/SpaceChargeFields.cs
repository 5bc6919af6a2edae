using Interphase.Descriptions;
using Interphase.Materials;

namespace Interphase.Cells;

/// <summary>What a cell file says of a layer of the electrolyte beside an oxide that ions have left.</summary>
public static class SpaceChargeFields
{
    /// <summary>The name of its section.</summary>
    public const string Section = "spaceCharge";

    /// <summary>Drop.</summary>
    public static readonly QuantityField Drop = new("drop", Measures.Voltage, "0 V", "6 V", "Potential across the layer.");

    /// <summary>Sites.</summary>
    public static readonly QuantityField Sites = new("sites", new Measure("a number per volume", "1/m3"), "1e20 1/m3", "1e30 1/m3", "Lithium ions per volume of the electrolyte.");

    /// <summary>Permittivity.</summary>
    public static readonly QuantityField Permittivity = new("permittivity", Measures.Number, "1", "1e5", "Permittivity of the electrolyte over that of vacuum.");

    /// <summary>The section.</summary>
    public static Section Declaration { get; } = new(Section, "A layer of the electrolyte beside the active material that lithium ions have left; a bare value is the potential across it.")
    {
        Fields = [Drop, Sites, Permittivity],
        Shorthand = Drop,
    };

    /// <summary>The coefficients; null after problems.</summary>
    internal static SpaceChargeCoefficients? Build(Description section, BoundarySite site)
    {
        int before = site.Problems.Count;
        double drop = Need(Drop, "the potential across the layer: it is measured, never computed", "write `drop: 0.2 V`, or leave the section out");
        double sites = Need(Sites, "the lithium ions per volume of the electrolyte", "write `sites: 2.5e28 1/m3`");
        double permittivity = Need(Permittivity, "the permittivity of the electrolyte", "write `permittivity: 12`");
        if (site.Electrode.Within(CellSections.Electrolyte)?.Get(MaterialFields.IonicConductivity) is not { } conductivity)
        {
            site.Problems.Add(section.Place, section.Path, "no electrolyte with a conductivity", "a composite with an `electrolyte`", "leave the section out where there is none");
            return null;
        }
        return site.Problems.Count > before ? null : new SpaceChargeCoefficients(drop, sites, permittivity, PropertyValues.Value(conductivity.Value, _ => site.Temperature), PropertyValues.Law(conductivity.Value, site.Temperature, _ => double.NaN));

        double Need(QuantityField field, string expected, string suggestion)
        {
            if (section.Get(field) is { Value.Si: > 0 } given) return given.Value.Si;
            site.Problems.Add(section.Place, section.PathOf(field), section.Get(field) is null ? "nothing" : "0", expected, suggestion);
            return double.NaN;
        }
    }
}
