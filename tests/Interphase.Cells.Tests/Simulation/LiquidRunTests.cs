using System.Globalization;
using Interphase.Descriptions;
using Interphase.Measurements;

namespace Interphase.Cells.Tests;

/// <summary>Liquid-filled cells of examples/reference, against the codes at home there, and what a cell file may not say beside a liquid.</summary>
public sealed class LiquidRunTests
{
    // From 5 s on to the final knee, where the curve falls slower than 0.7 mV/s.
    private const double Settled = 5, Steep = 7e-4;

    [Theory]
    [InlineData("12", 1)]
    [InlineData("24", 1)]
    [InlineData("48", 1)]
    [InlineData("12", 4)]
    [InlineData("24", 4)]
    [InlineData("48", 4)]
    public void A_liquid_cell_runs_along_the_curve_of_dualfoil(string current, int refine)
    {
        (RunCollector result, RunEnd end, _) = Runs.Reference($"lco-mcmb-{current}Am2", null, $"numerics.refine={refine}");
        end.Exit.ShouldBe(ExitKind.Completed);
        double[][] rows = Runs.Curve($"dualfoil-lco-mcmb-{current}.csv");
        double largest = 0;
        int compared = 0, at = 0;
        for (int i = 1; i + 1 < rows.Length; i++)
        {
            if (rows[i][0] < Settled || Math.Max(Slope(rows[i - 1], rows[i]), Slope(rows[i], rows[i + 1])) > Steep) continue;
            largest = Math.Max(largest, Math.Abs(Runs.At(result.Series, Columns.Voltage, rows[i][0], ref at) - rows[i][1]));
            compared++;
        }
        compared.ShouldBeGreaterThan(200);
        largest.ShouldBeLessThan(refine == 1 ? 0.5e-3 : 0.2e-3);
        result.Budget.ShouldNotBeEmpty();
        result.Budget.Max(point => Math.Abs(point.Sum - point.Voltage)).ShouldBeLessThan(1e-6);
        VoltagePart[] parts = [.. result.Budget.ElementAt(result.Budget.Count / 2).Parts];
        parts.Single(part => part.Name == "cathode concentration").Value.ShouldBeLessThan(-1e-3);
        parts.Single(part => part.Name == "anode concentration").Value.ShouldBeLessThan(-1e-3);

        static double Slope(double[] from, double[] to) => Math.Abs(to[1] - from[1]) / (to[0] - from[0]);
    }

    [Fact]
    public void The_cylindrical_cell_of_2020_runs_along_PyBaMMs_curve()
    {
        string file = Path.Combine(Environment.GetEnvironmentVariable("INTERPHASE_REFERENCE") ?? Path.Combine(Runs.Examples(), "..", "..", "shared"), "reference", "cell", "pybamm_chen2020_5A.csv");
        Assert.SkipUnless(File.Exists(file), $"no {file}; INTERPHASE_REFERENCE names the reference folder");
        (RunCollector result, RunEnd end, _) = Runs.Reference("chen2020-5A");
        end.Exit.ShouldBe(ExitKind.Completed);
        int at = 0, compared = 0;
        foreach (double[] row in File.ReadLines(file).Skip(1).Select(line => line.Split(',').Select(text => double.Parse(text, CultureInfo.InvariantCulture)).ToArray()))
        {
            if (row[0] is < 600 or > 3000) continue;
            Runs.At(result.Series, Columns.Voltage, row[0], ref at).ShouldBe(row[1], 1e-3, $"{row[0]} s");
            compared++;
        }
        compared.ShouldBeGreaterThan(50);
    }

    [Fact]
    public void A_liquid_cell_that_warms_up_is_charged_held_and_rests()
    {
        const string heat = "thermal={ heatTransfer: 1 W/m2/K, heatCapacity: 500 J/m2/K }";
        (RunCollector result, RunEnd end, _) = Runs.Reference(
            "lco-mcmb", ["discharge at 1C for 20 min; rest 10 min; charge at 1C until 4.1 V; hold 4.1 V until C/20; rest 1 h; discharge at 100 W/m2 for 5 min"], heat, "liquid.conductivity={ value: 1 S/m, activationEnergy: 0.2 eV, at: \"25 °C\" }");
        end.Exit.ShouldBe(ExitKind.Completed);
        result.Budget.Max(point => Math.Abs(point.Sum - point.Voltage)).ShouldBeLessThan(1e-6);
        result.Series[Columns.SurfaceTemperature].ToArray().Max().ShouldBeGreaterThan(25.5);
    }

