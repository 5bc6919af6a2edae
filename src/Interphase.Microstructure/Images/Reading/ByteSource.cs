namespace Interphase.Microstructure;

/// <summary>Bytes that several threads read from wherever they like.</summary>
internal abstract class ByteSource : IDisposable
{
    public abstract long Length { get; }

    /// <summary>Fills <paramref name="target"/> as far as there are bytes and says how many.</summary>
    public abstract int Read(long offset, Span<byte> target);

    public abstract void Dispose();

    /// <summary>Fills <paramref name="target"/> or faults.</summary>
    /// <param name="offset">First byte.</param>
    /// <param name="target">Where to.</param>
    /// <param name="where">Page or the like; empty for none.</param>
    /// <param name="what">What the bytes are.</param>
    public void Fill(long offset, Span<byte> target, string where, string what)
    {
        if (offset >= 0 && offset <= Length - target.Length && Read(offset, target) == target.Length) return;
        throw ImageFault.Damaged(At(where, offset), $"the end of the file at byte {Length}", $"{target.Length} bytes of {what}");
    }

    /// <summary>A place in words.</summary>
    public static string At(string where, long offset) => where.Length == 0 ? $"byte {offset}" : $"{where}, byte {offset}";
}
