namespace Interphase.Microstructure;

/// <summary>Writes a file under another name beside its target and puts it in its place when it is complete; one that fails leaves nothing.</summary>
internal static class PendingFile
{
    private const string Partial = ".partial";

    public static void Write(string path, Action<Stream> write)
    {
        string target = Path.GetFullPath(path), temporary = $"{target}.{Guid.NewGuid().ToString("N")[..8]}{Partial}";
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 1 << 16)) write(stream);
            File.Move(temporary, target, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
