using System.Runtime.CompilerServices;

namespace Interphase.Numerics;

/// <summary>
/// A coarser level: pieces of blocks, each the cells (or pieces of the finer level) of a block of eight that are strongly joined inside it, so that what the block only holds side by side is never mistaken for
/// one. Pieces are ordered by colour, such that no two blocks of one colour touch: all blocks of a colour can be worked on at once, with the same result whatever the number of threads. docs/numerics.md, section 15.
/// </summary>
internal sealed class PieceGraph
{
    // A face joins strongly if it conducts this share of the geometric mean of the best faces of both sides. Along a chain of n cells n/2 faces remain, each over twice the distance: half the sum of the faces.
    public const float Strong = 0.1f, OverDistance = 0.5f;

    /// <summary>Whether a piece touches what is given below or above along the axis on which potentials are given.</summary>
    public const byte Low = 1, High = 2;

    private const int Colours = 16, PiecesAtOnce = 4096;

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

    /// <summary>One over the sum of all conductances of a piece; 0 where no current passes: a group that nothing given holds has no scale, and would spoil that of the others.</summary>
    public float[] Inverse { get; private set; } = [];

    /// <summary>1 for each piece that has no neighbour of its own colour.</summary>
    public byte[] IsAlone { get; private set; } = [];

    /// <summary>What each piece touches beyond the box.</summary>
    public byte[] Touches { get; private set; } = [];

    /// <summary>The block of the next coarser level in which each piece lies.</summary>
    public int[] Over { get; private set; } = [];

    /// <summary>The piece of the next coarser level of which each is a part.</summary>
    public int[] Parent { get; private set; } = [];

    /// <summary>Where each run of pieces begins that one thread works on, by colour; no block is divided.</summary>
    public int[][] Runs { get; private set; } = [];

    public static GridShape Halved(GridShape shape) => new((shape.X + 1) / 2, (shape.Y + 1) / 2, (shape.Z + 1) / 2);

    /// <summary>The next coarser graph; it notes of which of its pieces each piece of this one is a part.</summary>
    public PieceGraph Coarser(GridEnds ends, int threads)
    {
        GridShape blocks = Halved(Blocks), over = Halved(blocks);
        byte[] counts = new byte[blocks.Count];
        int[] parent = Parent = GC.AllocateUninitializedArray<int>(Count);
        float[] best = Best(threads);
        Slabs.Run(threads, blocks.X, bx => Join(blocks, bx, best, counts));
        PieceGraph graph = Numbered(blocks, counts, ends, threads);
        InParts(threads, [MethodImpl(MethodImplOptions.AggressiveOptimization)] (from, to) =>
        {
            // What was cut off is a part of none; where it is put it adds nothing.
            for (int i = from; i < to; i++) parent[i] = Inverse[i] == 0 ? 0 : graph.FirstOfBlock[Over[i]] + ~parent[i];
        });
        var parts = new PieceRows[blocks.X];
        Slabs.Run(threads, blocks.X, bx => parts[bx] = Joined(graph, over, bx));
        graph.Gather(parts, null, threads);
        return graph;
    }

    /// <summary>Work on all pieces by several threads, on some at a time.</summary>
    public void InParts(int threads, Action<int, int> body)
    {
        const int AtOnce = 16384;
        Slabs.Run(threads, (Count + AtOnce - 1) / AtOnce, part => body(part * AtOnce, Math.Min(Count, (part + 1) * AtOnce)));
    }

    private float[] Best(int threads)
    {
        float[] best = new float[Count];
        InParts(threads, [MethodImpl(MethodImplOptions.AggressiveOptimization)] (from, to) =>
        {
            for (int i = from; i < to; i++)
                foreach (float conducts in Conductance.AsSpan(Start[i], Start[i + 1] - Start[i])) best[i] = Math.Max(best[i], conducts);
        });
        return best;
    }

