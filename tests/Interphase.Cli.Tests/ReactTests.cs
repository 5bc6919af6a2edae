using System.Text.Json.Nodes;

namespace Interphase.Cli.Tests;

/// <summary>The verb <c>react</c>.</summary>
public class ReactTests
{
    [Fact]
    public void A_closed_pair_has_kinks_with_products()
    {
        JsonNode document = Tool.Run("react", "LiCoO2", "Li3PS4", "--json").ShouldBeDone().Json;
        document["mutualEnergy"]!.GetValue<double>().ShouldBe(-0.402, 5e-4);
        document["scheme"]!.GetValue<string>().ShouldBe("mp2019");
        document["voltage"].ShouldBeNull();
        JsonNode[] kinks = [.. document["kinks"]!.AsArray().Select(kink => kink!)];
        kinks[0]["fractionA"]!.GetValue<double>().ShouldBe(0);
        kinks[^1]["fractionA"]!.GetValue<double>().ShouldBe(1);
        kinks[0]["mutualEnergy"]!.GetValue<double>().ShouldBe(0);
        kinks.Min(kink => kink["mutualEnergy"]!.GetValue<double>()).ShouldBe(document["mutualEnergy"]!.GetValue<double>());
        foreach (JsonNode kink in kinks)
        {
            kink["energy"]!.GetValue<double>().ShouldBeLessThanOrEqualTo(kink["mutualEnergy"]!.GetValue<double>() + 1e-9);
            kink["products"]!.AsObject().ShouldNotBeEmpty();
        }
    }

    // xu2024: the sulfide reacts with the ruthenate, the chloride hardly.
    [Theory]
    [InlineData("--quiet")]
    [InlineData("--voltage", "4.3")]
    public void The_chloride_gets_on_better_with_Li2RuO3_than_the_sulfide(params string[] options) =>
        Mutual("Li6PS5Cl", "Li2RuO3", options).ShouldBeLessThan(Mutual("Li3InCl6", "Li2RuO3", options) - 0.05);

    // gao2025: the nitride turns into MoS2, which then lasts.
    [Fact]
    public void A_nitride_of_molybdenum_and_nickel_gives_MoS2_which_lasts()
    {
        JsonNode document = Tool.Run("react", "Mo3Ni3N", "Li6PS5Cl", "--json").ShouldBeDone().Json;
        document["kinks"]!.AsArray().ShouldContain(kink => kink!["products"]!.AsObject().ContainsKey("MoS2"));
        Mutual("MoS2", "Li6PS5Cl").ShouldBe(0, 1e-3);
    }

    // wu2025, and the coatings of all five papers.
    [Theory]
    [InlineData("LiNbO3")]
    [InlineData("LiBO2")]
    [InlineData("LiF")]
    public void A_buffer_gets_on_better_with_both_sides_than_they_with_each_other(string buffer)
    {
        double bare = Mutual("LiCoO2", "Li6PS5Cl");
        Mutual(buffer, "LiCoO2").ShouldBeGreaterThan(0.5 * bare);
        Mutual(buffer, "Li6PS5Cl").ShouldBeGreaterThan(0.5 * bare);
    }

    [Fact]
    public void Open_to_lithium_energies_count_without_it()
    {
        JsonNode document = Tool.Run("react", "LiCoO2", "Li6PS5Cl", "--voltage", "4.2 V", "--json").ShouldBeDone().Json;
        document["voltage"]!.GetValue<double>().ShouldBe(4.2);
        document["units"]!["energy"]!.GetValue<string>().ShouldContain("other than lithium");
        document["kinks"]!.AsArray().ShouldContain(kink => kink!["lithium"]!.GetValue<double>() < 0);
    }

