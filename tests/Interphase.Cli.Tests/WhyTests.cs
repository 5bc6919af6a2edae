using System.Text.Json.Nodes;

namespace Interphase.Cli.Tests;

/// <summary>The verb <c>why</c>: what it tells of a result, and what it says to one that is none.</summary>
public sealed class WhyTests : IDisposable
{
    private const string Aged = """
        cathode:
          active: { diffusivity: 2e-15 m2/s }
          oxidation:
            current: 1.5e-5 A/m2
            filmIonicConductivity: 1e-9 S/cm
          contact: { gapLength: 5 nm, decay: 0.05, modulus: 15.7 GPa }
          cracks: null
        protocol:
          - repeat: 3
            steps:
              - charge at C/2 until upper cut-off
              - discharge at C/2 until lower cut-off
        numerics: { refine: 1 }
        """;

    private readonly Scratch scratch = new();
    private readonly Lazy<string> aged;

    public WhyTests() => aged = new Lazy<string>(() =>
    {
        RunTests.Run(scratch, scratch.Write("aged.yaml", $"extends: {Repository.Example("feng2025-bare")}\n{Aged}\n"));
        return scratch["aged.result.json"];
    });

    private string Result => aged.Value;

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void Limits_and_losses_are_those_of_the_result_largest_first()
    {
        JsonNode run = JsonNode.Parse(File.ReadAllText(Result))!, why = Why("--no-sensitivities");
        JsonNode last = run["capacityLoss"]!.AsArray()[^1]!, resistance = run["resistance"]!.AsArray()[^1]!, left = run["undelivered"]!.AsArray()[^1]!;
        Same(why["losses"], "cause", "mAh/cm2", last["entries"]!);
        RunTests.Number(why["gap"]).ShouldBe(RunTests.Number(last["gap"]));
        (why["losses"]!.AsArray().Sum(each => RunTests.Number(each!["share"])) + RunTests.Number(why["gap"]) / (RunTests.Number(last["fresh"]) - RunTests.Number(last["capacity"]))).ShouldBe(1, 1e-9);
        Same(why["limits"], "part", "ohm cm2", resistance["entries"]!);
        Same(why["limits"], "part", "mAh/cm2", left["parts"]!);
        why["sensitivities"]!.AsArray().ShouldBeEmpty();

        static void Same(JsonNode? told, string name, string unit, JsonNode entries)
        {
            JsonNode[] parts = [.. told!.AsArray().Where(each => each!["unit"]!.GetValue<string>() == unit)!];
            parts.Length.ShouldBe(entries.AsObject().Count);
            foreach (JsonNode part in parts) RunTests.Number(part["value"]).ShouldBe(RunTests.Number(entries[part[name]!.GetValue<string>()]), 1e-12);
            parts.Select(part => RunTests.Number(part["value"])).ShouldBeInOrder(SortDirection.Descending);
        }
    }

    [Fact]
    public void Chosen_inputs_have_derivatives_whose_signs_physics_tells()
    {
        JsonNode why = Why("--inputs", "cathode.oxidation.current, separator.ionicConductivity", "--threads", "2");
        why["cycle"]!.GetValue<int>().ShouldBe(3);
        JsonNode cycles = JsonNode.Parse(File.ReadAllText(Result))!["cycles"]!;
        double first = RunTests.Number(cycles[0]!["dischargeCapacity"]), third = RunTests.Number(cycles[2]!["dischargeCapacity"]);
        RunTests.Number(why["firstCapacity"]).ShouldBe(first, 1e-5 * first);
        RunTests.Number(why["retention"]).ShouldBe(third / first, 1e-5);
        why["sensitivities"]!.AsArray().Count.ShouldBe(4);
        Of("cathode.oxidation.current", "retention").ShouldBeNegative();
        Of("separator.ionicConductivity", "firstCapacity").ShouldBePositive();

        double Of(string path, string output) => RunTests.Number(why["sensitivities"]!.AsArray().Single(each => each!["path"]!.GetValue<string>() == path && each["output"]!.GetValue<string>() == output)!["value"]);
    }

