using Interphase.Descriptions;

namespace Interphase.Thermodynamics.Tests;

/// <summary>The ranking of coatings, on a set so small that every figure is known: MnO2 with Li2S gives 2 Li2O + Mn + 2 S, and nothing else reacts.</summary>
public class CoatingScreenTests
{
    // Li3OCl lies 0.03, LiMnO2 0.1 eV/atom above the hull, which is 2 Li2O with LiCl, and Li2O with MnO2 and Mn.
    private static readonly string[] Rows = ["Li2S,-1.5", "MnO2,-0.8", "Li2O,-2", "LiF,-3", "LiCl,-2", "Li3OCl,-1.97", "LiMnO2,-0.95"];

    [Fact]
    public void Candidates_are_ranked_by_the_strongest_of_their_driving_forces()
    {
        CoatingScreen screen = Screen(Rows, new());
        // MnO2 + 2 Li2S: -12 against -2.4 and -9 eV, 9 atoms.
        screen.Bare.MutualEnergy.ShouldBe(-0.6 / 9, 1e-9);
        screen.Candidates.Select(each => each.Entry.Name).ShouldBe(["LiF", "LiCl", "Li3OCl", "Li2O"]);
        screen.Candidates.Select(each => each.Rank).ShouldBe([1, 2, 3, 4]);
        screen.Candidates.Select(each => each.Kind).ShouldBe(["fluoride", "chloride", "oxide chloride", "oxide"]);
        // At 4.3 V their lithium leaves: 4 eV for one of two atoms, 9.85 eV for three of five, 6 eV for two of three.
        double[] high = [0, (4 - 4.3) / 2, (9.85 - 3 * 4.3) / 5, (6 - 2 * 4.3) / 3];
        foreach ((CoatingCandidate each, double alone) in screen.Candidates.Zip(high))
        {
            each.AtHighVoltage.ShouldBe(alone, 1e-9, each.Entry.Name);
            each.Worst.ShouldBe(alone, 1e-9, each.Entry.Name);
            each.AtLowVoltage.ShouldBe(-each.EnergyAboveHull, 1e-9);
            each.WithCathode.MutualEnergy.ShouldBe(0);
            each.WithElectrolyte.MutualEnergy.ShouldBe(0);
        }
        screen.Candidates[2].EnergyAboveHull.ShouldBe(0.03, 1e-9);
        screen.Usual.ShouldHaveSingleItem().Entry.Name.ShouldBe("LiF");
        screen.Missing.Length.ShouldBe(CoatingScreen.UsualCoatings.Length - 1);
    }

    [Fact]
    public void Phases_without_lithium_and_far_above_the_hull_are_ranked_when_asked_for()
    {
        CoatingScreen bare = Screen(Rows, new() { WithoutLithium = true });
        CoatingCandidate manganese = bare.Candidates.Single(each => each.Entry.Name == "MnO2");
        manganese.Rank.ShouldBe(2);
        manganese.HasLithium.ShouldBeFalse();
        manganese.Worst.ShouldBe(-0.6 / 9, 1e-9);
        manganese.WithCathode.Reacts.ShouldBeFalse();
        CoatingScreen far = Screen(Rows, new() { MostAboveHull = 1 });
        CoatingCandidate above = far.Candidates.Single(each => each.Entry.Name == "LiMnO2");
        above.EnergyAboveHull.ShouldBeGreaterThan(0.05);
        above.Worst.ShouldBeLessThanOrEqualTo(-above.EnergyAboveHull);
    }

    // Above 4 V LiCl loses its lithium, above 3 V Li2O; below 2.4 V MnO2 is reduced.
    [Theory]
    [InlineData(2.5, 3.9, "LiCl", 0)]
    [InlineData(2.5, 2.9, "Li2O", 0)]
    [InlineData(2.5, 4.3, "LiCl", -0.15)]
    [InlineData(2.0, 2.9, "MnO2", (-12 + 2.4 + 8) / 3)]
    public void What_a_coating_meets_is_what_is_asked(double low, double high, string coating, double worst) =>
        Screen(Rows, new() { LowVoltage = low, HighVoltage = high, WithoutLithium = true }).Candidates.Single(each => each.Entry.Name == coating).Worst.ShouldBe(Math.Min(worst, coating == "MnO2" ? -0.6 / 9 : 0), 1e-9);

    [Fact]
    public void Neither_the_order_of_rows_nor_threads_nor_multiples_matter()
    {
        CoatingScreen one = Screen(Rows, new() { WithoutLithium = true }), other = Screen([.. Rows.Reverse()], new() { WithoutLithium = true, Threads = 3 }, "Mn2O4", "Li4S2");
        other.Candidates.Select(each => (each.Rank, each.Entry.Name, Math.Round(each.Worst, 9))).ShouldBe(one.Candidates.Select(each => (each.Rank, each.Entry.Name, Math.Round(each.Worst, 9))));
        CoatingScreen swapped = Screen(Rows, new() { WithoutLithium = true }, "Li2S", "MnO2");
        swapped.Candidates.Select(each => (each.Rank, each.Entry.Name)).ShouldBe(one.Candidates.Select(each => (each.Rank, each.Entry.Name)));
        swapped.Candidates.Select(each => each.WithElectrolyte.MutualEnergy).ShouldBe(one.Candidates.Select(each => each.WithCathode.MutualEnergy));
    }

    [Fact]
    public void Every_reaction_of_the_built_in_set_conserves_every_element()
    {
        CoatingScreen screen = CoatingScreen.Of(Reference.Formula("LiCoO2"), Reference.Formula("Li3InCl6"), PhaseSet.Default, new() { Threads = 2 }, [])!;
        screen.Candidates.Length.ShouldBeGreaterThan(300);
        foreach (CoatingCandidate each in screen.Candidates)
        {
            each.WithCathode.Kinks.Concat(each.WithElectrolyte.Kinks).ShouldAllBe(kink => kink.Reaction.IsBalanced);
            each.EnergyAboveHull.ShouldBeInRange(0, 0.05);
            each.Worst.ShouldBeLessThanOrEqualTo(0);
        }
        screen.Candidates.Zip(screen.Candidates.Skip(1)).ShouldAllBe(pair => Math.Round(pair.First.Worst, 4) >= Math.Round(pair.Second.Worst, 4));
    }

    [Fact]
    public void A_strange_element_is_one_problem()
    {
        Problems problems = [];
        CoatingScreen.Of(Reference.Formula("LiXeO2"), Reference.Formula("Li2S"), PhaseSet.Default, new(), problems).ShouldBeNull();
        problems.Count.ShouldBe(1);
    }

    private static CoatingScreen Screen(string[] rows, CoatingScreenOptions options, string cathode = "MnO2", string electrolyte = "Li2S")
    {
        using var file = new ScratchFile($"formula,formation_energy_eV_per_atom\n{string.Join('\n', rows)}\n");
        return CoatingScreen.Of(Reference.Formula(cathode), Reference.Formula(electrolyte), PhaseSet.Read(file.Path, [])!, options, [])!;
    }
}
