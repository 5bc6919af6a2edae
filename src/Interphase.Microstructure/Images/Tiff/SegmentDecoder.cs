using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;

namespace Interphase.Microstructure;

/// <summary>Unpacks strips and tiles into pages; one for each thread.</summary>
internal sealed class SegmentDecoder
{
    private const int MostPacked = 1 << 30;

    private byte[] packed = [], tile = [];
    private LzwDecoder? lzw;

    /// <summary>Unpacks one segment into its page.</summary>
    /// <param name="source">The file.</param>
    /// <param name="page">The page.</param>
    /// <param name="segment">From 0, row by row.</param>
    /// <param name="target">The voxels of the page.</param>
    public void Decode(ByteSource source, TiffPage page, int segment, Span<byte> target)
    {
        int width = page.BytesPerVoxel;
        if (!page.IsTiled)
        {
            int row = segment * page.SegmentHeight, rows = Math.Min(page.SegmentHeight, page.Height - row);
            Span<byte> strip = target.Slice(row * page.Width * width, rows * page.Width * width);
            Unpack(source, page, segment, strip);
            Settle(strip, page, page.Width);
            return;
        }
        int across = (page.Width + page.SegmentWidth - 1) / page.SegmentWidth;
        int top = segment / across * page.SegmentHeight, left = segment % across * page.SegmentWidth;
        int bytes = page.SegmentWidth * page.SegmentHeight * width;
        if (tile.Length < bytes) tile = new byte[bytes];
        Span<byte> whole = tile.AsSpan(0, bytes);
        Unpack(source, page, segment, whole);
        Settle(whole, page, page.SegmentWidth);
        int columns = Math.Min(page.SegmentWidth, page.Width - left);
        for (int i = 0; i < page.SegmentHeight && top + i < page.Height; i++)
            whole.Slice(i * page.SegmentWidth * width, columns * width).CopyTo(target[(((top + i) * page.Width + left) * width)..]);
    }

    private void Unpack(ByteSource source, TiffPage page, int segment, Span<byte> target)
    {
        long offset = page.Offsets[segment], count = page.Counts[segment];
        string where = ByteSource.At(page.Name, offset);
        if (page.Compression == TiffCompression.None)
        {
            if (count < target.Length) throw ImageFault.Damaged(where, $"a segment of {count} bytes", $"{target.Length}");
            source.Fill(offset, target, page.Name, "voxels");
            return;
        }
        if (offset > source.Length || count > source.Length - offset) throw ImageFault.Damaged(where, $"a segment of {count} bytes in a file that ends at byte {source.Length}", "one that ends within it");
        if (count > MostPacked) throw ImageFault.Damaged(where, $"a segment of {count} packed bytes", $"at most {MostPacked}");
        if (count * page.LargestExpansion < target.Length) throw ImageFault.Damaged(where, $"a segment of {count} packed bytes", $"as many as {target.Length} unpacked ones take");
        if (packed.Length < count) packed = new byte[(int)Math.Min(Array.MaxLength, count + (count >> 2))];
        Span<byte> input = packed.AsSpan(0, (int)count);
        source.Fill(offset, input, page.Name, "packed voxels");
        switch (page.Compression)
        {
            case TiffCompression.PackBits:
                PackBits(input, target, page.Name, offset);
                break;
            case TiffCompression.Lzw:
                (lzw ??= new LzwDecoder()).Decode(input, target, page.Name, offset);
                break;
            default:
                Inflate((int)count, target, where);
                break;
        }
    }

    private static void PackBits(ReadOnlySpan<byte> input, Span<byte> target, string page, long offset)
    {
        int at = 0, filled = 0, wanted = target.Length;
        while (filled < target.Length)
        {
            if (at >= input.Length) throw Ended(at);
            int code = (sbyte)input[at++];
            if (code == -128) continue;
            int length = code >= 0 ? code + 1 : 1 - code;
            if (length > target.Length - filled) throw ImageFault.Damaged(ByteSource.At(page, offset + at - 1), $"a PackBits run of {length} bytes", $"at most the {target.Length - filled} that are left");
            if (code >= 0)
            {
                if (length > input.Length - at) throw Ended(at);
                input.Slice(at, length).CopyTo(target[filled..]);
                at += length;
            }
            else
            {
                if (at >= input.Length) throw Ended(at);
                target.Slice(filled, length).Fill(input[at++]);
            }
            filled += length;
        }

        ImageFault Ended(int place) => ImageFault.Damaged(ByteSource.At(page, offset + place), $"the end of packed voxels after {filled} bytes", $"{wanted}");
    }

    private void Inflate(int count, Span<byte> target, string where)
    {
        int filled = 0;
        try
        {
            using var stream = new ZLibStream(new MemoryStream(packed, 0, count, writable: false), CompressionMode.Decompress);
            filled = stream.ReadAtLeast(target, target.Length, throwOnEndOfStream: false);
            // The checksum is compared when the end is seen.
            if (filled == target.Length) _ = stream.ReadByte();
        }
        catch (InvalidDataException)
        {
            throw ImageFault.Damaged(where, "deflate data that contradict themselves", $"{target.Length} bytes of voxels");
        }
        if (filled < target.Length) throw ImageFault.Damaged(where, $"the end of deflate data after {filled} bytes", $"{target.Length}");
    }

    // From the order of bytes and the differences of the file to values.
    private static void Settle(Span<byte> bytes, TiffPage page, int columns)
    {
        if (!page.IsWide)
        {
            if (!page.IsDifferenced) return;
            for (; bytes.Length > 0; bytes = bytes[columns..])
                for (int i = 1; i < columns; i++) bytes[i] += bytes[i - 1];
            return;
        }
        Span<ushort> words = MemoryMarshal.Cast<byte, ushort>(bytes);
        if (page.IsBigEndian == BitConverter.IsLittleEndian) BinaryPrimitives.ReverseEndianness(words, words);
        if (!page.IsDifferenced) return;
        for (; words.Length > 0; words = words[columns..])
            for (int i = 1; i < columns; i++) words[i] += words[i - 1];
    }
}
