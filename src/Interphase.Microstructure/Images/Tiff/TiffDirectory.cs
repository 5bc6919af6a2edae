using System.Buffers.Binary;
using System.Text;

namespace Interphase.Microstructure;

/// <summary>One directory of a TIFF file: tags with values that are read when they are asked for.</summary>
internal sealed class TiffDirectory
{
    private const int MostEntries = 4096, LongestText = 1 << 16;

    private readonly ByteSource source;
    private readonly bool isBigEndian, isLarge;
    private readonly string page;
    private readonly Dictionary<ushort, (ushort Type, ulong Count, long At)> entries = [];

    public TiffDirectory(ByteSource source, long at, int number, bool isBigEndian, bool isLarge)
    {
        (this.source, this.isBigEndian, this.isLarge, At, page) = (source, isBigEndian, isLarge, at, $"page {number}");
        int head = isLarge ? 8 : 2, size = isLarge ? 20 : 12, tail = isLarge ? 8 : 4;
        Span<byte> first = stackalloc byte[8];
        source.Fill(at, first[..head], page, "a directory");
        ulong count = Unsigned(first[..head]);
        if (count is 0 or > MostEntries) throw ImageFault.Damaged(Place(at), $"a directory of {count} entries", $"1 to {MostEntries}");
        Entries = (int)count;
        byte[] block = new byte[(int)count * size + tail];
        source.Fill(at + head, block, page, "a directory");
        for (int i = 0; i < (int)count; i++)
        {
            ReadOnlySpan<byte> entry = block.AsSpan(i * size, size);
            ushort tag = (ushort)Unsigned(entry[..2]), type = (ushort)Unsigned(entry[2..4]);
            ulong values = Unsigned(entry.Slice(4, isLarge ? 8 : 4));
            int room = isLarge ? 8 : 4, width = Width(type);
            long inline = at + head + i * size + size - room;
            bool fits = width == 0 || values <= (ulong)(room / width);
            entries.TryAdd(tag, (type, values, fits ? inline : Signed(Unsigned(entry[^room..]))));
        }
        Next = Signed(Unsigned(block.AsSpan(block.Length - tail)));
    }

    /// <summary>Where it stands, byte.</summary>
    public long At { get; }

    /// <summary>Where the next one stands; 0 for none.</summary>
    public long Next { get; }

    /// <summary>How many entries it has.</summary>
    public int Entries { get; }

    public bool Has(ushort tag) => entries.ContainsKey(tag);

    /// <summary>The one number of a tag, or another where the tag is absent.</summary>
    public long Number(ushort tag, long otherwise) => Has(tag) ? Number(tag) : otherwise;

    /// <summary>The one number of a tag that must be there.</summary>
    public long Number(ushort tag)
    {
        Require(tag);
        ulong count = entries[tag].Count;
        if (count != 1) throw ImageFault.Damaged(Place(entries[tag].At), $"{count} values of {TiffTags.Name(tag)}", "one");
        return Numbers(tag, 1)[0];
    }

    /// <summary>The numbers of a tag that must be there.</summary>
    /// <param name="tag">The tag.</param>
    /// <param name="expected">How many they must be.</param>
    public long[] Numbers(ushort tag, long expected)
    {
        Require(tag);
        (ushort type, ulong count, long at) = entries[tag];
        int width = Width(type);
        if (type is not (1 or 3 or 4 or 13 or 16 or 18)) throw ImageFault.Damaged(Place(at), $"{TiffTags.Name(tag)} of type {type}", "whole numbers (type 3, 4 or 16)");
        if (count != (ulong)expected) throw ImageFault.Damaged(Place(at), $"{count} values of {TiffTags.Name(tag)}", $"{expected}");
        if (expected > source.Length / width) throw ImageFault.Damaged(Place(at), $"{count} values of {TiffTags.Name(tag)} in a file of {source.Length} bytes", "as many as fit");
        byte[] block = new byte[expected * width];
        source.Fill(at, block, page, TiffTags.Name(tag));
        long[] numbers = new long[expected];
        for (int i = 0; i < numbers.Length; i++) numbers[i] = Signed(Unsigned(block.AsSpan(i * width, width)));
        return numbers;
    }

    /// <summary>A fraction that may be absent or damaged: then null.</summary>
    public double? Fraction(ushort tag)
    {
        if (!entries.TryGetValue(tag, out (ushort Type, ulong Count, long At) entry) || entry.Type != 5 || entry.Count != 1) return null;
        Span<byte> both = stackalloc byte[8];
        if (entry.At < 0 || source.Read(entry.At, both) < 8) return null;
        double above = Unsigned(both[..4]), below = Unsigned(both[4..]);
        return above > 0 && below > 0 ? above / below : null;
    }

    /// <summary>A text that may be absent or damaged: then empty.</summary>
    public string Text(ushort tag)
    {
        if (!entries.TryGetValue(tag, out (ushort Type, ulong Count, long At) entry) || entry.Type is not (1 or 2 or 7) || entry.Count > LongestText || entry.At < 0) return "";
        byte[] text = new byte[(int)entry.Count];
        int read = source.Read(entry.At, text);
        // ImageJ writes its micro sign as Latin-1, others as UTF-8.
        ReadOnlySpan<byte> seen = text.AsSpan(0, read);
        int end = seen.IndexOf((byte)0);
        if (end >= 0) seen = seen[..end];
        return System.Text.Unicode.Utf8.IsValid(seen) ? Encoding.UTF8.GetString(seen) : Encoding.Latin1.GetString(seen);
    }

    /// <summary>A place in the file as faults name it.</summary>
    public string Place(long at) => ByteSource.At(page, at);

    private void Require(ushort tag)
    {
        if (!Has(tag)) throw ImageFault.Damaged(Place(At), $"no {TiffTags.Name(tag)}", "a directory that has it");
    }

    private ulong Unsigned(ReadOnlySpan<byte> bytes) => bytes.Length switch
    {
        1 => bytes[0],
        2 => isBigEndian ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes),
        4 => isBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes),
        _ => isBigEndian ? BinaryPrimitives.ReadUInt64BigEndian(bytes) : BinaryPrimitives.ReadUInt64LittleEndian(bytes),
    };

    // What is beyond 2^63 lies beyond any file and stays so.
    private static long Signed(ulong number) => number > long.MaxValue ? long.MaxValue : (long)number;

    private static int Width(ushort type) => type switch
    {
        1 or 2 or 6 or 7 => 1,
        3 or 8 => 2,
        4 or 9 or 11 or 13 => 4,
        5 or 10 or 12 or 16 or 17 or 18 => 8,
        _ => 0,
    };
}
