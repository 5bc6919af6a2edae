using Interphase.Numerics;

namespace Interphase.Cells.Tests;

/// <summary>The electrolyte's oxidation against what can be solved by hand. docs/physics.md (120) to (126).</summary>
public sealed class OxidationTests
{
    private const double Faraday = PhysicalConstants.Faraday, Thermal = PhysicalConstants.GasConstant * 298.15 / Faraday;

    private static double Bare(double potential, OxidationStep step) => step.Current * Math.Exp(0.5 * (potential - 4) / Thermal) * (1 - Math.Exp(-(potential - step.Onset) / Thermal));

    // (122): L + L^2 i_T / (2 sigma (E - U)) = V i_T t / (nu F): linear, then parabolic.
    [Theory]
    [InlineData(1e-14, 3.9)]
    [InlineData(1e-12, 4.1)]
    [InlineData(1e-10, 4.3)]
    public void A_film_grows_in_proportion_to_time_and_then_to_its_root(double conductivity, double potential)
    {
        OxidationCoefficients oxidation = AgeingCell.Oxidation with { FilmElectrons = conductivity, Amount = 1e5 * (conductivity > 1e-11 ? 10 : 1) };
        const double area = 1e4;
        foreach (double time in (double[])[1e3, 3e4, 1e6])
        {
            AgeingCell run = AgeingCell.Run(AgeingCell.CarbonAlone(oxidation, area), AgeingCell.Hold(potential, time), 1e-7);
            double bare = Bare(potential, oxidation.First), passed = oxidation.First.Volume * bare * time / (2 * Faraday), ratio = bare / (conductivity * (potential - 2.5));
            double expected = 2 * passed / (1 + Math.Sqrt(1 + 2 * ratio * passed)), thickness = oxidation.First.Volume / 2 * run.Part()[2 * run.Cathode.Points].Value / area;
            thickness.ShouldBe(expected, 5e-4 * expected, $"after {time} s");
        }
    }

    // (120): what is left decays by itself, and what it left is oxidised in turn.
    [Fact]
    public void What_is_left_supplies_both_steps()
    {
        const double area = 1e6, potential = 4.1;
        OxidationCoefficients oxidation = AgeingCell.Oxidation with { Second = new OxidationStep(4e-4, 2.5, 3, 0) };
        double fast = area * Bare(potential, oxidation.First) / (2 * Faraday * AgeingCell.Amount), slow = area * Bare(potential, oxidation.Second) / (3 * Faraday * AgeingCell.Amount);
        foreach (double lives in (double[])[0.1, 1, 8, 40])
        {
            double time = lives / fast;
            Real[] passed = AgeingCell.Run(AgeingCell.CarbonAlone(oxidation, area), AgeingCell.Hold(potential, time), 1e-6).Part();
            int points = passed.Length / 6;
            double left = Math.Exp(-fast * time), between = fast / (slow - fast) * (left - Math.Exp(-slow * time));
            (1 - passed[2 * points].Value / (2 * AgeingCell.Amount)).ShouldBe(left, 3e-4);
            (1 - left - passed[3 * points].Value / (3 * AgeingCell.Amount)).ShouldBe(between, 3e-4);
        }
    }

    // (121): each step by its own activation energy.
    [Fact]
    public void Each_step_has_its_own_activation_energy()
    {
        const double energy = 40e3, area = 1e6;
        OxidationCoefficients oxidation = AgeingCell.Oxidation with { Second = new OxidationStep(1e-3, 2.5, 3, 0), SecondActivation = new ThermalLaw(energy, 288.15) };
        Real[] Passed(OxidationCoefficients of) => AgeingCell.Run(AgeingCell.CarbonAlone(of, area), AgeingCell.Hold(4, 1e4), 1e-6).Part();
        Real[] warm = Passed(oxidation), cold = Passed(oxidation with { SecondActivation = ThermalLaw.None });
        int points = warm.Length / 6;
        warm[2 * points].Value.ShouldBe(cold[2 * points].Value, 1e-6 * cold[2 * points].Value);
        double factor = Math.Exp(-energy / PhysicalConstants.GasConstant * (1 / 298.15 - 1 / 288.15));
        (warm[3 * points].Value / cold[3 * points].Value).ShouldBe(factor, 0.02 * factor);
    }

    [Fact]
    public void Every_lithium_that_leaves_the_electrolyte_arrives()
    {
        OxidationCoefficients oxidation = AgeingCell.Oxidation with { Second = new OxidationStep(1e-3, 2.5, 3, 0), FilmElectrons = 1e-12, FilmIons = 1e-7, LineArea = 1e5, OnLine = 15, SupplyExponent = 3.7 };
        CellCoefficients cell = AgeingCell.With(oxidation, 2e6);
        AgeingCell none = AgeingCell.Run(cell, AgeingCell.Hold(3.9, 1e-9));
        double before = none.Lithium();
        AgeingCell run = AgeingCell.Run(cell, AgeingCell.Cycles(5, 15));
        // The counter electrode is ideal: it took what passed the terminals.
        run.Lithium().ShouldBe(before, 1e-11 * Math.Abs(before));
        double side = 0;
        Real[] part = run.Part();
        ReadOnlySpan<double> weights = AgeingCell.Run(cell, AgeingCell.Hold(3.9, 1e-9)).Cathode.Shares;
        for (int s = 0; s < 6; s++)
            for (int k = 0; k < weights.Length; k++) side += Faraday * weights[k] * 60e-6 * part[s * weights.Length + k].Value;
        side.ShouldBeGreaterThan(0.005 * ((CompositeCoefficients)cell.Cathode).Capacity);
        var ledger = new Dictionary<string, double>();
        run.Cathode.Book(run.Model.CathodePart(run.Driver.State), new Ledger(ledger));
        (ledger["electrolyte"] + ledger["films"]).ShouldBe(6 * AgeingCell.Amount * 60e-6 - side / Faraday, 1e-12);
        ledger["electrolyte"].ShouldBeLessThan(6 * AgeingCell.Amount * 60e-6);
    }

    [Fact]
    public void It_costs_capacity_by_its_film_and_nothing_without_a_rate()
    {
        OxidationCoefficients oxidation = AgeingCell.Oxidation with { FilmElectrons = 1e-12, FilmIons = 2e-8 };
        double[] Discharges(OxidationCoefficients? of)
        {
            CellCoefficients cell = AgeingCell.With(of ?? oxidation);
            if (of is null) cell = HalfCell.Coefficients();
            List<double> charges = AgeingCell.Run(cell, AgeingCell.Cycles(4, 15)).Charges;
            return [.. Enumerable.Range(0, 4).Select(cycle => charges[2 * cycle] - charges[2 * cycle + 1])];
        }

        double[] aged = Discharges(oxidation), off = Discharges(oxidation with { First = oxidation.First with { Current = 0 } }), without = Discharges(null);
        for (int cycle = 0; cycle < 4; cycle++) off[cycle].ShouldBe(without[cycle], 2e-4 * without[cycle]);
        aged[3].ShouldBeLessThan(0.998 * aged[0]);
        aged[0].ShouldBeLessThan(without[0]);
    }

    private sealed class Ledger(Dictionary<string, double> entries) : ILedger
    {
        public void Add(string entry, double amount) => entries[entry] = entries.GetValueOrDefault(entry) + amount;
    }
}
