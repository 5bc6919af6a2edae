namespace Interphase.Microstructure;

/// <summary>A list that grows without moving what it holds: lists of millions would allocate twice what they need.</summary>
internal sealed class Blocks<T>
{
    private const int Bits = 12, Size = 1 << Bits;

    private T[][] blocks = new T[16][];

    /// <summary>How many it holds.</summary>
    public int Count { get; private set; }

    public ref T this[int at] => ref blocks[at >> Bits][at & Size - 1];

    public void Add(in T item)
    {
        int block = Count >> Bits;
        if (block == blocks.Length) Array.Resize(ref blocks, 2 * blocks.Length);
        (blocks[block] ??= new T[Size])[Count & Size - 1] = item;
        Count++;
    }

    /// <summary>Forgets what it holds and keeps the room.</summary>
    public void Clear() => Count = 0;
}
