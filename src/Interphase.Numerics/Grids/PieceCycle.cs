using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Interphase.Numerics;

/// <summary>The levels above the cells: what a right-hand side on the pieces of the first of them calls for, roughly. The same operation on every call, and symmetric, as conjugate gradients need it.</summary>
internal sealed class PieceCycle
{
    private const int Turns = 2, Powers = 12;
    private const int Few = 300;

    private readonly List<PieceGraph> graphs = [];
    private readonly List<float[]> values = [], sides = [];
    private readonly double[] factor;
    private readonly float[] share;
    private readonly int threads;
    private bool isSimple;

    public PieceCycle(PieceGraph first, GridEnds ends, int threads)
    {
        this.threads = threads;
        for (PieceGraph graph = first; ; graph = graph.Coarser(ends, threads))
        {
            graphs.Add(graph);
            values.Add(new float[graph.Count]);
            sides.Add(new float[graph.Count]);
            if (graph.Count <= Few || graph.Blocks.Count == 1) break;
        }
        factor = graphs[^1].Count <= 4 * Few ? Factorise(graphs[^1]) : [];
        share = new float[graphs.Count];
        Array.Fill(share, 1f);
        for (int level = graphs.Count - 2; level > 0; level--) share[level] = Share(level);
    }

    /// <summary>Goes through every level once from now on. That is positive whatever the eigenvalues are, but slower.</summary>
    /// <returns>Whether it did otherwise until now.</returns>
    public bool Simplify()
    {
        bool wasTwice = !isSimple;
        isSimple = true;
        return wasTwice;
    }

    /// <summary>What the next call is given.</summary>
    public float[] Side => sides[0];

    /// <summary>What the last call gave.</summary>
    public float[] Value => values[0];

    public void Solve() => Solve(0);

    private void Solve(int level)
    {
        PieceGraph graph = graphs[level];
        float[] x = values[level], b = sides[level];
        if (level == graphs.Count - 1)
        {
            if (factor.Length > 0) Back(factor, b, x);
            else
            {
                Array.Clear(x);
                for (int sweep = 0; sweep < 8; sweep++) Sweep(graph, x, b, false);
                for (int sweep = 0; sweep < 8; sweep++) Sweep(graph, x, b, true);
            }
            return;
        }
        Array.Clear(x);
        // Twice, the second time from what the first left: a narrow path through many blocks is found by no single one.
        int turns = level == 0 || isSimple ? 1 : Turns;
        for (int turn = 0; turn < turns; turn++)
        {
            float part = turns == 1 ? 1 : share[level];
            float[] before = part < 1 && turn > 0 ? [.. x] : [];
            Turn(level);
            if (part == 1) continue;
            if (turn == 0)
                for (int i = 0; i < x.Length; i++) x[i] *= part;
            else
                for (int i = 0; i < x.Length; i++) x[i] = before[i] + part * (x[i] - before[i]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Turn(int level)
    {
        PieceGraph graph = graphs[level];
        float[] x = values[level], b = sides[level];
        Sweep(graph, x, b, false);
        Restrict(graph, x, b, sides[level + 1]);
        Solve(level + 1);
        float[] coarse = values[level + 1];
        int[] parent = graph.Parent;
        for (int i = 0; i < x.Length; i++) x[i] += coarse[parent[i]];
        Sweep(graph, x, b, true);
    }

    // Two turns stay positive as long as neither overshoots by a whole: the largest eigenvalue of a turn times the matrix is kept below 2.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private float Share(int level)
    {
        const double Most = 1.8;
        PieceGraph graph = graphs[level];
        float[] x = values[level], b = sides[level];
        float[] v = new float[graph.Count];
        uint state = 2463534242;
        for (int i = 0; i < v.Length; i++)
        {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            v[i] = state / (float)uint.MaxValue - 0.5f;
        }
        double eigenvalue = 1;
        for (int power = 0; power < Powers; power++)
        {
            double norm = 0, times = 0;
            for (int i = 0; i < v.Length; i++)
            {
                float sum = graph.Inverse[i] > 0 ? v[i] / graph.Inverse[i] : 0;
                for (int k = graph.Start[i]; k < graph.Start[i + 1]; k++) sum -= graph.Conductance[k] * v[graph.Neighbour[k]];
                b[i] = sum;
                norm += (double)v[i] * sum;
            }
            if (!(norm > 0)) break;
            Array.Clear(x);
            Turn(level);
            for (int i = 0; i < v.Length; i++) times += (double)x[i] * b[i];
            eigenvalue = times / norm;
            double scale = 1 / Math.Sqrt(norm);
            for (int i = 0; i < v.Length; i++) v[i] = (float)(x[i] * scale);
        }
        return (float)Math.Min(1, Most / (1.1 * eigenvalue));
    }

    private void Sweep(PieceGraph graph, float[] x, float[] b, bool isBackward)
    {
        for (int colour = 0; colour < graph.Runs.Length; colour++)
        {
            int[] runs = graph.Runs[isBackward ? graph.Runs.Length - 1 - colour : colour];
            Slabs.Run(threads, runs.Length - 1, run => Relax(graph, x, b, runs[run], runs[run + 1], isBackward));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Relax(PieceGraph graph, float[] x, float[] b, int from, int to, bool isBackward)
    {
        int[] start = graph.Start, neighbour = graph.Neighbour;
        float[] conductance = graph.Conductance, inverse = graph.Inverse;
        for (int n = from; n < to; n++)
        {
            int i = isBackward ? to - 1 - (n - from) : n;
            float sum = b[i];
            for (int k = start[i]; k < start[i + 1]; k++) sum += conductance[k] * x[neighbour[k]];
            x[i] = sum * inverse[i];
        }
    }

    // Pieces of one parent are added in their order, whichever thread computed what they lack.
    private void Restrict(PieceGraph graph, float[] x, float[] b, float[] side)
    {
        float[] lacks = new float[x.Length];
        Slabs.Run(threads, (x.Length + 16383) / 16384, [MethodImpl(MethodImplOptions.AggressiveOptimization)] (run) =>
        {
            int[] start = graph.Start, neighbour = graph.Neighbour;
            float[] conductance = graph.Conductance, inverse = graph.Inverse;
            for (int i = run * 16384; i < Math.Min(x.Length, (run + 1) * 16384); i++)
            {
                if (inverse[i] == 0) continue;
                float sum = b[i] - x[i] / inverse[i];
                for (int k = start[i]; k < start[i + 1]; k++) sum += conductance[k] * x[neighbour[k]];
                lacks[i] = sum;
            }
        });
        Array.Clear(side);
        for (int i = 0; i < lacks.Length; i++) side[graph.Parent[i]] += lacks[i];
    }

    // Cholesky's factor of the coarsest matrix, with one over its diagonal; a group of pieces that touches nothing given is held where it is by a little.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double[] Factorise(PieceGraph graph)
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Back(double[] factor, float[] b, float[] x)
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
