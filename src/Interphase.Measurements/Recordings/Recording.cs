using System.Collections.Immutable;

namespace Interphase.Measurements;

/// <summary>What was measured or simulated over time: columns of equal length. It does not change once made. A number that a row does not have is NaN.</summary>
public sealed class Recording
{
    private readonly double[]?[] numbers = new double[Columns.All.Length][];
    private readonly TextColumn?[] texts = new TextColumn[Columns.All.Length];

    internal Recording(string name, string source, int rows, IEnumerable<(Column Column, double[] Values)> numbers, IEnumerable<(Column Column, TextColumn Values)> texts, bool isFile = false)
    {
        (Name, Source, Rows, IsFile) = (name, source, rows, isFile);
        foreach ((Column column, double[] values) in numbers) this.numbers[column.Index] = values;
        foreach ((Column column, TextColumn values) in texts) this.texts[column.Index] = values;
        Present = [.. Columns.All.Where(Has)];
    }

    /// <summary>What it is called, such as the cell's or the file's name.</summary>
    public string Name { get; }

    /// <summary>Where it is from: a file, or what made it.</summary>
    public string Source { get; }

    /// <summary>How many rows it has.</summary>
    public int Rows { get; }

    /// <summary>The columns it has, in the order of <see cref="Columns.All"/>.</summary>
    public ImmutableArray<Column> Present { get; }

    /// <summary>Whether rows are lines of a file, the first of them line 2.</summary>
    internal bool IsFile { get; }

    /// <summary>The numbers of a column, in its unit.</summary>
    /// <exception cref="ArgumentException">It has no such column, or one of words.</exception>
    public ReadOnlySpan<double> this[Column column] => numbers[column.Index] ?? throw new ArgumentException($"{Name} has no numbers for {column}", nameof(column));

    /// <summary>A recording of the columns given, which are copied.</summary>
    /// <exception cref="ArgumentException">The columns differ in length, occur twice or hold words.</exception>
    public static Recording Of(string name, string source, params (Column Column, double[] Values)[] columns)
    {
        int rows = columns.Length == 0 ? 0 : columns[0].Values.Length;
        var seen = new HashSet<Column>();
        foreach ((Column column, double[] values) in columns)
        {
            if (values.Length != rows) throw new ArgumentException($"{column} has {values.Length} rows where {columns[0].Column} has {rows}", nameof(columns));
            if (column.Kind == ColumnKind.Text || !seen.Add(column)) throw new ArgumentException($"{column} holds words or occurs twice", nameof(columns));
        }
        return new(name, source, rows, columns.Select(entry => (entry.Column, (double[])entry.Values.Clone())), []);
    }

    /// <summary>Whether it has a column.</summary>
    public bool Has(Column column) => numbers[column.Index] is not null || texts[column.Index] is not null;

    /// <summary>The words of a column such as <see cref="Columns.StepType"/>.</summary>
    /// <exception cref="ArgumentException">It has no such column, or one of numbers.</exception>
    public TextColumn Text(Column column) => texts[column.Index] ?? throw new ArgumentException($"{Name} has no words for {column}", nameof(column));
}
