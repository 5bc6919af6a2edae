using System.Collections.Immutable;
using Interphase.Materials;

namespace Interphase.Thermodynamics.Tests;

/// <summary>What papers say, computed with the energies that come with the program.</summary>
public class PublishedTests
{
    private const string Uncorrected = "mp2019-no-sulfide-correction";

    // doi:10.1007/s40820-025-01751-y prints 1.71-2.01 V and 1.71-2.14 V, from energies without the sulfide correction.
    [Theory]
    [InlineData("Li6PS5Cl", Uncorrected, 1.721, 2.009)]
    [InlineData("Li10GeP2S12", Uncorrected, 1.721, 2.143)]
    [InlineData("Li6PS5Cl", "mp2019", 1.721, 2.139)]
    [InlineData("Li10GeP2S12", "mp2019", 1.721, 2.291)]
    [InlineData("Li3InCl6", "mp2019", 2.621, 4.305)]
    [InlineData("LiNbO3", "mp2019", 1.743, 3.758)]
    public void Windows_of_electrolytes_are_the_published_ones(string formula, string scheme, double low, double high)
    {
        ElectrochemicalWindow window = Window(formula, scheme);
        window.Low!.Value.ShouldBe(low, 6e-4);
        window.High!.Value.ShouldBe(high, 6e-4);
    }

    [Fact]
    public void A_window_under_the_other_scheme_stands_beside_it()
    {
        ImmutableArray<ElectrochemicalWindow> others = ElectrochemicalWindow.Alternatives(Reference.Formula("Li6PS5Cl"), PhaseSet.Default);
        others.ShouldHaveSingleItem().Scheme.Id.ShouldBe(Uncorrected);
        others[0].High!.Value.ShouldBe(2.009, 6e-4);
        ElectrochemicalWindow.Alternatives(Reference.Formula("LiCoO2"), PhaseSet.Default).ShouldHaveSingleItem().Scheme.Id.ShouldBe("mp2024");
        ElectrochemicalWindow.Alternatives(Reference.Formula("Li3PO4"), PhaseSet.Default).ShouldBeEmpty();
    }

    // 2 and 5 electrons of Li6PS5Cl (268.4 g/mol): 200 and 499 mAh/g, the two steps of doi:10.1021/acsenergylett.5c02607.
    [Fact]
    public void Li6PS5Cl_is_oxidised_in_two_steps()
    {
        ImmutableArray<WindowStep> steps = Window("Li6PS5Cl", Uncorrected).Steps;
        WindowStep first = steps.Single(step => step.Lithium == -2), second = steps.Single(step => step.Lithium == -5);
        first.Reaction.ToString().ShouldBe("Li6PS5Cl → Li3PS4 + LiCl + S + 2 Li");
        second.Reaction.InWholeNumbers().ToString().ShouldBe("2 Li6PS5Cl → P2S5 + 5 S + 2 LiCl + 10 Li");
        double perGram = 96485.33212 / 3.6 / Reference.Formula("Li6PS5Cl").GramsPerMole;
        (2 * perGram).ShouldBe(200, 1);
        (5 * perGram).ShouldBe(499, 1);
    }

    // The figures that docs/thermodynamics.md prints beside its calls.
    [Fact]
    public void The_docs_print_what_their_calls_give()
    {
        Stability.Of(Reference.Formula("Li6PS5Cl"), PhaseSet.Default, [])!.EnergyAboveHull!.Value.ShouldBe(0.0831, 5e-5);
        Window("Li6PS5Cl", "mp2019").High!.Value.ShouldBe(2.139, 5e-4);
        React("LiCoO2", "Li6PS5Cl").MutualEnergy.ShouldBe(-0.320, 5e-4);
    }

    // doi:10.1039/d4ee00938j: beside Li2RuO3 a halide is far milder than a sulfide.
    [Fact]
    public void Li3InCl6_reacts_less_with_Li2RuO3_than_Li6PS5Cl_does()
    {
        PairReaction halide = React("Li2RuO3", "Li3InCl6"), sulfide = React("Li2RuO3", "Li6PS5Cl");
        halide.MutualEnergy.ShouldBe(-0.092, 1e-3);
        sulfide.MutualEnergy.ShouldBe(-0.346, 1e-3);
    }

    // doi:10.1007/s40820-025-01667-7: MoS2 forms in place and stays.
    [Fact]
    public void Molybdenum_nickel_nitride_makes_MoS2_with_Li6PS5Cl_and_MoS2_is_compatible_with_it()
    {
        React("Mo3Ni3N", "Li6PS5Cl").Minimum.Products.Select(product => product.Formula.Text).ShouldContain("MoS2");
        React("MoS2", "Li6PS5Cl").MutualEnergy.ShouldBe(0, 1e-9);
        Window("Ni3Mo3N·2Li6PS5Cl", "mp2019").Steps.Last(step => step.From <= 2).Products.Single(product => product.Formula.Text == "MoS2").Amount.ShouldBe(3);
    }

