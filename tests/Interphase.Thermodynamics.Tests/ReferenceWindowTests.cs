using System.Text.Json.Nodes;
using Interphase.Descriptions;

namespace Interphase.Thermodynamics.Tests;

/// <summary>Windows, steps and products against those of other programs on the same energies.</summary>
public class ReferenceWindowTests
{
    private const double VoltageTolerance = 1e-4, AmountTolerance = 1e-5, EnergyTolerance = 1e-6;

    [Fact]
    public void Windows_agree_with_the_reference()
    {
        int count = 0;
        foreach ((string text, JsonNode? material) in Reference.Results("thermo_windows.json")["materials"]!.AsObject())
        {
            ElectrochemicalWindow window = Window(text, PhaseSet.Default);
            HoldLimits(window, material!["window_V"]?.AsArray(), text);
            HoldSteps(window, material["element_profile"]!.AsArray(), "Li_uptake_per_formula", text);
            if (material["e_above_hull_eV_per_atom"] is { } above) window.EnergyAboveHull!.Value.ShouldBe(above.GetValue<double>(), EnergyTolerance, text);
            if (material["window_products"] is { } products) HoldProducts(window.Steps.First(step => step.Lithium.Sign == 0).Products, products.AsObject(), text);
            foreach (JsonNode? point in material["in_data"]!.GetValue<bool>() ? material["grid"]!.AsArray() : []) HoldEnergy(window, point!, text);
            count++;
        }
        count.ShouldBeGreaterThan(30);
    }

    [Theory]
    [InlineData("MP2012 (data as published, -0.66346 eV per S)", "mp2019")]
    [InlineData("no sulfide correction (+0.66346 eV per S)", "mp2019-no-sulfide-correction")]
    public void Windows_of_sulfides_agree_with_the_reference_under_both_schemes(string treatment, string scheme)
    {
        foreach ((string text, JsonNode? material) in Reference.Results("thermo_sulfide_correction.json")[treatment]!.AsObject())
        {
            ElectrochemicalWindow window = Window(text, PhaseSet.BuiltIn(scheme)!);
            HoldLimits(window, material!["window_V"]!.AsArray(), text);
            HoldSteps(window, material["profile"]!.AsArray(), "Li_uptake", text);
        }
    }

    private static ElectrochemicalWindow Window(string text, PhaseSet set)
    {
        var problems = new Problems();
        ElectrochemicalWindow? window = ElectrochemicalWindow.Of(Reference.Formula(text), set, problems);
        problems.ShouldBeEmpty();
        window!.Steps.ShouldAllBe(step => step.Reaction.IsBalanced, text);
        return window;
    }

    private static void HoldLimits(ElectrochemicalWindow window, JsonArray? limits, string text)
    {
        if (limits is null)
        {
            window.Exists.ShouldBeFalse(text);
            window.Reason.ShouldNotBeEmpty();
            return;
        }
        window.Low!.Value.ShouldBe(limits[0]!.GetValue<double>(), VoltageTolerance, text);
        if (limits[1] is { } high) window.High!.Value.ShouldBe(high.GetValue<double>(), VoltageTolerance, text);
        else window.High.ShouldBeNull(text);
    }

    private static void HoldSteps(ElectrochemicalWindow window, JsonArray steps, string lithium, string text)
    {
        window.Steps.Length.ShouldBe(steps.Count, text);
        for (int i = 0; i < steps.Count; i++)
        {
            window.Steps[i].From.ShouldBe(steps[i]!["V_onset"]!.GetValue<double>(), VoltageTolerance, $"{text}, step {i}");
            window.Steps[i].Lithium.ToDouble().ShouldBe(steps[i]![lithium]!.GetValue<double>(), AmountTolerance, $"{text}, step {i}");
            HoldProducts(window.Steps[i].Products, steps[i]!["products"]!.AsObject(), $"{text}, step {i}");
        }
    }

    internal static void HoldProducts(IReadOnlyList<PhaseAmount> products, JsonObject expected, string text)
    {
        string found = string.Join(" + ", products);
        Dictionary<string, double> amounts = expected.ToDictionary(part => Reference.Formula(part.Key).Hill(), part => part.Value!.GetValue<double>() * Counted(part.Key));
        foreach (PhaseAmount product in products)
        {
            string key = product.Formula.Hill();
            amounts.ShouldContainKey(key, $"{text}: {found} instead of {expected}");
            (product.Amount.ToDouble() * Units(product.Formula.Text)).ShouldBe(amounts[key], AmountTolerance * Units(product.Formula.Text), $"{text}: {found} instead of {expected}");
        }
        foreach ((string key, double amount) in amounts)
            if (Math.Abs(amount) > AmountTolerance) products.Select(product => product.Formula.Hill()).ShouldContain(key, $"{text}: {found} instead of {expected}");
    }

    // Lowest whole formulas in the formula as written.
    private static double Units(string text) => Reference.Formula(text).Atoms / Reference.Formula(text).Reduced().Atoms;

    // These tables name gases as molecules and yet count their atoms.
    private static double Counted(string text) => Reference.Formula(text).Elements.Count == 1 ? 1 : Units(text);

    private static void HoldEnergy(ElectrochemicalWindow window, JsonNode point, string text)
    {
        double voltage = point["V"]!.GetValue<double>();
        WindowStep step = window.Steps.Last(step => step.From <= voltage);
        step.EnergyAt(voltage).ShouldBe(point["dPhi_eV_per_formula"]!.GetValue<double>(), 3e-6 + EnergyTolerance * window.Formula.Atoms, $"{text} at {voltage} V");
    }
}
