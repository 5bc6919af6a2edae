using System.Globalization;
using Interphase.Numerics;

namespace Interphase.Cells.Tests;

/// <summary>Whatever carbon is drawn, what is oxidised on it at a prescribed potential goes the way that physics says. docs/physics.md (120) to (123).</summary>
public sealed class OxidationPropertyTests
{
    /// <summary>Names the number of cells; a sample without it.</summary>
    private const string Variable = "INTERPHASE_RANDOM_BOUNDARIES";

    private const double Tolerance = 1e-6, Fold = 1.5;

    private static int Count => int.TryParse(Environment.GetEnvironmentVariable(Variable), NumberStyles.None, CultureInfo.InvariantCulture, out int asked) ? asked : 200;

    [Fact]
    public void More_is_oxidised_on_more_carbon_at_higher_potential_and_in_the_warmth() => Parallel.For(0, Count, seed =>
    {
        Draw draw = Drawn(seed);
        double all = draw.Oxidation.Amount * (draw.Oxidation.First.Electrons + draw.Oxidation.Second.Electrons);
        double here = Charge(draw);
        here.ShouldBePositive(draw.ToString());
        here.ShouldBeLessThanOrEqualTo(all, draw.ToString());
        // At the end of the supply nothing can grow.
        double room = here > 0.99 * all ? 1e-3 * all : -1e-9 * here;
        Charge(draw with { Area = Fold * draw.Area }).ShouldBeGreaterThan(here - room, $"area: {draw}");
        Charge(draw with { Potential = draw.Potential + 0.05 }).ShouldBeGreaterThan(here - room, $"potential: {draw}");
        // 0.05 beyond where a tafel line turns round, which the step back from the onset cannot undo.
        double turn = draw.Oxidation.TransferCoefficient * PhysicalConstants.Faraday * Math.Max(0, draw.Potential - draw.Oxidation.ReferencePotential);
        Draw active = draw with { Oxidation = draw.Oxidation with { Activation = ThermalLaw.None with { Energy = turn + 1e4 } } };
        Charge(active with { Temperature = 318.15 }).ShouldBeGreaterThan(Charge(active) - room, $"temperature: {draw}");
    });

    [Fact]
    public void A_film_thickens_with_potential_and_not_with_area_where_supply_has_no_end() => Parallel.For(0, Count, seed =>
    {
        Draw draw = Drawn(seed);
        draw = draw with { Oxidation = draw.Oxidation with { Amount = 1e12, Second = draw.Oxidation.Second with { Current = 0 } } };
        // As much as is not missed, and no more: the scale of the integrator's error follows the supply.
        draw = draw with { Oxidation = draw.Oxidation with { Amount = 1e4 * Charge(draw) } };
        double here = Thickness(draw);
        Thickness(draw with { Potential = draw.Potential + 0.05 }).ShouldBeGreaterThan(here, draw.ToString());
        Thickness(draw with { Area = 3 * draw.Area }).ShouldBe(here, 3e-3 * here, draw.ToString());
    });

    private static Draw Drawn(int seed)
    {
        var random = new Random(seed);
        double Between(double low, double high) => low + (high - low) * random.NextDouble();
        double Decades(double low, double high) => Math.Exp(Between(Math.Log(low), Math.Log(high)));
        double onset = Between(2, 2.8);
        OxidationCoefficients oxidation = AgeingCell.Oxidation with
        {
            First = new OxidationStep(Decades(1e-6, 1e-3), onset, Between(1, 3), Decades(1e-5, 3e-4)),
            Second = new OxidationStep(Decades(1e-7, 1e-3), Between(onset, 2.8), Between(1, 3), Decades(1e-6, 1e-4)),
            OnCarbon = Decades(0.1, 10),
            TransferCoefficient = Between(0.2, 0.8),
            FilmElectrons = random.Next(4) == 0 ? double.PositiveInfinity : Decades(1e-14, 1e-8),
        };
        return new Draw(seed, oxidation, Decades(1e4, 1e7), Between(3.3, 4.3), Decades(1e3, 1e6), 298.15);
    }

    private static double Charge(Draw draw) => PerStep(draw).Sum();

    private static double Thickness(Draw draw)
    {
        double[] passed = PerStep(draw);
        return (draw.Oxidation.First.Volume / draw.Oxidation.First.Electrons * passed[0] + draw.Oxidation.Second.Volume / draw.Oxidation.Second.Electrons * passed[1]) / draw.Area;
    }

    // mol of electrons per volume on carbon, the mean over the points, by step.
    private static double[] PerStep(Draw draw)
    {
        CellCoefficients cell = AgeingCell.CarbonAlone(draw.Oxidation, draw.Area) with { Temperature = draw.Temperature };
        AgeingCell run = AgeingCell.Run(cell, AgeingCell.Hold(draw.Potential, draw.Time), Tolerance);
        Real[] part = run.Part();
        int points = run.Cathode.Points;
        return [.. new[] { 2, 3 }.Select(state => Enumerable.Range(0, points).Sum(k => run.Cathode.Shares[k] * part[state * points + k].Value))];
    }

    private sealed record Draw(int Seed, OxidationCoefficients Oxidation, double Area, double Potential, double Time, double Temperature);
}
