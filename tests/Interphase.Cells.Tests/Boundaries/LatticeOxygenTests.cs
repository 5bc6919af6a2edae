namespace Interphase.Cells.Tests;

/// <summary>Oxygen from an oxide and the states of its surface against what can be solved by hand. docs/physics.md (143) to (147).</summary>
public sealed class LatticeOxygenTests
{
    private const double Rate = 1e-13;

    private static LatticeOxygenCoefficients Oxygen { get; } = new(Rate, ThermalLaw.None, 0.6, double.PositiveInfinity, 2e-6, 24000, 3e5, 0, 0, 0, double.PositiveInfinity, 4e4);

    // At rest after a charge the content stays: the shell grows in proportion to time and to what is short.
    private static (AgeingCell Early, AgeingCell Late, double Content) Rested(BoundaryCoefficients boundary, double time)
    {
        ProtocolItem charge = AgeingCell.Cycles(1, 3, 3, 4.1).Items.OfType<ProtocolRepeat>().Single().Items[0];
        ProtocolStep Rest(double seconds) => new(new Descriptions.Place("x", 1, 1), "rest", new CurrentControl(0), [new StepLimit(StepVariable.StepTime, seconds, LimitSide.Above, "time")]);
        AgeingCell early = AgeingCell.Run(AgeingCell.Of(boundary), new Protocol([charge, Rest(2e4)]), 1e-6), late = AgeingCell.Run(AgeingCell.Of(boundary), new Protocol([charge, Rest(2e4 + time)]), 1e-6);
        return (early, late, late.Cathode.Content(late.Model.CathodePart(late.Driver.State)).Value);
    }

    [Fact]
    public void A_shell_grows_by_what_is_short_of_lithium()
    {
        (AgeingCell early, AgeingCell late, double content) = Rested(Oxygen, 1e5);
        content.ShouldBeLessThan(0.55);
        double grown = late.Part()[0].Value - early.Part()[0].Value, expected = Rate * (0.6 - content) * 1e5;
        grown.ShouldBe(expected, 2e-3 * expected);
    }

    // (145): with what is short constant, what is bound comes to rest and the shell grows by what is left.
    [Fact]
    public void Binding_leaves_the_shell_what_it_does_not_hold()
    {
        LatticeOxygenCoefficients binds = Oxygen with { Binding = 1e-2, Unbinding = 1e-4 };
        (AgeingCell early, AgeingCell late, double content) = Rested(binds, 1e5);
        double bind = 1e-2 * (0.6 - content), bound = bind / (bind + 1e-4), grown = late.Part()[0].Value - early.Part()[0].Value, expected = Rate * (0.6 - content) * (1 - bound) * 1e5;
        late.Part()[3].Value.ShouldBe(bound, 1e-3);
        grown.ShouldBe(expected, 0.02 * expected);
    }

    [Fact]
    public void A_shell_takes_its_volume_keeps_its_lithium_and_uses_electrolyte()
    {
        LatticeOxygenCoefficients fast = Oxygen with { Rate = 1e-11 };
        AgeingCell before = AgeingCell.Run(AgeingCell.Of(fast), AgeingCell.Hold(3.7, 1e-9)), run = AgeingCell.Run(AgeingCell.Of(fast), AgeingCell.Cycles(4, 6, 3, 4.1), 1e-5);
        double shell = run.Part()[0].Value;
        shell.ShouldBeInRange(5e-9, 5e-7);
        run.Lithium().ShouldBe(before.Lithium(), 1e-12 * Math.Abs(before.Lithium()));
        Dictionary<string, double> ledger = run.Ledger();
        ledger["shells"].ShouldBeGreaterThan(0);
        double used = 24000 * 60e-6 * (1 - Math.Exp(-2e-6 * 3e5 * shell));
        ledger["films"].ShouldBe(used, 0.02 * used);
        ledger["electrolyte"].ShouldBe(-ledger["films"], 1e-15);
        // Discharges are shorter by the volume that is lost, less what they lose anyway.
        double first = run.Charges[0] - run.Charges[1], last = run.Charges[6] - run.Charges[7];
        Assert.True(last < first);
        double one = AgeingCell.Run(AgeingCell.Of(fast), AgeingCell.Cycles(1, 6, 3, 4.1), 1e-5).Part()[0].Value;
        (last / first).ShouldBe(Math.Pow(1 - shell / 2.5e-6, 3) / Math.Pow(1 - one / 2.5e-6, 3), 5e-3);
    }

    [Fact]
    public void Its_resistance_stands_in_series()
    {
        (AgeingCell _, AgeingCell late, double _) = Rested(Oxygen with { Rate = 1e-11, ShellIons = 1e-9 }, 1e3);
        late.Cathode.Recall(late.Model.CathodePart(late.Driver.State));
        late.Cathode.Grown(0).ShouldBe(late.Part()[0].Value / 1e-9, 1e-9 * late.Cathode.Grown(0));
    }

    // (147) at rest: dc/dt = k s (1 - c) - g c.
    [Fact]
    public void A_state_of_the_surface_comes_and_goes()
    {
        var state = new SurfaceStateCoefficients(0.1, 0.6, 2e-3, 3e-4, ThermalLaw.None);
        (AgeingCell _, AgeingCell late, double content) = Rested(state, 1e5);
        double comes = 2e-3 * (0.6 - content), rest = comes / (comes + 3e-4);
        late.Part()[0].Value.ShouldBe(rest, 2e-3 * rest);
        AgeingCell discharged = AgeingCell.Run(AgeingCell.Of(state), AgeingCell.Cycles(1, 3, 3, 4.1), 1e-6);
        discharged.Part()[0].Value.ShouldBeLessThan(0.2 * rest);
    }
}
