using System.Text.Json.Nodes;

namespace Interphase.Descriptions.Tests;

public sealed class FieldTests
{
    [Theory]
    [InlineData("thickness: 90 mm", "did you mean `90 um`?")]
    [InlineData("thickness: 0.5 um", "did you mean `0.5 mm`?")]
    [InlineData("thickness: 1e30 um", "check the unit and the power of ten")]
    [InlineData("thickness: 1e7 nm", "check the unit and the power of ten")]
    [InlineData("part: { diffusivity: { value: 1e-12 cm2/s, at: 25 °C, activationEnergy: 4000 kJ/mol } }", "did you mean `4000 J/mol`?")]
    [InlineData("part: { diffusivity: { value: 1e-12 cm2/s, at: 25 °C, activationEnergy: 4e6 kJ/mol } }", "check the unit and the power of ten")]
    [InlineData("thickness: 90", "did you mean `90 um`?")]
    [InlineData("thickness: 1,5 um", "write `1.5 um`")]
    [InlineData("cutoff: cathode 4.3 V", "did you mean `cathode 4.3 V vs Li`?")]
    [InlineData("cutoff: 43 V", "check the unit")]
    [InlineData("kind: pelet", "did you mean `pellet`?")]
    [InlineData("ideal: yes", "write `true`")]
    [InlineData("ideal: Off", "write `false`")]
    [InlineData("tags: dry", "put it in brackets")]
    [InlineData("tags: [dyr]", "did you mean `dry`?")]
    public void What_is_wrong_is_told_with_what_to_write(string text, string suggestion) => Bench.ProblemOf(text).Suggestion.ShouldContain(suggestion);

    [Theory]
    [InlineData("cutoff: 3.68 V", PotentialReference.Terminal)]
    [InlineData("cutoff: 4.3 V vs Li", PotentialReference.Lithium)]
    [InlineData("cutoff: cathode 4.3 V vs. Li+/Li", PotentialReference.Cathode)]
    [InlineData("cutoff: anode 50 mV vs Li", PotentialReference.Anode)]
    public void A_potential_says_against_what(string text, PotentialReference reference)
    {
        using var bench = new Bench();
        bench.Sound(text).Get(Bench.Cutoff)!.Value.Reference.ShouldBe(reference);
    }

    [Theory]
    [InlineData("50 wt%")]
    [InlineData("50 vol%")]
    public void A_share_is_of_mass_or_of_volume(string share)
    {
        using var bench = new Bench();
        bench.Sound($"part: {{ share: {share} }}").Within("part")!.Get(Bench.Share)!.Value.ToString().ShouldBe(share);
    }

    [Theory]
    [InlineData("part: { formula: LiXxO2 }", 20)]
    [InlineData("part: { formula: \"LiXxO2\" }", 21)]
    [InlineData("part: { formula: \"Li\\u0058xO2\" }", 18)]
    public void A_fault_in_a_chemical_formula_is_told_at_its_character(string text, int column) => Bench.ProblemOf(text).Place.Column.ShouldBe(column);

    [Fact]
    public void A_wide_range_is_varied_in_ratios()
    {
        Bench.Thickness.Scale.ShouldBe(Scale.Logarithmic);
        Bench.Temperature.Scale.ShouldBe(Scale.Linear);
    }

    [Theory]
    [InlineData("thicknes", "thickness")]
    [InlineData("thikcness", "thickness")]
    [InlineData("TEMPERATURE", "temperature")]
    [InlineData("nothing like it", null)]
    [InlineData("", null)]
    public void The_nearest_name_is_one_that_was_probably_meant(string written, string? near) => Names.Nearest(written, ["temperature", "thickness", "tags"]).ShouldBe(near);

    [Fact]
    public void The_schema_knows_every_path_of_the_vocabulary()
    {
        JsonObject schema = JsonSchema.Of(Bench.Vocabulary, "A cell");
        foreach (string path in Bench.Vocabulary.Root.Paths())
        {
            JsonNode? at = schema;
            foreach (string part in path.Replace("[0]", "").Split('.')) at = (at!["properties"] ?? at["anyOf"]![0]!["properties"])![part];
            at.ShouldNotBeNull(path);
            at["description"]!.GetValue<string>().ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void The_schema_is_the_same_every_time() =>
        JsonSchema.Of(Bench.Vocabulary, "A cell").ToJsonString().ShouldBe(JsonSchema.Of(Bench.Vocabulary, "A cell").ToJsonString());

    [Fact]
    public void The_schema_allows_no_key_that_reading_refuses() =>
        JsonSchema.Of(Bench.Vocabulary, "A cell")["additionalProperties"]!.GetValue<bool>().ShouldBeFalse();
}
