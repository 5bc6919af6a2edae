using System.Text.Json.Nodes;

namespace Interphase.Cli.Tests;

/// <summary>The verb <c>window</c>.</summary>
public class WindowTests
{
    private const string Uncorrected = "mp2019-no-sulfide-correction";

    [Theory]
    [InlineData("Li6PS5Cl", 1.721, 2.139, 2.009)]
    [InlineData("Li10GeP2S12", 1.721, 2.291, 2.143)]
    public void Both_schemes_give_the_windows_of_the_papers(string formula, double low, double high, double uncorrected)
    {
        JsonNode document = Tool.Run("window", formula, "--json").ShouldBeDone().Json;
        document["scheme"]!.GetValue<string>().ShouldBe("mp2019");
        document["window"]!["low"]!.GetValue<double>().ShouldBe(low, 5e-4);
        document["window"]!["high"]!.GetValue<double>().ShouldBe(high, 5e-4);
        JsonNode other = document["alternatives"]!.AsArray().ShouldHaveSingleItem()!;
        other["scheme"]!.GetValue<string>().ShouldBe(Uncorrected);
        other["window"]!["low"]!.GetValue<double>().ShouldBe(low, 5e-4);
        other["window"]!["high"]!.GetValue<double>().ShouldBe(uncorrected, 5e-4);
        JsonNode asked = Tool.Run("window", formula, "--json", "--scheme", Uncorrected).ShouldBeDone().Json;
        asked["scheme"]!.GetValue<string>().ShouldBe(Uncorrected);
        asked["window"]!["high"]!.GetValue<double>().ShouldBe(uncorrected, 5e-4);
    }

    [Fact]
    public void Steps_follow_one_another_with_lithium_and_products()
    {
        JsonNode document = Tool.Run("window", "Li6PS5Cl", "--json").ShouldBeDone().Json;
        JsonNode[] steps = [.. document["steps"]!.AsArray().Select(step => step!)];
        steps[0]["from"]!.GetValue<double>().ShouldBe(0);
        steps[0]["lithium"]!.GetValue<double>().ShouldBe(8);
        steps[0]["products"]!["Li2S"]!.GetValue<double>().ShouldBe(5);
        for (int i = 1; i < steps.Length; i++)
        {
            steps[i]["from"]!.GetValue<double>().ShouldBe(steps[i - 1]["to"]!.GetValue<double>());
            steps[i]["lithium"]!.GetValue<double>().ShouldBeLessThan(steps[i - 1]["lithium"]!.GetValue<double>());
        }
        steps[^1]["to"].ShouldBeNull();
        JsonNode inside = steps.Single(step => step["lithium"]!.GetValue<double>() == 0);
        inside["from"]!.GetValue<double>().ShouldBe(document["window"]!["low"]!.GetValue<double>());
        inside["to"]!.GetValue<double>().ShouldBe(document["window"]!["high"]!.GetValue<double>());
    }

    // Two steps of 2 and 5 Li per formula unit, 200 and 499 mAh/g: sulfide to sulfur, then thiophosphate.
    [Fact]
    public void Li6PS5Cl_is_oxidised_in_two_steps()
    {
        JsonNode[] steps = [.. Tool.Run("window", "Li6PS5Cl", "--json", "--scheme", Uncorrected).ShouldBeDone().Json["steps"]!.AsArray().Select(step => step!).Where(step => step["lithium"]!.GetValue<double>() < 0)];
        steps[0]["lithium"]!.GetValue<double>().ShouldBe(-2);
        steps[0]["products"]!.AsObject().Select(part => part.Key).ShouldBe(["Li3PS4", "LiCl", "S"], ignoreOrder: true);
        steps[1]["lithium"]!.GetValue<double>().ShouldBe(-5);
        steps[1]["products"]!.AsObject().Select(part => part.Key).ShouldBe(["P2S5", "LiCl", "S"], ignoreOrder: true);
    }

    [Fact]
    public void Stable_against_lithium_metal_begins_at_zero() =>
        Tool.Run("window", "LiF", "--json").ShouldBeDone().Json["window"]!["low"]!.GetValue<double>().ShouldBe(0);

    [Fact]
    public void Where_no_lithium_is_left_there_is_no_upper_end()
    {
        JsonNode document = Tool.Run("window", "Al2O3", "--json").ShouldBeDone().Json;
        document["window"]!["low"]!.GetValue<double>().ShouldBeGreaterThan(0);
        document["window"]!.AsObject().ContainsKey("high").ShouldBeTrue();
        document["window"]!["high"].ShouldBeNull();
    }

    [Theory]
    [InlineData("Li", "lithium metal")]
    [InlineData("Li3Ru2O5", "lithium")]
    public void Without_a_window_there_is_a_reason(string formula, string why)
    {
        JsonNode document = Tool.Run("window", formula, "--json").ShouldBeDone().Json;
        document.AsObject().ContainsKey("window").ShouldBeTrue();
        document["window"].ShouldBeNull();
        document["reason"]!.GetValue<string>().ShouldContain(why);
    }

    [Fact]
    public void The_table_tells_scheme_steps_practice_and_biases()
    {
        string text = Tool.Run("window", "Li6PS5Cl").ShouldBeDone().Output;
        text.ShouldContain("between 1.721 and 2.139 V");
        text.ShouldContain("2.009");
        text.ShouldContain("below 2.5 V");
        text.ShouldContain("0.11 V");
        text.ShouldContain("wu2025");
        text.ShouldContain("5 Li2S + Li3P + LiCl");
        text.ShouldContain("CC BY 4.0");
        text.ShouldContain("above the hull");
    }

