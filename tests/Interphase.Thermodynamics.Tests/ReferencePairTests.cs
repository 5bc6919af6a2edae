using System.Text.Json.Nodes;
using Interphase.Descriptions;

namespace Interphase.Thermodynamics.Tests;

/// <summary>Reactions of pairs against those of other programs on the same energies.</summary>
public class ReferencePairTests
{
    private const double FractionTolerance = 1e-5, EnergyTolerance = 2e-6, AmountTolerance = 2e-5;

    [Fact]
    public void Closed_pairs_agree_with_the_reference()
    {
        int count = 0;
        foreach (JsonNode? pair in Reference.Results("thermo_pseudobinary.json")["pairs"]!.AsArray())
        {
            PairReaction reaction = React(pair!, null, out string text);
            JsonArray kinks = pair!["mutual"]!["kinks"]!.AsArray();
            HoldKinks(reaction, kinks, kink => kink.MutualEnergy, text);
            if (pair["from_entries"] is { } own) HoldKinks(reaction, own["kinks"]!.AsArray(), kink => kink.Energy, text);
            reaction.MutualEnergy.ShouldBe(pair["mutual"]!["minimum"]!["energy_eV_per_atom"]!.GetValue<double>(), EnergyTolerance, text);
            count++;
        }
        count.ShouldBeGreaterThan(150);
    }

    [Fact]
    public void Open_pairs_agree_with_the_reference()
    {
        foreach (JsonNode? pair in Reference.Results("thermo_open_pseudobinary.json")["open"]!.AsArray())
        {
            PairReaction reaction = React(pair!, pair!["V"]!.GetValue<double>(), out string text);
            HoldKinks(reaction, pair["kinks"]!.AsArray(), kink => kink.MutualEnergy, text, "mutual_eV_per_atom");
            if (OnHull(reaction.A) && OnHull(reaction.B)) HoldKinks(reaction, pair["kinks"]!.AsArray(), kink => kink.Energy, text);
            reaction.Kinks.ShouldAllBe(kink => kink.Gain <= 0, text);
            reaction.MutualEnergy.ShouldBe(pair["mutual_minimum"]!["eV_per_atom"]!.GetValue<double>(), EnergyTolerance, text);
        }
    }

    [Fact]
    public void Conversions_of_nitrides_agree_with_the_reference()
    {
        foreach (JsonNode? pair in Reference.Results("thermo_conversion.json")["closed"]!.AsArray())
        {
            PairReaction reaction = React(pair!, null, out string text);
            HoldKinks(reaction, pair!["kinks"]!.AsArray(), kink => kink.MutualEnergy, text);
        }
    }

    // Amounts per formula unit of the mixture, whichever multiple a product is named by.
    private static void HoldProducts(PairKink kink, JsonObject expected, string text)
    {
        Dictionary<string, double> amounts = expected.ToDictionary(part => Reference.Formula(part.Key).Hill(), part => part.Value!.GetValue<double>() * Units(part.Key));
        IEnumerable<PhaseAmount> products = kink.Lithium.Sign < 0 ? kink.Reaction.Products : kink.Products;
        foreach (PhaseAmount product in products) (product.Amount.ToDouble() * Units(product.Formula.Text)).ShouldBe(amounts.GetValueOrDefault(product.Formula.Hill()), AmountTolerance, $"{text}: {kink.Reaction} instead of {expected}");
    }

    private static double Units(string text) => Reference.Formula(text).Atoms / Reference.Formula(text).Reduced().Atoms;

    private static bool OnHull(ChemicalFormula formula) => Stability.Of(formula, PhaseSet.Default, [])!.IsStable;

    private static PairReaction React(JsonNode pair, double? voltage, out string text)
    {
        (string a, string b) = (pair["c1"]!.GetValue<string>(), pair["c2"]!.GetValue<string>());
        text = voltage is null ? $"{a} | {b}" : $"{a} | {b} at {voltage} V";
        var problems = new Problems();
        PairReaction? reaction = PairReaction.Of(Reference.Formula(a), Reference.Formula(b), PhaseSet.Default, voltage, problems);
        problems.ShouldBeEmpty();
        reaction!.Kinks.ShouldAllBe(kink => kink.Reaction.IsBalanced, text);
        return reaction;
    }

    private static void HoldKinks(PairReaction reaction, JsonArray kinks, Func<PairKink, double> energy, string text, string key = "energy_eV_per_atom")
    {
        string found = string.Join("; ", reaction.Kinks.Select(kink => $"{kink.FractionA.ToDouble():0.000000} {kink.MutualEnergy:0.000000}")), expected = string.Join("; ", kinks.Select(kink => $"{kink!["x"]} {kink[key]}"));
        reaction.Kinks.Length.ShouldBe(kinks.Count, $"{text}: {found} instead of {expected}");
        for (int i = 0; i < kinks.Count; i++)
        {
            reaction.Kinks[i].FractionA.ToDouble().ShouldBe(kinks[i]!["x"]!.GetValue<double>(), FractionTolerance, $"{text}: {found} instead of {expected}");
            energy(reaction.Kinks[i]).ShouldBe(kinks[i]![key]!.GetValue<double>(), EnergyTolerance, $"{text}, kink {i}: {found} instead of {expected}");
            if (i > 0 && i < kinks.Count - 1) HoldProducts(reaction.Kinks[i], kinks[i]!["products"]!.AsObject(), $"{text}, kink {i}");
        }
    }
}
