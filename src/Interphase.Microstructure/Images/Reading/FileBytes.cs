using Microsoft.Win32.SafeHandles;

namespace Interphase.Microstructure;

/// <summary>A file on disk.</summary>
internal sealed class FileBytes : ByteSource
{
    private readonly SafeFileHandle handle;

    public FileBytes(string path)
    {
        handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        Length = RandomAccess.GetLength(handle);
    }

    public override long Length { get; }

    public override int Read(long offset, Span<byte> target)
    {
        // The system refuses places that no file can have.
        if (offset >= Length) return 0;
        int filled = 0;
        while (filled < target.Length)
        {
            int read = RandomAccess.Read(handle, target[filled..], offset + filled);
            if (read == 0) break;
            filled += read;
        }
        return filled;
    }

    public override void Dispose() => handle.Dispose();
}
