using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Interphase.Cli.Tests;

/// <summary>The verb <c>check</c>: its exit codes, its document, its files.</summary>
public class CheckTests
{
    private const string Broken = """
        area: 1 cm2
        cathode:
          loading: 10 mg/cm2
          thickness: 110
          active: { material: NCM811, share: 70 wt%, radius: 2.5 um }
          electrolyte: { material: Li6PS5Cl, share: 30 wt% }
        separator: { material: Li6PS5Cl, thickness: 500 um, porosiy: 18 % }
        anode: { foil: { material: Li-In, thickness: 100 um, lithiumRatio: 0.5 } }
        """;

    [Theory]
    [MemberData(nameof(Repository.EveryExample), MemberType = typeof(Repository))]
    public void An_example_checks_clean(string name)
    {
        Outcome outcome = Tool.Run("check", Repository.Example(name)).ShouldBeDone();
        outcome.Output.ShouldContain("Where each value comes from");
        outcome.Error.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Repository.EveryExample), MemberType = typeof(Repository))]
    public void With_json_an_example_is_one_document_and_nothing_else(string name)
    {
        Outcome outcome = Tool.Run("check", Repository.Example(name), "--json").ShouldBeDone();
        outcome.Error.ShouldBeEmpty();
        outcome.Json.AsObject().Select(each => each.Key).ShouldBeSubsetOf(["file", "name", "area", "temperature", "areal", "nominal", "stated", "cathode", "anode", "separator", "cutoffs", "currents", "values", "remarks", "problems"]);
    }

    [Theory]
    [MemberData(nameof(Repository.EveryExample), MemberType = typeof(Repository))]
    public void A_document_holds_what_its_contract_promises(string name)
    {
        JsonNode document = Check(name);
        foreach (string key in new[] { "loading", "capacity" }) Scalar(document["areal"]![key]);
        foreach (JsonNode column in new[] { document["nominal"], document["stated"] }.OfType<JsonNode>())
        {
            foreach (string key in new[] { "capacity", "meanVoltage" }) Scalar(column[key]);
            if (column["nOverP"] is null) column["nOverPReason"]!.GetValue<string>().ShouldNotBeEmpty();
            foreach (JsonNode? row in column["specificEnergy"]!.AsArray().Concat(column["energyDensity"]!.AsArray()))
            {
                row!["basis"]!.GetValue<string>().ShouldNotBeEmpty();
                if (row["value"] is null) row["reason"]!.GetValue<string>().ShouldNotBeEmpty();
                else row["value"]!.GetValue<double>().ShouldBePositive();
            }
        }
        document["values"]!.AsArray().Count.ShouldBePositive();
        foreach (JsonNode? value in document["values"]!.AsArray())
        {
            value!["path"]!.GetValue<string>().ShouldNotBeEmpty();
            value["value"].ShouldNotBeNull();
            value["from"]!.GetValue<string>().ShouldNotBeEmpty();
        }
        document["problems"]!.AsArray().ShouldBeEmpty();

        static void Scalar(JsonNode? quantity)
        {
            quantity!["unit"]!.GetValue<string>().ShouldNotBeEmpty();
            if (quantity["value"] is null) quantity["reason"]!.GetValue<string>().ShouldNotBeEmpty();
            else quantity["value"]!.GetValue<double>().ShouldBePositive();
        }
    }

    [Theory]
    [MemberData(nameof(Repository.EveryExample), MemberType = typeof(Repository))]
    public void No_number_of_an_example_is_infinite_or_none(string name)
    {
        Outcome plain = Tool.Run("check", Repository.Example(name)), json = Tool.Run("check", Repository.Example(name), "--json");
        foreach (string word in new[] { "NaN", "Infinity", "∞" })
        {
            plain.Output.ShouldNotContain(word, Case.Sensitive);
            json.Output.ShouldNotContain(word, Case.Sensitive);
        }
    }

    [Fact]
    public void Wu2025_has_both_of_its_N_over_P()
    {
        JsonNode document = Check("wu2025-li-al");
        document["stated"]!["nOverP"]!.GetValue<double>().ShouldBe(1.09, 0.005);
        document["nominal"]!["nOverP"]!.GetValue<double>().ShouldBe(0.92, 0.005);
    }

    [Fact]
    public void Wu2025s_375_Wh_per_kg_stands_as_value_with_the_voltage_that_it_implies()
    {
        JsonNode row = Check("wu2025-li-al")["stated"]!["specificEnergy"]!.AsArray().Single(row => row!["impliedMeanVoltage"] is not null)!;
        row["basis"]!.GetValue<string>().ShouldBe("composite + anode");
        row["value"]!.GetValue<double>().ShouldBe(375, 1e-9);
        row["impliedMeanVoltage"]!.GetValue<double>().ShouldBe(3.471, 0.0005);
    }

    [Fact]
    public void Xu2024_has_4_point_14_mAh_per_cm2()
    {
        JsonNode areal = Check("xu2024-li3incl6")["areal"]!;
        areal["loading"]!["value"]!.GetValue<double>().ShouldBe(18.85, 1e-9);
        areal["loading"]!["unit"]!.GetValue<string>().ShouldBe("mg/cm2");
        areal["capacity"]!["value"]!.GetValue<double>().ShouldBe(4.14, 0.005);
        areal["capacity"]!["unit"]!.GetValue<string>().ShouldBe("mAh/cm2");
    }

    [Fact]
    public void Xu2024s_495_Wh_per_kg_is_told_not_to_follow_from_its_970()
    {
        JsonNode row = Check("xu2024-li3incl6")["stated"]!["specificEnergy"]!.AsArray().Single(row => row!["value"] is { } value && value.GetValue<double>() == 495)!;
        row["remark"]!.GetValue<string>().ShouldContain("614 Wh/kg");
    }

    [Fact]
    public void Wang2026_has_4_point_55_mAh_per_cm2() => Check("wang2026-nanofibre")["areal"]!["capacity"]!["value"]!.GetValue<double>().ShouldBe(4.55, 0.0005);

    [Fact]
    public void Wang2026s_energies_imply_3_point_64_and_3_point_63_V()
    {
        JsonNode[] rows = [.. Check("wang2026-nanofibre")["stated"]!["energyDensity"]!.AsArray().OfType<JsonNode>().Where(row => row["impliedMeanVoltage"] is not null)];
        rows.Select(row => row["value"]!.GetValue<double>()).ShouldBe([1115, 1210]);
        rows.Select(row => Math.Round(row["impliedMeanVoltage"]!.GetValue<double>(), 2)).ShouldBe([3.64, 3.63]);
    }

    [Fact]
    public void Several_files_make_one_array()
    {
        JsonArray documents = Tool.Run("check", Repository.Example("wu2025-mono"), Repository.Example("wu2025-dual"), "--json").ShouldBeDone().Json.AsArray();
        documents.Select(each => Path.GetFileNameWithoutExtension(each!["file"]!.GetValue<string>())).ShouldBe(["wu2025-mono", "wu2025-dual"]);
    }

    [Fact]
    public void One_broken_file_among_several_keeps_the_others_documents()
    {
        using var scratch = new Scratch();
        Outcome outcome = Tool.Run("check", Repository.Example("wu2025-mono"), scratch.Write("broken.yaml", Broken), "--json");
        outcome.Code.ShouldBe(CommandLine.InputAtFault);
        outcome.Json[0]!["nominal"].ShouldNotBeNull();
        outcome.Json[1]!["nominal"].ShouldBeNull();
        outcome.Json[1]!["problems"]!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public void A_broken_file_gives_a_line_for_each_problem_with_its_place()
    {
        using var scratch = new Scratch();
        string file = scratch.Write("broken.yaml", Broken);
        Outcome outcome = Tool.Run("check", file);
        outcome.Code.ShouldBe(CommandLine.InputAtFault);
        outcome.Output.ShouldBeEmpty();
        outcome.ErrorLines.Length.ShouldBe(2);
        outcome.ErrorLines.ShouldContain(line => line.StartsWith($"{file}:4:14: ") && line.Contains("did you mean `110 um`?"));
        outcome.ErrorLines.ShouldContain(line => line.StartsWith($"{file}:7:53: ") && line.Contains("did you mean `porosity`?"));
    }

    [Fact]
    public void A_problem_in_json_has_file_line_column_found_expected_and_suggestion()
    {
        using var scratch = new Scratch();
        string file = scratch.Write("broken.yaml", Broken);
        Outcome outcome = Tool.Run("check", file, "--json");
        outcome.Code.ShouldBe(CommandLine.InputAtFault);
        outcome.Error.ShouldBeEmpty();
        JsonNode problem = outcome.Json["problems"]!.AsArray().Single(each => each!["line"]!.GetValue<int>() == 4)!;
        problem["file"]!.GetValue<string>().ShouldBe(file);
        problem["column"]!.GetValue<int>().ShouldBe(14);
        problem["found"]!.GetValue<string>().ShouldContain("110");
        problem["expected"]!.GetValue<string>().ShouldContain("a length");
        problem["suggestion"]!.GetValue<string>().ShouldBe("did you mean `110 um`?");
        outcome.Json["values"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public void A_missing_file_is_told_on_one_line() => Tool.Run("check", "nowhere.yaml").ShouldBeRefusedOnOneLine().ShouldStartWith("nowhere.yaml: found no such file");

    [Fact]
    public void A_value_that_was_set_shows_where_it_came_from()
    {
        JsonNode document = Tool.Run("check", Repository.Example("wang2026-nanofibre"), "--set", "cathode.thickness=108 um", "--json").ShouldBeDone().Json;
        JsonNode value = Value(document, "cathode.thickness");
        value["value"]!["value"]!.GetValue<double>().ShouldBe(108);
        value["from"]!.GetValue<string>().ShouldContain("--set");
        document["cathode"]!["thickness"]!["value"]!.GetValue<double>().ShouldBe(108, 1e-9);
    }

    [Fact]
    public void A_value_from_the_library_names_its_file_and_line() =>
        Value(Check("wang2026-nanofibre"), "cathode.active.density")["from"]!.GetValue<string>().ShouldMatch(@"^library data/materials/nmc83\.yaml:\d+:\d+$");

    [Fact]
    public void A_value_from_the_parent_names_the_parent() => Value(Check("wu2025-li-al-np4"), "cutoffs.upper")["from"]!.GetValue<string>().ShouldMatch(@"wu2025-li-al\.yaml:\d+:\d+");

    [Theory]
    [InlineData("cathode.thickness=110", "did you mean `110 um`?")]
    [InlineData("cathode.thicknes=110 um", "did you mean `cathode.thickness`?")]
    [InlineData("cathode.thickness=1 m", "cathode.thickness")]
    [InlineData("cathode.thickness=3 V", "length")]
    [InlineData("cathode.thickness", "cathode.thickness")]
    [InlineData("=3 um", "--set")]
    [InlineData("", "--set")]
    public void A_bad_set_is_refused_on_one_line(string set, string says) =>
        Tool.Run("check", Repository.Example("wang2026-nanofibre"), "--set", set).ShouldBeRefusedOnOneLine().ShouldContain(says);

    [Fact]
    public void Quiet_prints_nothing_when_all_is_well()
    {
        Outcome outcome = Tool.Run("check", Repository.Example("wu2025-mono"), "--quiet").ShouldBeDone();
        outcome.Output.ShouldBeEmpty();
        outcome.Error.ShouldBeEmpty();
    }

    [Fact]
    public void Quiet_still_tells_problems()
    {
        using var scratch = new Scratch();
        Tool.Run("check", scratch.Write("broken.yaml", Broken), "-q").ErrorLines.Length.ShouldBe(2);
    }

    [Fact]
    public void A_relative_name_is_seen_from_the_working_folder()
    {
        string relative = Path.GetRelativePath(Environment.CurrentDirectory, Repository.Example("wu2025-li-al-np4"));
        JsonNode document = Tool.Run("check", relative, "--json").ShouldBeDone().Json;
        document["file"]!.GetValue<string>().ShouldBe(relative);
        document["stated"]!["nOverP"]!.GetValue<double>().ShouldBe(4.0, 0.01);
    }

    [Fact]
    public void The_program_works_in_a_folder_that_holds_one_file_and_nothing_else()
    {
        using var scratch = new Scratch();
        File.Copy(Repository.Example("wang2026-nanofibre"), scratch["cell.yaml"]);
        Outcome outcome = Tool.RunIn(scratch.Folder, "check", "cell.yaml", "--json").ShouldBeDone();
        outcome.Error.ShouldBeEmpty();
        outcome.Json["areal"]!["capacity"]!["value"]!.GetValue<double>().ShouldBe(4.55, 0.0005);
    }

    [Fact]
    public void The_documents_of_a_relative_and_an_absolute_name_differ_in_the_name_alone()
    {
        string absolute = Repository.Example("wu2025-li-al"), relative = Path.GetRelativePath(Environment.CurrentDirectory, absolute);
        Tool.Run("check", relative, "--json").Output.Replace(relative, absolute).ShouldBe(Tool.Run("check", absolute, "--json").Output);
    }

    [Fact]
    public void Out_writes_the_document_and_the_chart_and_leaves_nothing_else()
    {
        using var scratch = new Scratch();
        Tool.Run("check", Repository.Example("wang2026-nanofibre"), "--out", scratch["made/here"], "--quiet").ShouldBeDone();
        scratch.Files.ShouldBe(["made/here/wang2026-nanofibre.check.json", "made/here/wang2026-nanofibre.design.svg"]);
        JsonNode.Parse(File.ReadAllText(scratch[scratch.Files[0]]))!["nominal"].ShouldNotBeNull();
        XDocument.Parse(File.ReadAllText(scratch[scratch.Files[1]])).Root!.Name.LocalName.ShouldBe("svg");
    }

    [Fact]
    public void Out_writes_the_same_document_that_json_prints()
    {
        using var scratch = new Scratch();
        Outcome outcome = Tool.Run("check", Repository.Example("wu2025-mono"), "--json", "--out", scratch.Folder).ShouldBeDone();
        File.ReadAllText(scratch["wu2025-mono.check.json"]).Trim().ShouldBe(outcome.Output.Trim());
    }

    [Fact]
    public void Out_writes_nothing_for_a_broken_file()
    {
        using var scratch = new Scratch();
        Tool.Run("check", scratch.Write("broken.yaml", Broken), "--out", scratch["out"]).Code.ShouldBe(CommandLine.InputAtFault);
        scratch.Files.ShouldBe(["broken.yaml"]);
    }

    [Fact]
    public void Out_into_a_place_that_is_a_file_is_the_inputs_fault()
    {
        using var scratch = new Scratch();
        string line = Tool.Run("check", Repository.Example("wu2025-mono"), "--quiet", "--out", scratch.Write("taken", "")).ShouldBeRefusedOnOneLine();
        line.ShouldContain("a folder that can be written");
        scratch.Files.ShouldBe(["taken"]);
    }

    private static JsonNode Check(string name) => Tool.Run("check", Repository.Example(name), "--json").ShouldBeDone().Json;

    private static JsonNode Value(JsonNode document, string path) => document["values"]!.AsArray().Single(value => value!["path"]!.GetValue<string>() == path)!;
}
