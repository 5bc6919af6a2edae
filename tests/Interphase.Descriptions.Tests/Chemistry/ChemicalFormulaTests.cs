using FsCheck;
using FsCheck.Fluent;
using Interphase.Numerics;

namespace Interphase.Descriptions.Tests.Chemistry;

public class ChemicalFormulaTests
{
    [Theory]
    [InlineData("Li6PS5Cl", 268.4, 0.05)]
    [InlineData("Li2RuO3", 162.95, 0.005)]
    [InlineData("LiCoO2", 97.87, 0.005)]
    [InlineData("Li3InCl6", 348.3, 0.1)]
    [InlineData("LiNi0.8Co0.1Mn0.1O2", 97.28, 0.01)]
    [InlineData("Li4Ti5O12", 459.1, 0.05)]
    [InlineData("(NH4)2SO4", 132.13, 0.01)]
    [InlineData("CuSO4·5H2O", 249.68, 0.01)]
    [InlineData("Li1.3Al0.3Ti1.7(PO4)3", 383.41, 0.05)]
    [InlineData("[(C2F4)2]1/2", 100.015, 0.01)]
    public void Molar_masses_are_those_of_the_tables(string text, double grams, double tolerance)
    {
        ChemicalFormula formula = Parsed(text);
        formula.GramsPerMole.ShouldBe(grams, tolerance);
        formula.MolarMass.ShouldBe(formula.GramsPerMole / 1000);
    }

    [Theory]
    [InlineData("Li6PS4.7O0.3Br", "Li60P10S47O3Br10")]
    [InlineData("LiNi0.8Co0.1Mn0.1O2", "Li10Ni8CoMnO20")]
    [InlineData("La2/3Ti1/3", "La2Ti")]
    [InlineData("La0.5Li0.5TiO3", "LaLiTi2O6")]
    [InlineData("0.75Li2S·0.25P2S5", "Li3S4P")]
    [InlineData("Li\u2086PS\u2085Cl", "Li6PS5Cl")]
    [InlineData("((CH3)2N)2O2", "C4H12N2O2", "C2H6NO")]
    [InlineData("O2", "O")]
    [InlineData("CH3CH2OH", "C2H6O")]
    [InlineData("Li[Ni1/2Mn3/2]O4", "Li2NiMn3O8")]
    public void Amounts_are_exact_and_reduce_to_whole_numbers(string text, string whole, string? smallest = null)
    {
        ChemicalFormula reduced = Parsed(text).Reduced();
        reduced.Text.ShouldBe(smallest ?? whole);
        reduced.Reduced().ShouldBe(Parsed(whole).Reduced());
        reduced.Elements.ShouldAllBe(part => part.Amount.IsWhole);
    }

    [Fact]
    public void Formulas_are_equal_by_what_they_hold()
    {
        Parsed("CuSO4·5H2O").ShouldBe(Parsed("CuSO9H10"));
        Parsed("CuSO4·5H2O").GetHashCode().ShouldBe(Parsed("H10CuO9S").GetHashCode());
        Parsed("LiNi0.8Co0.1Mn0.1O2").ShouldBe(Parsed("LiNi4/5Mn1/10Co.1O2"));
        Parsed("Li2O").ShouldNotBe(Parsed("Li4O2"));
        Parsed("Li2O").ShouldBe(Parsed("Li4O2").Reduced());
        Parsed("Li3PS4").Equals(null).ShouldBeFalse();
    }

    [Fact]
    public void Amounts_and_shares_are_found_by_symbol()
    {
        ChemicalFormula formula = Parsed("Li6PS4.7O0.3Br");
        formula.Amount("S").ShouldBe(new Rational(47, 10));
        formula.Amount("Cl").ShouldBe(Rational.Zero);
        formula.Amount("nonsense").ShouldBe(Rational.Zero);
        formula.Atoms.ShouldBe(13);
        formula.AtomFraction("Li").ShouldBe(6 / 13.0, 1e-15);
        formula.MassFraction("Li").ShouldBe(6 * 6.94 / formula.GramsPerMole, 1e-15);
        formula.MassFraction("Cl").ShouldBe(0);
        formula.Elements.Sum(part => formula.MassFraction(part.Element.Symbol)).ShouldBe(1, 1e-14);
    }

    [Theory]
    [InlineData("Li6PS5Cl", "ClLi6PS5")]
    [InlineData("C3H4O3", "C3H4O3")]
    [InlineData("LiOC2H5", "C2H5LiO")]
    [InlineData("H2SO4", "H2O4S")]
    public void Hill_order_begins_with_carbon_and_hydrogen(string text, string hill) => Parsed(text).Hill().ShouldBe(hill);

    [Fact]
    public void A_multiple_can_be_read_again()
    {
        ChemicalFormula third = Parsed("Li2O").Scaled(new Rational(1, 3));
        third.Text.ShouldBe("Li2/3O1/3");
        Parsed(third.Text).ShouldBe(third);
        Parsed("LiCoO2").Scaled(new Rational(1, 8)).Text.ShouldBe("Li0.125Co0.125O0.25");
        Should.Throw<ArgumentOutOfRangeException>(() => third.Scaled(0));
    }

