using System.Text.Json.Nodes;

namespace Interphase.Cli.Tests;

/// <summary>Orderings of the papers that their cells give, in the first cycles: docs/papers.md.</summary>
public class PapersTests
{
    [Fact]
    public void Of_four_carbons_the_one_with_least_hydroxyl_keeps_most()
    {
        JsonNode[] cells = [.. new[] { "gao2025-npc", "gao2025-super-p", "gao2025-mo", "gao2025-mo-ni" }.Select(name => Run(name, "0.1C"))];
        cells.Select(Retention).ShouldBeInOrder(SortDirection.Ascending);
        cells.Select(cell => Products(cell).Contains("MoS2")).ShouldBe([false, false, true, true]);
    }

    [Fact]
    public void Ketjen_black_fades_far_faster_than_nanofibres_oxidises_more_and_shows_sulfur_earlier()
    {
        (JsonNode fibres, JsonNode black) = (Run("wang2026-nanofibre", "1 mA/cm2"), Run("wang2026-ketjen-black", "1 mA/cm2"));
        (1 - Retention(black)).ShouldBeGreaterThan(5 * (1 - Retention(fibres)));
        Efficiency(black).ShouldBeLessThan(Efficiency(fibres));
        (Sulfur(black), Sulfur(fibres)).ShouldSatisfyAllConditions(each => each.Item1.ShouldBeInRange(3.6, 3.8), each => each.Item2.ShouldBeInRange(4.0, 4.3));
    }

    [Fact]
    public void The_sulfide_ends_the_first_charge_early_and_the_halide_does_not()
    {
        (JsonNode sulfide, JsonNode halide) = (Run("xu2024-li6ps5cl", "100 mA/g", "cathode.loading=8.9 mg/cm2"), Run("xu2024-li3incl6", "100 mA/g", "cathode.loading=8.9 mg/cm2"));
        Discharge(sulfide, 0).ShouldBeLessThan(0.7 * Discharge(halide, 0));
        Retention(sulfide).ShouldBeLessThan(Retention(halide));
        Resistance(sulfide, ^1).ShouldBeGreaterThan(3 * Resistance(halide, ^1));
    }

    [Fact]
    public void A_second_reinforcement_costs_resistance_at_first_and_saves_it_later()
    {
        (JsonNode mono, JsonNode dual) = (Run("wu2025-mono", "0.5C"), Run("wu2025-dual", "0.5C"));
        Resistance(mono, 0).ShouldBeLessThan(Resistance(dual, 0));
        Growth(mono).ShouldBeGreaterThan(Growth(dual));
        Retention(mono).ShouldBeLessThan(Retention(dual));
    }

    [Fact]
    public void A_coating_of_the_active_material_lessens_the_fade()
    {
        (JsonNode bare, JsonNode coated) = (Run("feng2025-bare", "0.5C"), Run("feng2025-bare", "0.5C", "cathode.active.coating={ material: LiNbO3, thickness: 10 nm, coverage: 0.9 }"));
        Retention(coated).ShouldBeGreaterThan(Retention(bare));
    }

    private static JsonNode Run(string example, string rate, params string[] sets)
    {
        using var scratch = new Scratch();
        string[] options = [.. sets.SelectMany(set => (string[])["--set", set])];
        string file = scratch.Write("cell.yaml", $"extends: {Repository.Example(example)}\nprotocol:\n  - repeat: 21\n    steps:\n      - charge at {rate} until upper cut-off\n      - discharge at {rate} until lower cut-off\n");
        // Losses by cause are not asked here, and take most of the time.
        return Tool.Run(["run", file, .. options, "--cycles", "1", "--json", "--out", scratch["out"]]).ShouldBeDone().Json;
    }

    private static double Discharge(JsonNode cell, int cycle) => RunTests.Number(cell["cycles"]![cycle]!["dischargeCapacity"]);

    private static double Retention(JsonNode cell) => Discharge(cell, cell["cycles"]!.AsArray().Count - 1) / Discharge(cell, 0);

    private static double Efficiency(JsonNode cell) => RunTests.Number(cell["cycles"]![0]!["coulombicEfficiency"]);

    private static double Resistance(JsonNode cell, Index which) => RunTests.Number(cell["resistance"]!.AsArray().ToArray()[which]!["sum"]);

    // From the second cycle on: the first discharge starts from another content.
    private static double Growth(JsonNode cell) => Resistance(cell, ^1) - Resistance(cell, 1);

    private static string[] Products(JsonNode cell) => [.. cell["appearances"]!.AsArray().Select(each => each!["product"]!.GetValue<string>())];

    private static double Sulfur(JsonNode cell) => RunTests.Number(cell["appearances"]!.AsArray().Single(each => each!["product"]!.GetValue<string>() == "sulfur")!["potential"]);
}
