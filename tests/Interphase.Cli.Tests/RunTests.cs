using System.Text.Json.Nodes;
using Interphase.Measurements;

namespace Interphase.Cli.Tests;

/// <summary>The verb <c>run</c>: its document, key by key, and the ways in which a run ends.</summary>
public class RunTests
{
    private const string ConstantCurrentConstantVoltage = "discharge at 1C until 3 V; rest 10 min; charge at 0.5C until 4.2 V; hold 4.2 V until C/20; discharge at 1C until 3 V";

    public static TheoryData<string> EveryReference => [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "examples", "reference"), "assb-*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)!).Where(name => name != "assb-ends").Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Repository.EveryExample), MemberType = typeof(Repository))]
    public void An_example_is_carried_out_to_its_end(string name)
    {
        using var scratch = new Scratch();
        JsonNode document = Run(scratch, Repository.Example(name));
        document["exit"]!.GetValue<string>().ShouldBe("completed");
        document["stop"].ShouldBeNull();
        document["cycles"]!.AsArray().Count.ShouldBeGreaterThan(1);
        foreach (JsonNode? step in document["steps"]!.AsArray())
        {
            step!["kind"]!.GetValue<string>().ShouldBe("limit", step.ToJsonString());
            Number(step["end"]).ShouldBeGreaterThan(Number(step["start"]));
        }
        foreach (JsonNode? cycle in document["cycles"]!.AsArray()) Number(cycle!["dischargeCapacity"]).ShouldBePositive();
    }

    [Theory]
    [MemberData(nameof(EveryReference))]
    public void A_reference_is_carried_out_by_its_name(string name)
    {
        using var scratch = new Scratch();
        Run(scratch, Reference(name))["exit"]!.GetValue<string>().ShouldBe("completed");
    }

    [Theory]
    [MemberData(nameof(Repository.EveryExample), MemberType = typeof(Repository))]
    public void No_number_of_an_example_is_infinite_or_none(string name)
    {
        using var scratch = new Scratch();
        Outcome outcome = Tool.Run("run", Repository.Example(name), "--out", scratch.Folder).ShouldBeDone();
        foreach (string text in (string[])[outcome.Output, .. scratch.Files.Where(file => !file.EndsWith(".html", StringComparison.Ordinal)).Select(file => File.ReadAllText(scratch[file]))])
            foreach (string word in new[] { "NaN", "Infinity", "∞", " - %" }) text.ShouldNotContain(word, Case.Sensitive);
    }

    [Fact]
    public void The_document_holds_what_its_contract_promises()
    {
        using var scratch = new Scratch();
        JsonNode document = Run(scratch, Reference("assb-1C"));
        document.AsObject().Select(each => each.Key).ShouldBe(["file", "name", "exit", "time", "units", "area", "cycles", "steps", "budget", "undelivered", "ledger", "resistance", "appearances", "capacityLoss", "files", "remarks", "provenance", "problems"]);
        document["exit"]!.GetValue<string>().ShouldBe("completed");
        Number(document["time"]).ShouldBe(3771.2, 0.5);
        Number(document["area"]!["value"]).ShouldBe(1);
        document["area"]!["unit"]!.GetValue<string>().ShouldBe("cm2");
        document["problems"]!.AsArray().ShouldBeEmpty();

        JsonNode cycle = document["cycles"]!.AsArray().ShouldHaveSingleItem()!;
        cycle["cycle"]!.GetValue<int>().ShouldBe(1);
        Number(cycle["chargeCapacity"]).ShouldBe(0);
        Number(cycle["dischargeCapacity"]).ShouldBe(3 * 3771.2 / 3600, 1e-3);
        cycle.AsObject().ContainsKey("coulombicEfficiency").ShouldBeTrue();
        cycle["coulombicEfficiency"].ShouldBeNull();
        Number(cycle["meanVoltage"]).ShouldBeInRange(3.7, 3.9);

        JsonNode step = document["steps"]!.AsArray().ShouldHaveSingleItem()!;
        step["cycle"]!.GetValue<int>().ShouldBe(1);
        step["step"]!.GetValue<int>().ShouldBe(1);
        step["text"]!.GetValue<string>().ShouldBe("discharge at 1C until 3.5 V");
        step["reason"]!.GetValue<string>().ShouldBe("3.5 V");
        Number(step["end"]).ShouldBe(Number(document["time"]));
        Number(step["voltage"]).ShouldBe(3.5, 1e-6);
        Number(step["current"]).ShouldBe(-3, 1e-9);
        Number(step["capacity"]).ShouldBe(-Number(cycle["dischargeCapacity"]), 1e-9);
    }

