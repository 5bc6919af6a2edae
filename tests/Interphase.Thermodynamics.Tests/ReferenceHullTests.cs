using System.Globalization;
using System.IO.Compression;
using System.Text.Json.Nodes;
using Interphase.Descriptions;

namespace Interphase.Thermodynamics.Tests;

/// <summary>Energies above the hull against other programs and against published decomposition energies.</summary>
public class ReferenceHullTests
{
    private const double EnergyTolerance = 1.5e-6;

    // The published minimum stopped short of the least energy for one composition in eleven; docs/thermodynamics.md has the distribution.
    private const double PublishedTolerance = 6e-3, PublishedRounding = 1e-7;

    [Fact]
    public void Energies_above_the_hull_agree_with_the_reference()
    {
        int count = 0;
        foreach ((string system, JsonNode? hull) in Reference.Results("thermo_hulls.json")["systems"]!.AsObject())
        {
            foreach (JsonNode? phase in hull!["phases"]!.AsArray())
            {
                string text = phase!["formula"]!.GetValue<string>();
                Stability stability = Stability.Of(Reference.Formula(text), PhaseSet.Default, [])!;
                stability.EnergyAboveHull!.Value.ShouldBe(phase["e_above_hull"]!.GetValue<double>(), EnergyTolerance, $"{text} in {system}");
                stability.Decomposition.IsBalanced.ShouldBeTrue(text);
                if (phase["phase_separation_energy"] is { } separation) stability.DecompositionEnergy!.Value.ShouldBe(separation.GetValue<double>(), EnergyTolerance, $"{text} in {system}");
                if (phase["decomposition_atom_fractions"] is JsonObject fractions) HoldFractions(stability, fractions, text);
                count++;
            }
            foreach (JsonNode? stable in hull["stable"]!.AsArray())
            {
                ChemicalFormula formula = Reference.Formula(stable!.GetValue<string>());
                if (formula.Elements.Count > 1) Stability.Of(formula, PhaseSet.Default, [])!.IsStable.ShouldBeTrue($"{formula} in {system}");
            }
        }
        count.ShouldBeGreaterThan(1000);
    }

    [Fact]
    public void Decomposition_energies_of_a_sample_of_all_ground_states_agree_with_the_published_ones()
    {
        string file = Reference.File("data", "thermo", "mp2019_all_ground_states.csv.gz"), plain = Path.Combine(Path.GetTempPath(), $"interphase-{Guid.NewGuid():N}.csv");
        using (var packed = new GZipStream(File.OpenRead(file), CompressionMode.Decompress))
        using (FileStream unpacked = File.Create(plain)) packed.CopyTo(unpacked);
        try
        {
            string[] lines = File.ReadAllLines(plain);
            var problems = new Problems();
            PhaseSet set = PhaseSet.Read(plain, problems)!;
            problems.ShouldBeEmpty();
            var errors = new List<double>();
            for (int i = 1; i < lines.Length; i += 97)
            {
                string[] cells = lines[i].Split(',');
                Stability stability = Stability.Of(Reference.Formula(cells[0]), set, [])!;
                errors.Add(stability.DecompositionEnergy!.Value - double.Parse(cells[2], CultureInfo.InvariantCulture));
                stability.Competition!.IsBalanced.ShouldBeTrue(cells[0]);
            }
            errors.Count.ShouldBeGreaterThan(800);
            errors.Sort();
            errors[0].ShouldBeGreaterThan(-PublishedRounding);
            errors[(int)(0.9 * errors.Count)].ShouldBeLessThan(PublishedRounding);
            errors[^1].ShouldBeLessThan(PublishedTolerance);
        }
        finally
        {
            File.Delete(plain);
        }
    }

    private static void HoldFractions(Stability stability, JsonObject fractions, string text)
    {
        Dictionary<string, double> expected = fractions.ToDictionary(part => Reference.Formula(part.Key).Hill(), part => part.Value!.GetValue<double>());
        foreach (PhaseAmount product in stability.Decomposition.Products)
            (product.Amount.ToDouble() * product.Formula.Atoms / stability.Formula.Atoms).ShouldBe(expected.GetValueOrDefault(product.Formula.Hill()), 2e-6, $"{text} → {product}, expected {fractions}");
    }
}
