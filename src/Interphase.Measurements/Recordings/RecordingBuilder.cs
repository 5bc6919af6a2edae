using System.Collections.Immutable;
using System.Globalization;

namespace Interphase.Measurements;

/// <summary>Keeps the rows of a run in memory, with the same columns that <see cref="TimeSeriesWriter"/> writes.</summary>
public sealed class RecordingBuilder
{
    private readonly Accumulator accumulator = new();
    private readonly Column[] columns;
    private readonly int[] places;
    private readonly TextColumnBuilder? stepIds, stepTypes;
    private readonly double[][] values;
    private int rows;
    private (int Id, string Name) lastStep = (0, "0");

    /// <summary>An empty recording.</summary>
    /// <param name="columns">What is kept; <see cref="TimeSeriesWriter.DefaultColumns"/> when left out.</param>
    /// <exception cref="ArgumentException">Rows do not tell a column.</exception>
    public RecordingBuilder(ImmutableArray<Column> columns = default)
    {
        if (columns.IsDefault) columns = TimeSeriesWriter.DefaultColumns;
        if (columns.Contains(Columns.StepId)) stepIds = new();
        if (columns.Contains(Columns.StepType)) stepTypes = new();
        this.columns = [.. columns.Where(column => column.Kind != ColumnKind.Text)];
        places = [.. this.columns.Select(Accumulator.Place)];
        int unknown = Array.IndexOf(places, -1);
        if (unknown >= 0) throw new ArgumentException($"no row tells {this.columns[unknown]}", nameof(columns));
        values = [.. places.Select(_ => new double[64])];
    }

    /// <summary>How many rows are kept so far.</summary>
    public int Rows => rows;

    /// <summary>Keeps a row.</summary>
    public void Add(in SampleRow row)
    {
        accumulator.Add(row);
        ReadOnlySpan<double> told = accumulator.Values;
        if (values.Length > 0 && rows == values[0].Length) Resize(2 * rows);
        for (int i = 0; i < places.Length; i++) values[i][rows] = told[places[i]];
        rows++;
        stepTypes?.Add(row.StepType);
        if (stepIds is null) return;
        if (row.StepId != lastStep.Id) lastStep = (row.StepId, row.StepId.ToString(CultureInfo.InvariantCulture));
        stepIds.Add(lastStep.Name);
    }

    /// <summary>Accounts for a row without keeping it.</summary>
    public void Skip(in SampleRow row) => accumulator.Skip(row);

    /// <summary>The recording of the rows so far. More may be added afterwards; they do not change it.</summary>
    public Recording Build(string name, string source)
    {
        List<(Column, TextColumn)> texts = [];
        if (stepIds is not null) texts.Add((Columns.StepId, stepIds.Build()));
        if (stepTypes is not null) texts.Add((Columns.StepType, stepTypes.Build()));
        return new(name, source, rows, columns.Select((column, i) => (column, values[i].AsSpan(0, rows).ToArray())), texts);
    }

    private void Resize(int length)
    {
        for (int i = 0; i < values.Length; i++) Array.Resize(ref values[i], length);
    }
}
