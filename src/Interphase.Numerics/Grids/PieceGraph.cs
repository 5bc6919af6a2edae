using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Interphase.Numerics;

/// <summary>
/// A coarser level: pieces of blocks, each the cells (or pieces of the finer level) of a block of eight that are strongly joined inside it, so that what the block only holds side by side is never mistaken for
/// one. Pieces are ordered by colour, such that no two blocks of one colour touch: all blocks of a colour can be worked on at once, with the same result whatever the number of threads. docs/numerics.md, section 15.
/// </summary>
internal sealed class PieceGraph
{
    // A face joins strongly if it conducts this share of the geometric mean of the best faces of both sides. Along a chain of n cells n/2 faces remain, each over twice the distance: half the sum of the faces.
    private const float Strong = 0.1f, OverDistance = 0.5f;
    private const int Colours = 16, RowsAtOnce = 4096;

    /// <summary>Whether a piece touches what is given below or above along the axis on which potentials are given.</summary>
    public const byte Low = 1, High = 2;

    private PieceGraph(GridShape blocks, int[] first, byte[] count)
    {
        (Blocks, FirstOfBlock, CountOfBlock) = (blocks, first, count);
    }

    /// <summary>Blocks along each axis.</summary>
    public GridShape Blocks { get; }

    /// <summary>The first piece of each block; those of a block follow one another.</summary>
    public int[] FirstOfBlock { get; }

    public byte[] CountOfBlock { get; }

    public int Count { get; private set; }

    /// <summary>Where the neighbours of each piece begin.</summary>
    public int[] Start { get; private set; } = [];

    public int[] Neighbour { get; private set; } = [];

    public float[] Conductance { get; private set; } = [];

    /// <summary>One over the sum of all conductances of a piece.</summary>
    public float[] Inverse { get; private set; } = [];

    /// <summary>What each piece touches beyond the box.</summary>
    public byte[] Touches { get; private set; } = [];

    /// <summary>The block of each piece.</summary>
    public int[] Block { get; private set; } = [];

    /// <summary>The piece of the next coarser level of which each is a part.</summary>
    public int[] Parent { get; private set; } = [];

    /// <summary>Where each run of pieces begins that one thread works on, by colour; no block is divided.</summary>
    public int[][] Runs { get; private set; } = [];

