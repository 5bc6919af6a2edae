using System.Text.Json.Nodes;

namespace Interphase.Cli.Tests;

/// <summary>The verb <c>stack</c>.</summary>
public class StackTests
{
    [Theory]
    [MemberData(nameof(Repository.EveryExample), MemberType = typeof(Repository))]
    public void Every_example_has_its_contacts_worst_first(string name)
    {
        JsonNode document = Tool.Run("stack", Repository.Example(name), "--json").ShouldBeDone().Json;
        double[] energies = [.. document["contacts"]!.AsArray().Select(contact => contact!["mutualEnergy"]!.GetValue<double>())];
        energies.ShouldNotBeEmpty();
        energies.ShouldBe(energies.Order());
        foreach (JsonNode? contact in document["contacts"]!.AsArray())
        {
            contact!["where"]!.GetValue<string>().ShouldNotBeEmpty();
            contact["states"]!.AsArray().ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void A_charged_cathode_has_lost_lithium_and_reacts_more()
    {
        JsonNode contact = Contact("wang2026-nanofibre", "NMC83", "Li6PS5Cl");
        JsonNode[] states = [.. contact["states"]!.AsArray().Select(state => state!)];
        JsonNode charged = states.Single(state => state["state"]!.GetValue<string>() == "charged"), discharged = states.Single(state => state["state"]!.GetValue<string>() == "discharged");
        charged["voltage"]!.GetValue<double>().ShouldBe(4.3, 0.01);
        discharged["voltage"]!.GetValue<double>().ShouldBe(2.5, 0.05);
        charged["a"]!.GetValue<string>().ShouldStartWith("Li0.");
        charged["mutualEnergy"]!.GetValue<double>().ShouldBeLessThan(0);
    }

    [Fact]
    public void A_coating_stands_between_and_its_gaps_are_told()
    {
        JsonNode document = Tool.Run("stack", Repository.Example("wu2025-dual"), "--json").ShouldBeDone().Json;
        string[] contacts = [.. document["contacts"]!.AsArray().Select(contact => $"{contact!["a"]!["material"]} | {contact["b"]!["material"]}")];
        contacts.ShouldContain("NCM811 | LiNbO3");
        contacts.ShouldContain("LiNbO3 | LiDFOB");
        document["contacts"]!.AsArray().ShouldContain(contact => contact!["where"]!.GetValue<string>().Contains("gaps"));
    }

    [Fact]
    public void The_chloride_lasts_longer_at_the_ruthenate_than_the_sulfide() =>
        Contact("xu2024-li6ps5cl", "Li2RuO3", "Li6PS5Cl")["mutualEnergy"]!.GetValue<double>().ShouldBeLessThan(Contact("xu2024-li3incl6", "Li2RuO3", "Li3InCl6")["mutualEnergy"]!.GetValue<double>());

    [Fact]
    public void A_material_without_a_formula_is_named_and_left_out()
    {
        JsonNode document = Tool.Run("stack", Repository.Example("gao2025-mo-ni"), "--json").ShouldBeDone().Json;
        document["remarks"]!.AsArray().Select(remark => remark!.GetValue<string>()).ShouldContain(remark => remark.Contains("Mo-Ni@NPC is left out") && remark.Contains("--set cathode.carbon.formula="));
        JsonNode given = Tool.Run("stack", Repository.Example("gao2025-mo-ni"), "--set", "cathode.carbon.formula=Mo3Ni3N", "--json").ShouldBeDone().Json;
        given["contacts"]!.AsArray().ShouldContain(contact => contact!["b"]!["formula"]!.GetValue<string>() == "Mo3Ni3N");
    }

    [Fact]
    public void Into_a_folder_go_a_page_a_chart_and_tables()
    {
        using var scratch = new Scratch();
        Outcome outcome = Tool.Run("stack", Repository.Example("wang2026-nanofibre"), "--out", scratch.Folder).ShouldBeDone();
        scratch.Files.ShouldBe(["wang2026-nanofibre.stack.csv", "wang2026-nanofibre.stack.html", "wang2026-nanofibre.stack.json", "wang2026-nanofibre.stack.svg"]);
        File.ReadAllText(scratch["wang2026-nanofibre.stack.html"]).ShouldContain("Li<sub>6</sub>PS<sub>5</sub>Cl");
        outcome.Output.ShouldContain("NMC83 | Li6PS5Cl");
        outcome.Output.ShouldContain("alone");
    }

    [Fact]
    public void The_threads_change_nothing() =>
        Tool.Run("stack", Repository.Example("wang2026-nanofibre"), "--json", "--threads", "1").Output.ShouldBe(Tool.Run("stack", Repository.Example("wang2026-nanofibre"), "--json", "--threads", "4").Output);

    [Fact]
    public void A_file_that_is_not_there_is_one_line() => Tool.Run("stack", "nofile.yaml").ShouldBeRefusedOnOneLine().ShouldContain("no such file");

    private static JsonNode Contact(string cell, string a, string b) => Tool.Run("stack", Repository.Example(cell), "--json").ShouldBeDone().Json["contacts"]!.AsArray()
        .First(contact => contact!["a"]!["material"]!.GetValue<string>() == a && contact["b"]!["material"]!.GetValue<string>() == b)!;
}
