using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Interphase.Numerics;

/// <summary>The loops over cells, compiled for one way of keeping faces. A row is taken eight cells at a time, in code that is compiled for speed at once, since a first solution is often the only one; cells of both colours are computed and those of one are kept, which costs nothing where memory is what is waited for.</summary>
internal sealed unsafe class CellLevelOf<TFaces>(GridConductances grid, TFaces faces, int threads) : CellLevel where TFaces : struct, IFaceSource
{
    private readonly GridFrame frame = grid.Frame;
    private readonly GridShape shape = grid.Shape, blocks = new((grid.Shape.X + 1) / 2, (grid.Shape.Y + 1) / 2, (grid.Shape.Z + 1) / 2);
    private readonly GridEnds ends = grid.Ends;
    private readonly bool isTwoColoured = Even(grid.Ends.X, grid.Shape.X) && Even(grid.Ends.Y, grid.Shape.Y) && Even(grid.Ends.Z, grid.Shape.Z);

    public override PieceGraph Graph() => new CellPieces<TFaces>(grid, faces, threads).Graph();

    public override double Multiply(float[] p, float[] q)
    {
        Surround(p);
        double[] sums = new double[shape.X];
        Slabs.Run(threads, shape.X, [MethodImpl(MethodImplOptions.AggressiveOptimization)] (x) =>
        {
            float* from = Pointer(p), to = Pointer(q);
            double plane = 0;
            for (int y = 0; y < shape.Y; y++)
            {
                Vector256<float> row = Vector256<float>.Zero;
                long first = frame.At(x, y, 0);
                for (int z = 0; z < shape.Z; z += GridFrame.Lanes)
                {
                    long i = first + z;
                    Vector256<float> neighbours = Neighbours(from, i, out Vector256<float> all), own = Vector256.Load(from + i);
                    Vector256<float> result = (all * own - neighbours) & Inside(z);
                    result.Store(to + i);
                    row += result * own;
                }
                plane += Sum(row);
            }
            sums[x] = plane;
        });
        return sums.Sum();
    }

    public override void Advance(float[] x, float[] r, float[] p, float[] q, float a) => Slabs.Run(threads, shape.X, [MethodImpl(MethodImplOptions.AggressiveOptimization)] (plane) =>
    {
        long from = frame.At(plane, 0, -1), length = shape.Y * frame.Row;
        float* px = Pointer(x) + from, pr = Pointer(r) + from, pp = Pointer(p) + from, pq = Pointer(q) + from;
        Vector256<float> by = Vector256.Create(a);
        for (long i = 0; i < length; i += GridFrame.Lanes)
        {
            (Vector256.Load(px + i) + by * Vector256.Load(pp + i)).Store(px + i);
            (Vector256.Load(pr + i) - by * Vector256.Load(pq + i)).Store(pr + i);
        }
    });

    public override void Turn(float[] p, float[] z, float b) => Slabs.Run(threads, shape.X, [MethodImpl(MethodImplOptions.AggressiveOptimization)] (plane) =>
    {
        long from = frame.At(plane, 0, -1), length = shape.Y * frame.Row;
        float* pp = Pointer(p) + from, pz = Pointer(z) + from;
        Vector256<float> by = Vector256.Create(b);
        for (long i = 0; i < length; i += GridFrame.Lanes) (Vector256.Load(pz + i) + by * Vector256.Load(pp + i)).Store(pp + i);
    });

    public override double Precondition(float[] r, float[] z)
    {
        First(r, z);
        Surround(z);
        Relax(r, z, 1, null);
        Surround(z);
        Restrict(r, z);
        Cycle.Solve();
        Prolong(z);
        Surround(z);
        Relax(r, z, 1, null);
        Surround(z);
        double[] sums = new double[shape.X];
        Relax(r, z, 0, sums);
        return sums.Sum();
    }

    public override void Keep(PieceGraph graph)
    {
        (FirstOfBlock, CountOfBlock) = (graph.FirstOfBlock, graph.CountOfBlock);
        Slabs.Run(threads, blocks.X, [MethodImpl(MethodImplOptions.AggressiveOptimization)] (bx) =>
        {
            for (int by = 0; by < blocks.Y; by++)
                for (int bz = 0; bz < blocks.Z; bz++)
                {
                    long block = blocks.Index(bx, by, bz);
                    ReadOnlySpan<float> inverse = graph.Inverse.AsSpan(FirstOfBlock[block], CountOfBlock[block]);
                    if (!inverse.Contains(0)) continue;
                    for (int x = 2 * bx; x < Math.Min(shape.X, 2 * bx + 2); x++)
                        for (int y = 2 * by; y < Math.Min(shape.Y, 2 * by + 2); y++)
                            for (int z = 2 * bz; z < Math.Min(shape.Z, 2 * bz + 2); z++)
                            {
                                long cell = frame.At(x, y, z);
                                int piece = faces.Piece(cell);
                                if (piece != GridConductances.NoPiece && inverse[piece] == 0) faces.SetPiece(cell, GridConductances.NoPiece);
                            }
                }
        });
    }

