using System.Text.Json.Nodes;

namespace Interphase.Cli.Tests;

/// <summary>The verb <c>materials</c>.</summary>
public class MaterialsTests
{
    public static TheoryData<string> EveryMaterial => [.. Tool.Run("materials", "--json").Json["materials"]!.AsArray().Select(material => material!["name"]!.GetValue<string>())];

    [Fact]
    public void Without_a_name_every_file_of_the_library_is_listed() =>
        EveryMaterial.Count.ShouldBe(Directory.EnumerateFiles(Path.Combine(Repository.Root, "data", "materials"), "*.yaml").Count());

    [Theory]
    [MemberData(nameof(EveryMaterial))]
    public void Every_material_prints_its_values_with_sources(string name)
    {
        Outcome outcome = Tool.Run("materials", name).ShouldBeDone();
        outcome.Error.ShouldBeEmpty();
        outcome.Output.ShouldContain("condition");
        outcome.Output.ShouldContain("--set");
    }

    [Theory]
    [MemberData(nameof(EveryMaterial))]
    public void Every_number_in_json_says_where_it_stands_and_who_said_so(string name)
    {
        JsonNode document = Tool.Run("materials", name, "--json").ShouldBeDone().Json;
        JsonArray values = document["values"]!.AsArray();
        if (values.Count == 0) document["summary"]!.GetValue<string>().ShouldContain("was found", Case.Sensitive, "a material without numbers says that none was found");
        foreach (JsonNode? value in values)
        {
            value!["from"]!.GetValue<string>().ShouldMatch(@"\.yaml:\d+:\d+$");
            // A chemical formula is a name; numbers, tables and formulas of them are claims.
            if (value["value"] is JsonObject or JsonArray) value["source"].ShouldNotBeNull($"{name}: {value["path"]}");
        }
    }

    [Fact]
    public void The_sources_of_a_material_come_with_a_title_and_a_doi()
    {
        JsonArray sources = Tool.Run("materials", "Li-Al", "--json").ShouldBeDone().Json["sources"]!.AsArray();
        JsonNode wu = sources.Single(source => source!["key"]!.GetValue<string>() == "wu2025")!;
        wu["doi"]!.GetValue<string>().ShouldBe("10.1007/s40820-025-01751-y");
        wu["title"]!.GetValue<string>().ShouldNotBeEmpty();
    }

    [Fact]
    public void A_material_is_found_by_its_alias() => Tool.Run("materials", "Al foil", "--json").ShouldBeDone().Json["name"]!.GetValue<string>().ShouldBe("Li-Al");

    [Fact]
    public void A_misspelt_material_is_told_the_nearest() => Tool.Run("materials", "Li6PS5C1").ShouldBeRefusedOnOneLine().ShouldContain("did you mean `Li6PS5Cl`?");

    [Fact]
    public void An_unknown_material_in_json_is_a_document_with_a_problem()
    {
        Outcome outcome = Tool.Run("materials", "unobtainium", "--json");
        outcome.Code.ShouldBe(CommandLine.InputAtFault);
        outcome.Error.ShouldBeEmpty();
        outcome.Json["problems"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public void A_folder_of_materials_beside_the_user_adds_to_the_library()
    {
        using var scratch = new Scratch();
        Directory.CreateDirectory(scratch["materials"]);
        scratch.Write("materials/mine.yaml", File.ReadAllText(Path.Combine(Repository.Root, "data", "materials", "li-al.yaml")).Replace("name: Li-Al", "name: My foil").Replace("aliases: [LiAl, lithium aluminium, Al foil]\n", ""));
        Tool.RunIn(scratch.Folder, "materials", "My foil").ShouldBeDone().Output.ShouldContain("materials/mine.yaml");
    }
}
