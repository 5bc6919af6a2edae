using System.Collections.Immutable;

namespace Interphase.Measurements;

/// <summary>
/// Makes the numbers of every column that a simulated run can have from its rows: what they tell themselves, and what follows from one to the next
/// (capacities and energies by direction for test, cycle and step; times and indices). Cumulative is charging plus discharging and net is charging less discharging, exactly.
/// </summary>
public sealed class Accumulator
{
    private const double SecondsPerHour = 3600;
    internal const double FreezingPoint = 273.15;
    private const int Own = 16;

    private readonly double[] values = new double[Supplied.Length];
    private Throughput total, atCycle, atStep;
    private SampleRow last;
    private double stepStart;
    private bool begun;
    private long records, stepRecords;

    /// <summary>The columns of <see cref="Values"/>, in its order.</summary>
    public static ImmutableArray<Column> Supplied { get; } =
    [
        Columns.TestTime, Columns.Voltage, Columns.Current, Columns.CycleCount, Columns.StepCount, Columns.RecordIndex, Columns.StepRecordIndex, Columns.StepTime, Columns.Power,
        Columns.AmbientTemperature, Columns.SurfaceTemperature, Columns.AppliedPressure, Columns.CathodePotential, Columns.AnodePotential, Columns.CathodeLithiumContent, Columns.AnodeLithiumContent,
        Columns.ChargingCapacity, Columns.DischargingCapacity, Columns.NetCapacity, Columns.CumulativeCapacity,
        Columns.ChargingEnergy, Columns.DischargingEnergy, Columns.NetEnergy, Columns.CumulativeEnergy,
        Columns.CycleChargingCapacity, Columns.CycleDischargingCapacity, Columns.CycleNetCapacity, Columns.CycleCumulativeCapacity,
        Columns.CycleChargingEnergy, Columns.CycleDischargingEnergy, Columns.CycleNetEnergy, Columns.CycleCumulativeEnergy,
        Columns.StepChargingCapacity, Columns.StepDischargingCapacity, Columns.StepNetCapacity, Columns.StepCumulativeCapacity,
        Columns.StepChargingEnergy, Columns.StepDischargingEnergy, Columns.StepNetEnergy, Columns.StepCumulativeEnergy,
    ];

    /// <summary>The numbers of the row that was added last, by <see cref="Supplied"/>; NaN for what it does not have.</summary>
    public ReadOnlySpan<double> Values => values;

    /// <summary>Adds a row that becomes a record.</summary>
    /// <remarks>Charge and energy between two rows count for one direction unless the current changes its sign between them; a row on either side of every change keeps the split exact.</remarks>
    public void Add(in SampleRow row)
    {
        Skip(row);
        records++;
        stepRecords++;
        Tell(row);
    }

    /// <summary>Accounts for a row that becomes no record, as in the cycles of a long run that are not kept.</summary>
    public void Skip(in SampleRow row)
    {
        // Before the first row nothing has passed.
        SampleRow before = begun ? last : row with { NetCharge = 0, NetEnergy = 0 };
        // The time of cycles that were jumped over belongs to none, and in it nothing passed.
        if (row.Cycle > before.Cycle + 1) before = before with { Time = row.Time };
        if (!begun || row.Cycle != last.Cycle) atCycle = total;
        if (!begun || row.Step != last.Step) (atStep, stepStart, stepRecords) = (total, before.Time, 0);
        total += Throughput.Between(before, row);
        last = row;
        begun = true;
    }

    /// <summary>The place of a column in <see cref="Values"/>; -1 for one that rows do not tell.</summary>
    internal static int Place(Column column) => Supplied.IndexOf(column);

    private static void Tell(Throughput passed, Span<double> to)
    {
        (double charging, double discharging) = (passed.Charging / SecondsPerHour, passed.Discharging / SecondsPerHour);
        (to[0], to[1], to[2], to[3]) = (charging, discharging, charging - discharging, charging + discharging);
        (charging, discharging) = (passed.ChargingEnergy / SecondsPerHour, passed.DischargingEnergy / SecondsPerHour);
        (to[4], to[5], to[6], to[7]) = (charging, discharging, charging - discharging, charging + discharging);
    }

    private void Tell(in SampleRow row)
    {
        ReadOnlySpan<double> own =
        [
            row.Time, row.Voltage, row.Current, row.Cycle, row.Step, records, stepRecords, row.Time - stepStart, row.Voltage * row.Current,
            row.AmbientTemperature - FreezingPoint, row.Temperature - FreezingPoint, row.Pressure, row.CathodePotential, row.AnodePotential, row.CathodeContent, row.AnodeContent,
        ];
        own.CopyTo(values);
        Tell(total, values.AsSpan(Own));
        Tell(total - atCycle, values.AsSpan(Own + 8));
        Tell(total - atStep, values.AsSpan(Own + 16));
    }
}
