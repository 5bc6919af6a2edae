using System.Numerics;

namespace Interphase.Numerics;

/// <summary>Linear equations with whole numbers, solved exactly by elimination without fractions (Bareiss).</summary>
public static class ExactElimination
{
    // Numbers within the elimination are minors of the matrix, and products of two of them must fit into 128 bits.
    private const double MostForInt128 = 6e18;

    /// <summary>Solves A x = b for several right-hand sides; false where the matrix is singular.</summary>
    /// <param name="matrix">A, row by row.</param>
    /// <param name="rows">Number of rows and of columns.</param>
    /// <param name="sides">Right-hand sides, one after the other.</param>
    /// <param name="solutions">Filled, one after the other; as long as <paramref name="sides"/>.</param>
    public static bool TrySolve(ReadOnlySpan<long> matrix, int rows, ReadOnlySpan<Rational> sides, Span<Rational> solutions)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(matrix.Length, rows * rows);
        ArgumentOutOfRangeException.ThrowIfNotEqual(solutions.Length, sides.Length);
        if (rows == 0) return true;
        int count = sides.Length / rows, width = rows + count;
        BigInteger multiple = 1;
        foreach (Rational side in sides) multiple = multiple / BigInteger.GreatestCommonDivisor(multiple, side.Denominator) * side.Denominator;
        var whole = new BigInteger[sides.Length];
        for (int i = 0; i < whole.Length; i++) whole[i] = sides[i].Numerator * (multiple / sides[i].Denominator);
        return Bound(matrix, rows, whole) < MostForInt128
            ? Eliminate<Int128>(matrix, rows, width, whole, multiple, value => (Int128)value, value => (BigInteger)value, solutions)
            : Eliminate<BigInteger>(matrix, rows, width, whole, multiple, value => value, value => value, solutions);
    }

    private static bool Eliminate<T>(
        ReadOnlySpan<long> matrix, int rows, int width, BigInteger[] sides, BigInteger multiple, Func<BigInteger, T> number, Func<T, BigInteger> large, Span<Rational> solutions)
        where T : struct, IBinaryInteger<T>
    {
        var work = new T[rows * width];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < rows; column++) work[row * width + column] = T.CreateChecked(matrix[row * rows + column]);
            for (int side = rows; side < width; side++) work[row * width + side] = number(sides[(side - rows) * rows + row]);
        }
        T before = T.One;
        for (int step = 0; step < rows; step++)
        {
            int pivot = step;
            while (pivot < rows && T.IsZero(work[pivot * width + step])) pivot++;
            if (pivot == rows) return false;
            Span<T> own = work.AsSpan(step * width, width);
            if (pivot != step)
            {
                Span<T> other = work.AsSpan(pivot * width, width);
                for (int k = 0; k < width; k++) (own[k], other[k]) = (other[k], own[k]);
            }
            T value = own[step];
            for (int row = 0; row < rows; row++)
            {
                if (row == step) continue;
                Span<T> line = work.AsSpan(row * width, width);
                T factor = line[step];
                for (int k = row < step ? row : step; k < width; k++) line[k] = (value * line[k] - factor * own[k]) / before;
            }
            before = value;
        }
        BigInteger divisor = large(before) * multiple;
        for (int side = 0; side < width - rows; side++)
        {
            for (int row = 0; row < rows; row++)
            {
                T top = work[row * width + rows + side];
                solutions[side * rows + row] = T.IsZero(top) ? Rational.Zero : new(large(top), divisor);
            }
        }
        return true;
    }

    // No minor exceeds the product of the columns' lengths (Hadamard), taken at least 1 each; right-hand sides stand in for at most one column.
    private static double Bound(ReadOnlySpan<long> matrix, int rows, BigInteger[] sides)
    {
        double product = 1, longest = 1;
        for (int column = 0; column < rows; column++)
        {
            double sum = 0;
            for (int row = 0; row < rows; row++) sum += (double)matrix[row * rows + column] * matrix[row * rows + column];
            product *= Math.Max(1, Math.Sqrt(sum));
        }
        for (int side = 0; side < sides.Length; side += rows)
        {
            double sum = 0;
            for (int row = 0; row < rows; row++) sum += (double)sides[side + row] * (double)sides[side + row];
            longest = Math.Max(longest, Math.Sqrt(sum));
        }
        return product * longest;
    }
}