    public override GridFlux Lacking(float[] x, double[]? settled, float[]? sources, int axis, double low, double high, float[]? r)
    {
        Surround(x);
        var sums = new GridFlux[shape.X];
        var balance = new CellBalance<TFaces>(frame, faces, axis, (high - low) / shape[axis], x, settled, sources, r);
        Slabs.Run(threads, shape.X, plane => sums[plane] = balance.Plane(plane));
        var all = new GridFlux(0, 0, 0, 0);
        foreach (GridFlux part in sums) all = new GridFlux(all.Energy + part.Energy, all.Mean + part.Mean / (shape[axis] + 1), all.Low + part.Low, all.High + part.High);
        return all;
    }

    // From nothing: the first colour has only its own share, the second is still 0.
    private void First(float[] r, float[] z) => Slabs.Run(threads, shape.X, [MethodImpl(MethodImplOptions.AggressiveOptimization)] (x) =>
    {
        float* from = Pointer(r), to = Pointer(z);
        for (int y = 0; y < shape.Y; y++)
        {
            long first = frame.At(x, y, 0);
            Vector256<float> colour = Colour(x + y);
            for (int k = 0; k < shape.Z; k += GridFrame.Lanes)
            {
                long i = first + k;
                faces.Load(i, out Vector256<float> below, out Vector256<float> above, out Vector256<float> front, out Vector256<float> back, out Vector256<float> left, out Vector256<float> right);
                Vector256<float> all = below + above + (front + back) + (left + right);
                (Vector256.ConditionalSelect(Vector256.GreaterThan(all, Vector256<float>.Zero), Vector256.Load(from + i) / all, Vector256<float>.Zero) & colour & Inside(k)).Store(to + i);
            }
        }
    });

    private void Relax(float[] r, float[] z, int second, double[]? sums) => Slabs.Run(threads, shape.X, [MethodImpl(MethodImplOptions.AggressiveOptimization)] (x) =>
    {
        float* from = Pointer(r), to = Pointer(z);
        double plane = 0;
        for (int y = 0; y < shape.Y; y++)
        {
            long first = frame.At(x, y, 0);
            Vector256<float> colour = Colour(x + y + second), row = Vector256<float>.Zero, before = Vector256<float>.Zero;
            for (int k = 0; k < shape.Z; k += GridFrame.Lanes)
            {
                long i = first + k;
                Vector256<float> neighbours = Neighbours(to, i, out Vector256<float> all), side = Vector256.Load(from + i), inside = Inside(k);
                Vector256<float> mine = colour & inside & Vector256.GreaterThan(all, Vector256<float>.Zero);
                Vector256<float> value = Vector256.ConditionalSelect(mine, (side + neighbours) / all, Vector256.Load(to + i));
                // Eight cells are stored once the next eight have read their neighbours, of the other colour: a read across what was just written would wait for it.
                if (k > 0) before.Store(to + i - GridFrame.Lanes);
                before = value;
                if (sums is not null) row += value * side & inside;
            }
            before.Store(to + first + (shape.Z - 1) / GridFrame.Lanes * GridFrame.Lanes);
            if (sums is not null) plane += Sum(row);
        }
        if (sums is not null) sums[x] = plane;
    });