    [Theory]
    [InlineData("LiNbO3", -0.109)]
    [InlineData("LiBO2", -0.018)]
    [InlineData("LiF", 0)]
    [InlineData("Li3PO4", 0)]
    public void Coatings_react_little_with_Li6PS5Cl(string coating, double mutual) => React(coating, "Li6PS5Cl").MutualEnergy.ShouldBe(mutual, 1e-3);

    [Fact]
    public void The_topotactic_voltage_stands_beside_the_equilibrium_route()
    {
        Window("Li2RuO3", "mp2019").High!.Value.ShouldBe(2.411, 1e-3);
        TopotacticVoltage ruthenate = Topotactic("Li2RuO3", "LiRuO3"), cobaltate = Topotactic("LiCoO2", "Li(CoO2)2");
        ruthenate.Voltage.ShouldBe(3.85, 0.01);
        ruthenate.Lithium.ShouldBe(1);
        cobaltate.Voltage.ShouldBe(3.39, 0.01);
        cobaltate.Reaction.ToString().ShouldBe("LiCoO2 → 0.5 Li(CoO2)2 + 0.5 Li");
        cobaltate.Reaction.IsBalanced.ShouldBeTrue();
        // Sulfur is no host; graphite is.
        TopotacticVoltage.Of(Reference.Formula("Li2S"), PhaseSet.Default, [])!.Value.ShouldBeEmpty();
        Topotactic("LiC6", "C").Voltage.ShouldBeInRange(-0.1, 0.4);
    }

    [Fact]
    public void The_practical_window_of_Li6PS5Cl_has_a_measured_limit_and_a_bound()
    {
        PracticalWindow window = PracticalWindow.Of(Reference.Formula("Li6PS5Cl"), MaterialLibrary.BuiltIn())!;
        window.Reduction!.ToString().ShouldBe("0.11 V");
        window.Oxidation!.ToString().ShouldBe("below 2.5 V");
        window.Oxidation.SourceKey.ShouldBe("wu2025");
        window.Oxidation.Source!.Doi.ShouldBe("10.1007/s40820-025-01751-y");
        PracticalWindow.Of(Reference.Formula("Li12P2S10Cl2"), MaterialLibrary.BuiltIn())!.Material.ShouldBe("Li6PS5Cl");
        PracticalWindow.Of(Reference.Formula("Li3PO4"), MaterialLibrary.BuiltIn()).ShouldBeNull();
    }

    [Fact]
    public void Known_errors_of_the_scheme_are_shown_where_they_matter()
    {
        Window("Li6PS5Cl", "mp2019").Biases.ShouldContain(bias => bias.Text.Contains("2.139", StringComparison.Ordinal));
        Window("Li6PS5Cl", "mp2019").Biases.ShouldContain(bias => bias.Elements.SequenceEqual(new[] { "S", "Cl" }));
        Window("LiNiO2", "mp2019").Biases.ShouldContain(bias => bias.Elements.Contains("Ni"));
        Window("Li3PO4", "mp2019").Biases.ShouldBeEmpty();
        React("LiCoO2", "Li6PS5Cl").Biases.ShouldContain(bias => bias.Text.Contains("Li2SO4", StringComparison.Ordinal));
    }

    // CS14 is stable only since it carries the correction of sulfides, under either scheme.
    [Fact]
    public void Carbon_beside_a_sulfide_is_told_to_be_judged_with_care()
    {
        foreach (string scheme in (ReadOnlySpan<string>)["mp2019", "mp2019-no-sulfide-correction"])
        {
            PairReaction pair = PairReaction.Of(Reference.Formula("C"), Reference.Formula("Li6PS5Cl"), PhaseSet.BuiltIn(scheme)!, 3, [])!;
            pair.Minimum.Products.ShouldContain(part => part.Formula.Text == "CS14");
            pair.Biases.ShouldContain(bias => bias.Text.Contains("CS14", StringComparison.Ordinal));
            Window("Li6PS5Cl", scheme).Biases.ShouldNotContain(bias => bias.Text.Contains("CS14", StringComparison.Ordinal));
        }
        PhaseEntry entry = PhaseSet.Default.Find(Reference.Formula("CS14"))!;
        (entry.FormationEnergy + 14 * 0.66346 / 15).ShouldBe(0.064, 1e-3);
        PairReaction.Alternatives(Reference.Formula("C"), Reference.Formula("Li6PS5Cl"), PhaseSet.Default, 3).ShouldBeEmpty();
        PairReaction.Alternatives(Reference.Formula("Li2S"), Reference.Formula("Li6PS5Cl"), PhaseSet.Default, 3).ShouldHaveSingleItem();
    }

    private static ElectrochemicalWindow Window(string formula, string scheme) => ElectrochemicalWindow.Of(Reference.Formula(formula), PhaseSet.BuiltIn(scheme)!, [])!;

    private static PairReaction React(string a, string b) => PairReaction.Of(Reference.Formula(a), Reference.Formula(b), PhaseSet.Default, null, [])!;

    private static TopotacticVoltage Topotactic(string rich, string poor) =>
        TopotacticVoltage.Of(Reference.Formula(rich), PhaseSet.Default, [])!.Value.Single(pair => pair.Lithiated.Name == rich && pair.Delithiated.Name == poor);
}
