using Interphase.Cells;
using Interphase.Charts;
using Interphase.Descriptions;

namespace Interphase.Cli;

/// <summary>The charts of a derived cell.</summary>
internal static class DesignCharts
{
    /// <summary>Both charts side by side; the composition alone where there are no curves.</summary>
    public static string Svg(CellDesign design) => design.Equilibrium is { } curves
        ? SvgRenderer.Render(new Figure(Named(design.Name), [Equilibrium(design, curves), Composition(design)]), Theme.Auto, new ChartSize(1120, 440))
        : SvgRenderer.Render(Composition(design), Theme.Auto);

    private static Chart Equilibrium(CellDesign design, EquilibriumCurves curves)
    {
        bool perMass = design.Cathode is { Loading.Exists: true };
        double scale = perMass ? design.Cathode!.Loading.Value!.Value * 3600 : 36;
        double[] capacity = [.. curves.Capacity.Select(charge => charge / scale)];
        var series = new List<Series> { new LineSeries(curves.Charging.SequenceEqual(curves.Discharging) ? "cathode" : "cathode, discharge", capacity, [.. curves.Discharging]) };
        if (!curves.Charging.SequenceEqual(curves.Discharging)) series.Add(new LineSeries("cathode, first charge", capacity, [.. curves.Charging]));
        series.Add(new LineSeries("counter electrode", capacity, [.. curves.Anode]));
        var marks = new List<Charts.Annotation>();
        foreach (CutoffDesign cutoff in design.Cutoffs.Where(each => each.Cathode.Exists)) marks.Add(new ReferenceLine(ReferenceDirection.Horizontal, cutoff.Cathode.Value!.Value, $"{cutoff.Name} cut-off, cathode {cutoff.Cathode.Value:0.00} V"));
        if (perMass && design.Stated is { Capacity.Exists: true } stated)
            marks.Add(new ReferenceLine(ReferenceDirection.Vertical, stated.Capacity.Value!.Value / 3600, $"stated {stated.Capacity.Value / 3600:0.#} mAh/g"));
        return new Chart("At rest between the cut-offs", new Axis("Capacity", perMass ? "mAh/g" : "mAh/cm2"), new Axis("Potential against lithium", "V"), series) { Annotations = marks };
    }

    private static Chart Composition(CellDesign design)
    {
        (string Name, CompositeDesign Composite)[] sides =
            [.. new[] { ("cathode", design.Cathode), ("anode", design.Anode) }.Where(side => side.Item2 is not null).Select(side => (side.Item1, side.Item2!))];
        string[] materials = [.. sides.SelectMany(side => side.Composite.Components).Select(component => component.Material).Distinct()];
        List<BarSet> sets = [.. materials.Select(material => new BarSet(Named(material), [.. sides.Select(side => 100 * side.Composite.Components.Where(component => component.Material == material).Sum(component => component.VolumeFraction))]))];
        sets.Add(new BarSet("void", [.. sides.Select(side => 100 * side.Composite.Porosity)]));
        string[] names = [.. sides.Select(side => $"{side.Name}, {Measures.Length.Show(side.Composite.Thickness, 3).Replace("um", "µm", StringComparison.Ordinal)}")];
        return new Chart("What the electrodes are made of", new Axis(), new Axis("Share of volume", "%"), [new BarSeries(names, sets) { Arrangement = BarArrangement.Stacked }]);
    }

    // Every word that is a chemical formula is set with its subscripts.
    private static string Named(string text) =>
        string.Join(' ', text.Split(' ').Select(word => word.Any(char.IsAsciiDigit) && ChemicalFormula.TryParse(word, out _, out _) ? ChartText.Formula(word) : word));
}
