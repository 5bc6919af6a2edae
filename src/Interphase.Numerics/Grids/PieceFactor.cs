using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Interphase.Numerics;

/// <summary>Cholesky's factor of the matrix of the coarsest graph.</summary>
internal static class PieceFactor
{
    /// <summary>The factor with one over its diagonal, by rows; a group of pieces that touches nothing given is held where it is by a little.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double[] Of(PieceGraph graph)
    {
        int n = graph.Count;
        double[] a = new double[n * n];
        for (int i = 0; i < n; i++)
        {
            a[i * n + i] = graph.Inverse[i] > 0 ? (1 + 1e-6) / graph.Inverse[i] : 1;
            for (int k = graph.Start[i]; k < graph.Start[i + 1]; k++) a[i * n + graph.Neighbour[k]] -= graph.Conductance[k];
        }
        for (int i = 0; i < n; i++)
        {
            Span<double> row = a.AsSpan(i * n, i + 1);
            for (int j = 0; j < i; j++) row[j] = (row[j] - Times(row[..j], a.AsSpan(j * n, j))) * a[j * n + j];
            double whole = row[i], pivot = whole - Times(row[..i], row[..i]);
            // What rounding leaves of a group that nothing holds is no pivot: its last piece is held instead.
            row[i] = 1 / Math.Sqrt(pivot > 1e-9 * whole ? pivot : whole);
        }
        return a;
    }

    /// <summary>Solves for <paramref name="x"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Solve(double[] factor, float[] b, float[] x)
    {
        int n = x.Length;
        double[] y = new double[n];
        for (int i = 0; i < n; i++) y[i] = (b[i] - Times(factor.AsSpan(i * n, i), y.AsSpan(0, i))) * factor[i * n + i];
        for (int i = n - 1; i >= 0; i--)
        {
            double value = y[i] * factor[i * n + i];
            x[i] = (float)value;
            Span<double> rest = y.AsSpan(0, i);
            ReadOnlySpan<double> row = factor.AsSpan(i * n, i);
            int k = 0;
            for (; k <= i - 4; k += 4) (Vector256.Create<double>(rest[k..]) - Vector256.Create<double>(row[k..]) * value).CopyTo(rest[k..]);
            for (; k < i; k++) rest[k] -= row[k] * value;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Times(ReadOnlySpan<double> one, ReadOnlySpan<double> two)
    {
        Vector256<double> even = default, odd = default;
        int k = 0;
        for (; k <= one.Length - 8; k += 8)
        {
            even += Vector256.Create(one[k..]) * Vector256.Create(two[k..]);
            odd += Vector256.Create(one[(k + 4)..]) * Vector256.Create(two[(k + 4)..]);
        }
        double sum = Vector256.Sum(even + odd);
        for (; k < one.Length; k++) sum += one[k] * two[k];
        return sum;
    }
}
