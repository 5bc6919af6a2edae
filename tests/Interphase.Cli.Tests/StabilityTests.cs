using System.Text.Json.Nodes;

namespace Interphase.Cli.Tests;

/// <summary>The verb <c>stability</c>.</summary>
public class StabilityTests
{
    [Fact]
    public void Above_the_hull_a_phase_falls_apart()
    {
        JsonNode document = Tool.Run("stability", "Li6PS5Cl", "--json").ShouldBeDone().Json;
        document["energyAboveHull"]!.GetValue<double>().ShouldBe(0.083109, 1e-6);
        document["stable"]!.GetValue<bool>().ShouldBeFalse();
        document["decomposition"]!.GetValue<string>().ShouldBe("Li6PS5Cl → Li3PS4 + Li2S + LiCl");
        document["products"]!["Li2S"]!.GetValue<double>().ShouldBe(1);
        document["alternatives"]!.AsArray().ShouldHaveSingleItem()!["scheme"]!.GetValue<string>().ShouldBe("mp2019-no-sulfide-correction");
    }

    [Fact]
    public void On_the_hull_it_is_stabilised_against_the_best_of_the_others()
    {
        JsonNode document = Tool.Run("stability", "LiCoO2", "--json").ShouldBeDone().Json;
        document["stable"]!.GetValue<bool>().ShouldBeTrue();
        document["energyAboveHull"]!.GetValue<double>().ShouldBe(0);
        document["decompositionEnergy"]!.GetValue<double>().ShouldBeLessThan(0);
        document["competition"]!.GetValue<string>().ShouldContain("→");
        Tool.Run("stability", "LiCoO2").ShouldBeDone().Output.ShouldContain("stabilised by");
    }

    [Fact]
    public void A_composition_without_a_phase_has_products_and_a_neighbour()
    {
        JsonNode document = Tool.Run("stability", "LiNi0.8Co0.1Mn0.1O2", "--json").ShouldBeDone().Json;
        document["energyAboveHull"].ShouldBeNull();
        document["reason"]!.GetValue<string>().ShouldNotBeEmpty();
        document["nearest"]!.GetValue<string>().ShouldNotBeEmpty();
        document["products"]!.AsObject().ShouldNotBeEmpty();
    }

    [Fact]
    public void Into_a_folder_go_a_chart_and_the_document()
    {
        using var scratch = new Scratch();
        Tool.Run("stability", "Li6PS5Cl", "--out", scratch.Folder).ShouldBeDone();
        scratch.Files.ShouldBe(["Li6PS5Cl.stability.json", "Li6PS5Cl.stability.svg"]);
    }
}
