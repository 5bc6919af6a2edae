using System.Globalization;
using Interphase.Descriptions;

namespace Interphase.Cells.Tests;

/// <summary>An electrolyte that saw moisture before the cell was made. docs/physics.md (165).</summary>
public sealed class ExposureTests
{
    /// <summary>Names the number of exposures; a few without it.</summary>
    private const string Variable = "INTERPHASE_MONOTONE_CELLS";

    private static int Count => int.TryParse(Environment.GetEnvironmentVariable(Variable), NumberStyles.None, CultureInfo.InvariantCulture, out int asked) ? asked : 6;

    private static CellCoefficients Coefficients(Scratch scratch, string exposure, out CellReading reading)
    {
        string file = scratch.Write("exposed.yaml", $$"""
            extends: feng2025-bare.yaml
            separator:
              material: Li6PS5Cl
              thickness: 0.8 mm
              {{exposure}}
            cathode:
              electrolyte:
                material: Li6PS5Cl
                {{exposure}}
            """);
        var problems = new Problems();
        reading = CellReader.Read(file, []);
        reading.Problems.ShouldBeEmpty();
        CellCoefficients cell = CellSimulator.Prepare(reading, problems)!.Coefficients;
        problems.ShouldBeEmpty();
        return cell;
    }

    [Fact]
    public void It_leaves_less_conductivity_and_gives_off_gas()
    {
        using var scratch = new Scratch();
        CellCoefficients dry = Coefficients(scratch, "exposure: { time: 0 s, rate: 0.1 1/h }", out _), wet = Coefficients(scratch, "exposure: { time: 30 min, rate: 0.1 1/h }", out CellReading reading);
        double left = Math.Exp(-0.05);
        (wet.Separator[0].Conductivity / dry.Separator[0].Conductivity).ShouldBe(Math.Pow(left, 3.7), 1e-12);
        (((CompositeCoefficients)wet.Cathode).IonicConductivity / ((CompositeCoefficients)dry.Cathode).IonicConductivity).ShouldBe(Math.Pow(left, 3.7), 1e-12);
        // Five sulfur of 268.3 g/mol, at 24.79 L/mol: 4.877 % of it makes 22.5 cm3 per g.
        reading.Design!.Remarks.ShouldContain(remark => remark.Text.Contains("H2S", StringComparison.Ordinal) && remark.Text.Contains("22.5", StringComparison.Ordinal));
    }

    [Fact]
    public void Longer_exposure_at_more_moisture_leaves_less_conductivity()
    {
        using var scratch = new Scratch();
        for (int seed = 0; seed < Count; seed++)
        {
            var draws = new Draws(seed);
            double time = draws.Decades(1e-2, 10), rate = draws.Decades(1e-3, 0.5), exponent = draws.Between(0.5, 6), by = draws.Between(1.2, 4);
            (double Separator, double Cathode) Conducts(double hours, double fast)
            {
                CellCoefficients cell = Coefficients(scratch, string.Create(CultureInfo.InvariantCulture, $"exposure: {{ time: {hours:g6} h, rate: {fast:g6} 1/h, conductivityExponent: {exponent:g6} }}"), out _);
                return (cell.Separator[0].Conductivity, ((CompositeCoefficients)cell.Cathode).IonicConductivity);
            }

            (double separator, double cathode) = Conducts(time, rate);
            foreach ((double more, double other) in ((double, double)[])[Conducts(by * time, rate), Conducts(time, by * rate)])
            {
                more.ShouldBeLessThan(separator, $"seed {seed}");
                other.ShouldBeLessThan(cathode, $"seed {seed}");
            }
        }
    }
}
