using FsCheck;
using FsCheck.Fluent;

namespace Interphase.Descriptions.Tests.Formulas;

public class FormulaErrorTests
{
    private static readonly FormulaNames Names = FormulaNames.Of("y").With("stretch", 1.1);

    [Theory]
    [InlineData("", 0, 0, null)]
    [InlineData("   ", 0, 3, null)]
    [InlineData("1 +", 3, 0, null)]
    [InlineData("(1 + 2", 6, 0, null)]
    [InlineData("1 + 2)", 5, 1, null)]
    [InlineData("()", 1, 1, null)]
    [InlineData("2y", 1, 1, "*y")]
    [InlineData("2 y", 2, 1, null)]
    [InlineData("1.2.3", 3, 1, null)]
    [InlineData("1e999*y", 0, 5, null)]
    [InlineData("1e", 1, 1, "*e")]
    [InlineData("tahn(y)", 0, 4, "tanh")]
    [InlineData("2*strech", 2, 6, "stretch")]
    [InlineData("Y + 1", 0, 1, "y")]
    [InlineData("e**y", 0, 1, "exp(1)")]
    [InlineData("exp y", 0, 3, "exp(...)")]
    [InlineData("y(2)", 1, 1, "*(")]
    [InlineData("max(1)", 0, 6, null)]
    [InlineData("tanh()", 0, 6, null)]
    [InlineData("tanh(1, 2)", 0, 10, null)]
    [InlineData("tanh(1,)", 7, 1, null)]
    [InlineData("1,5", 1, 1, null)]
    [InlineData("y \u2212 1", 2, 1, "-")]
    [InlineData("\u2212 1", 0, 1, "-")]
    [InlineData("[y]", 0, 1, "(")]
    [InlineData("y > 1", 2, 1, null)]
    [InlineData("1 // 2", 3, 1, null)]
    [InlineData("y.__class__", 1, 1, null)]
    [InlineData("__import__('os')", 0, 10, null)]
    [InlineData("1\0", 1, 1, null)]
    [InlineData("1 \ud83d\ude00", 2, 2, null)]
    [InlineData("pi(1)", 2, 1, "*(")]
    public void A_wrong_text_gives_the_place_and_what_was_probably_meant(string text, int position, int length, string? suggestion)
    {
        Formula.TryParse(text, Names, out Formula? formula, out FormulaError? error).ShouldBeFalse();
        formula.ShouldBeNull();
        (error!.Position, error.Length, error.Suggestion).ShouldBe((position, length, suggestion), error.ToString());
        error.ToString().ShouldNotContain("\0");
    }

    [Fact]
    public void Deep_nests_are_refused_before_the_stack_ends()
    {
        foreach (string text in (string[])[
            new string('(', 10_000) + "y" + new string(')', 9_999), new string('-', 19_000) + "y", string.Concat(Enumerable.Repeat("2^", 9_000)) + "2",
            string.Concat(Enumerable.Repeat("exp(", 4_900)), string.Concat(Enumerable.Repeat("max(y,", 3_000)), string.Concat(Enumerable.Repeat("-(+", 6_000))])
        {
            Formula.TryParse(text, Names, out _, out FormulaError? error).ShouldBeFalse();
            error!.Expected.ShouldContain("at most 200 levels");
            error.ToString().Length.ShouldBeLessThan(400);
        }
        Formula.TryParse(new string('(', 200) + "y" + new string(')', 200), Names, out _, out _).ShouldBeTrue();
    }

    [Fact]
    public void Long_texts_are_refused_and_long_sums_are_not_deep()
    {
        Formula.TryParse(new string(' ', 30_000) + "y", Names, out _, out FormulaError? error).ShouldBeFalse();
        error!.Position.ShouldBe(Formula.MaximumLength);
        Formula sum = FormulaDerivativeTests.Parsed(string.Join("+", Enumerable.Repeat("y", 10_000)), Names);
        sum.Evaluate(1).ShouldBe(10_000);
    }

    [Fact]
    public void An_error_in_a_definition_names_the_definition()
    {
        Formula.TryParse("u", Names.Where("u", "1 + v").Where("v", "y"), out _, out FormulaError? error).ShouldBeFalse();
        error!.In.ShouldBe("u");
        error.Position.ShouldBe(4);
        error.Found.ShouldContain("only later");
        Formula.TryParse("u", Names.Where("u", "u"), out _, out error).ShouldBeFalse();
        error!.Position.ShouldBe(0);
    }

    [Theory]
    [InlineData("2u")]
    [InlineData("tanh")]
    [InlineData("pi")]
    [InlineData("y")]
    [InlineData("")]
    [InlineData("a b")]
    public void A_name_that_cannot_be_one_is_refused(string name)
    {
        Formula.TryParse("y", Names.With(name, 1), out _, out FormulaError? error).ShouldBeFalse();
        error!.In.ShouldBe(name);
    }

    [Fact]
    public void A_parameter_without_a_finite_value_is_refused() =>
        Formula.TryParse("y", Names.With("a", double.NaN), out _, out _).ShouldBeFalse();

    [Fact]
    public void No_text_throws_and_every_error_lies_inside_the_text()
    {
        Gen<string> pieces = Gen.Elements("y", "stretch", "(", ")", "+", "-", "*", "**", "^", "/", "1", ".5", "1e3", "e", ",", "max", "tanh", " ", "\t", "\u2212", "\ud800", "#", "é", ".", "sqrt(", "0");
        Gen<string> texts = Gen.ListOf(pieces).Select(parts => string.Concat(parts));
        Prop.ForAll(texts.ToArbitrary(), text =>
        {
            if (Formula.TryParse(text, Names, out Formula? formula, out FormulaError? error))
            {
                formula.Evaluate(0.3);
                formula.Expand(-0.3);
                formula.Fix("stretch", 2).Gradient([0.2], [], new double[1]);
                return;
            }
            error.Position.ShouldBeInRange(0, text.Length);
            (error.Position + error.Length).ShouldBeInRange(0, text.Length);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3_000));
    }
}
