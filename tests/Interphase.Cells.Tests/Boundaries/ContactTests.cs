using Interphase.Numerics;

namespace Interphase.Cells.Tests;

/// <summary>Contact that opens against what can be solved by hand. docs/physics.md (130) to (133).</summary>
public sealed class ContactTests
{
    private static ContactCoefficients Contact { get; } = new(HalfCell.Tabulate("1 + 0.03*(y - 1)"), 0.95, 2.5e-6, 5e-9, 15.7e9, 0.05 * 380e6, 380e6, 50e6, 0.5, 0.2);

    private static CellCoefficients Cell(ContactCoefficients? contact)
    {
        CellCoefficients cell = HalfCell.Coefficients();
        return cell with { Cathode = (CompositeCoefficients)cell.Cathode with { Boundaries = contact is null ? [] : [contact], InitialContent = 0.95 } };
    }

    // Each charge opens the gap from nothing to far: what is not held decays by exp(-decay (1 - exp(-g/lambda))) a cycle.
    [Fact]
    public void What_the_pressure_does_not_hold_decays_exponentially_with_cycles()
    {
        double held = Math.Sqrt(50.0 / 380);
        foreach (int cycles in (int[])[1, 4, 12])
        {
            AgeingCell run = AgeingCell.Run(Cell(Contact), AgeingCell.Cycles(cycles, 3, 3, 4.1), 3e-6);
            AgeingCell charged = AgeingCell.Run(Cell(Contact), new Protocol([AgeingCell.Cycles(1, 3, 3, 4.1).Items.OfType<ProtocolRepeat>().Single().Items[0]]), 3e-6);
            double content = charged.Cathode.Content(charged.Model.CathodePart(charged.Driver.State)).Value;
            double gap = 2.5e-6 * (1 - Math.Cbrt((1 + 0.03 * (content - 1)) / (1 + 0.03 * (0.95 - 1))) - (50e6 + 19e6) / 15.7e9);
            gap.ShouldBeInRange(1e-9, 2e-8);
            // The end of a charge differs a little from cycle to cycle as contact is lost.
            double left = held + (1 - held) * Math.Exp(-0.2 * cycles * (1 - Math.Exp(-gap / 5e-9)));
            foreach (Real state in run.Part()) state.Value.ShouldBe(left, 5e-3 * (1 - left));
        }
    }

    [Fact]
    public void Pressure_holds_contact_and_without_a_decay_nothing_is_lost()
    {
        double Lost(ContactCoefficients contact)
        {
            List<double> charges = AgeingCell.Run(Cell(contact), AgeingCell.Cycles(6, 30)).Charges;
            return charges[2] - charges[3] - (charges[10] - charges[11]);
        }

        double much = Lost(Contact), less = Lost(Contact with { Stack = 60e6 }), none = Lost(Contact with { Decay = 0 });
        Math.Abs(none).ShouldBeLessThan(0.02 * much);
        less.ShouldBeInRange(0.05 * much, 0.95 * much);
    }

    [Fact]
    public void Lithium_is_conserved_while_contact_goes()
    {
        AgeingCell before = AgeingCell.Run(Cell(Contact), AgeingCell.Hold(3.9, 1e-9)), run = AgeingCell.Run(Cell(Contact), AgeingCell.Cycles(5, 15));
        run.Lithium().ShouldBe(before.Lithium(), 1e-11 * Math.Abs(before.Lithium()));
    }

    [Fact]
    public void A_step_of_the_pressure_reaches_the_contact()
    {
        ContactCoefficients free = Contact with { Decay = 3 };
        Protocol Then(double pressure) => new([new ProtocolStep(new Descriptions.Place("x", 1, 1), "pressure", new PressureControl(pressure), []), .. AgeingCell.Cycles(3, 15).Items]);
        double[] left = [.. new[] { 5e6, 380e6 }.Select(pressure => AgeingCell.Run(Cell(free), Then(pressure)).Part()[0].Value)];
        left[1].ShouldBe(1, 1e-12);
        left[0].ShouldBeLessThan(0.5);
    }
}
