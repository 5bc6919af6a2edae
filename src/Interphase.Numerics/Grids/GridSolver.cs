namespace Interphase.Numerics;

/// <summary>
/// Solves for the potential in a box of cells, between potentials that are given at both ends of one axis: conjugate gradients, preconditioned by one cycle over pieces of blocks. Cells through which no current
/// can pass are left out. The same result whatever the number of threads. docs/numerics.md, section 15.
/// </summary>
public sealed class GridSolver
{
    // A correction is known no better than this where its numbers are of single precision; a finer solution is made of several.
    private const double OfOneCorrection = 1e-13, OfSinglePrecision = 1e-5;
    private const int Corrections = 12, Look = 3, Large = 16_000_000;

    private readonly GridConductances grid;
    private readonly CellLevel cells;
    private readonly int axis;

    /// <summary>Prepares a box.</summary>
    /// <param name="conductances">Its faces, with potentials given at the ends of one axis. Nothing else may be solved with them at the same time.</param>
    /// <param name="threads">How many threads may work, &gt; 0.</param>
    /// <exception cref="ArgumentException">Potentials are given at the ends of no axis, or of several.</exception>
    public GridSolver(GridConductances conductances, int threads)
    {
        grid = conductances;
        int[] given = [.. Enumerable.Range(0, 3).Where(axis => grid.Ends[axis] == GridEnd.Fixed)];
        if (given.Length != 1) throw new ArgumentException($"potentials are given at the ends of {given.Length} axes; one is needed", nameof(conductances));
        axis = given[0];
        cells = grid.IsCoded ? new CellLevelOf<CodedFaces>(grid, grid.Coded, threads) : new CellLevelOf<StoredFaces>(grid, grid.Stored, threads);
        PieceGraph graph = cells.Graph();
        cells.Keep(graph);
        IsConnected = graph.Inverse.AsSpan().ContainsAnyExcept(0);
        if (IsConnected) cells.Cycle = new PieceCycle(graph, grid.Ends, threads);
        // What was only needed to gather pieces takes as much as they do, and would stand beside the arrays to come.
        if (grid.Shape.Count > Large) GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }

    /// <summary>Whether anything conducts from one end to the other.</summary>
    public bool IsConnected { get; }

    /// <summary>Solves.</summary>
    /// <param name="tolerance">By how much of itself the conductance may be off, 1e-10 to 1.</param>
    /// <param name="keep">Whether the potential is wanted.</param>
    /// <param name="most">Iterations at most.</param>
    /// <param name="start">A potential to begin with, for each cell; none for a ramp.</param>
    /// <param name="sources">Current put into each cell; none where there is none. The conductance is then that of the ramp and the sources together: their energy.</param>
    /// <param name="progress">Told the gap after each iteration.</param>
    /// <param name="cancellation">Ends the work.</param>
    public GridSolution Solve(
        double tolerance, bool keep = false, int most = 1000, ReadOnlySpan<float> start = default, float[]? sources = null, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        if (!IsConnected) return new GridSolution { IsConnected = false, Conductance = 0, FromFlux = 0, Unevenness = 0, Gap = 0, Iterations = 0, IsConverged = true };
        GridFrame frame = grid.Frame;
        float[] x = frame.Array<float>(), r = frame.Array<float>(), p = frame.Array<float>(), z = frame.Array<float>();
        if (start.Length > 0) Begin(start, x);
        double[]? settled = null;
        GridFlux flux = cells.Lacking(x, settled, sources, axis, 0, 1, r);
        double energy = flux.Energy, remaining = double.PositiveInfinity;
        int iterations = 0;
        Span<double> last = stackalloc double[Look + 1];
        for (int correction = 0; correction < Corrections && iterations < most; correction++)
        {
            double rz = Preconditioned(r, z, out _), first = rz;
            Array.Copy(z, p, z.Length);
            last.Clear();
            int made = 0;
            // What is left of a correction is held against the whole, whose current depends on it to the first order.
            double goal = correction == 0 && tolerance > OfSinglePrecision ? tolerance / 2 : tolerance * tolerance;
            remaining = double.PositiveInfinity;
            while (true)
            {
                cancellation.ThrowIfCancellationRequested();
                if (rz >= 0 && rz <= 1e-16 * Math.Abs(energy)) remaining = 0;
                if (iterations >= most || !(rz > 1e-16 * Math.Abs(energy))) break;
                double pq = cells.Multiply(p, z);
                if (!(pq > 0)) break;
                double along = rz / pq;
                cells.Advance(x, r, p, z, (float)along);
                energy -= along * rz;
                iterations++;
                made++;
                last[..^1].CopyTo(last[1..]);
                last[0] = along * rz;
                remaining = Remaining(last, made);
                progress?.Report(remaining / Math.Abs(energy));
                if (remaining < goal * Math.Abs(energy) || last[0] < OfOneCorrection * first) break;
                double next = Preconditioned(r, z, out bool isAnother);
                if (isAnother)
                {
                    // Directions of the cycle that was given up say nothing about the new one.
                    Array.Copy(z, p, z.Length);
                    (first, made) = (next, 0);
                    last.Clear();
                }
                else cells.Turn(p, z, (float)(next / rz));
                rz = next;
            }
            // What the iterations believe is held against what the potential does.
            GridFlux told = cells.Lacking(x, settled, sources, axis, 0, 1, correction + 1 < Corrections ? r : null);
            bool agrees = Math.Abs(told.Energy - energy) <= tolerance * told.Energy && (sources is not null || Math.Abs(told.Energy - told.Mean) <= tolerance * told.Energy);
            (flux, energy) = (told, told.Energy);
            if (made == 0 && remaining == 0 || remaining < tolerance * energy && agrees) break;
            // Numbers of single precision hold a correction, not the whole, where more is wanted.
            settled ??= GC.AllocateArray<double>(x.Length, pinned: true);
            for (int i = 0; i < x.Length; i++) settled[i] += x[i];
            Array.Clear(x);
        }
        double gap = Math.Max(remaining, sources is null ? Math.Abs(flux.Energy - flux.Mean) : 0) / flux.Energy;
        return new GridSolution
        {
            IsConnected = true,
            Conductance = flux.Energy,
            FromFlux = flux.Mean,
            Unevenness = Math.Abs(flux.High - flux.Low) / flux.Mean,
            Gap = gap,
            Iterations = iterations,
            IsConverged = gap <= tolerance,
            Potential = keep ? Told(x, settled) : [],
        };
    }

