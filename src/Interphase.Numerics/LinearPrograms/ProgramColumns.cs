using System.Numerics;

namespace Interphase.Numerics;

/// <summary>The matrix of linear programs with few rows and many columns. Immutable; programs on any thread may share it.</summary>
/// <remarks>Numbers of one row stand side by side and are padded to whole vectors, so that all columns are priced at the width of the processor.</remarks>
public sealed class ProgramColumns
{
    private readonly double[] _numbers;
    private readonly int[] _starts;

    /// <summary>A matrix of given numbers.</summary>
    /// <param name="rows">Number of rows, 0 or more.</param>
    /// <param name="columns">Number of columns, 0 or more.</param>
    /// <param name="numbers">Column by column, finite.</param>
    public ProgramColumns(int rows, int columns, ReadOnlySpan<double> numbers)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        ArgumentOutOfRangeException.ThrowIfNotEqual(numbers.Length, rows * columns);
        Count = columns;
        Padded = (columns + Vector<double>.Count - 1) / Vector<double>.Count * Vector<double>.Count;
        _numbers = new double[rows * Padded];
        _starts = [.. Enumerable.Range(0, rows).Select(row => row * Padded)];
        for (int column = 0; column < columns; column++)
        {
            for (int row = 0; row < rows; row++)
                _numbers[_starts[row] + column] = numbers[column * rows + row];
        }
    }

    private ProgramColumns(ProgramColumns all, int[] starts) => (_numbers, _starts, Count, Padded) = (all._numbers, starts, all.Count, all.Padded);

    /// <summary>Number of columns.</summary>
    public int Count { get; }

    /// <summary>Number of rows.</summary>
    public int Rows => _starts.Length;

    /// <summary>Length of a row with its padding.</summary>
    internal int Padded { get; }

    /// <summary>One number.</summary>
    /// <param name="row">From 0.</param>
    /// <param name="column">From 0.</param>
    public double this[int row, int column] => _numbers[_starts[row] + column];

    /// <summary>The same columns with some of the rows, in the given order; the numbers are shared.</summary>
    /// <param name="rows">Rows from 0.</param>
    public ProgramColumns WithRows(ReadOnlySpan<int> rows)
    {
        int[] starts = new int[rows.Length];
        for (int i = 0; i < starts.Length; i++) starts[i] = _starts[rows[i]];
        return new(this, starts);
    }

    /// <summary>Copies a row.</summary>
    /// <param name="row">From 0.</param>
    /// <param name="to">As long as there are columns.</param>
    public void CopyRow(int row, Span<double> to) => _numbers.AsSpan(_starts[row], Count).CopyTo(to);

    /// <summary>Copies a column.</summary>
    internal void Copy(int column, Span<double> to)
    {
        for (int row = 0; row < _starts.Length; row++) to[row] = _numbers[_starts[row] + column];
    }

    /// <summary>What is left of costs when each row has its price: c - y A, for all columns.</summary>
    internal void Price(ReadOnlySpan<double> costs, ReadOnlySpan<double> prices, Span<double> left)
    {
        int width = Vector<double>.Count;
        for (int at = 0; at < Padded; at += width)
        {
            var sum = new Vector<double>(costs[at..]);
            for (int row = 0; row < _starts.Length; row++) sum -= prices[row] * new Vector<double>(_numbers, _starts[row] + at);
            sum.CopyTo(left[at..]);
        }
    }
}
