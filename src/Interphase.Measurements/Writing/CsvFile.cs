using System.IO.Compression;
using System.Text;

namespace Interphase.Measurements;

/// <summary>A table on its way to disk: under another name beside its target until it is complete, gone when it never is. Names that end in <c>.gz</c> are compressed.</summary>
internal sealed class CsvFile : IDisposable
{
    private const int Block = 1 << 16;
    private const string Partial = ".partial";

    private readonly string target, temporary;
    private readonly Stream stream;
    private byte[] buffer = new byte[Block];
    private int filled;
    private string lastText = "";
    private byte[] lastField = [];
    private bool complete, closed;

    public CsvFile(string path, IEnumerable<Column> columns)
        : this(path, columns.Select(column => column.Label))
    {
    }

    public CsvFile(string path, IEnumerable<string> labels)
    {
        target = Path.GetFullPath(path);
        temporary = $"{target}.{Guid.NewGuid().ToString("N")[..8]}{Partial}";
        var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
        stream = target.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionLevel.Fastest) : file;
        foreach (string label in labels) Text(label);
        EndRow();
    }

    /// <summary>A number in the next field.</summary>
    public void Number(double value)
    {
        Reserve(Decimals.Longest + 1);
        filled += Decimals.Write(value, buffer.AsSpan(filled));
        buffer[filled++] = (byte)',';
    }

    /// <summary>Words in the next field; the same string again costs a copy.</summary>
    public void Text(string text)
    {
        if (!ReferenceEquals(text, lastText)) (lastText, lastField) = (text, Encoding.UTF8.GetBytes(Quoted(text)));
        Reserve(lastField.Length + 1);
        lastField.CopyTo(buffer, filled);
        filled += lastField.Length;
        buffer[filled++] = (byte)',';
    }

    /// <summary>Ends the row.</summary>
    public void EndRow() => buffer[filled - 1] = (byte)'\n';

    /// <summary>Lets whoever looks at it see the rows until now; between two rows.</summary>
    public void Show()
    {
        Flush();
        stream.Flush();
    }

    /// <summary>Puts the table in its place, over an older one.</summary>
    public void Complete()
    {
        Flush();
        closed = true;
        stream.Dispose();
        File.Move(temporary, target, overwrite: true);
        complete = true;
    }

    /// <summary>Removes the table unless it was completed.</summary>
    public void Dispose()
    {
        if (complete) return;
        complete = true;
        try
        {
            if (!closed) stream.Dispose();
        }
        catch (IOException)
        {
            // The end of a compressed stream may not fit onto a full disk; the file goes anyway.
        }
        File.Delete(temporary);
    }

    private static string Quoted(string text) => text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    // Only between fields: the comma that ends a row must still be in the buffer.
    private void Reserve(int bytes)
    {
        if (buffer.Length - filled >= bytes) return;
        byte last = filled > 0 ? buffer[filled - 1] : (byte)0;
        bool isOpen = last == ',';
        if (isOpen) filled--;
        Flush();
        if (isOpen) buffer[filled++] = last;
        if (buffer.Length - filled < bytes) Array.Resize(ref buffer, filled + bytes);
    }

    private void Flush()
    {
        stream.Write(buffer.AsSpan(0, filled));
        filled = 0;
    }
}
