namespace Interphase.Descriptions.Tests;

public sealed class BinderTests
{
    [Theory]
    [InlineData("thicknes: 1 um", "did you mean `thickness`?")]
    [InlineData("density: 1 g/cm3", "`density` belongs in `part`")]
    [InlineData("frame: { qqqqqqqq: 1 }", "known here: `thickness`")]
    [InlineData("thickness: { valeu: 1 um }", "did you mean `value`?")]
    [InlineData("thickness: { value: 1 um, sorce: x }", "did you mean `source`?")]
    [InlineData("part: { openCircuit: { formla: y } }", "did you mean `formula`?")]
    public void An_unknown_key_is_told_with_the_nearest_or_where_it_belongs(string text, string suggestion) => Bench.ProblemOf(text).Suggestion.ShouldStartWith(suggestion);

    [Fact]
    public void Values_carry_what_their_author_says()
    {
        using var bench = new Bench();
        bench.Sound("thickness: { value: 90 um, source: paper, at: \"30 °C, dry\", note: about }").Get(Bench.Thickness)!.Annotation
            .ShouldBe(new Annotation("paper", "30 °C, dry", "about"));
    }

    [Theory]
    [InlineData("upper", Bound.Upper)]
    [InlineData("lower", Bound.Lower)]
    public void A_value_may_be_a_bound(string word, Bound bound)
    {
        using var bench = new Bench();
        bench.Sound($"thickness: {{ value: 90 um, bound: {word} }}").Get(Bench.Thickness)!.Annotation.Bound.ShouldBe(bound);
    }

    [Fact]
    public void A_bound_is_upper_or_lower() => Bench.ProblemOf("thickness: { value: 90 um, bound: below }").Expected.ShouldContain("`upper`");

    [Fact]
    public void The_condition_begins_with_a_temperature() => new Annotation(null, "30 °C, dry", null).Temperature.ShouldBe(303.15);

    [Fact]
    public void An_assumption_is_a_source_with_a_reason()
    {
        using var bench = new Bench();
        Annotation annotation = bench.Sound("thickness: { value: 90 um, assumed: usual }").Get(Bench.Thickness)!.Annotation;
        (annotation.Source, annotation.IsAssumed).ShouldBe(("assumed: usual", true));
    }

    [Theory]
    [InlineData("thickness: { value: 1 um, source: a, assumed: b }", "both")]
    [InlineData("thickness: { source: a }", "remarks without a value")]
    [InlineData("thickness: { value: 1 um, source: [a] }", "a list of 1")]
    [InlineData("thickness: {}", "empty map")]
    [InlineData("thickness:", "nothing")]
    [InlineData("frame:", "nothing")]
    [InlineData("frame: [{ thickness: 1 um }]", "a list of 1")]
    [InlineData("- a", "a list of 1")]
    public void What_is_no_value_is_told(string text, string found) => Bench.ProblemOf(text).Found.ShouldContain(found);

    [Fact]
    public void A_list_of_sections_has_an_end() => Bench.ProblemOf("layer: [" + string.Join(", ", Enumerable.Repeat("a", 101)) + "]").Expected.ShouldBe("at most 100 of these");

    [Fact]
    public void Another_room_adds_a_section_without_touching_this_one()
    {
        var crack = new QuantityField("crack", Measures.Length, "1 nm", "1 mm", "A crack.");
        var joined = Vocabulary.From([new("", Bench.Vocabulary.Root), new("frame", new Section("", "Cracks.") { Fields = [] }), new("frame", new Section("ageing", "Ageing.") { Fields = [crack] })]);
        Problems problems = [];
        Description cell = new DescriptionReader(joined, null).ReadText("frame: { thickness: 5 um, ageing: { crack: 3 nm } }", "f", ".", [], problems)!;
        problems.ShouldBeEmpty();
        cell.Within("frame")!.Within("ageing")!.Get(crack)!.Value.ToString().ShouldBe("3 nm");
        Bench.Vocabulary.Root.Within("frame")!.Within("ageing").ShouldBeNull();
    }

    [Fact]
    public void Two_rooms_cannot_declare_the_same_field() =>
        Should.Throw<ArgumentException>(() => Vocabulary.From([new("", Bench.Vocabulary.Root), new("", new Section("", "") { Fields = [Bench.Name] })]));
}
