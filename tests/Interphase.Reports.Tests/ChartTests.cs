using Interphase.Measurements;

namespace Interphase.Reports.Tests;

public class ChartTests
{
    [Fact]
    public void One_discharge_without_anything_else_has_voltage_slope_and_course()
    {
        double[] time = [.. Enumerable.Range(0, 100).Select(index => 36.0 * index)];
        var series = Recording.Of("run", "", (Columns.TestTime, time), (Columns.Voltage, [.. time.Select(t => 4 - (t / 3600))]), (Columns.Current, [.. time.Select(_ => -1e-3)]));
        var page = Pages.Read(Samples.Of(new ReportCell("cell", series)));
        page.Charts().ShouldBe(["Voltage against capacity", "Differential capacity", "Course of the test"]);
        page.Texts().ShouldContain("Cell voltage");
        page.Texts().ShouldContain("Current");
        page.Texts().ShouldNotContain("Cell temperature");
    }

    [Fact]
    public void Cycles_bring_capacity_efficiency_and_mean_voltage()
    {
        var charts = Pages.Read(Samples.Of(Samples.Cell(cycles: 3))).Charts();
        charts.ShouldContain("Capacity per cycle");
        charts.ShouldContain("Coulombic efficiency per cycle");
        charts.ShouldContain("Mean voltage per cycle");
        charts.ShouldNotContain("Rate capability");
    }

    [Fact]
    public void Discharges_at_different_currents_bring_the_rate_capability() =>
        Pages.Read(Samples.Of(Samples.Cell(cycles: 4))).Charts().ShouldContain("Rate capability");

    [Fact]
    public void Temperature_is_drawn_where_it_changes()
    {
        Pages.Read(Samples.Of(Samples.Cell(warming: 5))).Texts().ShouldContain("Cell temperature");
        Pages.Read(Samples.Of(Samples.Cell(warming: 0))).Texts().ShouldNotContain("Cell temperature");
    }

    [Fact]
    public void Potentials_of_the_electrodes_are_drawn_where_they_are_recorded()
    {
        var builder = new RecordingBuilder();
        for (var row = 0; row < 50; row++)
            builder.Add(new SampleRow { Time = row, Voltage = 3 + (0.01 * row), Current = 1, NetCharge = row, NetEnergy = row, CathodePotential = 3.62 + (0.01 * row), AnodePotential = 0.62 + (0.001 * row) });
        var texts = Pages.Read(Samples.Of(new ReportCell("three electrodes", builder.Build("run", "")))).Texts();
        texts.ShouldContain("Cathode potential against Li");
        texts.ShouldContain("Anode potential against Li");
    }

    [Fact]
    public void Spectra_bring_their_charts()
    {
        var page = Pages.Read(Samples.Of(Samples.Cell() with { Spectra = [Samples.Arc("fresh"), Samples.Arc("aged", 60)] }));
        page.Chart("Impedance").Legends().ShouldBe(["fresh", "aged"]);
        page.Chart("Bode").Legends().ShouldBe(["fresh", "aged"]);
        Pages.Read(Samples.Of(Samples.Cell())).Charts().ShouldNotContain("Impedance");
    }

    [Fact]
    public void Losses_bring_their_chart_and_table()
    {
        var losses = Samples.Losses(new LossPart("separator", Samples.Five(-0.2)), new LossPart("diffusion", Samples.Five(-0.1)), new LossPart("foil", Samples.Five(-1e-6)));
        var page = Pages.Read(Samples.Of(Samples.Cell() with { Losses = losses }));
        page.Chart("Where the voltage goes").Legends().ShouldBe(["equilibrium", "separator", "diffusion", "terminal voltage"]);
        page.Descendants("figcaption").ShouldContain(caption => caption.Value.Contains("1 part of at most 0.001 mV is not labelled: foil.", StringComparison.Ordinal));
        var table = page.Descendants("table").Single(table => table.Element("caption")!.Value == "Mean over the discharge of cycle 1");
        table.Descendants("tr").Select(row => string.Join('|', row.Elements().Select(cell => cell.Value))).ShouldBe(
            ["Part|Mean, mV|Largest, mV|Share of all, %", "separator|−200.00|−200.00|66.7", "diffusion|−100.00|−100.00|33.3", "foil|0.00|0.00|0.0"]);
    }

