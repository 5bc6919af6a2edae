using System.Runtime.CompilerServices;

namespace Interphase.Numerics;

/// <summary>The levels above the cells: what a right-hand side on the pieces of the first of them calls for, roughly. The same operation on every call, and symmetric, as conjugate gradients need it.</summary>
internal sealed class PieceCycle
{
    private const int Turns = 2, Steps = 6;
    private const int Few = 300;

    private readonly List<PieceGraph> graphs = [];
    private readonly List<float[]> values = [], sides = [], rests = [];
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
            rests.Add(new float[graph.Count]);
            if (graph.Count <= Few || graph.Blocks.Count == 1) break;
        }
        factor = graphs[^1].Count <= 4 * Few ? PieceFactor.Of(graphs[^1]) : [];
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
            if (factor.Length > 0) PieceFactor.Solve(factor, b, x);
            else
            {
                Array.Clear(x);
                for (int sweep = 0; sweep < 8; sweep++) Sweep(graph, x, b, false, false);
                for (int sweep = 0; sweep < 8; sweep++) Sweep(graph, x, b, true, false);
            }
            return;
        }
        // Twice, the second time from what the first left: a narrow path through many blocks is found by no single one.
        int turns = level == 0 || isSimple ? 1 : Turns;
        for (int turn = 0; turn < turns; turn++)
        {
            float part = turns == 1 ? 1 : share[level];
            float[] before = part < 1 && turn > 0 ? [.. x] : [];
            Turn(level, turn == 0);
            if (part == 1) continue;
            if (turn == 0)
                for (int i = 0; i < x.Length; i++) x[i] *= part;
            else
                for (int i = 0; i < x.Length; i++) x[i] = before[i] + part * (x[i] - before[i]);
        }
    }

    private void Turn(int level, bool isFromNothing)
    {
        PieceGraph graph = graphs[level];
        float[] x = values[level], b = sides[level];
        if (isFromNothing) Array.Clear(x);
        Sweep(graph, x, b, false, isFromNothing);
        Restrict(level);
        Solve(level + 1);
        float[] coarse = values[level + 1];
        int[] parent = graph.Parent;
        graph.InParts(threads, [MethodImpl(MethodImplOptions.AggressiveOptimization)] (from, to) =>
        {
            for (int i = from; i < to; i++) x[i] += coarse[parent[i]];
        });
        Sweep(graph, x, b, true, false);
    }

    // Two turns stay positive as long as neither overshoots by a whole: the largest eigenvalue of a turn times the matrix is kept below 2. It is that of the tridiagonal matrix that a few steps of conjugate gradients, preconditioned by a turn, leave.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private float Share(int level)
    {
        const double Most = 1.8;
        PieceGraph graph = graphs[level];
        float[] z = values[level], r = sides[level], p = new float[graph.Count], q = new float[graph.Count];
        uint state = 2463534242;
        for (int i = 0; i < r.Length; i++)
        {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            r[i] = graph.Inverse[i] > 0 ? state / (float)uint.MaxValue - 0.5f : 0;
        }
        double[] diagonal = new double[Steps], beside = new double[Steps];
        double rz = 0, ratio = 0, along = 1;
        int steps = 0;
        for (; steps < Steps; steps++)
        {
            Turn(level, true);
            double next = Times(r, z);
            if (!(next > 0)) break;
            ratio = steps == 0 ? 0 : next / rz;
            rz = next;
            for (int i = 0; i < p.Length; i++) p[i] = z[i] + (float)ratio * p[i];
            graph.InParts(threads, (from, to) => PieceSweeps.Multiply(graph, p, q, from, to));
            double pq = Times(p, q);
            if (!(pq > 0)) break;
            diagonal[steps] = ratio / along;
            beside[steps] = Math.Sqrt(ratio) / along;
            along = rz / pq;
            diagonal[steps] += 1 / along;
            for (int i = 0; i < r.Length; i++) r[i] -= (float)along * q[i];
        }
        return steps == 0 ? 1 : (float)Math.Min(1, Most / (1.1 * Largest(diagonal.AsSpan(0, steps), beside)));
    }

    private static double Times(float[] one, float[] two)
    {
        double sum = 0;
        for (int i = 0; i < one.Length; i++) sum += (double)one[i] * two[i];
        return sum;
    }

    // The largest eigenvalue of a symmetric tridiagonal matrix, each of whose rows has a number beside its diagonal towards the row before: all pivots are negative once more than that is taken from the diagonal.
    private static double Largest(ReadOnlySpan<double> diagonal, ReadOnlySpan<double> beside)
    {
        double low = double.NegativeInfinity, high = 0;
        for (int i = 0; i < diagonal.Length; i++)
        {
            low = Math.Max(low, diagonal[i]);
            high = Math.Max(high, diagonal[i] + beside[i] + (i + 1 < diagonal.Length ? beside[i + 1] : 0));
        }
        while (high - low > 1e-6 * high)
        {
            double middle = (low + high) / 2, pivot = diagonal[0] - middle;
            for (int i = 1; i < diagonal.Length && pivot < 0; i++) pivot = diagonal[i] - middle - beside[i] * beside[i] / pivot;
            if (pivot < 0) high = middle;
            else low = middle;
        }
        return high;
    }

    private void Sweep(PieceGraph graph, float[] x, float[] b, bool isBackward, bool isFromNothing)
    {
        for (int colour = 0; colour < graph.Runs.Length; colour++)
        {
            int[] runs = graph.Runs[isBackward ? graph.Runs.Length - 1 - colour : colour];
            bool isFirst = isFromNothing && colour == 0;
            if (runs.Length == 2) PieceSweeps.Relax(graph, x, b, runs[0], runs[1], isBackward, isFirst);
            else Slabs.Run(threads, runs.Length - 1, run => PieceSweeps.Relax(graph, x, b, runs[run], runs[run + 1], isBackward, isFirst));
        }
    }

    // Pieces of one parent are added in their order, whichever thread computed what they lack.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Restrict(int level)
    {
        PieceGraph graph = graphs[level];
        float[] x = values[level], b = sides[level], lacks = rests[level], side = sides[level + 1];
        graph.InParts(threads, (from, to) => PieceSweeps.Lacking(graph, x, b, lacks, from, to));
        Array.Clear(side);
        int[] parent = graph.Parent;
        for (int i = 0; i < lacks.Length; i++) side[parent[i]] += lacks[i];
    }
}
