namespace Interphase.Descriptions.Tests;

public sealed class OverrideTests : IDisposable
{
    private const string Text = "thickness: 90 um\npart: { material: oxide, density: 4.7 g/cm3, share: 50 wt% }\nlayer: [{ material: a, thickness: 5 um }, b]\n";
    private readonly Bench bench = new();

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData("thickness=80 um", "thickness", "80 um")]
    [InlineData("thickness = { value: 80 um, assumed: a trial }", "thickness", "80 um")]
    [InlineData("temperature=60 °C", "temperature", "60 °C")]
    [InlineData("cutoff=cathode 4.3 V vs Li", "cutoff", "cathode 4.3 V vs Li")]
    [InlineData("kind=film", "kind", "film")]
    [InlineData("ideal=true", "ideal", "true")]
    [InlineData("tags=[dry, wet]", "tags", "dry, wet")]
    [InlineData("part.density=4 g/cm3", "part.density", "4 g/cm3")]
    [InlineData("part.formula=LiCoO2", "part.formula", "LiCoO2")]
    [InlineData("part.diffusivity=1e-9 cm2/s", "part.diffusivity", "1e-9 cm2/s")]
    [InlineData("frame.thickness=7 um", "frame.thickness", "7 um")]
    [InlineData("layer[1].thickness=9 um", "layer[1].thickness", "9 um")]
    [InlineData("layer[1]=c", "layer[1].material", "c")]
    [InlineData("part=phosphate", "part.share", "50 wt%")]
    [InlineData("part=phosphate", "part.density", "3.6 g/cm3")]
    [InlineData("part.material=phosphate", "part.density", "3.6 g/cm3")]
    public void An_override_reaches_every_kind_of_field(string given, string path, string shown)
    {
        (_, ISetting setting) = bench.Sound(Text, given).Settings().Single(each => each.Path == path);
        setting.Field.Show(setting.Content).ShouldBe(shown);
    }

    [Fact]
    public void An_overridden_value_says_so()
    {
        bench.Sound(Text, "thickness=80 um").Get(Bench.Thickness)!.Origin.Kind.ShouldBe(OriginKind.Override);
        bench.Sound(Text, "part.openCircuit.parameters.stretch=1.1").Within("part")!.Get(Bench.OpenCircuit)!.Origin.Kind.ShouldBe(OriginKind.Override);
    }

    [Fact]
    public void A_part_of_a_formula_is_overridden_alone() =>
        bench.Sound(Text, "part.openCircuit.parameters.stretch=1.12").Within("part")!.Get(Bench.OpenCircuit)!.Value.Formula!.Parameters.ShouldBe([new("a", 4.4), new("stretch", 1.12)]);

    [Theory]
    [InlineData("thickness=")]
    [InlineData("thickness=null")]
    public void Nothing_takes_a_value_away(string given) => bench.Sound(Text, given).Has(Bench.Thickness).ShouldBeFalse();

    [Fact]
    public void Nothing_takes_a_layer_away() => bench.Sound(Text, "layer[0]=").All("layer").ShouldHaveSingleItem().Get(Bench.Material)!.Value.ShouldBe("b");

    [Fact]
    public void Later_overrides_win() => bench.Sound(Text, "thickness=80 um", "thickness=70 um").Get(Bench.Thickness)!.Value.ToString().ShouldBe("70 um");

    [Theory]
    [InlineData("thicknes=1 um", "did you mean `thickness`?")]
    [InlineData("part.densty=1 g/cm3", "did you mean `part.density`?")]
    [InlineData("frame=5", "")]
    [InlineData("thickness[0]=5 um", "")]
    [InlineData("a..b=5", "")]
    public void An_unknown_path_is_told_with_the_nearest(string given, string suggestion) => Bench.ProblemOf(Text, given).Suggestion.ShouldContain(suggestion);

    [Fact]
    public void A_layer_of_several_must_be_named() => Bench.ProblemOf(Text, "layer.thickness=5 um").Expected.ShouldBe("which of the 2: `layer[0]` to `layer[1]`");

    [Fact]
    public void A_wrong_value_is_told_at_its_override() => Bench.ProblemOf(Text, "thickness=5 mg").Place.File.ShouldBe("--set thickness");

    [Theory]
    [InlineData("thickness")]
    [InlineData("=5")]
    public void What_is_no_path_and_value_is_refused(string text)
    {
        Override.TryParse(text, bench.Problems, out _).ShouldBeFalse();
        bench.Problems.ShouldHaveSingleItem().Suggestion.ShouldContain("--set cathode.thickness");
    }
}