    [Fact]
    public void The_practical_window_is_a_bound_with_its_source()
    {
        JsonNode practical = Tool.Run("window", "Li6PS5Cl", "--json").ShouldBeDone().Json["practical"]!;
        practical["oxidation"]!["voltage"]!.GetValue<double>().ShouldBe(2.5);
        practical["oxidation"]!["bound"]!.GetValue<string>().ShouldBe("upper");
        practical["oxidation"]!["source"]!.GetValue<string>().ShouldBe("wu2025");
        practical["reduction"]!["voltage"]!.GetValue<double>().ShouldBe(0.11);
        practical["reduction"]!["bound"].ShouldBeNull();
        Tool.Run("window", "LiCl", "--json").ShouldBeDone().Json["practical"].ShouldBeNull();
    }

    [Theory]
    [InlineData("LiCoO2", "Li(CoO2)2")]
    [InlineData("Li2RuO3", "LiRuO3")]
    public void Lithium_contents_of_one_host_have_a_voltage_of_their_own(string formula, string less)
    {
        JsonNode pair = Tool.Run("window", formula, "--json").ShouldBeDone().Json["topotactic"]!.AsArray().Single(each => each!["delithiated"]!.GetValue<string>() == less && each["lithiated"]!.GetValue<string>() == formula)!;
        pair["voltage"]!.GetValue<double>().ShouldBeInRange(3, 4.2);
        Tool.Run("window", formula).ShouldBeDone().Output.ShouldContain("Where the host stays as it is");
    }

    [Fact]
    public void Entries_of_ones_own_are_used_alone()
    {
        using var scratch = new Scratch();
        string file = scratch.Write("mine.csv", "formula,formation_energy_eV_per_atom,remark\nLi2S,-1.5,mine\nLi3P,-0.9,\n");
        JsonNode document = Tool.Run("window", "Li2S", "--entries", file, "--json").ShouldBeDone().Json;
        document["scheme"]!.GetValue<string>().ShouldBe("user");
        document["alternatives"]!.AsArray().ShouldBeEmpty();
        // Li2S -> S + 2 Li at 3 x 1.5 / 2 V.
        document["window"]!["high"]!.GetValue<double>().ShouldBe(2.25, 1e-9);
        document["remarks"]!.AsArray().Select(remark => remark!.GetValue<string>()).ShouldContain(remark => remark.Contains("added at 0"));
        Tool.Run("window", "Li6PS5Cl", "--entries", file).ShouldBeRefusedOnOneLine().ShouldContain("`Cl`");
    }

    [Fact]
    public void A_material_of_the_library_may_stand_for_its_formula() => Tool.Run("window", "LGPS", "--json").ShouldBeDone().Json["formula"]!.GetValue<string>().ShouldBe("Li10GeP2S12");

    [Fact]
    public void A_formula_outside_the_set_is_told_with_the_nearest()
    {
        JsonNode document = Tool.Run("window", "LiNi0.8Mn0.1Co0.1O2", "--json").ShouldBeDone().Json;
        document["entry"].ShouldBeNull();
        document["nearest"].ShouldNotBeNull();
        document["remarks"]!.AsArray()[0]!.GetValue<string>().ShouldContain("is not in the set mp2019");
    }

    [Fact]
    public void A_slip_of_the_pen_is_told_the_phase_that_was_meant() => Tool.Run("window", "Li6PS5CI").ShouldBeDone().Output.ShouldContain("the nearest phase there is Li6PS5Cl");

    [Fact]
    public void Into_a_folder_go_a_chart_and_the_document()
    {
        using var scratch = new Scratch();
        Outcome outcome = Tool.Run("window", "Li6PS5Cl", "--out", scratch.Folder).ShouldBeDone();
        scratch.Files.ShouldBe(["Li6PS5Cl.window.json", "Li6PS5Cl.window.svg"]);
        outcome.ErrorLines.Length.ShouldBe(2);
        File.ReadAllText(scratch["Li6PS5Cl.window.svg"]).ShouldStartWith("<svg");
        Tool.Run("window", "Li6PS5Cl", "--out", scratch.Folder, "--json").ShouldBeDone().Json["files"]!.AsArray().Count.ShouldBe(2);
        Tool.Run("window", "Li6PS5Cl", "--quiet").ShouldBeDone().Output.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("`--scheme`|mp2019", "window", "Li6PS5Cl", "--scheme", "mp2091")]
    [InlineData("beside --entries", "window", "Li6PS5Cl", "--scheme", "mp2019", "--entries", "none.csv")]
    [InlineData("no such file", "window", "Li6PS5Cl", "--entries", "none.csv")]
    [InlineData("formula", "window", "")]
    [InlineData("formula", "window", "\0\n")]
    [InlineData("the element `Og`", "window", "LiOg")]
    [InlineData("no chemical formula", "window", "Li-In")]
    [InlineData("did you mean the material", "window", "NCM812")]
    [InlineData("the element `P`", "window", "Li6PS5Cl", "--scheme", "mp2024")]
    public void What_cannot_be_answered_is_one_line(string part, params string[] arguments)
    {
        string line = Tool.Run(arguments).ShouldBeRefusedOnOneLine();
        foreach (string each in part.Split('|')) line.ShouldContain(each.Trim('`'));
        Outcome json = Tool.Run([.. arguments, "--json"]);
        json.Code.ShouldBe(CommandLine.InputAtFault);
        json.Json["problems"]!.AsArray().Count.ShouldBe(1);
    }
}