    [Fact]
    public void The_budget_adds_up_to_the_voltage_at_every_point()
    {
        using var scratch = new Scratch();
        JsonNode document = Run(scratch, Reference("assb-1C"), "--protocol", ConstantCurrentConstantVoltage);
        JsonArray budget = document["budget"]!.AsArray();
        budget.Select(point => point!["step"]!.GetValue<int>()).Distinct().ShouldBe([1, 2, 3, 4, 5]);
        foreach (JsonNode? point in budget)
        {
            double sum = point!["parts"]!.AsObject().Sum(part => Number(part.Value));
            Number(point["sum"]).ShouldBe(sum, 1e-9);
            Number(point["voltage"]).ShouldBe(sum, 1e-6, point.ToJsonString());
        }
        string[] names = [.. budget[1]!["parts"]!.AsObject().Select(part => part.Key)];
        foreach (string name in new[] { "cathode equilibrium", "cathode diffusion", "cathode kinetics", "cathode ionic", "cathode electronic", "separator" }) names.ShouldContain(name);
        foreach (JsonNode? lost in document["undelivered"]!.AsArray()) lost!["parts"]!.AsObject().Sum(part => Number(part.Value)).ShouldBe(Number(lost["capacity"]), 1e-6);
    }

    [Fact]
    public void Constant_current_and_constant_voltage_make_two_cycles_with_every_step_told()
    {
        using var scratch = new Scratch();
        JsonNode document = Run(scratch, Reference("assb-1C"), "--protocol", ConstantCurrentConstantVoltage);
        JsonArray steps = document["steps"]!.AsArray();
        steps.Select(step => step!["type"]!.GetValue<string>()).ShouldBe(["CC_DCH", "REST", "CC_CHG", "CV_CHG", "CC_DCH"]);
        steps.Select(step => step!["reason"]!.GetValue<string>()).ShouldBe(["3 V", "10 min", "4.2 V", "C/20", "3 V"]);
        steps.Select(step => step!["cycle"]!.GetValue<int>()).ShouldBe([1, 1, 2, 2, 2]);
        Number(steps[1]!["end"]).ShouldBe(Number(steps[1]!["start"]) + 600, 1e-6);
        Number(steps[3]!["current"]).ShouldBe(0.15, 1e-6);
        for (int i = 1; i < steps.Count; i++) Number(steps[i]!["start"]).ShouldBe(Number(steps[i - 1]!["end"]), 1e-6);
        JsonNode second = document["cycles"]!.AsArray()[1]!;
        Number(second["coulombicEfficiency"]).ShouldBe(Number(second["dischargeCapacity"]) / Number(second["chargeCapacity"]), 1e-6);
        Number(second["chargeCapacity"]).ShouldBe(Number(steps[2]!["capacity"]) + Number(steps[3]!["capacity"]), 1e-6);
        Number(second["meanVoltage"]).ShouldBe(Number(second["dischargeEnergy"]) / Number(second["dischargeCapacity"]), 1e-6);
    }

