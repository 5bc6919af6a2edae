using System.Text.Json.Nodes;

namespace Interphase.Cli.Tests;

/// <summary>docs/json.md names every key of the documents about phases.</summary>
public class JsonPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "json.md"));

    // Keys that are formulas or elements.
    private static readonly string[] Maps = ["products", "cathodeProducts", "electrolyteProducts", "chemicalPotentials", "units"];

    [Theory]
    [InlineData("stability", "LiCoO2")]
    [InlineData("window", "Li6PS5Cl")]
    [InlineData("react", "LiCoO2", "Li3PS4")]
    [InlineData("react", "LiCoO2", "LiF", "--sweep")]
    [InlineData("stack", "examples/wu2025-dual.yaml")]
    [InlineData("screen", "coatings", "--cathode", "LiCoO2", "--electrolyte", "Li3InCl6", "--top", "2")]
    public void Every_key_stands_on_the_page(params string[] arguments)
    {
        string[] located = [.. arguments.Select(argument => argument.EndsWith(".yaml", StringComparison.Ordinal) ? Path.Combine(Repository.Root, argument) : argument)];
        string[] keys = [.. Keys(Tool.Run([.. located, "--json"]).ShouldBeDone().Json).Distinct()];
        keys.Length.ShouldBeGreaterThan(8);
        foreach (string key in keys) Page.ShouldContain(key);
    }

    private static IEnumerable<string> Keys(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(part => Maps.Contains(part.Key) ? [part.Key] : Keys(part.Value).Prepend(part.Key)),
        JsonArray list => list.SelectMany(Keys),
        _ => [],
    };
}
