using System.Text.Json.Nodes;

namespace Interphase.Cli.Tests;

/// <summary>The verb <c>screen</c>.</summary>
public class ScreenTests
{
    private static readonly Lazy<JsonNode> Whole = new(() => Tool.Run("screen", "coatings", "--cathode", "LiCoO2", "--electrolyte", "Li6PS5Cl", "--top", "1000000", "--json").ShouldBeDone().Json);

    [Fact]
    public void Coatings_are_ranked_by_the_strongest_driving_force()
    {
        JsonNode[] coatings = [.. Whole.Value["coatings"]!.AsArray().Select(each => each!)];
        coatings.Length.ShouldBe(Whole.Value["ranked"]!.GetValue<int>());
        coatings.Length.ShouldBeGreaterThan(200);
        for (int i = 0; i < coatings.Length; i++)
        {
            coatings[i]["rank"]!.GetValue<int>().ShouldBe(i + 1);
            double[] forces = [.. new[] { "withCathode", "withElectrolyte", "atLow", "atHigh" }.Select(key => coatings[i][key]!.GetValue<double>()), -coatings[i]["energyAboveHull"]!.GetValue<double>()];
            coatings[i]["worst"]!.GetValue<double>().ShouldBe(forces.Min(), 1e-9);
            coatings[i]["lithium"]!.GetValue<bool>().ShouldBeTrue();
            if (i > 0) coatings[i]["worst"]!.GetValue<double>().ShouldBeLessThanOrEqualTo(coatings[i - 1]["worst"]!.GetValue<double>() + 2e-4);
        }
    }

    [Fact]
    public void What_the_literature_uses_is_told_with_its_rank()
    {
        string[] usual = [.. Whole.Value["usual"]!.AsArray().Select(each => each!["formula"]!.GetValue<string>())];
        foreach (string name in new[] { "LiNbO3", "Li3PO4", "LiBO2", "LiF" }) usual.ShouldContain(name);
        (usual.Length + Whole.Value["missing"]!.AsArray().Count).ShouldBe(10);
        JsonNode fluoride = Whole.Value["usual"]!.AsArray().Single(each => each!["formula"]!.GetValue<string>() == "LiF")!;
        fluoride["rank"]!.GetValue<int>().ShouldBeLessThan(60);
        JsonNode alumina = Whole.Value["usual"]!.AsArray().Single(each => each!["formula"]!.GetValue<string>() == "Al2O3")!;
        alumina["ranked"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public void No_phase_holds_what_nobody_would_coat_with() =>
        Whole.Value["coatings"]!.AsArray().Select(each => each!["formula"]!.GetValue<string>()).ShouldAllBe(name => !System.Text.RegularExpressions.Regex.IsMatch(name, "(U|Th|Pu|Xe|Hg|Pt|Au|H|S|N)(?![a-z])"));

    [Fact]
    public void The_table_shows_so_many_of_the_best()
    {
        using var scratch = new Scratch();
        string text = Tool.Run("screen", "coatings", "--cathode", "LiCoO2", "--electrolyte", "Li3InCl6", "--top", "3", "--low", "2.8", "--high", "4.2", "--out", scratch.Folder).ShouldBeDone().Output;
        text.ShouldContain("2.8 to 4.2 V");
        text.ShouldContain("What the literature uses");
        scratch.Files.ShouldBe(["LiCoO2-Li3InCl6.coatings.csv", "LiCoO2-Li3InCl6.coatings.json", "LiCoO2-Li3InCl6.coatings.svg"]);
    }

    [Theory]
    [InlineData("coatings", "screen", "anodes", "--cathode", "LiCoO2", "--electrolyte", "Li6PS5Cl")]
    [InlineData("--cathode", "screen", "coatings", "--electrolyte", "Li6PS5Cl")]
    [InlineData("--top", "screen", "coatings", "--cathode", "LiCoO2", "--electrolyte", "Li6PS5Cl", "--top", "0")]
    [InlineData("the lower one first", "screen", "coatings", "--cathode", "LiCoO2", "--electrolyte", "Li6PS5Cl", "--low", "4.5")]
    [InlineData("0 to 5 V", "screen", "coatings", "--cathode", "LiCoO2", "--electrolyte", "Li6PS5Cl", "--high", "9")]
    public void What_cannot_be_answered_is_one_line(string part, params string[] arguments) => Tool.Run(arguments).ShouldBeRefusedOnOneLine().ShouldContain(part);
}
