namespace Interphase.Measurements.Tests;

public class AccumulatorTests
{
    [Fact]
    public void Capacities_and_energies_of_a_run_are_those_computed_by_hand()
    {
        Recording run = Runs.Recorded(Runs.TwoCycles());
        Last(run, Columns.ChargingCapacity).ShouldBe(2, 1e-12);
        Last(run, Columns.DischargingCapacity).ShouldBe(0.95, 1e-12);
        Last(run, Columns.NetCapacity).ShouldBe(1.05, 1e-12);
        Last(run, Columns.CumulativeCapacity).ShouldBe(2.95, 1e-12);
        Last(run, Columns.ChargingEnergy).ShouldBe(7, 1e-12);
        Last(run, Columns.DischargingEnergy).ShouldBe(0.95 * 3.4, 1e-12);
        Last(run, Columns.CycleChargingCapacity).ShouldBe(1, 1e-12);
        Last(run, Columns.CycleDischargingCapacity).ShouldBe(0.45, 1e-12);
        Last(run, Columns.StepChargingCapacity).ShouldBe(0, 1e-12);
        Last(run, Columns.StepDischargingEnergy).ShouldBe(0.45 * 3.4, 1e-12);
        Last(run, Columns.StepTime).ShouldBe(1620, 1e-9);
        Last(run, Columns.RecordIndex).ShouldBe(66);
        Last(run, Columns.StepRecordIndex).ShouldBe(11);
        Last(run, Columns.Power).ShouldBe(-2.9, 1e-12);
    }

    [Fact]
    public void Cumulative_is_the_sum_and_net_the_difference_in_every_row_of_random_runs()
    {
        var random = new Random(1);
        var accumulator = new Accumulator();
        double time = 0, charge = 0, energy = 0, current = 0;
        int step = 0, cycle = 0;
        double[] before = new double[Accumulator.Supplied.Length];
        for (int i = 0; i < 20_000; i++)
        {
            if (random.Next(10) == 0) step++;
            if (random.Next(50) == 0) cycle++;
            double next = random.NextDouble() - 0.5, duration = random.Next(3) * random.NextDouble();
            (time, charge, energy) = (time + duration, charge + (0.5 * duration * (current + next)), energy + (0.5 * duration * (current + next) * 3.7));
            current = next;
            accumulator.Add(new() { Time = time, Voltage = 3.7, Current = current, NetCharge = charge, NetEnergy = energy, Cycle = cycle, Step = step });
            double[] now = accumulator.Values.ToArray();
            for (int group = Accumulator.Place(Columns.ChargingCapacity); group < now.Length; group += 4)
            {
                now[group + 2].ShouldBe(now[group] - now[group + 1]);
                now[group + 3].ShouldBe(now[group] + now[group + 1]);
                now[group].ShouldBeGreaterThanOrEqualTo(0);
                now[group + 1].ShouldBeGreaterThanOrEqualTo(0);
            }
            foreach (Column grows in new[] { Columns.ChargingCapacity, Columns.DischargingCapacity, Columns.CumulativeCapacity, Columns.ChargingEnergy, Columns.DischargingEnergy })
                now[Accumulator.Place(grows)].ShouldBeGreaterThanOrEqualTo(before[Accumulator.Place(grows)]);
            before = now;
        }
        before[Accumulator.Place(Columns.NetCapacity)].ShouldBe(charge / 3600, 1e-12);
        before[Accumulator.Place(Columns.NetEnergy)].ShouldBe(energy / 3600, 1e-12);
    }

    [Fact]
    public void A_straight_line_through_no_current_counts_for_both_directions()
    {
        // From +2 A to -1 A in 3 s: 2 C in, 0.5 C out.
        var accumulator = new Accumulator();
        accumulator.Add(new() { Time = 0, Voltage = 3, Current = 2, NetCharge = 0, NetEnergy = 0 });
        accumulator.Add(new() { Time = 3, Voltage = 3, Current = -1, NetCharge = 1.5, NetEnergy = 4.5 });
        accumulator.Values[Accumulator.Place(Columns.ChargingCapacity)].ShouldBe(2 / 3600.0, 1e-15);
        accumulator.Values[Accumulator.Place(Columns.DischargingCapacity)].ShouldBe(0.5 / 3600, 1e-15);
        accumulator.Values[Accumulator.Place(Columns.ChargingEnergy)].ShouldBe(6 / 3600.0, 1e-15);
        accumulator.Values[Accumulator.Place(Columns.DischargingEnergy)].ShouldBe(1.5 / 3600, 1e-15);
    }

    [Fact]
    public void Rows_that_are_skipped_still_count()
    {
        var builder = new RecordingBuilder();
        int at = 0;
        foreach (SampleRow row in Runs.TwoCycles())
        {
            if (at++ % 3 == 0 || row.Cycle == 1) builder.Skip(row);
            else builder.Add(row);
        }
        Recording run = builder.Build("thinned", "a test");
        run.Rows.ShouldBe(22);
        Last(run, Columns.ChargingCapacity).ShouldBe(2, 1e-12);
        Last(run, Columns.DischargingCapacity).ShouldBe(0.95, 1e-12);
    }

    [Fact]
    public void Temperatures_are_told_in_degrees_Celsius_and_missing_ones_are_not_numbers()
    {
        Recording run = Runs.Recorded(Runs.TwoCycles());
        run[Columns.SurfaceTemperature][0].ShouldBe(25, 1e-12);
        double.IsNaN(run[Columns.AnodePotential][0]).ShouldBeTrue();
    }

    private static double Last(Recording run, Column column) => run[column][^1];
}
