using System.Runtime.CompilerServices;

namespace Interphase.Numerics;

/// <summary>The pieces of one slab of blocks with their neighbours, in the order in which blocks are gone through.</summary>
internal sealed class PieceRows
{
    // Neighbours that most pieces have at most; room for more is made where it is needed.
    private const int Usual = 6;

    private int from;

    public PieceRows(int pieces)
    {
        (Pieces, Over, Ends) = (Unset<int>(pieces), Unset<int>(pieces), Unset<int>(pieces));
        (Sums, Touches) = (new float[pieces], new byte[pieces]);
        (Others, Values) = (Unset<int>(Usual * pieces), Unset<float>(Usual * pieces));
    }

    public int Count { get; private set; }

    public int[] Pieces { get; }

    /// <summary>The block of the next coarser level in which each lies.</summary>
    public int[] Over { get; }

    /// <summary>Where the neighbours of each end.</summary>
    public int[] Ends { get; }

    public float[] Sums { get; }

    public byte[] Touches { get; }

    public int[] Others { get; private set; }

    public float[] Values { get; private set; }

    /// <summary>Neighbours noted until now.</summary>
    public int Length { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Begin(int piece, int over)
    {
        (Pieces[Count], Over[Count]) = (piece, over);
        from = Length;
    }

    /// <summary>A neighbour that may be known already.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(int other, float conducts)
    {
        int[] others = Others;
        for (int at = from; at < Length; at++)
        {
            if (others[at] != other) continue;
            Sums[Count] += conducts;
            Values[at] += conducts;
            return;
        }
        Append(other, conducts);
    }

    /// <summary>A neighbour that is new.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Append(int other, float conducts)
    {
        if (Length == Others.Length)
        {
            (int[] others, float[] values) = (Others, Values);
            Array.Resize(ref others, 2 * Length + Usual);
            Array.Resize(ref values, 2 * Length + Usual);
            (Others, Values) = (others, values);
        }
        Sums[Count] += conducts;
        Others[Length] = other;
        Values[Length++] = conducts;
    }

    public void Outward(float conducts, byte touches)
    {
        Sums[Count] += conducts;
        Touches[Count] |= touches;
    }

    public void End() => Ends[Count++] = Length;

    private static T[] Unset<T>(int length) => GC.AllocateUninitializedArray<T>(length);
}