    // Twice the conductivity and half the thickness are one cell: derivatives differ by a factor of minus one, gains do not.
    [Fact]
    public void A_gain_is_that_of_a_run_with_so_much_of_the_input()
    {
        JsonNode why = Why("--inputs", "separator.ionicConductivity, separator.thickness", "--threads", "2");
        JsonNode[] gains = [.. why["gains"]!.AsArray().Select(each => each!)];
        gains.Select(each => (each["path"]!.GetValue<string>(), RunTests.Number(each["factor"]))).ShouldBe([("separator.ionicConductivity", 2.0), ("separator.thickness", 0.5)], ignoreOrder: true);
        RunTests.Number(gains[0]["firstCapacity"]).ShouldBeGreaterThan(0);
        RunTests.Number(gains[0]["firstCapacity"]).ShouldBe(RunTests.Number(gains[1]["firstCapacity"]), 1e-9);
        RunTests.Number(gains[0]["retention"]).ShouldBe(RunTests.Number(gains[1]["retention"]), 1e-9);
    }

    [Fact]
    public void The_words_name_what_is_largest_and_what_it_gains()
    {
        string text = Tool.Run("why", Path.GetDirectoryName(Result)!, "--inputs", "cathode.oxidation.current", "--cycle", "2").ShouldBeDone().Output;
        foreach (string part in new[] { "What limits the cell", "What took its capacity until cycle 3", "not explained", "halving the cathode oxidation's current gains ", "points of retention", "kept in cycle 2" }) text.ShouldContain(part);
    }

    [Fact]
    public void Without_a_choice_the_inputs_with_the_largest_effect_are_found_those_among_them_that_no_derivative_follows()
    {
        JsonNode why = Why();
        string[] paths = [.. why["sensitivities"]!.AsArray().Select(each => each!["path"]!.GetValue<string>()).Distinct()];
        paths.Length.ShouldBeInRange(5, 20);
        paths.ShouldContain("cathode.loading");
        paths.ShouldContain("pressure.stack");
        why["sensitivities"]!.AsArray().First(each => each!["path"]!.GetValue<string>() == "pressure.stack")!["isDifference"]!.GetValue<bool>().ShouldBeTrue();
        paths.ShouldNotContain("cathode.active.heatCapacity");
    }

