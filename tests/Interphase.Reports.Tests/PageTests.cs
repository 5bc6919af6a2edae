using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using Interphase.Measurements;

namespace Interphase.Reports.Tests;

public class PageTests
{
    private static readonly Arbitrary<string> AnyText = Gen.Choose(0, 0xffff).Select(code => (char)code).ListOf()
        .Select(characters => string.Concat(characters) + "<script>alert(1)</script>&\"'_{^{]]>--\u0001\ud800").ToArbitrary();

    private static Report Full(string text) => new(text,
    [
        new ReportCell(text, Samples.Cycling(3))
        {
            Area = 1e-4,
            ActiveMass = 1e-5,
            Losses = Samples.Losses(new LossPart(text, Samples.Five(-0.1))) with { Step = text },
            Spectra = [Samples.Arc(text)],
            Figures = [new(text, 1.25, text) { Remark = text }],
            Exit = text,
            Remarks = [text],
            Protocol = [text],
            Provenance = [new(text, text, text, text)],
            Inputs = [new(text, text)],
        },
    ])
    {
        Introduction = text,
        Program = text,
        Version = text,
        Versions = [new(text, text)],
        When = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
    };

    [Fact]
    public void Any_text_gives_a_well_formed_page_without_elements_of_its_own() => Prop.ForAll(AnyText, text =>
    {
        var page = Pages.Read(Full(text));
        return page.Root!.Name == "html" && !page.Descendants().Any(element => element.Name.LocalName is "script" or "img" or "link" or "iframe");
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_name_that_looks_like_a_script_is_shown_and_not_run()
    {
        var page = HtmlReport.Render(Full("<script>alert(1)</script>"));
        page.ShouldNotContain("<script");
        page.ShouldContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    [Fact]
    public void Nothing_is_fetched_from_anywhere()
    {
        var text = HtmlReport.Render(Full("cell"));
        foreach (var attribute in Pages.Parse(text).Descendants().Attributes().Where(attribute => attribute.Name.LocalName is "src" or "href" or "srcset" or "action" or "data"))
            attribute.Value.ShouldStartWith("#");
        text.ShouldNotContain("url(");
        text.ShouldNotContain("@import");
        Regex.Matches(text, "https?://[^\"< ]*").Select(match => match.Value).Distinct().ShouldBe(["http://www.w3.org/2000/svg"]);
    }

    [Fact]
    public void Every_link_of_the_page_has_a_target()
    {
        var page = Pages.Read(Full("cell"));
        string[] ids = [.. page.Descendants().Attributes("id").Select(id => "#" + id.Value)];
        ids.ShouldBeUnique();
        foreach (var link in page.Descendants("a"))
            ids.ShouldContain(link.Attribute("href")!.Value);
    }

    [Fact]
    public void The_same_report_gives_the_same_bytes_in_any_culture()
    {
        var first = HtmlReport.Render(Full("cell"));
        var culture = CultureInfo.CurrentCulture;
        try
        {
            var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            (other.NumberFormat.NumberDecimalSeparator, other.NumberFormat.NegativeSign, other.DateTimeFormat.TimeSeparator) = (",", "~", ".");
            CultureInfo.CurrentCulture = other;
            HtmlReport.Render(Full("cell")).ShouldBe(first);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void The_date_is_told_only_where_there_is_one()
    {
        HtmlReport.Render(Full("cell")).ShouldContain("2 January 2026");
        HtmlReport.Render(Samples.Of(Samples.Cell())).ShouldNotContain("class=\"when\"");
    }

    [Fact]
    public void Everything_has_its_words_for_those_who_do_not_see_it()
    {
        var page = Pages.Read(Full("cell"));
        page.Root!.Attribute("lang")!.Value.ShouldBe("en");
        foreach (var chart in page.Pictures())
        {
            chart.Attribute("role")!.Value.ShouldBe("img");
            chart.Element(Pages.Svg + "title")!.Value.Length.ShouldBeGreaterThan(3);
            chart.Element(Pages.Svg + "desc")!.Value.Length.ShouldBeGreaterThan(10);
        }

        page.Descendants("th").ShouldAllBe(header => header.Attribute("scope") != null);
        page.Descendants("table").ShouldAllBe(table => table.Element("caption") != null);
        page.Descendants("figure").ShouldAllBe(figure => figure.Element("figcaption")!.Value.Length > 10);
        page.Descendants("h1").Count().ShouldBe(1);
    }

    [Fact]
    public void Paper_and_dark_rooms_have_their_styles()
    {
        var page = HtmlReport.Render(Samples.Of(Samples.Cell()));
        page.ShouldContain("@media print");
        page.ShouldContain("@media (prefers-color-scheme: dark)");
    }

    [Fact]
    public void Cards_tell_capacity_efficiency_and_the_end_of_the_run()
    {
        var page = Pages.Read(Samples.Of(Samples.Cell(cycles: 3) with { ActiveMass = 1e-5, Exit = "3 cycles were done" }));
        string[] cards = [.. page.Descendants("dl").Elements("div").Select(card => card.Value.Replace('\u00a0', ' '))];
        cards.ShouldContain("Discharge capacity100 mAh/gfirst discharge");
        cards.ShouldContain("Coulombic efficiency100 %cycle 1");
        cards.ShouldContain("Capacity kept98 %last discharge over first");
        cards.ShouldContain("The run ended3 cycles were done");
    }

    [Fact]
    public void A_figure_that_does_not_exist_says_why()
    {
        var page = HtmlReport.Render(Samples.Of(Samples.Cell() with { Figures = [new("energy per volume", double.NaN, "Wh/L") { Remark = "no density" }] }));
        page.ShouldContain("<td>–</td><td>no density</td>");
        page.ShouldNotContain("NaN", Case.Sensitive);
    }

    [Fact]
    public void Several_cells_are_compared_and_their_differences_told()
    {
        ReportCell Cell(string name, string thickness) => Samples.Cell(name, 2) with
        {
            Area = 1e-4,
            Provenance = [new("cathode.thickness", thickness, "given", "cell.yaml:3"), new("temperature", "25 degC", "default", "")],
        };
        var page = Pages.Read(Samples.Of(Cell("thin", "50 um"), Cell("thick", "150 um")));
        var tables = page.Descendants("table").ToDictionary(table => table.Element("caption")!.Value, table => table.Descendants("tr").Select(row => string.Join('|', row.Elements().Select(cell => cell.Value))).ToList());
        tables["The cells side by side"][0].ShouldBe("|Unit|thin|thick");
        tables["The cells side by side"].ShouldContain("Discharge capacity first discharge|mAh/cm2|1|1");
        tables["Where the cells differ"].ShouldBe(["Path|thin|thick", "cathode.thickness|50 um|150 um"]);
        page.Descendants("dl").ShouldBeEmpty();
    }

    [Fact]
    public void Long_tables_are_folded_and_very_long_ones_shortened()
    {
        Pages.Read(Samples.Of(Samples.Cell(cycles: 20))).Descendants("details").ShouldBeEmpty();
        var folded = Pages.Read(Samples.Of(Samples.Cell(cycles: 21))).Descendants("details").Single();
        folded.Element("summary")!.Value.ShouldBe("Cycles (21 rows)");
        folded.Descendants("tbody").Elements("tr").Count().ShouldBe(21);

        CycleRow[] many = [.. Enumerable.Range(1, 5000).Select(cycle => new CycleRow(cycle, 0, 1, 1e-3, 1e-3, 1e-3, 1e-3, 1, 1, 4, 3.5, 4.2, 3))];
        var page = Pages.Read(Samples.Of(Samples.Cell() with { Cycles = many }));
        var shown = page.Descendants("details").Single().Descendants("tbody").Elements("tr").Select(row => int.Parse(row.Element("th")!.Value, CultureInfo.InvariantCulture)).ToList();
        shown.Count.ShouldBe(400);
        shown.ShouldBeUnique();
        shown.ShouldBe(shown.Order());
        (shown[0], shown[^1]).ShouldBe((1, 5000));
        page.Descendants("summary").Single().Value.ShouldContain("400 of 5000");
    }

    [Fact]
    public void A_report_without_a_cell_and_losses_of_unequal_length_are_mistakes()
    {
        Should.Throw<ArgumentException>(() => new Report("none", []));
        Should.Throw<ArgumentException>(() => new LossBands("x", [0, 1], [0, 1], [4, 4], [4, 4], [new("short", [0])]));
    }

    [Fact]
    public void An_empty_recording_gives_a_page()
    {
        var empty = Recording.Of("empty", "", (Columns.TestTime, []), (Columns.Voltage, []), (Columns.Current, []));
        Pages.Read(Samples.Of(new ReportCell("empty", empty))).Charts().ShouldBeEmpty();
    }

    [Fact]
    public void What_is_not_finite_is_a_gap_and_breaks_no_page()
    {
        var values = Gen.Elements(double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.MaxValue, 0, -0.0, 1, -3, 1e-300, 2.5).ListOf(12).Select(list => list.ToArray()).ToArbitrary();
        Prop.ForAll(values, values, values, (first, second, third) =>
        {
            var series = Recording.Of("odd", "", (Columns.TestTime, [.. Enumerable.Range(0, 12).Select(row => 10.0 * row)]), (Columns.Voltage, first), (Columns.Current, second), (Columns.SurfaceTemperature, third));
            var page = HtmlReport.Render(Samples.Of(new ReportCell("odd", series)
            {
                Cycles = [new(1, 0, 110, first[0], second[0], third[0], first[1], second[1], third[1], first[2], second[2], third[2], first[3]), new(2, 0, 110, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1)],
                Losses = new("odd", second, third, first, second, [new("part", third)]),
                Figures = [new("odd", first[4], "")],
            }));
            Pages.Parse(page);
            return !page.Contains("NaN", StringComparison.Ordinal) && !page.Contains("Infinity", StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_page_is_written_whole_over_an_older_one()
    {
        using var scratch = new Scratch();
        File.WriteAllText(scratch["report.html"], "old");
        var report = Samples.Of(Samples.Cell("Zelle µ"));
        HtmlReport.Write(report, scratch["report.html"]);
        File.ReadAllBytes(scratch["report.html"]).ShouldBe(Encoding.UTF8.GetBytes(HtmlReport.Render(report)));
        scratch.Files.ShouldBe(["report.html"]);
    }

    [Fact]
    public void A_page_that_cannot_be_put_in_place_leaves_nothing_behind()
    {
        using var scratch = new Scratch();
        Directory.CreateDirectory(Path.Combine(scratch["report.html"], "full"));
        var failure = Record.Exception(() => HtmlReport.Write(Samples.Of(Samples.Cell()), scratch["report.html"]));
        (failure is IOException or UnauthorizedAccessException).ShouldBeTrue(failure?.ToString());
        scratch.Files.ShouldBe(["report.html"]);
        Should.Throw<DirectoryNotFoundException>(() => HtmlReport.Write(Samples.Of(Samples.Cell()), scratch[Path.Combine("nowhere", "report.html")]));
    }
}