    // A cycle is positive unless the eigenvalue that damps its second turn was found too small, which a narrow path between large clusters can hide; then it does without.
    private double Preconditioned(float[] r, float[] z, out bool isAnother)
    {
        double rz = cells.Precondition(r, z);
        isAnother = !(rz >= 0) && cells.Cycle.Simplify();
        return isAnother ? cells.Precondition(r, z) : rz;
    }

    // What the iterations to come will take away, from what the last ones took: a geometric series of their ratio.
    private static double Remaining(ReadOnlySpan<double> last, int made)
    {
        if (made < 2) return double.PositiveInfinity;
        int back = Math.Min(made - 1, Look);
        double ratio = Math.Clamp(Math.Pow(last[0] / last[back], 1.0 / back), 0.1, 0.98), largest = last[0];
        return largest * ratio / (1 - ratio);
    }

    private void Begin(ReadOnlySpan<float> start, float[] x)
    {
        GridShape shape = grid.Shape;
        if (start.Length != shape.Count) throw new ArgumentException($"{start.Length} potentials for {shape.Count} cells", nameof(start));
        for (int i = 0; i < shape.X; i++)
            for (int j = 0; j < shape.Y; j++)
                for (int k = 0; k < shape.Z; k++)
                {
                    float value = start[(int)shape.Index(i, j, k)];
                    x[grid.Frame.At(i, j, k)] = float.IsFinite(value) ? value - Ramp(i, j, k) : 0;
                }
    }

    private float Ramp(int i, int j, int k) => (float)(((axis switch { 0 => i, 1 => j, _ => k }) + 0.5) / grid.Shape[axis]);

    private float[] Told(float[] x, double[]? settled)
    {
        GridShape shape = grid.Shape;
        float[] potential = new float[shape.Count];
        for (int i = 0; i < shape.X; i++)
            for (int j = 0; j < shape.Y; j++)
                for (int k = 0; k < shape.Z; k++)
                {
                    bool carries = (grid.IsCoded ? grid.Coded.Piece(grid.Frame.At(i, j, k)) : grid.Stored.Piece(grid.Frame.At(i, j, k))) != GridConductances.NoPiece;
                    potential[shape.Index(i, j, k)] = carries ? (float)(x[grid.Frame.At(i, j, k)] + (settled?[grid.Frame.At(i, j, k)] ?? 0)) + Ramp(i, j, k) : float.NaN;
                }
        return potential;
    }
}
