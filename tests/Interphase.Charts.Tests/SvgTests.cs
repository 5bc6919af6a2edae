using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;

namespace Interphase.Charts.Tests;

public sealed partial class SvgTests
{
    private static readonly double[] Hostile =
        [double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.MaxValue, -double.MaxValue, double.Epsilon, 0, -0.0, 1, -3, 1e-300, 1e149, -1e149, 2.5];

    private static readonly Arbitrary<string> AnyText = Gen.Choose(0, 0xffff).Select(code => (char)code).ListOf()
        .Select(characters => string.Concat(characters) + "<&>\"'_{^{]]>\u0001\ud800").ToArbitrary();

    private static readonly Arbitrary<double[]> AnyValues = Gen.Elements(Hostile).ListOf().Select(values => values.ToArray()).ToArbitrary();

    [Fact]
    public void Any_text_gives_well_formed_XML() => Prop.ForAll(AnyText, text =>
    {
        var chart = new Chart(text, new(text, text), new(text, text), [new LineSeries(text, [1, 2], [3, 4]), new BarSeries([text, text], [new(text, [1, 2])])])
        {
            Annotations = [new ReferenceLine(ReferenceDirection.Horizontal, 3.5, text), new Note(1, 3, text)],
            Description = text,
        };
        return XDocument.Parse(SvgRenderer.Render(chart, Theme.Auto)).Root!.Name.LocalName == "svg";
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_not_finite_never_reaches_the_picture() => Prop.ForAll(AnyValues, AnyValues, (x, y) =>
    {
        var count = Math.Min(x.Length, y.Length);
        double[] across = x[..count], up = y[..count];
        Series[] kinds =
        [
            new LineSeries("a", across, up) { ShowsPoints = true }, new ScatterSeries("b", across, up), new BandSeries("c", across, up, across),
            new ErrorBarSeries("d", across, up, across) { XError = up }, new StepSeries("e", across, up) { Shape = StepShape.Centred },
            new NyquistSeries("f", across, up) { Frequency = across }, new StackedBandSeries(across, [new("g", up), new("h", across)]),
            new BarSeries([.. up.Select(_ => "k")], [new("i", up) { Errors = across }, new("j", across)]),
            new BarSeries([.. up.Select(_ => "k")], [new("i", up), new("j", across)]) { Arrangement = BarArrangement.Stacked },
            new WaterfallSeries(new("s", 1), [.. up.Select(value => new WaterfallStep("t", value))], "u"),
        ];
        return kinds.All(series => new[] { AxisScale.Linear, AxisScale.Logarithmic }.All(scale =>
        {
            var chart = new Chart("", new("x") { Scale = scale }, new("y") { Scale = scale }, [series]) { Annotations = [new ReferenceLine(ReferenceDirection.Vertical, double.NaN, "r")] };
            var svg = SvgRenderer.Render(chart, Theme.Light);
            return !svg.Contains("NaN", StringComparison.Ordinal) && !svg.Contains("Infinity", StringComparison.Ordinal) && !svg.Contains('∞')
                && LongNumber().Count(svg) == 0 && XDocument.Parse(svg).Root is not null;
        }));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_grid_of_any_values_is_drawn_without_what_is_not_finite() => Prop.ForAll(Gen.Elements(Hostile).ArrayOf(12).ToArbitrary(), values =>
    {
        var grid = new ValueGrid([-1, 0.5, 2, 10], [1, 2, 40], values);
        Series[] kinds =
        [
            new HeatMapSeries("m", grid), new HeatMapSeries("m", grid) { Scale = AxisScale.Logarithmic }, new ContourSeries("c", grid),
            new ContourSeries("c", grid) { IsFilled = true, Levels = [1, 2] },
        ];
        return kinds.All(series => new[] { AxisScale.Linear, AxisScale.Logarithmic }.All(scale =>
        {
            var svg = SvgRenderer.Render(new Chart("", new("x") { Scale = scale }, new("y") { Scale = scale }, [series]), Theme.Light);
            return !svg.Contains("NaN\"", StringComparison.Ordinal) && !svg.Contains("Infinity", StringComparison.Ordinal) && XDocument.Parse(svg).Root is not null;
        }));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_kind_is_drawn_in_every_theme_with_a_title_and_a_description()
    {
        foreach (var theme in new[] { Theme.Light, Theme.Dark, Theme.Auto })
        {
            foreach (var chart in Pictures.OfEveryKind())
            {
                var root = XDocument.Parse(SvgRenderer.Render(chart, theme)).Root!;
                root.Attribute("role")!.Value.ShouldBe("img");
                root.Elements().First().Value.ShouldBe("Title");
                root.Elements().ElementAt(1).Value.ShouldContain("V");
            }
        }
    }

    [Fact]
    public void The_same_chart_gives_the_same_bytes_in_any_culture()
    {
        var before = CultureInfo.CurrentCulture;
        var first = Pictures.OfEveryKind().Select(chart => SvgRenderer.Render(chart, Theme.Auto)).ToList();
        try
        {
            var odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            odd.NumberFormat.NumberDecimalSeparator = ",";
            odd.NumberFormat.NegativeSign = "~";
            odd.NumberFormat.NumberGroupSeparator = "'";
            CultureInfo.CurrentCulture = odd;
            Pictures.OfEveryKind().Select(chart => SvgRenderer.Render(chart, Theme.Auto)).ToList().ShouldBe(first);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Coordinates_carry_two_decimals_at_most()
    {
        foreach (var chart in Pictures.OfEveryKind())
            Regex.Count(SvgRenderer.Render(chart, Theme.Light), @"="".*?\d\.\d{3,}").ShouldBe(0);
    }

    [Fact]
    public void A_picture_has_no_ids_and_refers_to_nothing_outside()
    {
        foreach (var chart in Pictures.OfEveryKind())
        {
            var attributes = XDocument.Parse(SvgRenderer.Render(chart, Theme.Auto)).Descendants().Attributes().ToList();
            attributes.ShouldNotContain(attribute => attribute.Name.LocalName == "id");
            attributes.Where(attribute => attribute.Name.LocalName == "href").ShouldAllBe(attribute => attribute.Value.StartsWith("data:"));
        }
    }

    [Fact]
    public void The_automatic_theme_is_light_in_its_attributes_and_dark_in_its_style_sheet()
    {
        var svg = SvgRenderer.Render(Pictures.Of(new LineSeries("a", [1, 2], [3, 4])), Theme.Auto);
        svg.ShouldContain("prefers-color-scheme: dark");
        svg.ShouldContain("fill=\"#ffffff\" class=\"f-ffffff-15181c\"");
        svg.ShouldContain(".f-ffffff-15181c{fill:#15181c}");
    }

    [Fact]
    public void A_fixed_theme_needs_no_style_sheet() => Pictures.Draw(new LineSeries("a", [1, 2], [3, 4])).ShouldNotContain("<style");

    [Fact]
    public void Every_class_has_a_rule()
    {
        foreach (var chart in Pictures.OfEveryKind())
        {
            var svg = SvgRenderer.Render(chart, Theme.Auto);
            var used = XDocument.Parse(svg).Descendants().Attributes("class").SelectMany(attribute => attribute.Value.Split(' ')).Where(name => name != "legend").Distinct();
            foreach (var name in used)
                svg.ShouldContain($".{name}{{");
        }
    }

    [Fact]
    public void Subscripts_and_exponents_are_drawn_smaller_and_shifted()
    {
        var chart = new Chart(ChartText.Formula("Li6PS5Cl"), new("Charge", "mAh/cm2"), new("Rate", "s⁻¹"), []);
        var spans = Pictures.Elements(SvgRenderer.Render(chart, Theme.Light), "tspan").Select(span => span.Value).ToList();
        spans.ShouldContain("6");
        spans.ShouldContain("2");
        spans.ShouldContain("−1");
    }

    [Fact]
    public void Names_with_underscores_are_left_alone() =>
        RichText.Parse("run_7^b").Runs.ShouldBe([new TextRun("run_7^b", 0)]);

    [Theory]
    [InlineData("Li6PS5Cl", "Li_{6}PS_{5}Cl")]
    [InlineData("LiNi0.8Co0.1Mn0.1O2", "LiNi_{0.8}Co_{0.1}Mn_{0.1}O_{2}")]
    [InlineData("Ca(OH)2", "Ca(OH)_{2}")]
    public void Counts_of_a_formula_are_lowered(string formula, string markup) => ChartText.Formula(formula).ShouldBe(markup);

    [Theory]
    [InlineData("mAh/cm2", "mAh/cm^{2}")]
    [InlineData("S cm-1", "S cm^{−1}")]
    [InlineData("1/h", "1/h")]
    [InlineData("mol m-2 s-1", "mol m^{−2} s^{−1}")]
    public void Digits_after_a_letter_of_a_unit_are_exponents(string unit, string markup) => ChartText.Unit(unit).ShouldBe(markup);

    [Fact]
    public void A_common_power_of_ten_stands_with_the_unit() =>
        string.Concat(Pictures.Elements(Pictures.Draw(new LineSeries("", [0, 3e7], [1, 2])), "text").Select(text => text.Value)).ShouldContain("Time (106 h)");

    [Fact]
    public void A_chart_is_as_wide_and_high_as_asked_for()
    {
        var root = XDocument.Parse(SvgRenderer.Render(Pictures.Of(), Theme.Light, new(333, 222))).Root!;
        root.Attribute("viewBox")!.Value.ShouldBe("0 0 333 222");
    }

    [GeneratedRegex(@"\d{7,}")]
    private static partial Regex LongNumber();
}
