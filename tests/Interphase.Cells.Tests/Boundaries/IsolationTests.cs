using Interphase.Numerics;

namespace Interphase.Cells.Tests;

/// <summary>Particles that come off, and product that fills gaps, against what can be solved by hand. docs/physics.md (134) to (137).</summary>
public sealed class IsolationTests
{
    private static ContactCoefficients Contact { get; } = new(HalfCell.Tabulate("1 + 0.03*(y - 1)"), 0.95, 2.5e-6, 5e-9, 15.7e9, 0.05 * 380e6, 380e6, 50e6, 0.5, 0) { Isolation = 0.3, IsolatedShare = 0.4 };

    private static double Opened(double content) =>
        1 - Math.Exp(-2.5e-6 * (1 - Math.Cbrt((1 + 0.03 * (content - 1)) / (1 + 0.03 * (0.95 - 1))) - (50e6 + 19e6) / 15.7e9) / 5e-9);

    [Fact]
    public void Particles_come_off_exponentially_with_cycles()
    {
        AgeingCell charged = AgeingCell.Run(AgeingCell.Of(Contact), new Protocol([AgeingCell.Cycles(1, 3, 3, 4.1).Items.OfType<ProtocolRepeat>().Single().Items[0]]), 3e-6);
        double open = Opened(charged.Cathode.Content(charged.Model.CathodePart(charged.Driver.State)).Value), most = 0.4 * (1 - Math.Sqrt(50.0 / 380));
        foreach (int cycles in (int[])[1, 5])
        {
            AgeingCell run = AgeingCell.Run(AgeingCell.Of(Contact), AgeingCell.Cycles(cycles, 3, 3, 4.1), 3e-6);
            double expected = most * (1 - Math.Exp(-0.3 * cycles * open));
            Real[] part = run.Part();
            for (int k = 0; k < 3; k++) part[3 + k].Value.ShouldBe(expected, 5e-3 * expected);
        }
    }

    // What takes no part any more stores nothing, and keeps the lithium that it had.
    [Fact]
    public void They_take_their_share_of_the_capacity_and_keep_their_lithium()
    {
        AgeingCell before = AgeingCell.Run(AgeingCell.Of(Contact), AgeingCell.Hold(3.7, 1e-9)), run = AgeingCell.Run(AgeingCell.Of(Contact), AgeingCell.Cycles(6, 3, 3, 4.1), 3e-6);
        double first = run.Charges[0] - run.Charges[1], last = run.Charges[10] - run.Charges[11], isolated = run.Part()[3].Value, atFirst = AgeingCell.Run(AgeingCell.Of(Contact), AgeingCell.Cycles(1, 3, 3, 4.1), 3e-6).Part()[3].Value;
        (last / first).ShouldBe((1 - isolated) / (1 - atFirst), 3e-3);
        run.Lithium().ShouldBe(before.Lithium(), 1e-12 * Math.Abs(before.Lithium()));
        Dictionary<string, double> ledger = run.Ledger();
        double capacity = ((CompositeCoefficients)AgeingCell.Of(Contact).Cathode).Capacity / PhysicalConstants.Faraday;
        // They came off while lithium left the particles: with less than they had as assembled, and with more than they had when charged.
        (ledger["isolated"] / (capacity * isolated)).ShouldBeInRange(0.3, 0.95);
    }

    [Fact]
    public void Nothing_comes_off_without_a_rate()
    {
        AgeingCell run = AgeingCell.Run(AgeingCell.Of(Contact with { Isolation = 0, Decay = 0.1 }), AgeingCell.Cycles(2, 15));
        run.Ledger().ShouldNotContainKey("isolated");
    }

    // Held below its potential until it is all there, the product fills the gap that was open.
    [Fact]
    public void A_product_of_deep_discharge_closes_a_gap()
    {
        ContactCoefficients opens = Contact with { Isolation = 0, Reference = 0.95 };
        double Touching(ContactCoefficients contact)
        {
            AgeingCell run = AgeingCell.Run(AgeingCell.Of(contact), AgeingCell.Cycles(1, 3, 3, 4.1));
            run.Cathode.Recall(run.Model.CathodePart(run.Driver.State));
            CellCoefficients charged = AgeingCell.Of(contact);
            AgeingCell at = AgeingCell.Run(charged, new Protocol([AgeingCell.Cycles(1, 3, 3, 4.1).Items.OfType<ProtocolRepeat>().Single().Items[0]]));
            at.Cathode.Recall(at.Model.CathodePart(at.Driver.State));
            return (at.Cathode.Classes[0].AreaAt(0) / at.Cathode.Classes[0].ContactArea).Value;
        }

        double without = Touching(opens), with = Touching(opens with { Healing = 2e-9, HealingPotential = 5, HealingRate = 1 }), above = Touching(opens with { Healing = 2e-9, HealingPotential = 2.3, HealingRate = 1 });
        // Two nanometres less of a gap, of five over which contact falls by e.
        with.ShouldBe(without * Math.Exp(0.4), 2e-3 * with);
        above.ShouldBe(without, 1e-4);
    }
}
