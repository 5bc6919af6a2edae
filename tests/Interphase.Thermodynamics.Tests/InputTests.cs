using Interphase.Descriptions;
using Interphase.Numerics;

namespace Interphase.Thermodynamics.Tests;

/// <summary>Inputs at the edge and beyond it.</summary>
public class InputTests
{
    private static readonly PhaseSet Set = PhaseSet.Default;

    [Fact]
    public void An_element_that_the_set_lacks_is_told_with_the_nearest_one()
    {
        var problems = new Problems();
        ElectrochemicalWindow.Of(Reference.Formula("Li6PSe5Cl"), Set, problems).ShouldBeNull();
        problems.ShouldHaveSingleItem().ToString().ShouldStartWith("Li6PSe5Cl: found the element `Se`; expected elements of the set mp2019: Li B C N O");
    }

    [Fact]
    public void A_phase_that_the_set_lacks_has_a_window_and_the_nearest_phase()
    {
        ElectrochemicalWindow window = ElectrochemicalWindow.Of(Reference.Formula("Li3YCl6"), Set, [])!;
        window.Entry.ShouldBeNull();
        window.EnergyAboveHull.ShouldBeNull();
        window.Exists.ShouldBeTrue();
        Stability stability = Stability.Of(Reference.Formula("Li5.9PS5Cl"), Set, [])!;
        stability.Entry.ShouldBeNull();
        stability.Nearest.ShouldBe("Li6PS5Cl");
        stability.IsStable.ShouldBeFalse();
    }