    [Fact]
    public void Several_cells_stand_in_every_legend()
    {
        var page = Pages.Read(Samples.Of(
            Samples.Cell("one", 5) with { Spectra = [Samples.Arc("x")], Losses = Samples.Losses(new LossPart("a", Samples.Five(-0.1))) },
            Samples.Cell("two", 4) with { Spectra = [Samples.Arc("y", 60)] }));
        foreach (var title in (string[])["Voltage against capacity, first cycle", "Differential capacity, first cycle", "Discharge capacity per cycle", "Coulombic efficiency per cycle", "Rate capability", "Impedance", "Bode", "Course of the test"])
            page.Chart(title).Legends().ShouldBe(["one", "two"], title);
        page.Chart("Voltage against capacity, last cycle").Legends().ShouldBe(["one, cycle 5", "two, cycle 4"]);
        page.Charts().ShouldContain("Where the voltage of one goes: discharge of cycle 1");
    }

    [Fact]
    public void Cells_with_several_spectra_have_charts_of_their_own()
    {
        var page = Pages.Read(Samples.Of(Samples.Cell("one") with { Spectra = [Samples.Arc("x"), Samples.Arc("y")] }, Samples.Cell("two") with { Spectra = [Samples.Arc("z")] }));
        page.Chart("Impedance of one").Legends().ShouldBe(["x", "y"]);
        page.Chart("Impedance of two").Legends().ShouldBe(["z"]);
    }

    [Theory]
    [InlineData(1e-5, 1e-4, "Capacity (mAh/g)")]
    [InlineData(null, 1e-4, "Capacity (mAh/cm2)")]
    [InlineData(null, null, "Capacity (mAh)")]
    public void Capacity_is_told_per_what_is_known(double? mass, double? area, string axis) =>
        Pages.Read(Samples.Of(Samples.Cell() with { ActiveMass = mass, Area = area })).Texts().ShouldContain(axis);

    [Fact]
    public void Six_cycles_at_most_are_drawn_the_first_two_and_the_last_among_them() =>
        Pages.Read(Samples.Of(Samples.Cell(cycles: 41))).Chart("Voltage against capacity").Legends().ShouldBe(["cycle 1", "cycle 2", "cycle 12", "cycle 22", "cycle 31", "cycle 41"]);

    [Fact]
    public void Halves_of_a_cycle_run_from_turn_to_turn_without_the_rests_between()
    {
        var cell = new CellCurves(Samples.Cell(cycles: 2), 0);
        cell.Halves.Select(half => (half.Cycle, half.IsCharge)).ShouldBe([(1, true), (1, false), (2, true), (2, false)]);
        foreach (var half in cell.Halves)
        {
            cell.Passed(half)[^1].ShouldBe(half.Cycle == 1 ? 1e-3 : 0.99e-3, 1e-9);
            cell.MeanCurrent(half).ShouldBe(1e-3, 1e-12);
            (cell.VoltageOf(half)[0], cell.VoltageOf(half)[^1]).ShouldBe(half.IsCharge ? (3.0, 4.0) : (3.9, 2.9));
        }
    }

    [Fact]
    public void A_counter_pulse_makes_no_half_of_its_own()
    {
        double[] current = [.. Enumerable.Range(0, 200).Select(row => row is > 100 and < 105 ? 1.0 : -1.0)], time = [.. Enumerable.Range(0, 200).Select(row => 10.0 * row)];
        var cell = new CellCurves(new("pulsed", Recording.Of("r", "", (Columns.TestTime, time), (Columns.Voltage, [.. time.Select(t => 4 - (t / 4000))]), (Columns.Current, current), (Columns.CycleCount, [.. time.Select(_ => 1.0)]))), 0);
        cell.Halves.Single().IsCharge.ShouldBeFalse();
    }
}
