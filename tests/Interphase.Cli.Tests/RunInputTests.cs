using System.Text.Json.Nodes;

namespace Interphase.Cli.Tests;

/// <summary>What the verb <c>run</c> says to input that it cannot carry out.</summary>
public class RunInputTests
{
    [Fact]
    public void A_protocol_may_come_from_a_file()
    {
        using var scratch = new Scratch();
        string protocol = scratch.Write("p.yaml", "- discharge at 1C for 1 min\n- rest 1 min\n");
        JsonNode document = RunTests.Run(scratch, RunTests.Reference("assb"), "--protocol", protocol);
        document["steps"]!.AsArray().Count.ShouldBe(2);
        document["provenance"]!["inputs"]!.AsArray().Select(input => input!["file"]!.GetValue<string>()).ShouldContain(protocol);
    }

    [Fact]
    public void A_protocol_may_come_as_sentences_and_wins_over_the_files_own()
    {
        using var scratch = new Scratch();
        JsonNode document = RunTests.Run(scratch, RunTests.Reference("assb-1C"), "--protocol", "discharge at 1C for 1 min, rest 1 min");
        document["steps"]!.AsArray().Select(step => step!["type"]!.GetValue<string>()).ShouldBe(["CC_DCH", "REST"]);
    }

    [Theory]
    [InlineData("nofile.yaml", "no such file")]
    [InlineData("dscharge at 1C until 3 V", "did you mean `discharge`?")]
    [InlineData("discharge at 1C until 3", "3 V")]
    [InlineData("discharge at 1C", "an ending that is certain")]
    [InlineData("", "a sentence")]
    [InlineData("discharge at 1C until above 3 V", "an ending that is certain")]
    public void A_wrong_protocol_is_refused_on_one_line(string protocol, string says)
    {
        using var scratch = new Scratch();
        Tool.Run("run", RunTests.Reference("assb"), "--protocol", protocol, "--out", scratch["out"]).ShouldBeRefusedOnOneLine().ShouldContain(says);
        scratch.Files.ShouldBeEmpty();
    }

    [Fact]
    public void A_cell_without_a_protocol_is_told_how_to_give_one()
    {
        using var scratch = new Scratch();
        string line = Tool.Run("run", RunTests.Reference("assb"), "--out", scratch["out"]).ShouldBeRefusedOnOneLine();
        line.ShouldStartWith(RunTests.Reference("assb"));
        line.ShouldContain("--protocol");
    }

    [Fact]
    public void A_wrong_line_of_a_protocol_file_is_told_with_its_place()
    {
        using var scratch = new Scratch();
        string protocol = scratch.Write("p.yaml", "- rest 1 min\n- charge at 1C until 4 A\n");
        Tool.Run("run", RunTests.Reference("assb"), "--protocol", protocol, "--out", scratch["out"]).ShouldBeRefusedOnOneLine().ShouldStartWith($"{protocol}:2:");
    }

    [Theory]
    [InlineData("diffusivity")]
    [InlineData("exchangeCurrent")]
    public void A_cell_that_lacks_what_a_current_needs_is_told_what(string missing)
    {
        using var scratch = new Scratch();
        string file = scratch.Write("cell.yaml", $"extends: {RunTests.Reference("assb-1C")}\ncathode: {{ active: {{ {missing}: null }} }}\n");
        string line = Tool.Run("run", file, "--out", scratch["out"]).ShouldBeRefusedOnOneLine();
        line.ShouldContain($"cathode.active.{missing}: found nothing");
        line.ShouldContain($"`{missing}: ");
    }

