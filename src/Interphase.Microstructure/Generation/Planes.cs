namespace Interphase.Microstructure;

/// <summary>Work on the planes of a box by several threads; no result depends on which thread takes which.</summary>
internal static class Planes
{
    public static void Run(int threads, int count, Action<int> body, CancellationToken cancellation)
    {
        if (threads <= 1 || count <= 1)
        {
            for (int plane = 0; plane < count; plane++)
            {
                cancellation.ThrowIfCancellationRequested();
                body(plane);
            }
            return;
        }
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, body);
    }
}