    /// <summary>The graph of the pieces of blocks of cells.</summary>
    public static PieceGraph Of<TFaces>(GridConductances grid, TFaces faces, int threads) where TFaces : struct, IFaceSource
    {
        GridFrame frame = grid.Frame;
        GridShape shape = grid.Shape, blocks = Halved(shape);
        byte[] counts = new byte[blocks.Count];
        Slabs.Run(threads, blocks.X, [MethodImpl(MethodImplOptions.AggressiveOptimization)] (bx) =>
        {
            // Of the corners of a block, with 4, 2 and 1 for the second cell along each axis.
            Span<float> best = stackalloc float[8];
            Span<int> joined = stackalloc int[8];
            for (int by = 0; by < blocks.Y; by++)
                for (int bz = 0; bz < blocks.Z; bz++)
                {
                    bool isWhole = 2 * bx + 1 < shape.X && 2 * by + 1 < shape.Y && 2 * bz + 1 < shape.Z;
                    long origin = frame.At(2 * bx, 2 * by, 2 * bz);
                    int active = 0;
                    for (int corner = 0; corner < 8; corner++)
                    {
                        joined[corner] = 0;
                        if (!isWhole && (2 * bx + (corner >> 2) >= shape.X || 2 * by + (corner >> 1 & 1) >= shape.Y || 2 * bz + (corner & 1) >= shape.Z)) continue;
                        long cell = origin + Offset(frame, corner);
                        float most = Math.Max(
                            Math.Max(Math.Max(faces.After(cell, 0), faces.After(cell - frame.Plane, 0)), Math.Max(faces.After(cell, 1), faces.After(cell - frame.Row, 1))),
                            Math.Max(faces.After(cell, 2), faces.After(cell - 1, 2)));
                        if (most == 0) faces.SetPiece(cell, GridConductances.NoPiece);
                        else active |= 1 << corner;
                        best[corner] = most;
                    }
                    if (active == 0) continue;
                    for (int axis = 0; axis < 3; axis++)
                    {
                        int step = 4 >> axis;
                        for (int corner = 0; corner < 8; corner++)
                        {
                            int other = corner | step;
                            if (other == corner || (active >> corner & active >> other & 1) == 0) continue;
                            float between = faces.After(origin + Offset(frame, corner), axis);
                            if (between == 0 || between * between < Strong * Strong * best[corner] * best[other]) continue;
                            joined[corner] |= 1 << other;
                            joined[other] |= 1 << corner;
                        }
                    }
                    int number = 0;
                    for (int left = active; left != 0; number++)
                    {
                        int group = left & -left;
                        for (int grown = group; grown != 0;)
                        {
                            int next = 0;
                            for (int rest = grown; rest != 0; rest &= rest - 1) next |= joined[System.Numerics.BitOperations.TrailingZeroCount(rest)];
                            grown = next & ~group;
                            group |= grown;
                        }
                        for (int rest = group; rest != 0; rest &= rest - 1) faces.SetPiece(origin + Offset(frame, System.Numerics.BitOperations.TrailingZeroCount(rest)), number);
                        left &= ~group;
                    }
                    counts[blocks.Index(bx, by, bz)] = (byte)number;
                }
        });
        PieceGraph graph = Numbered(blocks, counts, grid.Ends);
        var parts = new Rows[blocks.X];
        int first = grid.Ends.X == GridEnd.Fixed ? 0 : grid.Ends.Y == GridEnd.Fixed ? 1 : 2;
        Slabs.Run(threads, blocks.X, [MethodImpl(MethodImplOptions.AggressiveOptimization)] (bx) =>
        {
            var rows = new Rows();
            for (int by = 0; by < blocks.Y; by++)
                for (int bz = 0; bz < blocks.Z; bz++)
                {
                    long block = blocks.Index(bx, by, bz);
                    if (counts[block] == 1 && bx > 0 && by > 0 && bz > 0 && bx < blocks.X - 1 && by < blocks.Y - 1 && bz < blocks.Z - 1)
                    {
                        Inner(rows, bx, by, bz, (int)block);
                        continue;
                    }
                    for (int piece = 0; piece < counts[block]; piece++)
                    {
                        int self = graph.FirstOfBlock[block] + piece;
                        rows.Begin(self, (int)block);
                        for (int corner = 0; corner < 8; corner++)
                        {
                            int x = 2 * bx + (corner >> 2), y = 2 * by + (corner >> 1 & 1), z = 2 * bz + (corner & 1);
                            if (x >= shape.X || y >= shape.Y || z >= shape.Z) continue;
                            long cell = frame.At(x, y, z);
                            if (faces.Piece(cell) != piece) continue;
                            for (int axis = 0; axis < 3; axis++)
                                for (int side = 0; side < 2; side++)
                                {
                                    float conducts = faces.After(side == 0 ? cell - frame.Step(axis) : cell, axis);
                                    if (conducts == 0) continue;
                                    int place = (axis switch { 0 => x, 1 => y, _ => z }) + (side == 0 ? -1 : 1), count = shape[axis];
                                    bool beyond = place < 0 || place >= count;
                                    if (beyond && grid.Ends[axis] == GridEnd.Fixed)
                                    {
                                        rows.Outward(conducts * OverDistance, axis == first ? side == 0 ? Low : High : (byte)(Low | High));
                                        continue;
                                    }
                                    if (beyond) place = place < 0 ? count - 1 : 0;
                                    (int nx, int ny, int nz) = axis switch { 0 => (place, y, z), 1 => (x, place, z), _ => (x, y, place) };
                                    int other = graph.FirstOfBlock[blocks.Index(nx >> 1, ny >> 1, nz >> 1)] + faces.Piece(frame.At(nx, ny, nz));
                                    if (other != self) rows.Add(other, conducts * OverDistance);
                                }
                        }
                        rows.End();
                    }
                }
            parts[bx] = rows;
        });
        graph.Gather(parts, threads);
        return graph;

        // Most blocks are of one piece and lie within the box: only the four faces on each of their sides lead out.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        void Inner(Rows rows, int bx, int by, int bz, int block)
        {
            rows.Begin(graph.FirstOfBlock[block], block);
            long origin = frame.At(2 * bx, 2 * by, 2 * bz);
            for (int axis = 0; axis < 3; axis++)
            {
                int step = 4 >> axis;
                long along = frame.Step(axis), beside = axis == 0 ? blocks.Index(1, 0, 0) : axis == 1 ? blocks.Z : 1;
                for (int side = 0; side < 2; side++)
                {
                    long other = side == 0 ? block - beside : block + beside;
                    if (counts[other] == 0) continue;
                    float sum = 0;
                    for (int corner = 0; corner < 8; corner++)
                    {
                        if ((corner & step) != (side == 0 ? 0 : step)) continue;
                        long cell = origin + Offset(frame, corner);
                        float conducts = faces.After(side == 0 ? cell - along : cell, axis);
                        if (conducts == 0) continue;
                        if (counts[other] == 1) sum += conducts;
                        else rows.Add(graph.FirstOfBlock[other] + faces.Piece(side == 0 ? cell - along : cell + along), conducts * OverDistance);
                    }
                    if (sum > 0) rows.Add(graph.FirstOfBlock[other], sum * OverDistance);
                }
            }
            rows.End();
        }
    }