    [Fact]
    public void The_provenance_lists_defaults_values_and_the_files_with_their_hashes()
    {
        using var scratch = new Scratch();
        JsonNode provenance = Run(scratch, Reference("assb-1C"))["provenance"]!;
        provenance["program"]!.GetValue<string>().ShouldBe("Interphase");
        provenance["version"]!.GetValue<string>().ShouldNotBeEmpty();
        provenance["refine"]!.GetValue<int>().ShouldBe(1);
        provenance["mesh"]!.GetValue<string>().ShouldContain("cathode");
        provenance["protocol"]!.AsArray().Select(line => line!.GetValue<string>()).ShouldBe(["discharge at 1C until 3.5 V"]);
        provenance["inputs"]!.AsArray().Select(input => Path.GetFileName(input!["file"]!.GetValue<string>())).ShouldBe(["assb-1C.yaml", "assb.yaml"]);
        foreach (JsonNode? input in provenance["inputs"]!.AsArray())
            input!["sha256"]!.GetValue<string>().ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(input["file"]!.GetValue<string>()))));
        JsonNode area = provenance["defaults"]!.AsArray().Single(value => value!["path"]!.GetValue<string>() == "area")!;
        area["value"]!["value"]!.GetValue<double>().ShouldBe(1);
        area["from"]!.GetValue<string>().ShouldContain("default");
        provenance["values"]!.AsArray().Count.ShouldBeGreaterThan(provenance["defaults"]!.AsArray().Count);
    }

    [Fact]
    public void Refinement_multiplies_the_mesh_and_hardly_moves_the_result()
    {
        using var scratch = new Scratch();
        JsonNode coarse = Run(scratch, Reference("assb-1C")), fine = Run(scratch, Reference("assb-1C"), "--set", "numerics.refine=3");
        coarse["provenance"]!["mesh"]!.GetValue<string>().ShouldContain("1 x 3 points, 8 modes");
        fine["provenance"]!["mesh"]!.GetValue<string>().ShouldContain("3 x 3 points, 24 modes");
        Number(fine["time"]).ShouldBe(Number(coarse["time"]), 1);
    }

    [Fact]
    public void A_limit_that_is_passed_at_the_start_is_told_and_takes_no_time()
    {
        using var scratch = new Scratch();
        JsonNode document = Run(scratch, Reference("assb"), "--protocol", "discharge at 1C until 4.4 V");
        document["exit"]!.GetValue<string>().ShouldBe("limitAtStart");
        document["stop"]!["detail"]!.GetValue<string>().ShouldNotBeEmpty();
        Number(document["time"]).ShouldBe(0);
        document["steps"]![0]!["reason"]!.GetValue<string>().ShouldBe("4.4 V");
        document["steps"]![0]!["kind"]!.GetValue<string>().ShouldBe("limitAtStart");
    }

    [Theory]
    [InlineData("discharge at 1C for 3 h", 1)]
    [InlineData("charge at 1C for 3 h", 0)]
    public void A_cell_that_can_go_no_further_says_what_where_and_when(string protocol, double content)
    {
        using var scratch = new Scratch();
        JsonNode document = Run(scratch, Reference("assb"), "--protocol", protocol);
        document["exit"]!.GetValue<string>().ShouldBe("physicalStop");
        JsonNode stop = document["stop"]!;
        stop["variable"]!.GetValue<string>().ShouldBe("cathode surface lithium content");
        stop["place"]!.GetValue<string>().ShouldNotBeEmpty();
        Number(stop["value"]).ShouldBe(content, 1e-3);
        Number(stop["time"]).ShouldBe(Number(document["time"]));
        Number(stop["time"]).ShouldBeInRange(60, 3 * 3600);
        stop["detail"]!.GetValue<string>().ShouldContain("diffusivity");
        BatteryDataReader.Read(scratch["assb.bdf.csv"]).Recording.ShouldNotBeNull();
    }

    [Fact]
    public void The_summary_tells_cycles_steps_losses_and_the_end()
    {
        using var scratch = new Scratch();
        Outcome outcome = Tool.Run("run", Repository.Example("wang2026-nanofibre"), "--out", scratch.Folder).ShouldBeDone();
        foreach (string heading in new[] { "Cycles", "Steps", "Where the volts go", "Capacity not delivered at the limits of voltage" }) outcome.Output.Split('\n').ShouldContain(heading);
        outcome.Output.ShouldContain("cathode ionic");
        outcome.Output.TrimEnd().Split('\n')[^1].ShouldStartWith("completed after ");
        outcome.ErrorLines.ShouldAllBe(line => line.StartsWith("wrote "));
    }

    [Fact]
    public void Quiet_prints_nothing_and_still_writes()
    {
        using var scratch = new Scratch();
        Outcome outcome = Tool.Run("run", Reference("assb-1C"), "--quiet", "--out", scratch.Folder).ShouldBeDone();
        (outcome.Output + outcome.Error).ShouldBeEmpty();
        scratch.Files.ShouldContain("assb-1C.report.html");
    }

    [Fact]
    public void A_cell_file_made_by_new_runs()
    {
        using var scratch = new Scratch();
        Tool.Run("new", "mine", "--out", scratch.Folder).ShouldBeDone();
        Run(scratch, scratch["mine.yaml"])["exit"]!.GetValue<string>().ShouldBe("completed");
    }

    [Fact]
    public void A_long_run_that_is_interrupted_keeps_what_it_has()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("no interrupt can be sent there");
        using var scratch = new Scratch();
        scratch.Write("long.yaml", "- repeat: 1000000\n  steps:\n    - discharge at 1C until 3.5 V\n    - charge at 1C until 4.2 V\n");
        Outcome outcome = Tool.Interrupted(scratch.Folder, () => new DirectoryInfo(scratch.Folder).EnumerateFiles("*assb.bdf.csv*").Any(file => file.Length > 100_000), "run", Reference("assb"), "--protocol", "long.yaml", "--json", "--out", scratch.Folder);
        outcome.Code.ShouldBe(130, outcome.Error);
        outcome.Json["exit"]!.GetValue<string>().ShouldBe("cancelled");
        RecordingReading reading = BatteryDataReader.Read(scratch["assb.bdf.csv"]);
        reading.Recording.ShouldNotBeNull(string.Join('\n', reading.Problems));
    }

    internal static string Reference(string name) => Path.Combine(Repository.Root, "examples", "reference", name + ".yaml");

    internal static double Number(JsonNode? node) => node.ShouldNotBeNull().GetValue<double>();

    internal static JsonNode Run(Scratch scratch, string file, params string[] options)
    {
        Outcome outcome = Tool.Run(["run", file, "--json", "--out", scratch.Folder, .. options]).ShouldBeDone();
        outcome.Error.ShouldBeEmpty();
        return outcome.Json;
    }
}
