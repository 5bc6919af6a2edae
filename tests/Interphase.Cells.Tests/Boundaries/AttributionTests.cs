namespace Interphase.Cells.Tests;

/// <summary>What took the capacity. docs/physics.md (128), (129).</summary>
public sealed class AttributionTests
{
    private static readonly OxidationCoefficients Film = AgeingCell.Oxidation with { FilmElectrons = 1e-12, FilmIons = 4e-7 };
    private static readonly ContactCoefficients Contact = new(HalfCell.Tabulate("1 + 0.03*(y - 1)"), 0.95, 2.5e-6, 5e-9, 15.7e9, 0.05 * 380e6, 380e6, 50e6, 0.5, 0.2);

    private static CapacityLoss Loss(OxidationCoefficients? oxidation, ContactCoefficients? contact, out double last)
    {
        CellCoefficients cell = HalfCell.Coefficients();
        cell = cell with { Cathode = (CompositeCoefficients)cell.Cathode with { Boundaries = [.. ((BoundaryCoefficients?[])[contact, oxidation]).OfType<BoundaryCoefficients>()], InitialContent = 0.95 } };
        var told = new RunCollector("a cell");
        CellSimulator.Of(cell).Run(AgeingCell.Cycles(8, 30), told, new RunOptions { Cycles = [2, 8] });
        double[] discharges = [.. told.Steps.Where(step => step.Charge < 0).Select(step => -step.Charge)];
        last = discharges[7];
        told.Ledger!.Error.ShouldBe(0, 1e-12);
        return told.Losses.Single(loss => loss.Cycle == 8);
    }

    private static double Part(CapacityLoss loss, string cause) => loss.Parts.Where(part => part.Cause == cause).Sum(part => part.Charge);

    [Fact]
    public void Each_cause_alone_has_the_whole_loss_and_what_is_off_has_none()
    {
        CapacityLoss film = Loss(Film, null, out double lastOfFilm), contact = Loss(null, Contact, out double lastOfContact);
        foreach ((CapacityLoss loss, string cause, double last) in ((CapacityLoss, string, double)[])[(film, "cathode films", lastOfFilm), (contact, "cathode contact", lastOfContact)])
        {
            loss.Parts.Select(part => part.Cause).ShouldBe(["lithium inventory", cause]);
            // With its boundaries held as the cycle found them it gives nearly what it gave while they went on.
            loss.Capacity.ShouldBe(last, 0.01 * last);
            double lost = loss.Fresh - loss.Capacity;
            lost.ShouldBeGreaterThan(0.002 * loss.Fresh);
            // Where lithium stood at the start of the cycle matters little to where a charge ends.
            Part(loss, cause).ShouldBe(lost, 0.03 * lost);
        }
    }

    [Fact]
    public void Parts_close_the_loss_of_both_together()
    {
        CapacityLoss both = Loss(Film, Contact, out double last);
        both.Capacity.ShouldBe(last, 0.02 * last);
        double lost = both.Fresh - both.Capacity;
        both.Gap.ShouldBe(0, Math.Max(1e-3 * lost, 1e-5 * both.Fresh));
        Part(both, "cathode films").ShouldBeGreaterThan(0.05 * lost);
        Part(both, "cathode contact").ShouldBeGreaterThan(0.05 * lost);
    }
}
