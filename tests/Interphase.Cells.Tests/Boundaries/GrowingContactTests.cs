namespace Interphase.Cells.Tests;

/// <summary>A contact of the separator that resists more by the root of time. docs/physics.md (162).</summary>
public sealed class GrowingContactTests
{
    private static CellCoefficients Cell(double growth)
    {
        CellCoefficients cell = AgeingCell.Of();
        return cell with { Separator = [.. cell.Separator.Select(layer => layer with { InterfaceGrowth = growth })] };
    }

    [Fact]
    public void It_grows_by_the_root_of_time_and_shows_in_the_voltage_and_the_impedance()
    {
        const double growth = 44e-4 / 60;
        CellCoefficients cell = Cell(growth);
        foreach (double time in (double[])[3600, 4e5])
        {
            AgeingCell run = AgeingCell.Run(cell, AgeingCell.Hold(3.9, time), 1e-6), without = AgeingCell.Run(Cell(0), AgeingCell.Hold(3.9, time), 1e-6);
            double[] separators = [.. new[] { run, without }.Select(each => Spectrum(each))];
            (separators[0] - separators[1]).ShouldBe(cell.Separator.Length * growth * Math.Sqrt(time), 1e-5 * growth * Math.Sqrt(time));
        }

        static double Spectrum(AgeingCell run)
        {
            var impedance = new CellImpedance(run.Model);
            impedance.Linearise(run.Driver.State);
            return impedance.At(1e9).Total.Real;
        }
    }

    [Fact]
    public void What_it_costs_stands_under_its_name()
    {
        var collector = new RunCollector("aged");
        CellSimulator.Of(Cell(4e-4 / 60)).Run(AgeingCell.Cycles(5, 15, 3, 4.1), collector, new RunOptions { Cycles = [1, 5] }).Exit.ShouldBe(ExitKind.Completed);
        CapacityLoss loss = collector.Losses[^1];
        double lost = loss.Fresh - loss.Capacity;
        lost.ShouldBeGreaterThan(0);
        loss.Parts.Single(part => part.Cause == "separator contacts").Charge.ShouldBeGreaterThan(0.3 * lost);
        Math.Abs(loss.Gap).ShouldBeLessThan(Math.Max(1e-2 * lost, 1e-4 * loss.Fresh));
    }
}
