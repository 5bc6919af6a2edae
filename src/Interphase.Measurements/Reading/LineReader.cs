namespace Interphase.Measurements;

/// <summary>The lines of a stream as bytes, without copies; a line break inside quotes belongs to its line. Lines have a greatest length, and the whole a greatest size, so that no input fills the memory.</summary>
internal sealed class LineReader(Stream stream)
{
    private const int LongestLine = 1 << 20;
    private const long MostBytes = 1L << 33;

    private byte[] buffer = new byte[1 << 18];
    private int start, end, breaks;
    private bool ended;
    private long total;

    /// <summary>The number of the line given last, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>What stopped the reading before the end; null when nothing did.</summary>
    public string? Excess { get; private set; }

    public bool Next(out ReadOnlySpan<byte> line)
    {
        line = default;
        // The line break that ended the last line, and those inside its quotes.
        Line += 1 + breaks;
        breaks = 0;
        bool isOpen = false;
        int scanned = start;
        while (true)
        {
            int length = buffer.AsSpan(scanned, end - scanned).IndexOf((byte)'\n');
            if (length >= 0)
            {
                isOpen ^= HasOddQuotes(buffer.AsSpan(scanned, length));
                scanned += length + 1;
                if (!isOpen)
                {
                    line = buffer.AsSpan(start, scanned - 1 - start);
                    start = scanned;
                    break;
                }
                breaks++;
                continue;
            }
            if (ended)
            {
                if (start == end) return false;
                line = buffer.AsSpan(start, end - start);
                start = end;
                break;
            }
            isOpen ^= HasOddQuotes(buffer.AsSpan(scanned, end - scanned));
            scanned = end - start;
            if (!Fill()) return false;
        }
        if (line.Length > 0 && line[^1] == '\r') line = line[..^1];
        return true;
    }

    private static bool HasOddQuotes(ReadOnlySpan<byte> bytes) => bytes.Contains((byte)'"') && (bytes.Count((byte)'"') & 1) == 1;

    // Moves what is left to the front, so that places count from 0 again.
    private bool Fill()
    {
        buffer.AsSpan(start, end - start).CopyTo(buffer);
        (start, end) = (0, end - start);
        if (end > LongestLine)
        {
            Excess = $"a line of more than {LongestLine} bytes";
            return false;
        }
        if (end == buffer.Length) Array.Resize(ref buffer, 2 * buffer.Length);
        int read = stream.Read(buffer, end, buffer.Length - end);
        ended = read == 0;
        end += read;
        total += read;
        if (total <= MostBytes) return true;
        Excess = $"more than {MostBytes} bytes";
        return false;
    }
}
