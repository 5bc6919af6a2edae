namespace Interphase.Reports.Tests;

public class LossTests
{
    [Fact]
    public void Bands_run_from_the_equilibrium_voltage_to_exactly_the_terminal_voltage()
    {
        var losses = Samples.Losses(
            new LossPart("a", [-0.1, -0.11, -0.13, -0.17, -0.3]), new LossPart("b", [-0.01, 0.02, 0.03, -0.02, -0.01]), new LossPart("c", Samples.Five(0.05)), new LossPart("thin", Samples.Five(-3e-4)));
        var stack = new LossStack(losses);
        stack.Direction.ShouldBe(-1);
        stack.Bands[0].Start.ShouldBe(losses.Equilibrium);
        stack.Bands[^1].End.ShouldBe(losses.Voltage);
        for (var band = 1; band < stack.Bands.Count; band++)
            stack.Bands[band].Start.ShouldBe(stack.Bands[band - 1].End);
    }

    [Fact]
    public void A_band_is_as_thick_as_its_part()
    {
        double[] part = [-0.1, -0.11, -0.13, -0.17, -0.3];
        var stack = new LossStack(Samples.Losses(new LossPart("a", part), new LossPart("b", Samples.Five(-0.05))));
        stack.Bands.Select(band => band.Name).ShouldBe(["a", "b"]);
        for (var index = 0; index < part.Length; index++)
            (stack.Bands[0].End[index] - stack.Bands[0].Start[index]).ShouldBe(part[index], 1e-12);
    }

    [Fact]
    public void A_part_against_the_others_takes_back_what_it_covers()
    {
        var stack = new LossStack(Samples.Losses(new LossPart("loss", Samples.Five(-0.2)), new LossPart("gain", Samples.Five(0.05))));
        stack.Bands.Select(band => (band.Name, band.IsAgainst)).ShouldBe([("loss", false), ("gain", true)]);
        stack.Bands[1].Start[0].ShouldBe(3.8, 1e-12);
        stack.Bands[1].End[0].ShouldBe(3.85, 1e-12);
        stack.GivesBack.ShouldBeTrue();
    }

    [Fact]
    public void A_charge_is_stacked_upwards()
    {
        var stack = new LossStack(Samples.Losses(new LossPart("a", Samples.Five(0.2)), new LossPart("b", Samples.Five(0.05))));
        stack.Direction.ShouldBe(1);
        stack.Bands.ShouldAllBe(band => !band.IsAgainst);
        stack.Bands[^1].End[0].ShouldBe(4.25, 1e-12);
    }

    [Fact]
    public void What_the_parts_leave_open_is_shown_as_such()
    {
        var losses = new LossBands("step", [0, 1], [0, 1e-3], [4, 3.9], [3.8, 3.7], [new("a", [-0.15, -0.15])]);
        new LossStack(losses).Bands.Select(band => band.Name).ShouldBe(["a", "not accounted for"]);
        LossShares.Of(losses).Select(share => (share.Name, Math.Round(share.Mean, 12))).ShouldBe([("a", -0.15), ("not accounted for", -0.05)]);
    }

    [Fact]
    public void Thin_parts_are_counted_and_not_named()
    {
        var stack = new LossStack(Samples.Losses(new LossPart("a", Samples.Five(-0.2)), new LossPart("b", Samples.Five(-1e-4)), new LossPart("c", Samples.Five(2e-4))));
        stack.Small.ShouldBe(["b", "c"]);
        stack.LargestSmall.ShouldBe(2e-4);
        stack.Bands.Select(band => band.Name).ShouldBe(["a", ""]);
    }

    [Fact]
    public void A_step_without_charge_is_drawn_over_time()
    {
        var losses = new LossBands("rest", [100, 160], [0, 0], [3.9, 3.9], [3.8, 3.89], [new("relaxation", [-0.1, -0.01])]);
        var stack = new LossStack(losses);
        stack.IsOverTime.ShouldBeTrue();
        stack.X.ShouldBe([0, 60]);
    }
}