    // After the second colour has been relaxed it lacks nothing, unless a periodic end joins cells of one colour.
    private void Restrict(float[] r, float[] z)
    {
        float[] side = Cycle.Side;
        Array.Clear(side);
        int stride = isTwoColoured ? 2 : 1;
        Slabs.Run(threads, blocks.X, [MethodImpl(MethodImplOptions.AggressiveOptimization)] (bx) =>
        {
            float* from = Pointer(r), at = Pointer(z);
            float* lacks = stackalloc float[GridFrame.Lanes];
            for (int x = 2 * bx; x < Math.Min(shape.X, 2 * bx + 2); x++)
                for (int y = 0; y < shape.Y; y++)
                {
                    long first = frame.At(x, y, 0);
                    int block = (int)blocks.Index(bx, y >> 1, 0), shift = isTwoColoured ? x + y & 1 : 0;
                    for (int k = 0; k < shape.Z; k += GridFrame.Lanes)
                    {
                        long i = first + k;
                        Vector256<float> neighbours = Neighbours(at, i, out Vector256<float> all);
                        (Vector256.Load(from + i) + neighbours - all * Vector256.Load(at + i)).Store(lacks);
                        int until = Math.Min(GridFrame.Lanes, shape.Z - k);
                        for (int lane = shift; lane < until; lane += stride)
                        {
                            int piece = faces.Piece(i + lane);
                            if (piece != GridConductances.NoPiece) side[FirstOfBlock[block + (k + lane >> 1)] + piece] += lacks[lane];
                        }
                    }
                }
        });
    }

    private void Prolong(float[] z)
    {
        float[] value = Cycle.Value;
        int stride = isTwoColoured ? 2 : 1;
        Slabs.Run(threads, shape.X, [MethodImpl(MethodImplOptions.AggressiveOptimization)] (x) =>
        {
            float* to = Pointer(z);
            for (int y = 0; y < shape.Y; y++)
            {
                long first = frame.At(x, y, 0);
                int block = (int)blocks.Index(x >> 1, y >> 1, 0);
                for (int k = isTwoColoured ? x + y & 1 : 0; k < shape.Z; k += stride)
                {
                    int piece = faces.Piece(first + k);
                    if (piece != GridConductances.NoPiece) to[first + k] += value[FirstOfBlock[block + (k >> 1)] + piece];
                }
            }
        });
    }

    // Copies what lies at the other end into the layers beyond periodic ends.
    private void Surround(float[] values)
    {
        if (ends.X == GridEnd.Periodic)
        {
            values.AsSpan((int)frame.At(shape.X - 1, -1, -1), (int)frame.Plane).CopyTo(values.AsSpan((int)frame.At(-1, -1, -1)));
            values.AsSpan((int)frame.At(0, -1, -1), (int)frame.Plane).CopyTo(values.AsSpan((int)frame.At(shape.X, -1, -1)));
        }
        if (ends.Y != GridEnd.Periodic && ends.Z != GridEnd.Periodic) return;
        Slabs.Run(threads, shape.X, [MethodImpl(MethodImplOptions.AggressiveOptimization)] (x) =>
        {
            if (ends.Y == GridEnd.Periodic)
            {
                values.AsSpan((int)frame.At(x, shape.Y - 1, 0), shape.Z).CopyTo(values.AsSpan((int)frame.At(x, -1, 0)));
                values.AsSpan((int)frame.At(x, 0, 0), shape.Z).CopyTo(values.AsSpan((int)frame.At(x, shape.Y, 0)));
            }
            if (ends.Z != GridEnd.Periodic) return;
            for (int y = 0; y < shape.Y; y++)
            {
                values[frame.At(x, y, -1)] = values[frame.At(x, y, shape.Z - 1)];
                values[frame.At(x, y, shape.Z)] = values[frame.At(x, y, 0)];
            }
        });
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<float> Neighbours(float* values, long i, out Vector256<float> all)
    {
        faces.Load(i, out Vector256<float> below, out Vector256<float> above, out Vector256<float> front, out Vector256<float> back, out Vector256<float> left, out Vector256<float> right);
        all = below + above + (front + back) + (left + right);
        return below * Vector256.Load(values + i - frame.Plane) + above * Vector256.Load(values + i + frame.Plane)
            + (front * Vector256.Load(values + i - frame.Row) + back * Vector256.Load(values + i + frame.Row))
            + (left * Vector256.Load(values + i - 1) + right * Vector256.Load(values + i + 1));
    }

    // The lanes that are cells of the row.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<float> Inside(int z) => GridFrame.Inside(z, shape.Z);

    private static Vector256<float> Colour(int parity) =>
        (parity & 1) == 0 ? Vector256.Create(-1, 0, -1, 0, -1, 0, -1, 0).AsSingle() : Vector256.Create(0, -1, 0, -1, 0, -1, 0, -1).AsSingle();

    private static double Sum(Vector256<float> row)
    {
        (Vector256<double> low, Vector256<double> high) = Vector256.Widen(row);
        return Vector256.Sum(low + high);
    }

    private static bool Even(GridEnd end, int count) => end != GridEnd.Periodic || count % 2 == 0;

    private static float* Pointer(float[] pinned) => (float*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(pinned));
}