    [Theory]
    [InlineData("--every", "10", "a time such as `10 s`")]
    [InlineData("--every", "0 s", "a time above 0")]
    [InlineData("--every", "-1 s", "a time above 0")]
    [InlineData("--every", "3 V", "a time")]
    [InlineData("--every", "1 ns", "--every")]
    [InlineData("--cycles", "0", "numbers of cycles from 1 on")]
    [InlineData("--cycles", "a,b", "numbers of cycles from 1 on")]
    [InlineData("--cycles", "", "numbers of cycles from 1 on")]
    [InlineData("--set", "cathode.active.diffusivity=nan", "a diffusivity")]
    [InlineData("--set", "cathode.active.diffusivity=1e-40 m2/s", "a diffusivity between")]
    [InlineData("--set", "cathode.thickness=0 um", "a length between")]
    [InlineData("--set", "cathode.contactFraction=0", "between 1e-6 and 1")]
    [InlineData("--set", "numerics.refine=17", "a whole number from 1 to 16")]
    [InlineData("--set", "temperature=-300 °C", "temperature")]
    public void What_no_run_can_have_is_refused_on_one_line(string option, string value, string says)
    {
        using var scratch = new Scratch();
        Tool.Run("run", RunTests.Reference("assb-1C"), option, value, "--out", scratch["out"]).ShouldBeRefusedOnOneLine().ShouldContain(says);
        scratch.Files.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("cathode.active.radius=1 mm")]
    [InlineData("cathode.active.diffusivity=1e-22 cm2/s")]
    [InlineData("cathode.ionicConductivity=1e-16 S/cm")]
    [InlineData("cathode.contactFraction=1e-6")]
    [InlineData("cathode.filmResistance=1e9 ohm cm2")]
    [InlineData("oneC=1000 mA/cm2")]
    [InlineData("oneC=0.0001 mA/cm2")]
    [InlineData("temperature=-100 °C")]
    [InlineData("separator.thickness=100 mm")]
    public void What_is_extreme_ends_in_some_way_without_a_number_that_is_none(string set)
    {
        using var scratch = new Scratch();
        Outcome outcome = Tool.Run("run", RunTests.Reference("assb-1C"), "--set", set, "--json", "--out", scratch.Folder).ShouldBeDone();
        new[] { "completed", "physicalStop", "limitAtStart" }.ShouldContain(outcome.Json["exit"]!.GetValue<string>());
        foreach (string word in new[] { "NaN", "Infinity", "∞" }) File.ReadAllText(scratch["assb-1C.bdf.csv"]).ShouldNotContain(word, Case.Sensitive);
        foreach (JsonNode? point in outcome.Json["budget"]!.AsArray()) point!["sum"].ShouldNotBeNull();
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_the_inputs_fault()
    {
        using var scratch = new Scratch();
        Tool.Run("run", RunTests.Reference("assb-1C"), "--out", scratch.Write("taken", "")).ShouldBeRefusedOnOneLine().ShouldContain("a folder that can be written");
        scratch.Files.ShouldBe(["taken"]);
    }

    [Fact]
    public void A_bad_file_among_several_stops_all_before_they_begin()
    {
        using var scratch = new Scratch();
        Tool.Run("run", RunTests.Reference("assb-1C"), scratch["none.yaml"], "--out", scratch["out"]).ShouldBeRefusedOnOneLine().ShouldContain("none.yaml");
        scratch.Files.ShouldBeEmpty();
    }

    [Fact]
    public void Two_files_of_one_name_are_refused()
    {
        using var scratch = new Scratch();
        Tool.Run("run", RunTests.Reference("assb-1C"), scratch["assb-1C.yaml"]).ShouldBeRefusedOnOneLine().ShouldContain("overwrite");
    }

    [Fact]
    public void With_json_a_fault_is_a_document()
    {
        Outcome outcome = Tool.Run("run", RunTests.Reference("assb"), "--json");
        outcome.Code.ShouldBe(CommandLine.InputAtFault);
        outcome.Error.ShouldBeEmpty();
        outcome.Json["problems"]!.AsArray().ShouldHaveSingleItem()!["path"]!.GetValue<string>().ShouldBe("protocol");
    }

    [Theory]
    [InlineData("--checkpoint", "-1 s", "expected a time of 0 or more")]
    [InlineData("--every", "0 s", "expected a time above 0")]
    public void A_time_that_cannot_be_used_is_told_with_what_can(string option, string time, string says) =>
        Tool.Run("run", RunTests.Reference("assb-1C"), option, time).ShouldBeRefusedOnOneLine().ShouldContain(says);

    [Theory]
    [InlineData("why", "x", "--cycle", "abc", "as a whole number")]
    [InlineData("structure", "measure", "x", "--parts", "abc", "as a whole number")]
    [InlineData("structure", "measure", "x", "--tolerance", "abc", "as a number")]
    [InlineData("structure", "generate", "x", "--voxels", "abc", "as a whole number")]
    [InlineData("screen", "coatings", "--cathode", "LiCoO2", "--electrolyte", "Li6PS5Cl", "--top", "abc", "as a whole number")]
    [InlineData("check", "x", "--threads", "abc", "as a whole number")]
    public void Text_for_a_number_is_told_in_words(params string[] arguments)
    {
        string line = Tool.Run(arguments[..^1]).ShouldBeRefusedOnOneLine();
        line.ShouldContain($"'abc' for option '{arguments[^3]}' {arguments[^1]};");
        line.ShouldNotContain("System.");
    }

    [Fact]
    public void A_misspelt_option_is_told_the_nearest() => Tool.Run("run", RunTests.Reference("assb-1C"), "--evry", "1s").ShouldBeRefusedOnOneLine().ShouldContain("did you mean `--every`?");
}
