using System.Xml.Linq;

namespace Interphase.Reports.Tests;

public class TextPageTests
{
    private const string Hostile = "<script>alert(1)</script>&\"'\u0001\ud800 Li2S";

    [Fact]
    public void A_page_is_well_formed_whatever_it_tells()
    {
        var page = new TextPage(Hostile,
        [
            new PageSection("one", Hostile)
            {
                Text = Hostile,
                Pictures = [new PagePicture("<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>", Hostile)],
                Tables = [new PageTable(Hostile, [Hostile, " " + Hostile], [[Hostile, Hostile]]) { Formulas = [0, 1] }],
                Items = [Hostile],
            },
        ])
        {
            Introduction = Hostile,
            Program = Hostile,
            Version = Hostile,
        };
        var html = HtmlReport.Render(page);
        html.ShouldNotContain("<script>");
        XDocument.Parse(html.Replace("<!DOCTYPE html>\n", "", StringComparison.Ordinal)).Root!.Name.LocalName.ShouldBe("html");
        HtmlReport.Render(page).ShouldBe(html);
    }

    [Theory]
    [InlineData("0.5 P2S7 + SCl", "0.5 P<sub>2</sub>S<sub>7</sub> + SCl")]
    [InlineData("NCM811 | Li6PS5Cl", "NCM811 | Li<sub>6</sub>PS<sub>5</sub>Cl")]
    [InlineData("(2/3) LiNi0.8O2", "(2/3) LiNi<sub>0.8</sub>O<sub>2</sub>")]
    [InlineData("no reaction", "no reaction")]
    public void Counts_of_formulas_are_lowered(string cell, string markup) =>
        HtmlReport.Render(new TextPage("", [new PageSection("one", "") { Tables = [new PageTable("", ["a"], [[cell]]) { Formulas = [0] }] }])).ShouldContain($"<th scope=\"row\">{markup}</th>");

    [Fact]
    public void A_heading_with_a_space_sets_its_column_to_the_right() =>
        HtmlReport.Render(new TextPage("", [new PageSection("one", "") { Tables = [new PageTable("", ["a", " b"], [["1", "2"]])] }])).ShouldContain("<td class=\"n\">2</td>");
}
