using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Interphase.Numerics;

/// <summary>Makes the first graph: pieces of blocks of eight cells. Four blocks are looked at at once, as eight cells of each of the four rows that run through them.</summary>
internal sealed unsafe class CellPieces<TFaces>(GridConductances grid, TFaces faces, int threads) where TFaces : struct, IFaceSource
{
    private const int Rows = 4, BlocksAtOnce = GridFrame.Lanes / 2;

    private readonly GridFrame frame = grid.Frame;
    private readonly GridShape shape = grid.Shape, blocks = PieceGraph.Halved(grid.Shape), over = PieceGraph.Halved(PieceGraph.Halved(grid.Shape));
    private readonly GridEnds ends = grid.Ends;
    private readonly byte[] counts = new byte[PieceGraph.Halved(grid.Shape).Count];
    private int[] firstOfBlock = [];

    public PieceGraph Graph()
    {
        Slabs.Run(threads, blocks.X, Divide);
        PieceGraph graph = PieceGraph.Numbered(blocks, counts, ends, threads);
        firstOfBlock = graph.FirstOfBlock;
        var parts = new PieceRows[blocks.X];
        Slabs.Run(threads, blocks.X, bx => parts[bx] = Joined(bx));
        graph.Gather(parts, PieceReach.Of(parts, graph.Count, threads), threads);
        return graph;
    }

    // Notes of each cell which piece of its block it belongs to.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Divide(int bx)
    {
        float* best = stackalloc float[Rows * GridFrame.Lanes];
        for (int by = 0; by < blocks.Y; by++)
            for (int k = 0; k < shape.Z; k += GridFrame.Lanes)
            {
                // A bit for each cell to which something conducts, and for each inner face that joins strongly; a byte for each row.
                uint active = 0, alongX = 0, alongY = 0, alongZ = 0;
                Vector256<float> most0 = default, most1 = default, most2 = default, above0 = default, above1 = default, back = default;
                Vector256<float> inside = GridFrame.Inside(k, shape.Z);
                for (int row = 0; row < Rows; row++)
                {
                    int x = 2 * bx + (row >> 1), y = 2 * by + (row & 1);
                    if (x >= shape.X || y >= shape.Y) continue;
                    long i = frame.At(x, y, k);
                    faces.Load(i, out Vector256<float> below, out Vector256<float> above, out Vector256<float> front, out Vector256<float> behind, out Vector256<float> left, out Vector256<float> right);
                    Vector256<float> most = Vector256.Max(Vector256.Max(below, above), Vector256.Max(Vector256.Max(front, behind), Vector256.Max(left, right))) & inside;
                    Vector256<float> some = Vector256.GreaterThan(most, Vector256<float>.Zero);
                    faces.SetPieces(i, Vector256.ConditionalSelect(inside.AsInt32(), ~some.AsInt32() & Vector256.Create(GridConductances.NoPiece), faces.Pieces(i)));
                    active |= some.ExtractMostSignificantBits() << 8 * row;
                    alongZ |= Strong(right, most, Vector256.ShuffleNative(most, Vector256.Create(1, 1, 3, 3, 5, 5, 7, 7))) << 8 * row;
                    if (row == 0) (most0, above0, back) = (most, above, behind);
                    if (row == 1)
                    {
                        (most1, above1) = (most, above);
                        alongY |= Strong(back, most0, most);
                    }
                    if (row == 2)
                    {
                        (most2, back) = (most, behind);
                        alongX |= Strong(above0, most0, most);
                    }
                    if (row == 3)
                    {
                        alongX |= Strong(above1, most1, most) << 8;
                        alongY |= Strong(back, most2, most) << 8;
                    }
                }
                if (active == 0) continue;
                long block = blocks.Index(bx, by, k / 2);
                for (int bz = 0; bz < BlocksAtOnce && k + 2 * bz < shape.Z; bz++, block++)
                {
                    uint cells = active >> 2 * bz & 0x03030303, x = alongX >> 2 * bz & 0x0303, y = alongY >> 2 * bz & 0x0303, z = alongZ >> 2 * bz & 0x01010101;
                    if (cells == 0x03030303 && x == 0x0303 && y == 0x0303 && z == 0x01010101) counts[block] = 1;
                    else if (cells != 0) counts[block] = Grouped(frame.At(2 * bx, 2 * by, k + 2 * bz), cells, x, y, z);
                }
            }

        static uint Strong(Vector256<float> between, Vector256<float> one, Vector256<float> two) =>
            (Vector256.GreaterThan(between, Vector256<float>.Zero)
            & Vector256.GreaterThanOrEqual(between * between, Vector256.Create(PieceGraph.Strong * PieceGraph.Strong) * one * two)
            & Vector256.GreaterThan(two, Vector256<float>.Zero)).ExtractMostSignificantBits();
    }

    // Corners of a block have 4, 2 and 1 for the second cell along each axis.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private byte Grouped(long origin, uint cells, uint alongX, uint alongY, uint alongZ)
    {
        int* joined = stackalloc int[8];
        for (int corner = 0; corner < 8; corner++) joined[corner] = 0;
        for (int pair = 0; pair < 4; pair++)
        {
            int high = 8 * (pair >> 1) + (pair & 1), x = pair, y = 4 * (pair >> 1) + (pair & 1), z = 2 * pair;
            if ((alongX >> high & 1) != 0) Join(x, x + 4);
            if ((alongY >> high & 1) != 0) Join(y, y + 2);
            if ((alongZ >> 8 * pair & 1) != 0) Join(z, z + 1);
        }
        int number = 0;
        for (int left = (int)((cells | cells >> 6 | cells >> 12 | cells >> 18) & 0xff); left != 0; number++)
        {
            int group = left & -left;
            for (int grown = group; grown != 0;)
            {
                int next = 0;
                for (int rest = grown; rest != 0; rest &= rest - 1) next |= joined[BitOperations.TrailingZeroCount(rest)];
                grown = next & ~group;
                group |= grown;
            }
            if (number > 0)
                for (int rest = group; rest != 0; rest &= rest - 1) faces.SetPiece(origin + Offset(BitOperations.TrailingZeroCount(rest)), number);
            left &= ~group;
        }
        return (byte)number;

        void Join(int one, int two)
        {
            joined[one] |= 1 << two;
            joined[two] |= 1 << one;
        }
    }

