using System.Numerics;

namespace Interphase.Numerics;

/// <summary>Gaussian elimination of small dense complex systems.</summary>
public static class ComplexElimination
{
    /// <summary>Solves equations whose right-hand sides stand behind their matrix, row by row; the solutions take the place of the right-hand sides, and the matrix is lost. NaN where it is singular.</summary>
    /// <param name="augmented">As many rows, one after the other.</param>
    /// <param name="rows">Number of equations.</param>
    /// <param name="columns">Length of a row, at least <paramref name="rows"/>.</param>
    public static void Solve(Span<Complex> augmented, int rows, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, rows);
        ArgumentOutOfRangeException.ThrowIfLessThan(augmented.Length, rows * columns);
        for (int column = 0; column < rows; column++)
        {
            int pivot = column;
            double largest = Size(augmented[column * columns + column]);
            for (int row = column + 1; row < rows; row++)
            {
                double size = Size(augmented[row * columns + column]);
                if (size > largest) (pivot, largest) = (row, size);
            }
            Span<Complex> own = augmented.Slice(column * columns, columns);
            if (pivot != column)
            {
                Span<Complex> other = augmented.Slice(pivot * columns, columns);
                for (int k = column; k < columns; k++) (own[k], other[k]) = (other[k], own[k]);
            }
            Complex inverse = 1 / own[column];
            for (int k = column + 1; k < columns; k++) own[k] *= inverse;
            for (int row = column + 1; row < rows; row++)
            {
                Span<Complex> below = augmented.Slice(row * columns, columns);
                Complex factor = below[column];
                if (factor == Complex.Zero) continue;
                for (int k = column + 1; k < columns; k++) below[k] -= factor * own[k];
            }
        }
        for (int column = rows - 1; column > 0; column--)
        {
            Span<Complex> own = augmented.Slice(column * columns, columns);
            for (int row = 0; row < column; row++)
            {
                Span<Complex> above = augmented.Slice(row * columns, columns);
                Complex factor = above[column];
                if (factor == Complex.Zero) continue;
                for (int k = rows; k < columns; k++) above[k] -= factor * own[k];
            }
        }
    }

    private static double Size(Complex value) => Math.Abs(value.Real) + Math.Abs(value.Imaginary);
}
