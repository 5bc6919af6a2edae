using System.Collections.Concurrent;
using System.Globalization;

namespace Interphase.Cells.Tests;

/// <summary>Whatever mechanisms are drawn together, a cell ages to its end, its lithium is kept, and its losses are told.</summary>
public sealed class CombinationTests
{
    /// <summary>Names the number of cells; a sample without it.</summary>
    private const string Variable = "INTERPHASE_RANDOM_COMBINATIONS";

    private static int Count => int.TryParse(Environment.GetEnvironmentVariable(Variable), NumberStyles.None, CultureInfo.InvariantCulture, out int asked) ? asked : 10;

    [Fact]
    public void They_run_and_keep_their_books()
    {
        var faults = new ConcurrentQueue<string>();
        Parallel.For(0, Count, new ParallelOptions { MaxDegreeOfParallelism = 2 }, seed =>
        {
            (CellCoefficients cell, string what) = Drawn(seed);
            var collector = new RunCollector("aged");
            RunEnd end = CellSimulator.Of(cell, pressure: 20e6).Run(AgeingCell.Cycles(6, 15, 3, 4.2), collector, new RunOptions { Cycles = [1, 6] });
            collector.Complete();
            // A cell may come to its end; it may not fail.
            if (end.Exit is not (ExitKind.Completed or ExitKind.PhysicalStop or ExitKind.LimitAtStart)) faults.Enqueue($"{seed} ({what}): {end.Exit}, {end.Detail}");
            else if (!(Math.Abs(collector.Ledger!.Error) < 1e-11)) faults.Enqueue($"{seed} ({what}): the ledger is off by {collector.Ledger.Error:e1} mol/m2");
            foreach (CapacityLoss loss in collector.Losses)
                if (!double.IsFinite(loss.Gap) || loss.Parts.Any(part => !double.IsFinite(part.Charge))) faults.Enqueue($"{seed} ({what}): a loss that is no number");
        });
        faults.ShouldBeEmpty();
    }

    private static (CellCoefficients Cell, string What) Drawn(int seed)
    {
        var random = new Random(seed);
        double Decades(double low, double high) => Math.Exp(Math.Log(low) + (Math.Log(high) - Math.Log(low)) * random.NextDouble());
        bool Heads() => random.Next(2) == 0;
        Descriptions.Curve volume = HalfCell.Tabulate("1 + 0.03*(y - 1)");
        var boundaries = new List<BoundaryCoefficients>();
        if (Heads()) boundaries.Add(new ContactCoefficients(volume, 0.95, 2.5e-6, Decades(1e-9, 3e-8), 15.7e9, 19e6, 380e6, 20e6, 0.5, Decades(1e-3, 1)) { Isolation = Heads() ? Decades(1e-3, 1) : 0, IsolatedShare = 0.5, Healing = Heads() ? 3e-9 : 0, HealingPotential = 3.2, HealingRate = 1e-3 });
        if (Heads()) boundaries.Add(new CrackCoefficients(CrackTarget.Active, volume, Decades(1e-11, 1e-7) * Math.Pow(0.1e6, -3), 3, 150e9, 1.12, 0, Heads() ? 0.4e6 : double.PositiveInfinity, 10, 20e-9, 2.5e-6, Heads() ? 0 : 3, 0, 0));
        if (Heads()) boundaries.Add(new CrackCoefficients(CrackTarget.Electrolyte, volume, Decades(1e-10, 1e-7) * Math.Pow(0.01e6, -3), 3, 15.7e9, 1.12, 0, double.PositiveInfinity, 10, 20e-9, 2.5e-6, 0, 0, 0.5));
        if (Heads()) boundaries.Add(new LatticeOxygenCoefficients(Decades(1e-14, 1e-11), ThermalLaw.None, 0.6, Decades(1e-8, 1e-4), 1e-6, 24000, 3e5, Heads() ? 1e-2 : 0, 1e-4, 3.7, 1e5, 4e4));
        if (Heads()) boundaries.Add(new SurfaceStateCoefficients(Decades(1e-3, 0.1), 0.6, 1e-3, 3e-4, ThermalLaw.None));
        if (Heads()) boundaries.Add(new CarbonSurfaceCoefficients(2e-6, Decades(1e-8, 1e-3), 4, 1, ThermalLaw.None, Decades(1, 1e4), 1e-7, 1e-3, 3.4, 4, ThermalLaw.None, 0.5, 0.65, 1e-7, 1e6, 1e5, 1e5));
        if (Heads()) boundaries.Add(AgeingCell.Oxidation with { First = AgeingCell.Oxidation.First with { Current = Decades(1e-7, 1e-3) }, Second = new OxidationStep(Decades(1e-7, 1e-3), 2.5, 3, 0), FilmElectrons = Decades(1e-14, 1e-10), FilmIons = Decades(1e-8, 1e-5), SupplyExponent = 3.7, LineArea = 1e5, OnLine = 15, ContactResistivity = Decades(1e4, 1e7), ReservoirDepth = Heads() ? 5e-9 : double.PositiveInfinity });
        CellCoefficients cell = AgeingCell.Of([.. boundaries]);
        return (cell with
        {
            Cathode = (CompositeCoefficients)cell.Cathode with
            {
                CarbonArea = 1e6,
                Redox = Heads() ? new RedoxCoefficients(2.9, 5, 5e-5, 0.5, false, double.NaN) : null,
                Coating = Heads() ? new CoatingCoefficients([new BoundaryPart(0.7, Decades(1e-4, 1e-1), false), new BoundaryPart(0.3, 0, true)], 0.3, 1) : null,
                DoubleLayer = Heads() ? 0.1 : 0,
            },
            Anode = Heads() ? new FoilCoefficients(0, 50, ThermalLaw.None, 0.5, 0, 0, 0, double.PositiveInfinity) { Reduction = new ReductionCoefficients(Decades(1e-6, 1e-2), ThermalLaw.None, 0.5, 0.11, 8, 1.4e-4, 1e-9, 1e-5) } : cell.Anode,
            Separator = Heads() ? [.. cell.Separator.Select(layer => layer with { InterfaceGrowth = 1e-6 })] : cell.Separator,
        }, string.Join(", ", boundaries.Select(each => each.GetType().Name.Replace("Coefficients", "", StringComparison.Ordinal))));
    }
}