    [Fact]
    public void A_current_that_the_liquid_cannot_carry_ends_where_it_is_depleted()
    {
        (RunCollector result, RunEnd end, _) = Runs.Reference("lco-mcmb", ["discharge at 10C for 1 h"], "liquid.transferenceNumber=0.1");
        end.Exit.ShouldBe(ExitKind.PhysicalStop);
        end.Variable.ShouldBe("salt concentration");
        end.Place.ShouldBe("in the cathode");
        result.Steps[0].End.ShouldBeGreaterThan(5);
        // A voltage that is passed before is no more than an end.
        (_, end, _) = Runs.Reference("lco-mcmb", ["discharge at 10C until 3.5 V"], "liquid.transferenceNumber=0.1");
        end.Exit.ShouldBe(ExitKind.Completed);
    }

    [Theory]
    [InlineData("cathode.ionicConductivity=1 mS/cm", "cathode.ionicConductivity: found a conductivity of its own beside a liquid")]
    [InlineData("cathode.porosity=10 %; cathode.electrolyte={ share: 20 vol% }", "cathode.electrolyte: found a solid electrolyte beside a liquid")]
    [InlineData("separator.ionicConductivity=1 mS/cm", "separator.ionicConductivity: found a conductivity of its own beside a liquid")]
    [InlineData("liquid.diffusivity={ formula: \"ce*(2000 - ce)*1e-16 + 1e-15\", of: ce, unit: m2/s, range: [0, 1990] }", null)]
    [InlineData("liquid.conductivity={ formula: \"1 - ce/1000\", of: ce, unit: S/m, range: [0, 1000] }", "liquid.conductivity: found a property that cannot be used (it is not above 0 at 1000 mol/m3)")]
    [InlineData("cathode.active.exchangeCurrent={ formula: \"2 + ce/1000*y\", of: [y, ce], unit: A/m2 }", "cathode.active.exchangeCurrent: found a property that cannot be used (its dependence on ce is not a factor of its own)")]
    public void What_cannot_stand_beside_a_liquid_is_told(string given, string? told)
    {
        CellReading reading = CellReader.Read(Path.Combine(Runs.Examples(), "reference", "lco-mcmb.yaml"), given.Split("; "));
        var problems = new Problems();
        if (reading.Problems.Count == 0) CellSimulator.Prepare(reading, problems);
        if (told is null) problems.ShouldBeEmpty();
        else problems.Select(problem => problem.ToString()).ShouldHaveSingleItem().ShouldContain(told);
    }

    [Theory]
    [InlineData("concentration")]
    [InlineData("conductivity")]
    [InlineData("diffusivity")]
    [InlineData("transferenceNumber")]
    public void What_a_liquid_lacks_is_told(string field)
    {
        using var folder = new Scratch();
        string text = string.Join('\n', new[] { "concentration: 1000 mol/m3", "conductivity: 1 S/m", "diffusivity: 3e-6 cm2/s", "transferenceNumber: 0.3" }.Where(line => !line.StartsWith(field, StringComparison.Ordinal)).Select(line => $"  {line}"));
        CellReading reading = CellReader.Read(folder.Write("cell.yaml", $"liquid:\n{text}\ncathode: {{ ideal: true }}\nseparator: {{ thickness: 20 um, porosity: 40 % }}\nanode: {{ ideal: true }}\n"));
        reading.Problems.ShouldBeEmpty();
        var problems = new Problems();
        CellSimulator.Prepare(reading, problems).ShouldBeNull();
        problems.ShouldHaveSingleItem().ToString().ShouldContain($"liquid.{field}: found nothing");
    }
}