    // Numbers the groups of pieces of each block of a slab that are strongly joined inside it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Join(GridShape blocks, int bx, float[] best, byte[] counts)
    {
        int[] members = new int[8 * byte.MaxValue], parent = Parent;
        for (int by = 0; by < blocks.Y; by++)
            for (int bz = 0; bz < blocks.Z; bz++)
            {
                int block = (int)blocks.Index(bx, by, bz), count = Members(members, bx, by, bz);
                // Parent first holds the lowest piece that each is joined to, itself a member of the same block.
                foreach (int i in members.AsSpan(0, count)) parent[i] = i;
                foreach (int i in members.AsSpan(0, count))
                    for (int k = Start[i]; k < Start[i + 1]; k++)
                    {
                        int j = Neighbour[k];
                        // Of two neighbours one need look.
                        if (j > i || Over[j] != block || Conductance[k] * Conductance[k] < Strong * Strong * best[i] * best[j]) continue;
                        int one = Root(i), two = Root(j);
                        if (one != two) parent[Math.Max(one, two)] = Math.Min(one, two);
                    }
                // The roots, in the order of members, take the place of members in front.
                foreach (int i in members.AsSpan(0, count)) parent[i] = Root(i);
                int roots = 0;
                for (int member = 0; member < count; member++)
                {
                    int i = members[member];
                    if (parent[i] != i) continue;
                    members[member] = members[roots];
                    members[roots++] = i;
                }
                // More would not fit a byte; what is left over joins the last, which only slows the solution.
                int kept = Math.Min(roots, byte.MaxValue);
                for (int member = count - 1; member >= 0; member--)
                {
                    int i = members[member];
                    parent[i] = ~Math.Min(member < roots ? member : members.AsSpan(0, roots).IndexOf(parent[i]), kept - 1);
                }
                counts[block] = (byte)kept;
            }

        int Root(int i)
        {
            while (parent[i] != i) i = parent[i];
            return i;
        }
    }

