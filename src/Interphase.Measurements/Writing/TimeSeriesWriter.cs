using System.Collections.Immutable;

namespace Interphase.Measurements;

/// <summary>Writes the rows of a run as a Battery Data Format table while it goes on, without an allocation per row. The file appears when the run is complete; until then it stands beside its place under another name, and a run that fails leaves nothing.</summary>
/// <remarks>Numbers have ten significant digits. A full disk and the like come as <see cref="IOException"/>.</remarks>
public sealed class TimeSeriesWriter : IDisposable
{
    private const int StepId = -1, StepType = -2;

    private readonly Accumulator accumulator = new();
    private readonly CsvFile file;
    private readonly int[] places;

    /// <summary>Opens the file.</summary>
    /// <param name="path">Where the table will stand, such as <c>run.bdf.csv</c>; compressed when it ends in <c>.gz</c>.</param>
    /// <param name="columns">What is written, in this order; <see cref="DefaultColumns"/> when left out. Only <see cref="Columns.StepId"/>, <see cref="Columns.StepType"/> and what <see cref="Accumulator.Supplied"/> lists.</param>
    /// <exception cref="ArgumentException">Rows do not tell a column, or the format requires one that is missing.</exception>
    public TimeSeriesWriter(string path, ImmutableArray<Column> columns = default)
    {
        if (columns.IsDefault) columns = DefaultColumns;
        foreach (Column required in Columns.All)
            if (required.Obligation == Obligation.Required && !columns.Contains(required)) throw new ArgumentException($"a series must have {required}", nameof(columns));
        places = [.. columns.Select(Place)];
        file = new(path, columns);
    }

    /// <summary>What is written unless told otherwise: all that a three-electrode cell under temperature and pressure has, less what follows from it.</summary>
    public static ImmutableArray<Column> DefaultColumns { get; } =
    [
        Columns.TestTime, Columns.Voltage, Columns.Current, Columns.CycleCount, Columns.StepCount, Columns.StepId, Columns.StepType, Columns.StepTime,
        Columns.CathodePotential, Columns.AnodePotential, Columns.CathodeLithiumContent, Columns.AnodeLithiumContent,
        Columns.AmbientTemperature, Columns.SurfaceTemperature, Columns.AppliedPressure, Columns.Power,
        Columns.ChargingCapacity, Columns.DischargingCapacity, Columns.NetCapacity, Columns.CumulativeCapacity,
        Columns.ChargingEnergy, Columns.DischargingEnergy, Columns.NetEnergy, Columns.CumulativeEnergy,
        Columns.CycleChargingCapacity, Columns.CycleDischargingCapacity, Columns.StepChargingCapacity, Columns.StepDischargingCapacity,
    ];

    /// <summary>Writes a row.</summary>
    public void Write(in SampleRow row)
    {
        accumulator.Add(row);
        ReadOnlySpan<double> values = accumulator.Values;
        foreach (int place in places)
        {
            if (place >= 0) file.Number(values[place]);
            else if (place == StepId) file.Number(row.StepId);
            else file.Text(row.StepType);
        }
        file.EndRow();
    }

    /// <summary>Accounts for a row without writing it, so that capacities stay right across cycles that are not kept.</summary>
    public void Skip(in SampleRow row) => accumulator.Skip(row);

    /// <summary>Puts the file in its place.</summary>
    public void Complete() => file.Complete();

    /// <summary>Removes the file unless it was completed.</summary>
    public void Dispose() => file.Dispose();

    private static int Place(Column column)
    {
        if (column == Columns.StepId) return StepId;
        if (column == Columns.StepType) return StepType;
        int place = Accumulator.Place(column);
        return place >= 0 ? place : throw new ArgumentException($"no row tells {column}", nameof(column));
    }
}
