using System.Runtime.CompilerServices;

namespace Interphase.Numerics;

/// <summary>Which pieces current passes through: those that are joined to both ends. Which piece stands for a group depends on nothing but the group, whichever thread joins what first.</summary>
internal static class PieceReach
{
    /// <summary>1 for each piece that is joined to both ends, else 0.</summary>
    public static byte[] Of(PieceRows[] parts, int count, int threads)
    {
        int[] toward = GC.AllocateUninitializedArray<int>(count);
        for (int piece = 0; piece < count; piece++) toward[piece] = piece;
        Slabs.Run(threads, parts.Length, [MethodImpl(MethodImplOptions.AggressiveOptimization)] (slab) =>
        {
            PieceRows part = parts[slab];
            for (int row = 0, k = 0; row < part.Count; row++)
            {
                int piece = part.Pieces[row];
                for (; k < part.Ends[row]; k++)
                    if (part.Others[k] < piece) Join(toward, piece, part.Others[k]);
            }
        });
        byte[] ends = new byte[count];
        foreach (PieceRows part in parts)
            for (int row = 0; row < part.Count; row++)
                if (part.Touches[row] != 0) ends[Root(toward, part.Pieces[row])] |= part.Touches[row];
        byte[] carries = new byte[count];
        Slabs.Run(threads, parts.Length, [MethodImpl(MethodImplOptions.AggressiveOptimization)] (slab) =>
        {
            foreach (int piece in parts[slab].Pieces) carries[piece] = (byte)(ends[Root(toward, piece)] == (PieceGraph.Low | PieceGraph.High) ? 1 : 0);
        });
        return carries;
    }

    // The higher root comes under the lower one, so the lowest piece of a group ends as its root; another thread that was quicker is seen by the exchange.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Join(int[] toward, int one, int two)
    {
        while (true)
        {
            (one, two) = (Root(toward, one), Root(toward, two));
            if (one == two) return;
            if (one < two) (one, two) = (two, one);
            if (Interlocked.CompareExchange(ref toward[one], two, one) == one) return;
        }
    }

    // Shortens the way for those who come later: an entry that is no root only ever comes to point to another one above it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Root(int[] toward, int piece)
    {
        while (true)
        {
            int next = Volatile.Read(ref toward[piece]);
            if (next == piece) return piece;
            int after = Volatile.Read(ref toward[next]);
            if (after == next) return next;
            Volatile.Write(ref toward[piece], after);
            piece = after;
        }
    }
}
