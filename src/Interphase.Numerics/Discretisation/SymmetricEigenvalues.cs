namespace Interphase.Numerics;

/// <summary>Eigenvalues and vectors of small symmetric matrices by Jacobi's rotations: slow for large ones, but small eigenvalues keep their digits.</summary>
public static class SymmetricEigenvalues
{
    private const int Sweeps = 60;
    private const double Negligible = 2e-16;

    /// <summary>Diagonalises a symmetric matrix.</summary>
    /// <param name="matrix">n by n, symmetric, finite; destroyed.</param>
    /// <param name="values">n eigenvalues, ascending.</param>
    /// <param name="vectors">n by n; column j is the vector of value j, of length 1.</param>
    public static void Find(double[,] matrix, out double[] values, out double[,] vectors)
    {
        int count = matrix.GetLength(0);
        var basis = new double[count, count];
        for (int i = 0; i < count; i++) basis[i, i] = 1;
        for (int sweep = 0; sweep < Sweeps; sweep++)
        {
            bool rotated = false;
            for (int p = 0; p < count - 1; p++)
                for (int q = p + 1; q < count; q++)
                {
                    // Relative to its own two diagonals, so that a small eigenvalue beside a large one is found to full accuracy.
                    if (Math.Abs(matrix[p, q]) <= Negligible * Math.Sqrt(Math.Abs(matrix[p, p] * matrix[q, q])) + 1e-300) continue;
                    rotated = true;
                    Rotate(matrix, basis, p, q);
                }
            if (!rotated) break;
        }
        int[] order = new int[count];
        for (int i = 0; i < count; i++)
        {
            int place = i;
            for (; place > 0 && matrix[order[place - 1], order[place - 1]] > matrix[i, i]; place--) order[place] = order[place - 1];
            order[place] = i;
        }
        values = new double[count];
        vectors = new double[count, count];
        for (int j = 0; j < count; j++)
        {
            values[j] = matrix[order[j], order[j]];
            for (int i = 0; i < count; i++) vectors[i, j] = basis[i, order[j]];
        }
    }

    private static void Rotate(double[,] matrix, double[,] basis, int p, int q)
    {
        int count = matrix.GetLength(0);
        double angle = (matrix[q, q] - matrix[p, p]) / (2 * matrix[p, q]);
        double tangent = (angle >= 0 ? 1 : -1) / (Math.Abs(angle) + Math.Sqrt(1 + angle * angle)), cosine = 1 / Math.Sqrt(1 + tangent * tangent), sine = tangent * cosine;
        double shift = tangent * matrix[p, q];
        (matrix[p, p], matrix[q, q], matrix[p, q], matrix[q, p]) = (matrix[p, p] - shift, matrix[q, q] + shift, 0, 0);
        for (int k = 0; k < count; k++)
        {
            if (k != p && k != q)
            {
                double first = matrix[k, p], second = matrix[k, q];
                matrix[k, p] = matrix[p, k] = cosine * first - sine * second;
                matrix[k, q] = matrix[q, k] = sine * first + cosine * second;
            }
            double left = basis[k, p], right = basis[k, q];
            (basis[k, p], basis[k, q]) = (cosine * left - sine * right, sine * left + cosine * right);
        }
    }
}