    /// <summary>Cuts off pieces through which no current passes: a group that nothing given holds has no scale, and would spoil that of the others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Keep(byte[] carries)
    {
        int at = 0;
        for (int i = 0, from = 0; i < Count; i++)
        {
            int until = Start[i + 1];
            if (carries[i] == 0) (Inverse[i], Touches[i]) = (0, 0);
            else
            {
                if (at != from)
                {
                    Array.Copy(Neighbour, from, Neighbour, at, until - from);
                    Array.Copy(Conductance, from, Conductance, at, until - from);
                }
                at += until - from;
            }
            from = until;
            Start[i + 1] = at;
        }
    }

    private static long Offset(GridFrame frame, int corner) => (corner >> 2) * frame.Plane + (corner >> 1 & 1) * frame.Row + (corner & 1);

    /// <summary>The next coarser graph; it notes of which of its pieces each piece of this one is a part.</summary>
    public PieceGraph Coarser(GridEnds ends, int threads)
    {
        GridShape blocks = Halved(Blocks);
        byte[] counts = new byte[blocks.Count];
        Parent = new int[Count];
        float[] best = new float[Count];
        for (int i = 0; i < Count; i++)
            for (int k = Start[i]; k < Start[i + 1]; k++) best[i] = Math.Max(best[i], Conductance[k]);
        Slabs.Run(threads, blocks.X, [MethodImpl(MethodImplOptions.AggressiveOptimization)] (bx) =>
        {
            List<int> members = [], roots = [];
            for (int by = 0; by < blocks.Y; by++)
                for (int bz = 0; bz < blocks.Z; bz++)
                {
                    Members(members, bx, by, bz);
                    // Parent first holds the lowest piece that each is joined to, itself a member of the same block.
                    foreach (int i in members) Parent[i] = i;
                    foreach (int i in members)
                        for (int k = Start[i]; k < Start[i + 1]; k++)
                        {
                            int j = Neighbour[k];
                            if (!Inside(j, bx, by, bz) || Conductance[k] * Conductance[k] < Strong * Strong * best[i] * best[j]) continue;
                            int one = Root(i), two = Root(j);
                            if (one != two) Parent[Math.Max(one, two)] = Math.Min(one, two);
                        }
                    foreach (int i in members) Parent[i] = Root(i);
                    roots.Clear();
                    foreach (int i in members)
                        if (Parent[i] == i) roots.Add(i);
                    // More would not fit a byte; what is left over joins the last, which only slows the solution.
                    int kept = Math.Min(roots.Count, byte.MaxValue);
                    foreach (int i in members) Parent[i] = ~Math.Min(roots.IndexOf(Parent[i]), kept - 1);
                    counts[blocks.Index(bx, by, bz)] = (byte)kept;
                }
        });
        PieceGraph graph = Numbered(blocks, counts, ends);
        for (int i = 0; i < Count; i++)
        {
            // What was cut off is a part of none; where it is put it adds nothing.
            if (Inverse[i] == 0)
            {
                Parent[i] = 0;
                continue;
            }
            int block = Block[i], bz = block % Blocks.Z, by = block / Blocks.Z % Blocks.Y, bx = block / Blocks.Z / Blocks.Y;
            Parent[i] = graph.FirstOfBlock[blocks.Index(bx >> 1, by >> 1, bz >> 1)] + ~Parent[i];
        }
        var parts = new Rows[blocks.X];
        Slabs.Run(threads, blocks.X, [MethodImpl(MethodImplOptions.AggressiveOptimization)] (bx) =>
        {
            var rows = new Rows();
            var members = new List<int>();
            for (int by = 0; by < blocks.Y; by++)
                for (int bz = 0; bz < blocks.Z; bz++)
                {
                    Members(members, bx, by, bz);
                    int block = (int)blocks.Index(bx, by, bz);
                    for (int piece = 0; piece < counts[block]; piece++)
                    {
                        int self = graph.FirstOfBlock[block] + piece;
                        rows.Begin(self, block);
                        foreach (int i in members)
                        {
                            if (Parent[i] != self) continue;
                            float outward = 1 / Inverse[i];
                            for (int k = Start[i]; k < Start[i + 1]; k++)
                            {
                                outward -= Conductance[k];
                                int other = Parent[Neighbour[k]];
                                if (other != self) rows.Add(other, Conductance[k] * OverDistance);
                            }
                            if (Touches[i] != 0) rows.Outward(Math.Max(0, outward) * OverDistance, Touches[i]);
                        }
                        rows.End();
                    }
                }
            parts[bx] = rows;
        });
        graph.Gather(parts, threads);
        return graph;

        int Root(int i)
        {
            while (Parent[i] != i) i = Parent[i];
            return i;
        }

        bool Inside(int j, int bx, int by, int bz)
        {
            int block = Block[j], z = block % Blocks.Z, rest = block / Blocks.Z;
            return z >> 1 == bz && rest % Blocks.Y >> 1 == by && rest / Blocks.Y >> 1 == bx;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Members(List<int> members, int bx, int by, int bz)
    {
        members.Clear();
        for (int corner = 0; corner < 8; corner++)
        {
            int x = 2 * bx + (corner >> 2), y = 2 * by + (corner >> 1 & 1), z = 2 * bz + (corner & 1);
            if (x >= Blocks.X || y >= Blocks.Y || z >= Blocks.Z) continue;
            long block = Blocks.Index(x, y, z);
            for (int piece = FirstOfBlock[block]; piece < FirstOfBlock[block] + CountOfBlock[block]; piece++)
                if (Inverse[piece] > 0) members.Add(piece);
        }
    }

    private static GridShape Halved(GridShape shape) => new((shape.X + 1) / 2, (shape.Y + 1) / 2, (shape.Z + 1) / 2);

    // Neighbours differ in parity, except across a periodic end with an odd number of blocks: the last layer there has colours of its own.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static PieceGraph Numbered(GridShape blocks, byte[] counts, GridEnds ends)
    {
        int Odd(int place, int axis) => ends[axis] == GridEnd.Periodic && blocks[axis] % 2 == 1 && place == blocks[axis] - 1 ? 2 << axis : 0;
        int[] first = new int[counts.Length];
        var runs = new List<int[]>();
        int next = 0;
        bool isEven = ends.X != GridEnd.Periodic || blocks.X % 2 == 0;
        isEven &= ends.Y != GridEnd.Periodic || blocks.Y % 2 == 0;
        isEven &= ends.Z != GridEnd.Periodic || blocks.Z % 2 == 0;
        for (int colour = 0; colour < (isEven ? 2 : Colours); colour++)
        {
            var starts = new List<int> { next };
            for (int bx = 0; bx < blocks.X; bx++)
                for (int by = 0; by < blocks.Y; by++)
                {
                    int row = (bx + by & 1) + Odd(bx, 0) + Odd(by, 1);
                    for (int bz = 0; bz < blocks.Z; bz++)
                    {
                        if ((row ^ (bz & 1)) + Odd(bz, 2) != colour) continue;
                        long block = blocks.Index(bx, by, bz);
                        first[block] = next;
                        next += counts[block];
                        if (next - starts[^1] >= RowsAtOnce) starts.Add(next);
                    }
                }
            if (starts[^1] != next) starts.Add(next);
            if (starts.Count > 1) runs.Add([.. starts]);
        }
        return new PieceGraph(blocks, first, counts) { Count = next, Runs = [.. runs] };
    }

    // Rows come block by block and stand by colour.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Gather(Rows[] parts, int threads)
    {
        Start = new int[Count + 1];
        Inverse = new float[Count];
        Touches = new byte[Count];
        Block = new int[Count];
        foreach (Rows part in parts)
            for (int row = 0; row < part.Pieces.Count; row++) Start[part.Pieces[row] + 1] = part.Ends[row] - (row == 0 ? 0 : part.Ends[row - 1]);
        for (int i = 0; i < Count; i++) Start[i + 1] += Start[i];
        Neighbour = new int[Start[Count]];
        Conductance = new float[Start[Count]];
        Slabs.Run(threads, parts.Length, [MethodImpl(MethodImplOptions.AggressiveOptimization)] (slab) =>
        {
            Rows part = parts[slab];
            ReadOnlySpan<int> others = CollectionsMarshal.AsSpan(part.Others);
            ReadOnlySpan<float> values = CollectionsMarshal.AsSpan(part.Values);
            for (int row = 0, from = 0; row < part.Pieces.Count; from = part.Ends[row++])
            {
                int piece = part.Pieces[row], length = part.Ends[row] - from;
                others.Slice(from, length).CopyTo(Neighbour.AsSpan(Start[piece]));
                values.Slice(from, length).CopyTo(Conductance.AsSpan(Start[piece]));
                Inverse[piece] = part.Sums[row] > 0 ? 1 / part.Sums[row] : 0;
                Touches[piece] = part.Touches[row];
                Block[piece] = part.Blocks[row];
            }
        });
    }

    private sealed class Rows
    {
        private int from;

        public List<int> Pieces { get; } = [];

        public List<int> Blocks { get; } = [];

        public List<int> Ends { get; } = [];

        public List<float> Sums { get; } = [];

        public List<byte> Touches { get; } = [];

        public List<int> Others { get; } = [];

        public List<float> Values { get; } = [];

        public void Begin(int piece, int block)
        {
            Pieces.Add(piece);
            Blocks.Add(block);
            Sums.Add(0);
            Touches.Add(0);
            from = Others.Count;
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Add(int other, float conducts)
        {
            Sums[^1] += conducts;
            Span<int> known = CollectionsMarshal.AsSpan(Others)[from..];
            int at = known.IndexOf(other);
            if (at >= 0)
            {
                CollectionsMarshal.AsSpan(Values)[from + at] += conducts;
                return;
            }
            Others.Add(other);
            Values.Add(conducts);
        }

        public void Outward(float conducts, byte touches)
        {
            Sums[^1] += conducts;
            Touches[^1] |= touches;
        }

        public void End() => Ends.Add(Others.Count);
    }
}
