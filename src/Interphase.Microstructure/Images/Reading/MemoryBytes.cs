namespace Interphase.Microstructure;

/// <summary>Bytes in memory.</summary>
internal sealed class MemoryBytes(byte[] bytes) : ByteSource
{
    public override long Length => bytes.Length;

    public override int Read(long offset, Span<byte> target)
    {
        if (offset >= bytes.Length) return 0;
        int count = (int)Math.Min(target.Length, bytes.Length - offset);
        bytes.AsSpan((int)offset, count).CopyTo(target);
        return count;
    }

    public override void Dispose()
    {
    }
}