    [Fact]
    public void Every_key_stands_on_the_page_about_documents_and_the_life_is_drawn()
    {
        string page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "json.md"));
        JsonNode why = Why("--inputs", "cathode.contact.decay, cathode.contactFraction");
        foreach (string key in why.AsObject().Select(each => each.Key).Concat(why["sensitivities"]![0]!.AsObject().Select(each => each.Key)).Concat(why["gains"]![0]!.AsObject().Select(each => each.Key)).Concat(why["leftOut"]![0]!.AsObject().Select(each => each.Key))) page.ShouldContain($"`{key}");
        File.ReadAllText(scratch["aged.life.svg"]).ShouldContain("cathode films");
        JsonNode.Parse(File.ReadAllText(Result))!["files"]!["pictures"]!.AsArray().Select(file => file!.GetValue<string>()).ShouldContain(scratch["aged.life.svg"]);
    }

    [Fact]
    public void Threads_change_nothing() =>
        Tool.Run("why", Result, "--json", "--threads", "1").ShouldBeDone().Output.ShouldBe(Tool.Run("why", Result, "--json", "--threads", "3").ShouldBeDone().Output);

    [Fact]
    public void What_run_printed_is_a_result_as_well()
    {
        Outcome printed = Tool.Run("run", RunTests.Reference("assb-1C"), "--json", "--out", scratch["other"]).ShouldBeDone();
        Tool.Run("why", scratch.Write("saved.json", printed.Output), "--no-sensitivities").ShouldBeDone();
        Tool.Run("why", scratch.Write("saved.json", $"[{printed.Output}]"), "--no-sensitivities").ShouldBeDone();
    }

    [Fact]
    public void A_cell_that_does_not_age_has_limits_and_no_losses()
    {
        RunTests.Run(scratch, RunTests.Reference("assb-1C"));
        JsonNode why = Tool.Run("why", scratch["assb-1C.result.json"], "--inputs", "cathode.active.diffusivity", "--json").ShouldBeDone().Json;
        why["losses"]!.AsArray().ShouldBeEmpty();
        why["gap"].ShouldBeNull();
        why["limits"]!.AsArray().ShouldNotBeEmpty();
        why["remarks"]!.AsArray().ShouldHaveSingleItem()!.GetValue<string>().ShouldContain("nothing ages");
        why["sensitivities"]!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public void A_run_that_ended_early_is_looked_at_up_to_its_last_whole_cycle()
    {
        const string steps = """
                - charge at C/2 until upper cut-off
                - discharge at C/2 until lower cut-off
                - charge at C/2 until upper cut-off
                - discharge at C/2 until lower cut-off
                - charge at C/2 until upper cut-off
                - discharge at C/2 for 30 h
            """;
        scratch.Write("early.yaml", $"extends: {Repository.Example("feng2025-bare")}\n{Aged[..Aged.IndexOf("  - repeat", StringComparison.Ordinal)]}{steps}\n");
        RunTests.Run(scratch, scratch["early.yaml"])["exit"]!.GetValue<string>().ShouldBe("physicalStop");
        JsonNode why = Tool.Run("why", scratch["early.result.json"], "--inputs", "cathode.oxidation.current", "--json").ShouldBeDone().Json;
        why["cycle"]!.GetValue<int>().ShouldBe(2);
        why["remarks"]![0]!.GetValue<string>().ShouldContain("ended early");
        Tool.Run("why", scratch["early.result.json"], "--cycle", "3").ShouldBeRefusedOnOneLine().ShouldContain("from 1 to 2");
    }

    [Fact]
    public void A_cell_file_that_changed_is_told_and_one_that_is_gone_leaves_the_gains_out()
    {
        Result.ShouldEndWith("aged.result.json");
        File.AppendAllText(scratch["aged.yaml"], "# another line\n");
        Why("--inputs", "cathode.oxidation.current")["remarks"]!.AsArray().ShouldHaveSingleItem()!.GetValue<string>().ShouldContain("is not what it was");
        File.Delete(scratch["aged.yaml"]);
        JsonNode why = Why();
        why["remarks"]!.AsArray().ShouldHaveSingleItem()!.GetValue<string>().ShouldContain("is left out");
        why["sensitivities"]!.AsArray().ShouldBeEmpty();
        why["losses"]!.AsArray().ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("not json", "no JSON")]
    [InlineData("", "no JSON")]
    [InlineData("3", "the document of a run")]
    [InlineData("[]", "the results of 0 runs")]
    [InlineData("[{}, {}]", "the results of 2 runs")]
    [InlineData("{}", "exit: found nothing")]
    [InlineData("{\"file\": \"x\", \"problems\": [{}]}", "did not begin")]
    [InlineData("{\"exit\": \"failed\"}", "a run that failed")]
    [InlineData("{\"exit\": \"completed\"}", "cycles: found nothing")]
    [InlineData("{\"exit\": \"completed\", \"cycles\": [3]}", "cycles[0]: found `3`")]
    [InlineData("{\"exit\": \"completed\", \"cycles\": [{\"cycle\": 1.5}]}", "cycles[0].cycle: found `1.5`")]
    [InlineData("{\"exit\": \"completed\", \"exit\": 3}", "found")]
    public void A_damaged_result_is_told_on_one_line(string text, string says) =>
        Tool.Run("why", scratch.Write("x.result.json", text)).ShouldBeRefusedOnOneLine().ShouldContain(says);

    [Fact]
    public void A_result_whose_numbers_are_none_is_told_with_the_field()
    {
        JsonNode run = JsonNode.Parse(File.ReadAllText(Result))!;
        run["capacityLoss"]![0]!["entries"]!["cathode films"] = "much";
        run["capacityLoss"]!.AsArray()[^1]!["entries"]!["cathode films"] = "much";
        Tool.Run("why", scratch.Write("x.result.json", run.ToJsonString())).ShouldBeRefusedOnOneLine().ShouldContain(".entries.cathode films: found `\"much\"`; expected a number");
    }

    [Fact]
    public void What_is_no_result_is_refused_on_one_line()
    {
        Result.ShouldEndWith("aged.result.json");
        Tool.Run("why", scratch["nothing.result.json"]).ShouldBeRefusedOnOneLine().ShouldContain("no such file");
        Tool.Run("why", scratch["aged.yaml"]).ShouldBeRefusedOnOneLine().ShouldContain("interphase run");
        Directory.CreateDirectory(scratch["empty"]);
        Tool.Run("why", scratch["empty"]).ShouldBeRefusedOnOneLine().ShouldContain("no file `NAME.result.json`");
        File.Copy(Result, scratch["again.result.json"]);
        Tool.Run("why", scratch.Folder).ShouldBeRefusedOnOneLine().ShouldContain("2 results");
        Tool.Run("why", Result, "--inputs", "cathode.oxidation.curent").ShouldBeRefusedOnOneLine().ShouldContain("did you mean `cathode.oxidation.current`?");
        Tool.Run("why", Result, "--inputs", "cathode.active.openCircuit").ShouldBeRefusedOnOneLine();
        Tool.Run("why", Result, "--inputs", ",").ShouldBeRefusedOnOneLine();
        Tool.Run("why", Result, "--cycle", "4").ShouldBeRefusedOnOneLine().ShouldContain("from 1 to 3");
        Tool.Run("why", Result, "--cycle", "0").ShouldBeRefusedOnOneLine();
        Tool.Run("why", Result, "--cycle", "abc").ShouldBeRefusedOnOneLine().ShouldContain("'abc' for option '--cycle' as a whole number;");
    }

    [Theory]
    [InlineData("provenance.program", "Otherphase", "provenance.program: found `\"Otherphase\"`; expected `Interphase`")]
    [InlineData("units.capacity", "Ah/m2", "units.capacity: found `\"Ah/m2\"`; expected `mAh/cm2`")]
    [InlineData("units.resistance", null, "units.resistance: found nothing; expected `ohm cm2`")]
    public void A_result_of_another_program_or_in_other_units_is_refused(string field, string? value, string says)
    {
        JsonNode run = JsonNode.Parse(File.ReadAllText(Result))!;
        string[] path = field.Split('.');
        run[path[0]]![path[1]] = value;
        Tool.Run("why", scratch.Write("x.result.json", run.ToJsonString()), "--no-sensitivities").ShouldBeRefusedOnOneLine().ShouldContain(says);
    }

    [Fact]
    public void A_result_of_another_version_is_read_with_a_warning()
    {
        JsonNode run = JsonNode.Parse(File.ReadAllText(Result))!;
        run["provenance"]!["version"] = "0.0.1";
        Outcome outcome = Tool.Run("why", scratch.Write("x.result.json", run.ToJsonString()), "--no-sensitivities").ShouldBeDone();
        outcome.ErrorLines.ShouldHaveSingleItem().ShouldContain("written by version `0.0.1`");
        Tool.Run("why", Result, "--no-sensitivities").ShouldBeDone().Error.ShouldBeEmpty();
    }

    private JsonNode Why(params string[] options) => Tool.Run(["why", Result, "--json", .. options]).ShouldBeDone().Json;
}