    [Theory]
    [InlineData("LiCoO2", "LiCoO2")]
    [InlineData("LiCoO2", "Li2Co2O4")]
    public void A_phase_does_not_react_with_itself(string a, string b)
    {
        foreach (double? voltage in (double?[])[null, 3])
        {
            PairReaction reaction = PairReaction.Of(Reference.Formula(a), Reference.Formula(b), Set, voltage, [])!;
            reaction.MutualEnergy.ShouldBe(0);
            reaction.Kinks.Select(kink => kink.FractionA).ShouldBe([Rational.Zero, Rational.One]);
        }
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(5.1)]
    [InlineData(double.NaN)]
    public void A_voltage_outside_the_range_is_told(double voltage)
    {
        var problems = new Problems();
        PairReaction.Of(Reference.Formula("LiCoO2"), Reference.Formula("Li3PS4"), Set, voltage, problems).ShouldBeNull();
        problems.ShouldHaveSingleItem().ToString().ShouldContain("expected 0 to 5 V against lithium metal");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void The_ends_of_the_range_of_voltages_are_answered(double voltage) =>
        PairReaction.Of(Reference.Formula("LiCoO2"), Reference.Formula("Li3PS4"), Set, voltage, [])!.Kinks.Length.ShouldBeGreaterThanOrEqualTo(2);

    [Fact]
    public void Lithium_metal_has_no_window_and_reacts_only_closed()
    {
        ElectrochemicalWindow window = ElectrochemicalWindow.Of(Reference.Formula("Li"), Set, [])!;
        window.Exists.ShouldBeFalse();
        window.Reason.ShouldBe("lithium metal is what voltages are counted from");
        PairReaction.Of(Reference.Formula("Li"), Reference.Formula("Li6PS5Cl"), Set, null, [])!.MutualEnergy.ShouldBe(-0.543, 1e-3);
        var problems = new Problems();
        PairReaction.Of(Reference.Formula("Li"), Reference.Formula("Li6PS5Cl"), Set, 2, problems).ShouldBeNull();
        problems.ShouldHaveSingleItem().ToString().ShouldContain("lithium metal as a reactant, open to lithium");
    }

    [Fact]
    public void A_formula_whose_products_exchange_lithium_at_every_voltage_has_no_window_but_a_reason()
    {
        ElectrochemicalWindow window = ElectrochemicalWindow.Of(Reference.Formula("LiMn2O4"), Set, [])!;
        window.Exists.ShouldBeFalse();
        window.Reason.ShouldBe("its products exchange lithium at every voltage: below 2.979 V they take up 1/3 per formula unit, above they give off 1/11");
    }

    [Fact]
    public void A_formula_without_lithium_has_a_window_without_upper_end()
    {
        ElectrochemicalWindow window = ElectrochemicalWindow.Of(Reference.Formula("MoS2"), Set, [])!;
        window.Low!.Value.ShouldBe(1.42149, 1e-4);
        window.High.ShouldBeNull();
        window.Steps[^1].To.ShouldBeNull();
    }

    [Fact]
    public void A_formula_stable_against_lithium_has_a_window_from_0()
    {
        ElectrochemicalWindow.Of(Reference.Formula("Li2O"), Set, [])!.Low.ShouldBe(0);
        ElectrochemicalWindow.Of(Reference.Formula("Li2O"), Set, [])!.Steps[0].From.ShouldBe(0);
    }

    [Fact]
    public void An_element_is_stable_and_has_no_competition()
    {
        Stability stability = Stability.Of(Reference.Formula("O2"), Set, [])!;
        stability.IsStable.ShouldBeTrue();
        stability.DecompositionEnergy.ShouldBeNull();
        stability.Decomposition.ToString().ShouldBe("O2 → O2");
    }

    [Fact]
    public void Amounts_with_many_digits_are_counted_exactly()
    {
        Stability stability = Stability.Of(Reference.Formula("Li6.00000000001PS5Cl"), Set, [])!;
        stability.Decomposition.IsBalanced.ShouldBeTrue();
        stability.Decomposition.Products.ShouldAllBe(part => part.Amount.Sign > 0);
        var problems = new Problems();
        (Stability.Of(Reference.Formula("Li1/7P1.00000000001S1/13Cl1.00000000003"), Set, problems) is null || problems.Count == 0).ShouldBeTrue();
    }

    [Fact]
    public void Equilibria_may_be_open_to_several_elements_that_do_not_react_with_each_other()
    {
        Equilibrium air = Equilibrium.Of(Reference.Formula("Li7La3Zr2O12"), Set, new Dictionary<string, double> { ["O"] = 0, ["C"] = -6 }, [])!;
        air.Reaction.IsBalanced.ShouldBeTrue();
        air.ChemicalPotentials["O"].ShouldBe(0);
        var problems = new Problems();
        Equilibrium.Of(Reference.Formula("TiO2"), Set, new Dictionary<string, double> { ["O"] = 0, ["Li"] = -0.5 }, problems).ShouldBeNull();
        problems.ShouldHaveSingleItem().ToString().ShouldContain("forms without end");
        problems = [];
        Equilibrium.Of(Reference.Formula("TiO2"), Set, new Dictionary<string, double> { ["O"] = 0.1 }, problems).ShouldBeNull();
        Equilibrium.Of(Reference.Formula("O2"), Set, new Dictionary<string, double> { ["O"] = 0 }, problems).ShouldBeNull();
        Equilibrium.Of(Reference.Formula("O2"), Set, new Dictionary<string, double> { ["Xx"] = 0 }, problems).ShouldBeNull();
        problems.Count.ShouldBe(3);
    }

    [Fact]
    public void Products_of_the_same_energy_are_told_as_ties()
    {
        using var scratch = new ScratchFile("formula,formation_energy_eV_per_atom\nLi2S,-1.5\nLiS,-1.125\nLi3S2,-1.35\n");
        PhaseSet set = PhaseSet.Read(scratch.Path, [])!;
        Stability stability = Stability.Of(Reference.Formula("Li4S3"), set, [])!;
        stability.Ties.ShouldNotBeEmpty();
        stability.Decomposition.IsBalanced.ShouldBeTrue();
        Stability.Of(Reference.Formula("Li6PS5Cl"), Set, [])!.Ties.ShouldBeEmpty();
    }
}
