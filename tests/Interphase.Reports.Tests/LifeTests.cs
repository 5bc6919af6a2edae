namespace Interphase.Reports.Tests;

/// <summary>What a cell loses over its cycles, and what stands in the way of them.</summary>
public class LifeTests
{
    private static readonly LifeBands Losses = new([1, 50, 100], [new("films", [0, 1e-4, 3e-4]), new("lithium inventory", [0, -2e-5, -1e-4]), new("isolation", [0, 1e-7, 2e-7])]);
    private static readonly LifeBands Resistances = new([1, 2, 3], [new("separator", [10, 10, 10]), new("films", [0, 3, 5])]);

    [Fact]
    public void A_cell_that_ages_has_both_in_one_picture_with_every_part_in_the_legend()
    {
        var page = Pages.Read(Samples.Of(Samples.Cell(cycles: 3) with { CapacityLosses = Losses, Resistances = Resistances, Area = 1e-4 }));
        var chart = page.Chart("How the cell ages");
        string[] texts = [.. chart.Descendants(Pages.Svg + "text").Select(text => text.Value)];
        foreach (var part in new[] { "films", "lithium inventory", "others", "sum", "separator" })
            texts.ShouldContain(part);
        page.ToString().ShouldContain("Too thin for a band of their own: isolation.");
    }

    [Fact]
    public void A_cause_has_one_colour_in_both_panels_and_cycles_are_whole()
    {
        var page = Pages.Read(Samples.Of(Samples.Cell(cycles: 3) with { CapacityLosses = Losses, Resistances = Resistances, Area = 1e-4 }));
        var chart = page.Chart("How the cell ages");
        string[] fills = [.. chart.Descendants(Pages.Svg + "g").Where(group => (string?)group.Attribute("class") == "legend")
            .Select(legend => Fill(legend, "films"))];
        fills.Length.ShouldBe(2);
        fills[0].ShouldBe(fills[1]);
        chart.Descendants(Pages.Svg + "text").Select(text => text.Value).ShouldNotContain("1.5");

        // Of every row the swatch stands before the name, behind the ground of the legend.
        static string Fill(System.Xml.Linq.XElement legend, string name)
        {
            var rows = legend.Elements().ToList();
            return rows.Take(rows.FindIndex(element => element.Value == name)).Last(element => element.Name.LocalName == "rect").Attribute("fill")!.Value;
        }
    }

    [Fact]
    public void A_cell_of_which_neither_is_told_has_no_such_picture()
    {
        var report = Samples.Of(Samples.Cell(cycles: 3));
        Pages.Read(report).Charts().ShouldNotContain(title => title.StartsWith("How ", StringComparison.Ordinal));
        ReportPicture.Life(report).ShouldBeNull();
        ReportPicture.Life(Samples.Of(Samples.Cell() with { Resistances = Resistances })).ShouldNotBeNull();
    }

    [Fact]
    public void A_thousand_cycles_make_a_small_picture()
    {
        double[] cycles = [.. Enumerable.Range(1, 1000).Select(cycle => (double)cycle)];
        var bands = new LifeBands(cycles, [.. Enumerable.Range(1, 10).Select(part => new LifePart($"part {part}", [.. cycles.Select(cycle => part * Math.Sqrt(cycle))]))]);
        ReportPicture.Life(Samples.Of(Samples.Cell() with { Resistances = bands }))!.Length.ShouldBeLessThan(150_000);
    }

    [Fact]
    public void A_part_has_a_value_for_each_cycle() => Should.Throw<ArgumentException>(() => new LifeBands([1, 2], [new("films", [1])]));
}
