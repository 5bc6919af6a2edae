namespace Interphase.Cells.Tests;

/// <summary>Every mechanism's loss stands under its own name, and what is off has none. docs/physics.md (128), (129).</summary>
public sealed class CauseTests
{
    private static ContactCoefficients Contact { get; } = new(HalfCell.Tabulate("1 + 0.03*(y - 1)"), 0.95, 2.5e-6, 5e-9, 15.7e9, 0.05 * 380e6, 380e6, 50e6, 0.5, 0.05) { Isolation = 0.1, IsolatedShare = 0.5 };

    private static LatticeOxygenCoefficients Oxygen { get; } = new(3e-12, ThermalLaw.None, 0.6, 1e-5, 1e-6, 24000, 3e5, 0, 0, 3.7, double.PositiveInfinity, 4e4);

    private static CrackCoefficients Cracks { get; } = new(CrackTarget.Active, HalfCell.Tabulate("1 + 0.03*(y - 1)"), 5e-9 * Math.Pow(0.1e6, -3), 3, 150e9, 1.12, 0, 0.6e6, 10, 20e-9, 2.5e-6, 5, 0, 0);

    private static (Dictionary<string, double> Parts, CapacityLoss Loss, LithiumLedger Ledger) Lost(int cycles, params BoundaryCoefficients[] boundaries)
    {
        CellCoefficients cell = AgeingCell.Of([.. boundaries]) with { Anode = new FoilCoefficients(0, 50, ThermalLaw.None, 0.5, 0, 0, 0, double.PositiveInfinity) { Reduction = new ReductionCoefficients(1e-4, ThermalLaw.None, 0.5, 0.11, 8, 1.4e-4, 1e-9, 1e-6) } };
        var collector = new RunCollector("aged");
        CellSimulator.Of(cell, pressure: 50e6).At(new Resolution(HalfCell.Mesh(3, 2, 16, ParticleMeshKind.Shells), 3e-5)).Run(AgeingCell.Cycles(cycles, 15, 3, 4.1), collector, new RunOptions { Cycles = [1, cycles] }).Exit.ShouldBe(ExitKind.Completed);
        CapacityLoss loss = collector.Losses[^1];
        return (loss.Parts.ToDictionary(part => part.Cause, part => part.Charge), loss, collector.Ledger!);
    }

    [Fact]
    public void All_of_them_add_up_to_the_loss()
    {
        (Dictionary<string, double> parts, CapacityLoss loss, LithiumLedger ledger) = Lost(6, Contact, Cracks, Oxygen);
        foreach (string cause in (string[])["lithium inventory", "anode films", "cathode contact", "cathode isolation", "cathode cracks", "cathode broken particles", "cathode active volume", "cathode shells", "cathode ionic path"])
            parts.ShouldContainKey(cause);
        double lost = loss.Fresh - loss.Capacity;
        lost.ShouldBeGreaterThan(0.005 * loss.Fresh);
        Math.Abs(lost - parts.Values.Sum()).ShouldBeLessThan(Math.Max(1e-3 * lost, 1e-5 * loss.Fresh));
        foreach (string cause in (string[])["cathode isolation", "cathode active volume", "cathode shells", "anode films"]) parts[cause].ShouldBeGreaterThan(0);
        ledger.End.Select(entry => entry.Name).ShouldContain("cathode.isolated");
        ledger.End.Select(entry => entry.Name).ShouldContain("cathode.shells");
        ledger.End.Select(entry => entry.Name).ShouldContain("anode.films");
        Math.Abs(ledger.Error).ShouldBeLessThan(1e-12);
    }

    [Fact]
    public void What_is_off_costs_nothing()
    {
        (Dictionary<string, double> parts, _, _) = Lost(3, Contact with { Isolation = 0 }, Cracks with { Coefficient = 0, Toughness = double.PositiveInfinity }, Oxygen with { Rate = 0 });
        foreach (string cause in (string[])["cathode isolation", "cathode cracks", "cathode broken particles", "cathode active volume", "cathode shells", "cathode ionic path"])
            parts.GetValueOrDefault(cause).ShouldBe(0);
        parts["cathode contact"].ShouldBeGreaterThan(0);
    }
}