    [Theory]
    [InlineData("", 0, 0, null)]
    [InlineData("LI6PS5Cl", 0, 2, "Li")]
    [InlineData("li2O", 0, 2, "Li")]
    [InlineData("o2", 0, 1, "O")]
    [InlineData("NA2S", 0, 2, "Na")]
    [InlineData("NACl", 0, 2, "Na")]
    [InlineData("AL2O3", 0, 2, "Al")]
    [InlineData("FEPO4", 0, 2, "Fe")]
    [InlineData("Li CoO2", 2, 1, null)]
    [InlineData(" LiCoO2", 0, 1, null)]
    [InlineData("LiCoO2 ", 6, 1, null)]
    [InlineData("Li1-xCoO2", 3, 1, null)]
    [InlineData("LixCoO2", 2, 1, null)]
    [InlineData("Ox", 0, 2, null)]
    [InlineData("Li0", 2, 1, null)]
    [InlineData("Li0.00", 2, 4, null)]
    [InlineData("Li1/0", 3, 2, null)]
    [InlineData("Li1/", 3, 1, null)]
    [InlineData("Li5.", 3, 1, null)]
    [InlineData("Li1.2.3", 5, 1, null)]
    [InlineData("(Li2O", 5, 0, null)]
    [InlineData("(Li2O]", 5, 1, null)]
    [InlineData("Li2O)", 4, 1, null)]
    [InlineData("()2", 1, 1, null)]
    [InlineData("5", 1, 0, null)]
    [InlineData("Li2O·", 5, 0, null)]
    [InlineData("·Li2O", 0, 1, null)]
    [InlineData("PF6-", 3, 1, null)]
    [InlineData("Li2S*P2S5", 4, 1, "·")]
    [InlineData("Li1234567890123", 2, 13, null)]
    [InlineData("Lié", 2, 1, null)]
    [InlineData("Li\ud83d\ude00", 2, 2, null)]
    public void A_wrong_text_gives_the_place_and_what_was_probably_meant(string text, int position, int length, string? suggestion)
    {
        ChemicalFormula.TryParse(text, out ChemicalFormula? formula, out FormulaError? error).ShouldBeFalse();
        formula.ShouldBeNull();
        (error!.Position, error.Length, error.Suggestion).ShouldBe((position, length, suggestion), error.ToString());
    }

    [Fact]
    public void Long_and_deep_texts_are_refused()
    {
        ChemicalFormula.TryParse(string.Concat(Enumerable.Repeat("Li", 5_000)), out _, out FormulaError? error).ShouldBeFalse();
        error!.Expected.ShouldContain("200 characters");
        ChemicalFormula.TryParse(new string('(', 150), out _, out error).ShouldBeFalse();
        error!.Expected.ShouldContain("nested groups");
        Parsed("((((((((((Li999999999999)999999999999)999999999999)999999999999)999999999999)9)9)9)9)9)9").GramsPerMole.ShouldBeGreaterThan(1e60);
    }

    [Fact]
    public void What_is_printed_reads_back_as_the_same_composition()
    {
        Gen<string> amounts = Gen.OneOf(Gen.Constant(""), Gen.Choose(1, 40).Select(n => $"{n}"), Gen.Choose(1, 999).Select(n => $"{n / 100.0}"), from n in Gen.Choose(1, 9) from d in Gen.Choose(1, 9) select $"{n}/{d}");
        Gen<string> elements = from element in Gen.Elements(PeriodicTable.Elements.ToArray()) from amount in amounts select element.Symbol + amount;
        Gen<string> groups = from a in elements from b in elements from amount in amounts select $"({a}{b}){amount}";
        Gen<string> texts = Gen.NonEmptyListOf(Gen.OneOf(elements, groups)).Select(parts => string.Concat(parts.Take(8)));
        Prop.ForAll(texts.ToArbitrary(), text =>
        {
            ChemicalFormula formula = Parsed(text);
            formula.ToString().ShouldBe(text);
            ChemicalFormula printed = Parsed(formula.Scaled(1).Text);
            printed.ShouldBe(formula);
            printed.GetHashCode().ShouldBe(formula.GetHashCode());
            Parsed(formula.Hill()).ShouldBe(formula.Reduced());
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    [Fact]
    public void No_text_throws_and_every_error_lies_inside_the_text()
    {
        Gen<string> pieces = Gen.Elements("Li", "L", "I", "i", "O", "Co", "(", ")", "[", "]", "2", "0", ".", "/", "·", " ", "-", "₂", "\ud800", "x", "1.5", "\0");
        Prop.ForAll(Gen.ListOf(pieces).Select(parts => string.Concat(parts)).ToArbitrary(), text =>
        {
            if (ChemicalFormula.TryParse(text, out ChemicalFormula? formula, out FormulaError? error))
            {
                formula.Reduced().GramsPerMole.ShouldBeGreaterThan(0);
                return;
            }
            error.Position.ShouldBeInRange(0, text.Length);
            (error.Position + error.Length).ShouldBeInRange(0, text.Length);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3_000));
    }

    [Fact]
    public void The_table_is_complete_and_an_element_without_a_standard_weight_says_so()
    {
        PeriodicTable.Elements.Count.ShouldBe(118);
        PeriodicTable.Elements.Select(element => element.Number).ShouldBe(Enumerable.Range(1, 118));
        PeriodicTable.Elements.Select(element => element.Symbol).Distinct().Count().ShouldBe(118);
        PeriodicTable.Elements.Count(element => double.IsFinite(element.StandardWeight)).ShouldBe(84);
        PeriodicTable.Find("li").ShouldBeNull();
        double.IsNaN(Parsed("TcO2").MolarMass).ShouldBeTrue();
    }

    private static ChemicalFormula Parsed(string text)
    {
        ChemicalFormula.TryParse(text, out ChemicalFormula? formula, out FormulaError? error).ShouldBeTrue($"{text}: {error}");
        return formula!;
    }
}
