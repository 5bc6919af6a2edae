namespace Interphase.Measurements.Tests;

public class CycleTests
{
    [Fact]
    public void The_cycles_of_a_run_are_those_computed_by_hand()
    {
        CycleTable table = CycleTable.From(Runs.Recorded(Runs.TwoCycles()));
        table.Rows.Length.ShouldBe(2);
        Hold(table.Rows[0], 1, 0, 6000, 0.5);
        Hold(table.Rows[1], 2, 6000, 6000 + 5820, 0.45);
    }

    [Fact]
    public void Current_alone_net_capacity_alone_and_capacities_of_cycles_alone_give_the_same_cycles()
    {
        Recording run = Runs.Recorded(Runs.TwoCycles());
        foreach (Column[] kept in new Column[][] { [], [Columns.NetCapacity], [Columns.CycleChargingCapacity, Columns.CycleDischargingCapacity], [Columns.ChargingCapacity, Columns.DischargingCapacity] })
        {
            Column[] columns = [Columns.TestTime, Columns.Voltage, Columns.Current, Columns.CycleCount, .. kept];
            CycleTable table = CycleTable.From(Recording.Of("measured", "a test", [.. columns.Select(column => (column, run[column].ToArray()))]));
            table.Rows.Length.ShouldBe(2);
            Hold(table.Rows[0], 1, 0, 6000, 0.5);
            Hold(table.Rows[1], 2, 6000, 6000 + 5820, 0.45);
        }
    }

    [Fact]
    public void Without_a_count_a_cycle_begins_at_each_charge_after_a_discharge()
    {
        Recording run = Runs.Recorded(Runs.TwoCycles());
        CycleTable table = CycleTable.From(Recording.Of("measured", "a test", [.. new[] { Columns.TestTime, Columns.Voltage, Columns.Current }.Select(column => (column, run[column].ToArray()))]));
        table.Rows.Select(row => row.Cycle).ShouldBe([1, 2]);
        Hold(table.Rows[1], 2, 6000, 6000 + 5820, 0.45);
    }

    [Fact]
    public void A_cycle_without_a_discharge_has_no_efficiency_and_no_discharge_voltage()
    {
        CycleRow row = CycleTable.From(Runs.Recorded(Runs.TwoCycles().Where(sample => sample.Step <= 2))).Rows.ShouldHaveSingleItem();
        row.ChargeCapacity.ShouldBe(1, 1e-12);
        row.MeanChargeVoltage!.Value.ShouldBe(3.5, 1e-12);
        row.CoulombicEfficiency.ShouldBeNull();
        row.MeanDischargeVoltage.ShouldBeNull();
        row.EndOfDischargeVoltage.ShouldBeNull();
    }

    [Fact]
    public void Gaps_in_a_measurement_hold_the_last_value()
    {
        Recording run = Recording.Of("measured", "a test", (Columns.TestTime, [0, 1800, 3600]), (Columns.Voltage, [3, double.NaN, 4]), (Columns.Current, [1, double.NaN, 1]));
        CycleTable.From(run).Rows.ShouldHaveSingleItem().ChargeCapacity.ShouldBe(1, 1e-12);
    }

    private static void Hold(CycleRow row, long cycle, double start, double end, double discharge)
    {
        row.Cycle.ShouldBe(cycle);
        row.Start.ShouldBe(start);
        row.End.ShouldBe(end);
        row.ChargeCapacity.ShouldBe(1, 1e-9);
        row.DischargeCapacity.ShouldBe(discharge, 1e-9);
        row.ChargeEnergy.ShouldBe(3.5, 1e-9);
        row.DischargeEnergy.ShouldBe(3.4 * discharge, 1e-9);
        row.CoulombicEfficiency!.Value.ShouldBe(discharge, 1e-9);
        row.EnergyEfficiency!.Value.ShouldBe(3.4 * discharge / 3.5, 1e-9);
        row.MeanChargeVoltage!.Value.ShouldBe(3.5, 1e-9);
        row.MeanDischargeVoltage!.Value.ShouldBe(3.4, 1e-9);
        row.EndOfChargeVoltage.ShouldBe(4);
        row.EndOfDischargeVoltage!.Value.ShouldBe(2.9, 1e-12);
    }
}