    [Fact]
    public void A_sweep_tells_every_step_from_0_to_5_V()
    {
        using var scratch = new Scratch();
        JsonNode document = Tool.Run("react", "LiCoO2", "Li3PS4", "--sweep", "--json", "--out", scratch.Folder).ShouldBeDone().Json;
        JsonNode[] steps = [.. document["steps"]!.AsArray().Select(step => step!)], voltages = [.. document["voltages"]!.AsArray().Select(point => point!)];
        steps[0]["from"]!.GetValue<double>().ShouldBe(0);
        steps[^1]["to"]!.GetValue<double>().ShouldBe(5);
        for (int i = 1; i < steps.Length; i++) steps[i]["from"]!.GetValue<double>().ShouldBe(steps[i - 1]["to"]!.GetValue<double>());
        voltages.Select(point => point["voltage"]!.GetValue<double>()).ShouldBe(steps.SelectMany(step => (double[])[step["from"]!.GetValue<double>(), step["to"]!.GetValue<double>()]));
        document["mutualEnergy"]!.GetValue<double>().ShouldBe(voltages.Min(point => point["mutualEnergy"]!.GetValue<double>()), 1e-9);
        document["worst"]!["mutualEnergy"]!.GetValue<double>().ShouldBe(document["mutualEnergy"]!.GetValue<double>());
        document["changes"]!.AsArray().Count.ShouldBeGreaterThan(steps.Length);
        // The middle of a step, asked for as a voltage of its own.
        JsonNode step = steps.First(each => each["reacts"]!.GetValue<bool>());
        double middle = (step["from"]!.GetValue<double>() + step["to"]!.GetValue<double>()) / 2;
        JsonNode single = Tool.Run("react", "LiCoO2", "Li3PS4", "--voltage", $"{middle}", "--json").ShouldBeDone().Json;
        single["mutualEnergy"]!.GetValue<double>().ShouldBe((step["mutualEnergy"]!["from"]!.GetValue<double>() + step["mutualEnergy"]!["to"]!.GetValue<double>()) / 2, 1e-9);
        single["minimum"]!["reaction"]!.GetValue<string>().ShouldBe(step["reaction"]!.GetValue<string>());
        scratch.Files.ShouldBe(["LiCoO2-Li3PS4.sweep.json", "LiCoO2-Li3PS4.sweep.svg"]);
    }

    [Fact]
    public void The_table_of_a_sweep_has_ranges_and_products()
    {
        string text = Tool.Run("react", "LiCoO2", "LiF", "--sweep").ShouldBeDone().Output;
        text.ShouldContain("no reaction with each other");
        text.ShouldContain("LiCoF4 + O2");
        Tool.Run("react", "LiF", "LiF", "--sweep").ShouldBeDone().Output.ShouldContain("no reaction with each other at any voltage");
    }

    // Together they gain 0.03 eV/atom at 0.9 V; the mutual energy of published tables does not show it.
    [Fact]
    public void A_reaction_that_the_mutual_energy_hides_is_told()
    {
        JsonNode document = Tool.Run("react", "Li6PS5Cl", "Al2O3", "--voltage", "0.9", "--json").ShouldBeDone().Json;
        document["mutualEnergy"]!.GetValue<double>().ShouldBe(0);
        document["reacts"]!.GetValue<bool>().ShouldBeTrue();
        document["minimum"]!["gain"]!.GetValue<double>().ShouldBeLessThan(-0.03);
        Tool.Run("react", "Li6PS5Cl", "Al2O3", "--voltage", "0.9").ShouldBeDone().Output.ShouldContain("together they gain -0.03");
    }

    [Fact]
    public void A_sweep_does_not_depend_on_the_threads() =>
        Tool.Run("react", "LiCoO2", "LiF", "--sweep", "--json", "--threads", "1").Output.ShouldBe(Tool.Run("react", "LiCoO2", "LiF", "--sweep", "--json", "--threads", "3").Output);

    [Fact]
    public void The_same_composition_twice_does_not_react()
    {
        Outcome outcome = Tool.Run("react", "Li2S", "Li4S2").ShouldBeDone();
        outcome.Output.ShouldContain("no reaction");
        outcome.Output.ShouldContain("nothing to mix");
    }

    [Fact]
    public void The_table_tells_reactions_and_the_scheme()
    {
        string text = Tool.Run("react", "LiCoO2", "Li3PS4").ShouldBeDone().Output;
        text.ShouldContain("mutual energy -0.40");
        text.ShouldContain("→");
        text.ShouldContain("Materials Project of 2019");
    }

    [Theory]
    [InlineData("0 to 5 V", "react", "LiCoO2", "Li3PS4", "--voltage", "7")]
    [InlineData("0 to 5 V", "react", "LiCoO2", "Li3PS4", "--voltage", "-1")]
    [InlineData("--voltage 3.6", "react", "LiCoO2", "Li3PS4", "--voltage", "high")]
    [InlineData("exclude each other", "react", "LiCoO2", "Li3PS4", "--voltage", "4", "--sweep")]
    [InlineData("lithium metal", "react", "Li", "Li3PS4", "--voltage", "0")]
    [InlineData("formula", "react", "LiCoO2", "LiXyO")]
    public void What_cannot_be_answered_is_one_line(string part, params string[] arguments) => Tool.Run(arguments).ShouldBeRefusedOnOneLine().ShouldContain(part);

    private static double Mutual(string a, string b, params string[] options) => Tool.Run(["react", a, b, "--json", .. options]).ShouldBeDone().Json["mutualEnergy"]!.GetValue<double>();
}