    // What conducts between the pieces of a slab of the coarser graph and others.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private PieceRows Joined(PieceGraph graph, GridShape over, int bx)
    {
        GridShape blocks = graph.Blocks;
        int all = 0;
        foreach (byte count in graph.CountOfBlock.AsSpan((int)blocks.Index(bx, 0, 0), blocks.Y * blocks.Z)) all += count;
        var rows = new PieceRows(all);
        int[] members = new int[8 * byte.MaxValue], parent = Parent;
        for (int by = 0; by < blocks.Y; by++)
            for (int bz = 0; bz < blocks.Z; bz++)
            {
                int block = (int)blocks.Index(bx, by, bz), count = Members(members, bx, by, bz);
                for (int piece = 0; piece < graph.CountOfBlock[block]; piece++)
                {
                    int self = graph.FirstOfBlock[block] + piece;
                    rows.Begin(self, (int)over.Index(bx >> 1, by >> 1, bz >> 1));
                    foreach (int i in members.AsSpan(0, count))
                    {
                        if (parent[i] != self) continue;
                        for (int k = Start[i]; k < Start[i + 1]; k++)
                        {
                            int other = parent[Neighbour[k]];
                            if (other != self) rows.Add(other, Conductance[k] * OverDistance);
                        }
                        if (Touches[i] == 0) continue;
                        float outward = 1 / Inverse[i];
                        for (int k = Start[i]; k < Start[i + 1]; k++) outward -= Conductance[k];
                        rows.Outward(Math.Max(0, outward) * OverDistance, Touches[i]);
                    }
                    rows.End();
                }
            }
        return rows;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Members(int[] members, int bx, int by, int bz)
    {
        int all = 0;
        for (int corner = 0; corner < 8; corner++)
        {
            int x = 2 * bx + (corner >> 2), y = 2 * by + (corner >> 1 & 1), z = 2 * bz + (corner & 1);
            if (x >= Blocks.X || y >= Blocks.Y || z >= Blocks.Z) continue;
            int block = (int)Blocks.Index(x, y, z), first = FirstOfBlock[block];
            for (int piece = first; piece < first + CountOfBlock[block]; piece++)
                if (Inverse[piece] > 0) members[all++] = piece;
        }
        return all;
    }

    /// <summary>A graph whose pieces have their numbers and nothing else. Neighbours differ in parity, except across a periodic end with an odd number of blocks: the last layer there has colours of its own.</summary>
    public static PieceGraph Numbered(GridShape blocks, byte[] counts, GridEnds ends, int threads)
    {
        bool isEven = IsEven(0) && IsEven(1) && IsEven(2);
        int colours = isEven ? 2 : Colours, lines = blocks.X * blocks.Y;
        // How many pieces of each colour a line of blocks has; then where they begin.
        int[] places = new int[lines * colours], first = GC.AllocateUninitializedArray<int>(counts.Length);
        Slabs.Run(threads, blocks.X, [MethodImpl(MethodImplOptions.AggressiveOptimization)] (bx) =>
        {
            for (int line = bx * blocks.Y; line < (bx + 1) * blocks.Y; line++)
            {
                ReadOnlySpan<byte> each = counts.AsSpan(line * blocks.Z, blocks.Z);
                Span<int> place = places.AsSpan(line * colours, colours);
                (int even, int odd, int last) = Along(line);
                for (int bz = 0; bz < each.Length - 1; bz++) place[(bz & 1) == 0 ? even : odd] += each[bz];
                place[last] += each[^1];
            }
        });
        var runs = new List<int[]>();
        int next = 0;
        for (int colour = 0; colour < colours; colour++)
        {
            var starts = new List<int> { next };
            for (int line = 0; line < lines; line++)
            {
                (places[line * colours + colour], next) = (next, next + places[line * colours + colour]);
                if (next - starts[^1] >= PiecesAtOnce) starts.Add(next);
            }
            if (starts[^1] != next) starts.Add(next);
            if (starts.Count > 1) runs.Add([.. starts]);
        }
        Slabs.Run(threads, blocks.X, [MethodImpl(MethodImplOptions.AggressiveOptimization)] (bx) =>
        {
            for (int line = bx * blocks.Y; line < (bx + 1) * blocks.Y; line++)
            {
                ReadOnlySpan<byte> each = counts.AsSpan(line * blocks.Z, blocks.Z);
                Span<int> place = places.AsSpan(line * colours, colours), to = first.AsSpan(line * blocks.Z, blocks.Z);
                (int even, int odd, int last) = Along(line);
                for (int bz = 0; bz < each.Length; bz++)
                {
                    int colour = bz == each.Length - 1 ? last : (bz & 1) == 0 ? even : odd;
                    to[bz] = place[colour];
                    place[colour] += each[bz];
                }
            }
        });
        return new PieceGraph(blocks, first, counts)
        {
            Count = next,
            Runs = [.. runs],
        };

        bool IsEven(int axis) => ends[axis] != GridEnd.Periodic || blocks[axis] % 2 == 0;

        int Odd(int place, int axis) => !IsEven(axis) && place == blocks[axis] - 1 ? 2 << axis : 0;

        // The colours of even and odd blocks of a line, and of its last one.
        (int Even, int Odd, int Last) Along(int line)
        {
            int bx = line / blocks.Y, by = line % blocks.Y, odd = Odd(bx, 0) + Odd(by, 1), parity = bx + by & 1;
            return (parity + odd, (parity ^ 1) + odd, (parity ^ (blocks.Z - 1 & 1)) + odd + Odd(blocks.Z - 1, 2));
        }
    }

    /// <summary>Takes over what was found of each piece; rows come block by block and stand by colour.</summary>
    /// <param name="parts">The rows.</param>
    /// <param name="carries">0 for each piece that is to be cut off; none for all to stay.</param>
    /// <param name="threads">How many threads may work.</param>
    public void Gather(PieceRows[] parts, byte[]? carries, int threads)
    {
        int[] start = new int[Count + 1];
        (float[] inverse, byte[] touches, int[] over) = (new float[Count], new byte[Count], GC.AllocateUninitializedArray<int>(Count));
        Slabs.Run(threads, parts.Length, [MethodImpl(MethodImplOptions.AggressiveOptimization)] (slab) =>
        {
            PieceRows part = parts[slab];
            for (int row = 0, from = 0; row < part.Count; from = part.Ends[row++])
            {
                int piece = part.Pieces[row];
                over[piece] = part.Over[row];
                if (carries is not null && carries[piece] == 0) continue;
                start[piece + 1] = part.Ends[row] - from;
                inverse[piece] = part.Sums[row] > 0 ? 1 / part.Sums[row] : 0;
                touches[piece] = part.Touches[row];
            }
        });
        for (int i = 0; i < Count; i++) start[i + 1] += start[i];
        int[] neighbour = GC.AllocateUninitializedArray<int>(start[Count]);
        float[] conductance = GC.AllocateUninitializedArray<float>(start[Count]);
        byte[] alone = new byte[Count];
        int[] until = [.. Runs.Select(runs => runs[^1])];
        Slabs.Run(threads, parts.Length, [MethodImpl(MethodImplOptions.AggressiveOptimization)] (slab) =>
        {
            PieceRows part = parts[slab];
            for (int row = 0, from = 0; row < part.Count; from = part.Ends[row++])
            {
                int piece = part.Pieces[row], to = start[piece];
                if (start[piece + 1] == to) continue;
                int colour = 0;
                while (until[colour] <= piece) colour++;
                int lowest = colour == 0 ? 0 : until[colour - 1], highest = until[colour];
                bool isAlone = true;
                for (int k = from; k < part.Ends[row]; k++, to++)
                {
                    neighbour[to] = part.Others[k];
                    conductance[to] = part.Values[k];
                    isAlone &= part.Others[k] < lowest || part.Others[k] >= highest;
                }
                alone[piece] = (byte)(isAlone ? 1 : 0);
            }
        });
        (Start, Neighbour, Conductance, Inverse, IsAlone, Touches, Over) = (start, neighbour, conductance, inverse, alone, touches, over);
    }
}
