using System.Globalization;

namespace Interphase.Microstructure.Tests;

/// <summary>
/// NCM83 in Li6PS5Cl without carbon (Ketter et al. 2025, doi 10.1038/s41467-025-56514-5, direct current, 25 C; mS/cm). docs/structure-validation.md tells the model and where it fails.
/// </summary>
public class MeasuredCompositeTests(ITestOutputHelper output)
{
    // By commas: granules along an edge of the wide box and its samples; granules along an edge of the narrow box, its samples, and the voxels per granule in it.
    // The table of the document is 20,4,10,6,10,14,20,28.
    private const string Variable = "INTERPHASE_COMPOSITE_STUDY", Usual = "20,1,10,4,10,14";

    private static readonly (double Active, bool Ions, double Measured, double Factor)[] Others =
        [(0.2, true, 1.024, 1.2), (0.6, true, 0.01083, 2), (0.2, false, 0.01466, 2), (0.6, false, 1.035, 2), (0.8, false, 1.985, 2.5)];

    [Fact]
    [Trait("Category", "Slow")]
    public void Two_numbers_from_one_composition_tell_the_others_in_a_wide_box_as_voxels_vanish()
    {
        int[] study = [.. (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text ? text : Usual).Split(',').Select(part => int.Parse(part, CultureInfo.InvariantCulture))];
        int[] voxels = study[4..];
        // What voxels do is told by the same granules at several sizes, which cancels most of the scatter; what the box does, by coarse voxels.
        var wide = new CompositeSeries(voxels[0], study[0], study[1]);
        CompositeSeries[] narrow = [.. voxels.Select(each => new CompositeSeries(each, study[2], study[3]))];
        foreach (CompositeSeries each in narrow.Prepend(wide))
        {
            (double sunk, double contacts) = each.Fixed();
            output.WriteLine(Told($"{each.Granules} granules of {each.Voxels} voxels: sunk {sunk:f3} um, contacts {contacts:f3}"));
        }
        var predicted = new List<(double Ratio, double Factor)>();
        foreach ((double active, bool ions, double measured, double factor) in Others)
        {
            double coarse = wide.Predicted(active, ions) / measured, coarseScatter = Scatter(study[1], without => wide.Predicted(active, ions, without) / measured);
            double[] ratios = [.. narrow.Select(each => each.Predicted(active, ions) / measured)];
            double vanishing = Vanishing(ratios), scatter = Scatter(study[3], without => Vanishing([.. narrow.Select(each => each.Predicted(active, ions, without))]));
            double last = coarse * vanishing, off = last * Math.Sqrt(scatter * scatter / (vanishing * vanishing) + coarseScatter * coarseScatter / (coarse * coarse));
            output.WriteLine(Told($"{active} {(ions ? "ions" : "electrons")}: narrow {string.Join(", ", ratios.Select(ratio => Told($"{ratio:f2}")))}; wide {coarse:f2}{(study[1] > 1 ? Told($" +- {coarseScatter:f2}") : " of one sample")}; voxels vanishing {vanishing:f2} +- {scatter:f2}; both {last:f2} +- {off:f2}"));
            predicted.Add((last, factor));
        }
        // Voxels of one size are a row of the document's table, which holds nothing against a measurement.
        if (voxels.Length > 1) predicted.ShouldAllBe(each => each.Ratio > 1 / each.Factor && each.Ratio < each.Factor);

        // The straight line of ratios over the edge of a voxel, where that is 0, over the first.
        double Vanishing(double[] ratios)
        {
            if (voxels.Length == 1) return 1;
            double[] edges = [.. voxels.Select(each => 1.0 / each)];
            double middle = edges.Average(), mean = ratios.Average();
            double slope = edges.Zip(ratios, (x, y) => (x - middle) * (y - mean)).Sum() / edges.Sum(x => (x - middle) * (x - middle));
            return (mean - slope * middle) / ratios[0];
        }

        // Leaving out one sample after another tells how far another set of samples may lie.
        static double Scatter(int samples, Func<int, double> leavingOut)
        {
            if (samples == 1) return 0;
            double[] left = [.. Enumerable.Range(0, samples).Select(leavingOut)];
            double mean = left.Average();
            return Math.Sqrt((samples - 1.0) / samples * left.Sum(value => (value - mean) * (value - mean)));
        }

        static string Told(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.4)]
    [InlineData(0.6)]
    [InlineData(0.8)]
    public void The_volumes_of_the_two_pressed_powders_add_to_that_of_the_composite(double active)
    {
        double density = CompositeSeries.Densities[active];
        (active * density / CompositeSeries.ActiveDensity + (1 - active) * density / CompositeSeries.ElectrolyteDensity).ShouldBe(1, 0.02);
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void Granules_of_80_vol_percent_do_not_join() => new CompositeSeries(10, 10, 2).Predicted(0.8, true).ShouldBe(0);
}