    // What conducts between the pieces of a slab and others.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private PieceRows Joined(int bx)
    {
        int all = 0;
        foreach (byte count in counts.AsSpan((int)blocks.Index(bx, 0, 0), blocks.Y * blocks.Z)) all += count;
        var rows = new PieceRows(all);
        float* sides = stackalloc float[6 * GridFrame.Lanes];
        for (int by = 0; by < blocks.Y; by++)
        {
            bool isInner = bx > 0 && by > 0 && bx < blocks.X - 1 && by < blocks.Y - 1;
            for (int bz = 0; bz < blocks.Z; bz++)
            {
                long block = blocks.Index(bx, by, bz);
                if (isInner && bz % BlocksAtOnce == 0) Sides(frame.At(2 * bx, 2 * by, 2 * bz), sides);
                if (counts[block] == 1 && isInner && bz > 0 && bz < blocks.Z - 1) Inner(rows, bx, by, bz, (int)block, sides + 2 * (bz % BlocksAtOnce));
                else
                    for (int piece = 0; piece < counts[block]; piece++) Any(rows, bx, by, bz, piece);
            }
        }
        return rows;
    }

    // Sums of the outer faces of four blocks: those to the pieces of blocks before and after along each axis stand in pairs, one for each half of the block.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Sides(long i, float* sides)
    {
        faces.Load(i, out Vector256<float> below, out _, out Vector256<float> front, out _, out Vector256<float> left, out Vector256<float> right);
        faces.Load(i + frame.Row, out Vector256<float> below1, out _, out _, out Vector256<float> back, out Vector256<float> left1, out Vector256<float> right1);
        faces.Load(i + frame.Plane, out _, out Vector256<float> above, out Vector256<float> front2, out _, out Vector256<float> left2, out Vector256<float> right2);
        faces.Load(i + frame.Plane + frame.Row, out _, out Vector256<float> above3, out _, out Vector256<float> back3, out Vector256<float> left3, out Vector256<float> right3);
        (below + below1).Store(sides);
        (above + above3).Store(sides + 8);
        (front + front2).Store(sides + 16);
        (back + back3).Store(sides + 24);
        Vector256<float> first = Vector256.Create(-1, 0, -1, 0, -1, 0, -1, 0).AsSingle();
        ((left + left1 + (left2 + left3)) & first).Store(sides + 32);
        Vector256.AndNot(right + right1 + (right2 + right3), first).Store(sides + 40);
    }

    // Most blocks are of one piece and lie within the box: only the four faces on each of their sides lead out.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Inner(PieceRows rows, int bx, int by, int bz, int block, float* sides)
    {
        rows.Begin(firstOfBlock[block], (int)over.Index(bx >> 1, by >> 1, bz >> 1));
        for (int side = 0; side < 6; side++)
        {
            float sum = sides[side * GridFrame.Lanes] + sides[side * GridFrame.Lanes + 1];
            if (sum == 0) continue;
            int axis = side >> 1, beside = axis == 0 ? blocks.Y * blocks.Z : axis == 1 ? blocks.Z : 1;
            bool isAfter = (side & 1) != 0;
            int other = isAfter ? block + beside : block - beside;
            if (counts[other] == 1)
            {
                rows.Append(firstOfBlock[other], sum * PieceGraph.OverDistance);
                continue;
            }
            long origin = frame.At(2 * bx, 2 * by, 2 * bz), along = frame.Step(axis);
            int step = 4 >> axis;
            for (int corner = 0; corner < 8; corner++)
            {
                if ((corner & step) != (isAfter ? step : 0)) continue;
                long cell = origin + Offset(corner);
                float conducts = faces.After(isAfter ? cell : cell - along, axis);
                if (conducts != 0) rows.Add(firstOfBlock[other] + faces.Piece(isAfter ? cell + along : cell - along), conducts * PieceGraph.OverDistance);
            }
        }
        rows.End();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Any(PieceRows rows, int bx, int by, int bz, int piece)
    {
        int self = firstOfBlock[blocks.Index(bx, by, bz)] + piece, given = ends.X == GridEnd.Fixed ? 0 : ends.Y == GridEnd.Fixed ? 1 : 2;
        rows.Begin(self, (int)over.Index(bx >> 1, by >> 1, bz >> 1));
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
                    if (beyond && ends[axis] == GridEnd.Fixed)
                    {
                        rows.Outward(conducts * PieceGraph.OverDistance, axis == given ? side == 0 ? PieceGraph.Low : PieceGraph.High : (byte)(PieceGraph.Low | PieceGraph.High));
                        continue;
                    }
                    if (beyond) place = place < 0 ? count - 1 : 0;
                    (int nx, int ny, int nz) = axis switch { 0 => (place, y, z), 1 => (x, place, z), _ => (x, y, place) };
                    int other = firstOfBlock[blocks.Index(nx >> 1, ny >> 1, nz >> 1)] + faces.Piece(frame.At(nx, ny, nz));
                    if (other != self) rows.Add(other, conducts * PieceGraph.OverDistance);
                }
        }
        rows.End();
    }

    private long Offset(int corner) => (corner >> 2) * frame.Plane + (corner >> 1 & 1) * frame.Row + (corner & 1);
}
