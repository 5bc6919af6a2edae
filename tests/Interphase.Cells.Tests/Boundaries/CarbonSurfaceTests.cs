using Interphase.Numerics;

namespace Interphase.Cells.Tests;

/// <summary>Inventories on carbon against what can be solved by hand. docs/physics.md (148) to (151).</summary>
public sealed class CarbonSurfaceTests
{
    private const double Area = 1e6, Thermal = PhysicalConstants.GasConstant * 298.15 / PhysicalConstants.Faraday;

    private static CarbonSurfaceCoefficients Surface { get; } =
        new(2e-6, 1e-4, 4.0, 1, ThermalLaw.None, 0, 1e-6, 1e-4, 3.4, 4, ThermalLaw.None, 0.5, 0, 1e-7, Area, double.PositiveInfinity, double.PositiveInfinity);

    // At a held potential each decays by itself, and its charge is its inventory.
    [Fact]
    public void Both_are_used_once()
    {
        const double potential = 3.7;
        double groups = 1e-4 * Math.Exp(0.5 * (potential - 4.0) / Thermal), nitride = 1e-4 * Math.Exp(0.5 * (potential - 3.4) / Thermal);
        foreach (double time in (double[])[30, 1e3, 1e6, 1e8])
        {
            AgeingCell run = AgeingCell.Run(AgeingCell.CarbonAlone(Surface, Area), AgeingCell.Hold(potential, time), 1e-7);
            Real[] part = run.Part();
            part[0].Value.ShouldBe(2e-6 * Area * (1 - Math.Exp(-groups * time)), 5e-4 * 2e-6 * Area);
            part[3].Value.ShouldBe(4 * 1e-6 * Area * (1 - Math.Exp(-nitride * time)), 5e-4 * 4e-6 * Area);
        }
    }

    // A sweep of the potential at v: the current peaks where alpha F v/(R T) = k exp(alpha F (E - E0)/(R T)).
    [Fact]
    public void A_nitride_shows_a_peak_where_theory_puts_it()
    {
        CarbonSurfaceCoefficients nitride = Surface with { Groups = 0 };
        const double speed = 1e-4;
        double peak = 3.4 + 2 * Thermal * Math.Log(0.5 * speed / Thermal / 1e-4), most = 0, at = 0;
        // Integrated by hand, as a chain of short holds would: m' = -k e^x m.
        double left = 1;
        for (double potential = 2.5; potential < 4; potential += 1e-5)
        {
            double rate = 1e-4 * Math.Exp(0.5 * (potential - 3.4) / Thermal);
            left *= Math.Exp(-rate * 1e-5 / speed);
            if (rate * left > most) (most, at) = (rate * left, potential);
        }
        at.ShouldBe(peak, 1e-3);
        AgeingCell before = AgeingCell.Run(AgeingCell.CarbonAlone(nitride, Area), AgeingCell.Hold(peak - 0.3, 1e4), 1e-6), after = AgeingCell.Run(AgeingCell.CarbonAlone(nitride, Area), AgeingCell.Hold(peak + 0.2, 1e4), 1e-6);
        (before.Part()[3].Value / (4e-6 * Area)).ShouldBeLessThan(0.1);
        (after.Part()[3].Value / (4e-6 * Area)).ShouldBeGreaterThan(0.99);
    }

    // How much there is decides: of groups, and of the carbon that carries them.
    [Fact]
    public void What_sulfite_can_block_goes_with_the_groups_and_the_carbon()
    {
        static (double Blocks, CarbonSurfaceCoefficients Surface) Of(params string[] overrides)
        {
            CellReading reading = CellReader.Read(Path.Combine(Scratch.Examples, "gao2025-npc.yaml"), overrides);
            var problems = new Descriptions.Problems();
            CarbonSurfaceCoefficients surface = ((CompositeCoefficients)CellSimulator.Prepare(reading, problems)!.Coefficients.Cathode).Boundaries.OfType<CarbonSurfaceCoefficients>().Single();
            problems.ShouldBeEmpty();
            return (surface.Blocking * surface.Groups, surface);
        }

        (double whole, CarbonSurfaceCoefficients all) = Of();
        whole.ShouldBe(2650e-4 / 1e-5 * 1.02e-5 * all.CarbonArea / 4.739e5, 1e-3 * whole);
        Of("cathode.carbonSurface.hydroxyl=1.02e-6 mol/m2").Blocks.ShouldBe(0.1 * whole, 1e-9 * whole);
        Of("cathode.carbon.betArea=5.359 m2/g").Blocks.ShouldBe(0.1 * whole, 1e-9 * whole);
    }

    [Fact]
    public void Sulfite_blocks_contacts_and_the_nitride_s_product_takes_sulfur_out_of_the_film()
    {
        OxidationCoefficients oxidation = AgeingCell.Oxidation with { ContactResistivity = 1e6 };
        CellCoefficients With(CarbonSurfaceCoefficients surface) => AgeingCell.Of(surface, oxidation) is var cell ? cell with { Cathode = (CompositeCoefficients)cell.Cathode with { CarbonArea = Area } } : cell;
        double Blocked(CarbonSurfaceCoefficients surface, out AgeingCell run)
        {
            run = AgeingCell.Run(With(surface), AgeingCell.Cycles(2, 15));
            run.Cathode.Recall(run.Model.CathodePart(run.Driver.State));
            return run.Cathode.Grown(0);
        }

        CarbonSurfaceCoefficients none = Surface with { Groups = 0, Nitride = 0 };
        double sulfite = Blocked(none with { Groups = 2e-6, GroupRate = 1e-2, Blocking = 1e3 }, out AgeingCell blocked), converted = Blocked(none with { Nitride = 1e-7, NitrideRate = 1, Converted = 0.65 }, out AgeingCell took);
        // What stands there is what the film of this run would put there alone, and the sulfite.
        double own = 1e6 * 1.4e-4 / 2 * blocked.Part(1)[2 * blocked.Cathode.Points].Value / Area;
        sulfite.ShouldBe(own + 1e3 * blocked.Part()[0].Value / Area, 1e-3 * sulfite);
        (1e3 * blocked.Part()[0].Value / Area).ShouldBeGreaterThan(0.02 * sulfite);
        double thick = 1e6 * 1.4e-4 / 2 * took.Part(1)[2 * took.Cathode.Points].Value / Area;
        double covered = 1 - Math.Exp(-took.Part()[took.Cathode.Points].Value / (Surface.NitrideElectrons * Area * Surface.Layer));
        covered.ShouldBeInRange(0.3, 0.7);
        converted.ShouldBe((1 - 0.65 * covered) * thick, 1e-3 * thick);
        AgeingCell before = AgeingCell.Run(With(Surface), AgeingCell.Hold(3.7, 1e-9));
        took.Lithium().ShouldBe(before.Lithium(), 1e-11 * Math.Abs(before.Lithium()));
    }
}
