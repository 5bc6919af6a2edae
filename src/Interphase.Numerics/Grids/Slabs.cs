namespace Interphase.Numerics;

/// <summary>Work on the slabs of a box, by several threads; which thread takes which slab does not matter to any result.</summary>
internal static class Slabs
{
    public static void Run(int threads, int count, Action<int> body)
    {
        if (threads <= 1 || count <= 1)
            for (int slab = 0; slab < count; slab++) body(slab);
        else Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = threads }, body);
    }
}
