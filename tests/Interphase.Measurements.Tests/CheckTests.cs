using Interphase.Descriptions;

namespace Interphase.Measurements.Tests;

public class CheckTests
{
    [Fact]
    public void A_simulated_run_keeps_every_rule() => Checked(Runs.Recorded(Runs.TwoCycles())).ShouldBeEmpty();

    [Fact]
    public void A_run_that_was_written_and_read_keeps_every_rule()
    {
        using var scratch = new Scratch();
        RecordingWriter.Write(scratch["run.csv"], Runs.Recorded(Runs.TwoCycles()));
        Checked(BatteryDataReader.Read(scratch["run.csv"]).Recording!).ShouldBeEmpty();
    }

    [Fact]
    public void A_net_capacity_that_is_not_charging_less_discharging_is_told() =>
        Checked((Columns.ChargingCapacity, [0, 1, 1]), (Columns.DischargingCapacity, [0, 0, 0.5]), (Columns.NetCapacity, [0, 1, 1.5])).ShouldBe(
            ["r: Net Capacity / Ah: found 1.5 Ah in row 3; expected Charging Capacity less Discharging Capacity, which is 0.5 Ah"]);

    [Fact]
    public void A_cumulative_energy_that_is_not_the_sum_is_told() =>
        Checked((Columns.StepChargingEnergy, [0, 1, 1]), (Columns.StepDischargingEnergy, [0, 0, 0.5]), (Columns.StepCumulativeEnergy, [0, 2, 3])).ShouldBe(
            ["r: Step Cumulative Energy / Wh: found 2 Wh (and in 1 further rows) in row 2; expected Step Charging Energy plus Step Discharging Energy, which is 1 Wh"]);

    [Fact]
    public void Capacities_may_fall_only_where_their_cycle_or_step_ends()
    {
        Checked((Columns.CycleCount, [1, 1, 2]), (Columns.CycleChargingCapacity, [0, 1, 0])).ShouldBeEmpty();
        Checked((Columns.CycleCount, [1, 1, 1]), (Columns.CycleChargingCapacity, [0, 1, 0])).ShouldBe(["r: Cycle Charging Capacity / Ah: found 0 after 1 in row 3; expected that it falls only where Cycle Count grows"]);
        Checked((Columns.ChargingCapacity, [0, 1, 0])).ShouldBe(["r: Charging Capacity / Ah: found 0 after 1 in row 3; expected that it never falls"]);
    }

    [Theory]
    [InlineData(1, 1.5)]
    [InlineData(1, -1)]
    [InlineData(2, 1)]
    public void A_cycle_count_is_whole_not_negative_and_never_falls(double first, double second) =>
        Checked((Columns.CycleCount, [first, second, 3])).ShouldNotBeEmpty();

    [Fact]
    public void Records_of_a_step_count_from_one() =>
        Checked((Columns.StepCount, [1, 1, 2]), (Columns.StepRecordIndex, [1, 2, 3])).ShouldBe(["r: Step Record Index / 1: found 3 in row 3; expected 1 in the first record of a step"]);

    [Fact]
    public void A_test_time_in_minutes_beside_a_Unix_time_in_seconds_is_told()
    {
        double[] minutes = [.. Enumerable.Range(0, 20).Select(i => (double)i)], seconds = [.. minutes.Select(value => 1.7e9 + (60.5 * value))];
        RecordingCheck.Of(Recording.Of("r", "r", (Columns.TestTime, minutes), (Columns.UnixTime, seconds))).ShouldHaveSingleItem().ToString().ShouldContain("is Test Time in min?");
        RecordingCheck.Of(Recording.Of("r", "r", (Columns.TestTime, [.. minutes.Select(value => value * 60)]), (Columns.UnixTime, seconds))).ShouldBeEmpty();
    }

    [Fact]
    public void A_problem_of_a_file_names_its_line()
    {
        using var scratch = new Scratch();
        File.WriteAllText(scratch["a.csv"], "Test Time / s,Voltage / V,Current / A,Cycle Count / 1\n0,3,0,1\n1,3,0,2\n2,3,0,1\n");
        Problem problem = RecordingCheck.Of(BatteryDataReader.Read(scratch["a.csv"]).Recording!).ShouldHaveSingleItem();
        problem.Place.ShouldBe(new Place(scratch["a.csv"], 4));
    }

    private static string[] Checked(params (Column Column, double[] Values)[] columns) => Checked(Recording.Of("r", "r", columns));

    private static string[] Checked(Recording recording) => [.. RecordingCheck.Of(recording).Select(problem => problem.ToString())];
}
