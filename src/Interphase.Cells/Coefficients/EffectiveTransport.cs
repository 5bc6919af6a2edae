using System.Collections.Immutable;
using Interphase.Descriptions;
using Interphase.Materials;

namespace Interphase.Cells;

/// <summary>What a composite conducts as a whole, from what its materials conduct: by the closed forms, or by a structure. docs/physics.md (30), (31), (102).</summary>
internal static class EffectiveTransport
{
    /// <summary>The electrolyte's own conductivity; null where it has none.</summary>
    public static OwnConductivity? Ionic(Description electrode, CompositeDesign design, double temperature)
    {
        if (electrode.Within(CellSections.Electrolyte)?.Get(MaterialFields.IonicConductivity)?.Value is not { } property || !(design.Share(CellSections.Electrolyte) is > 0 and var share)) return null;
        ThermalLaw law = PropertyValues.Law(property, temperature, _ => double.NaN);
        return new OwnConductivity(CellSections.Electrolyte, PropertyValues.Value(property, _ => temperature) * law.Factor(temperature), law, ClosedForms.IonicFactor(share));
    }

    /// <summary>What conducts electrons.</summary>
    public static ImmutableArray<OwnConductivity> Electronic(Description electrode, CompositeDesign design, double temperature, double content)
    {
        var found = ImmutableArray.CreateBuilder<OwnConductivity>();
        foreach (string role in (ReadOnlySpan<string>)[CellSections.Active, CellSections.Carbon, CellSections.Inert, CellSections.Additive])
        {
            if (electrode.Within(role) is not { } section || section.Get(MaterialFields.ElectronicConductivity)?.Value is not { } property) continue;
            double Variable(string name) => name == "T" ? temperature : content;
            ThermalLaw law = PropertyValues.Law(property, temperature, Variable);
            double share = design.Share(role), factor = role == CellSections.Carbon ? ClosedForms.CarbonFactor(share, section) : ClosedForms.ParticleFactor(share);
            found.Add(new OwnConductivity(role, PropertyValues.Value(property, Variable) * law.Factor(temperature), law, factor));
        }
        return found.ToImmutable();
    }

    /// <summary>The effective conductivity by the closed forms, and how its largest part changes with temperature.</summary>
    public static (double Value, ThermalLaw Law) Closed(params IEnumerable<OwnConductivity> own) => Summed(own.Select(each => (each.Factor * each.Value, each.Law)));

    /// <summary>The same by a structure's factors. A conductor that the structure has and the cell tells no conductivity of counts with that of the structure.</summary>
    public static (double Value, ThermalLaw Law) Cited(ImmutableArray<StructureFactor> factors, params IEnumerable<OwnConductivity> own) => Summed(factors.Select(factor =>
        own.FirstOrDefault(each => each.Role == factor.Role) is { } known ? (factor.Factor * known.Value, known.Law) : (factor.Factor * factor.Conductivity, ThermalLaw.None)));

    private static (double Value, ThermalLaw Law) Summed(IEnumerable<(double Value, ThermalLaw Law)> parts)
    {
        double total = 0, largest = 0;
        ThermalLaw law = ThermalLaw.None;
        foreach ((double value, ThermalLaw own) in parts)
        {
            if (value > largest) (largest, law) = (value, own);
            total += value;
        }
        return (total, law);
    }
}
