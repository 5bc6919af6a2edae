using System.Collections.Immutable;
using Interphase.Descriptions;
using Interphase.Materials;

namespace Interphase.Cells;

/// <summary>Completes the layers of a separator: two of mass, thickness and porosity make the third.</summary>
internal static class SeparatorDesigner
{
    private const double DefaultPorosity = 0.18;

    public static ImmutableArray<LayerDesign> Design(Description cell, double area, Problems problems, List<Remark> remarks)
    {
        var layers = ImmutableArray.CreateBuilder<LayerDesign>();
        foreach (Description layer in cell.All(CellSections.Separator))
            if (One(layer, area, problems, remarks) is { } design) layers.Add(design);
        return layers.ToImmutable();
    }

    private static LayerDesign? One(Description layer, double area, Problems problems, List<Remark> remarks)
    {
        string name = layer.Get(SeparatorFields.Material)?.Value ?? "separator";
        double? density = layer.Get(MaterialFields.Density)?.Value.Si;
        double? mass = layer.Get(SeparatorFields.Mass)?.Value.Si / area, thickness = layer.Get(SeparatorFields.Thickness)?.Value.Si, porosity = layer.Get(SeparatorFields.Porosity)?.Value.Si;
        if (mass is null && thickness is null)
        {
            problems.Add(layer.Place, layer.Path, "neither thickness nor mass", "one of them", "write `thickness: 500 um` or `mass: 120 mg`");
            return null;
        }
        if (mass is { } areal && density is null)
        {
            problems.Add(layer.PlaceOf(SeparatorFields.Mass), layer.PathOf(SeparatorFields.Mass), "a mass without a density", "the density of the material", "give `density`, or the thickness instead");
            return null;
        }
        // As in a composite: of three, what was said later makes one of the others follow.
        bool massFollows = false;
        if (mass is not null && thickness is not null && porosity is not null)
        {
            int spacing = layer.Get(SeparatorFields.Thickness).Lateness(), amount = layer.Get(SeparatorFields.Mass).Lateness(), space = layer.Get(SeparatorFields.Porosity).Lateness();
            if (spacing > amount)
            {
                (mass, massFollows) = (null, true);
                remarks.Add(new Remark(layer.PathOf(SeparatorFields.Mass), "follows from thickness and porosity, of which one was given later", layer.PlaceOf(SeparatorFields.Thickness)));
            }
            else if (amount > spacing || space > spacing)
            {
                thickness = null;
                remarks.Add(new Remark(layer.PathOf(SeparatorFields.Thickness), "follows from mass and porosity, of which one was given later", layer.PlaceOf(SeparatorFields.Mass)));
            }
        }
        if (mass is { } weight && thickness is { } length)
        {
            double solid = weight / density!.Value;
            if (solid / length - 1 > CompositeDesigner.Tolerance)
            {
                problems.Add(layer.PlaceOf(SeparatorFields.Thickness), layer.PathOf(SeparatorFields.Thickness), $"`{layer.Get(SeparatorFields.Thickness)!.Value}`", $"at least {Measures.Length.Show(solid, 4)}, the solid that mass and area make", $"mass and thickness disagree by {(solid / length - 1) * 100:0.#} % even without void");
                return null;
            }
            if (solid > length)
            {
                remarks.Add(new Remark(layer.PathOf(SeparatorFields.Thickness), $"mass and area make {Measures.Length.Show(solid, 4)} even without void; that is used, {(solid / length - 1) * 100:0.#} % more than written and within {CompositeDesigner.Tolerance * 100} %", layer.PlaceOf(SeparatorFields.Thickness)));
                length = solid;
            }
            double empty = 1 - solid / length;
            if (porosity is { } written)
            {
                double off = length * (1 - written) / solid - 1;
                if (Math.Abs(off) > CompositeDesigner.Tolerance)
                {
                    problems.Add(layer.PlaceOf(SeparatorFields.Porosity), layer.PathOf(SeparatorFields.Porosity), $"`{layer.Get(SeparatorFields.Porosity)!.Value}`", $"{empty * 100:0.#} % within {CompositeDesigner.Tolerance * 100} % of the mass, from mass and thickness", $"thickness and porosity make {off * 100:+0.#;-0.#} % of the mass; leave one of the three out");
                    return null;
                }
                if (Math.Abs(off) > 1e-3) remarks.Add(new Remark(layer.PathOf(SeparatorFields.Porosity), $"mass and thickness make {empty * 100:0.#} % void; the {written * 100:0.#} % given is within {CompositeDesigner.Tolerance * 100} %", layer.PlaceOf(SeparatorFields.Porosity)));
            }
            else layer.Complete(SeparatorFields.Porosity, empty, "mass, area and thickness");
            return new LayerDesign(name, length, empty, weight);
        }
        porosity ??= layer.GetOrDefault(SeparatorFields.Porosity, new Quantity(DefaultPorosity * 100, "%"), "82 % dense at 370 MPa (doux2020)").Si;
        if (massFollows) layer.Complete(SeparatorFields.Mass, thickness!.Value * (1 - porosity.Value) * density!.Value * area, "thickness, porosity and area");
        if (thickness is { } given) return new LayerDesign(name, given, porosity.Value, density is { } rho ? given * (1 - porosity.Value) * rho : Derived.None("its density is missing"));
        double made = mass!.Value / density!.Value / (1 - porosity.Value);
        layer.Complete(SeparatorFields.Thickness, made, "mass, area and porosity");
        return new LayerDesign(name, made, porosity.Value, mass.Value);
    }
}
