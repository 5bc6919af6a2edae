using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Interphase.Microstructure;

/// <summary>Reads arrays of NumPy (format 1.0, 2.0 and 3.0), plain or gzipped.</summary>
internal static class NumpyFile
{
    private const int LongestHeader = 1 << 16, LargestExpansion = 1040;

    /// <summary>Whether bytes begin as an array does.</summary>
    public static bool Begins(ReadOnlySpan<byte> head) => head.Length > 6 && head[0] == 0x93 && head[1..].StartsWith("NUMPY"u8);

    /// <summary>Whether bytes begin as a gzipped file does.</summary>
    public static bool BeginsGzip(ReadOnlySpan<byte> head) => head.Length > 2 && head[0] == 0x1f && head[1] == 0x8b;

    public static GreyImage Read(ByteSource source, bool isGzip, ImageLimits limits)
    {
        using var plain = new SourceStream(source);
        if (!isGzip) return Read(plain, source.Length, source.Length, limits);
        using var unpacked = new GZipStream(plain, CompressionMode.Decompress);
        try
        {
            return Read(unpacked, source.Length * LargestExpansion, null, limits);
        }
        catch (InvalidDataException)
        {
            throw ImageFault.Damaged("", "gzip data that contradict themselves", "a whole file");
        }
    }

    private static GreyImage Read(Stream stream, long mostBytes, long? length, ImageLimits limits)
    {
        byte[] head = new byte[12];
        if (stream.ReadAtLeast(head.AsSpan(0, 8), 8, throwOnEndOfStream: false) < 8 || !Begins(head))
            throw new ImageFault("byte 0", $"bytes {Convert.ToHexStringLower(head.AsSpan(0, 6))}", "an array of NumPy (`\\x93NUMPY`)", "write it with `numpy.save`");
        int version = head[6], width = version == 1 ? 2 : 4;
        if (version is < 1 or > 3) throw ImageFault.Damaged("byte 6", $"version {version} of the format", "1, 2 or 3");
        if (stream.ReadAtLeast(head.AsSpan(8, width), width, throwOnEndOfStream: false) < width) throw ImageFault.Damaged("byte 8", "the end of the file", "the length of the header");
        long count = width == 2 ? BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(8)) : BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(8));
        if (count > LongestHeader) throw ImageFault.Damaged("byte 8", $"a header of {count} bytes", $"at most {LongestHeader}");
        byte[] bytes = new byte[count];
        if (stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length) throw ImageFault.Damaged($"byte {8 + width}", "the end of the file", $"a header of {count} bytes");
        int start = 8 + width;
        NumpyHeader header = NumpyHeader.Parse(version == 3 ? Encoding.UTF8.GetString(bytes) : Encoding.Latin1.GetString(bytes), start);
        if (ArrayType.Parse(header.Type) is not { } type)
            throw new ImageFault($"byte {start}", ArrayType.Words(header.Type), "whole numbers (`uint8`, `uint16` or others whose values fit)", "convert it with `astype`");
        if (header.Shape.Length is not (2 or 3))
            throw new ImageFault($"byte {start}", $"an array of {header.Shape.Length} axes ({string.Join(" x ", header.Shape)})", "three axes", "save one image alone");
        (long x, long y, long z) = header.Shape is [var page, var row, var column] ? (page, row, column) : (1, header.Shape[0], header.Shape[1]);
        string where = $"byte {start}";
        long data = start + count;
        VoxelBuffer buffer = header.IsFortran ? Buffer(z, y, x, 2) : Buffer(x, y, z, 1);
        ArrayVoxels.Fill(stream, type, buffer, data);
        // The checksum of a gzipped file is compared when its end is seen.
        if (length is null && stream.ReadByte() >= 0) throw ImageFault.Damaged($"byte {data + buffer.Shape.Count * type.Width}", "more data", $"the end after {buffer.Shape.Count} voxels");
        if (length is { } all && all != data + buffer.Shape.Count * type.Width)
            throw ImageFault.Damaged($"byte {data + buffer.Shape.Count * type.Width}", $"{all - data - buffer.Shape.Count * type.Width} more bytes", $"the end after {buffer.Shape.Count} voxels");
        if (!header.IsFortran) return buffer.Image(VoxelSpacing.Unknown, []);
        var turned = new VoxelBuffer(where, x, y, z, type.IsWide, 1, limits, () => { });
        ArrayVoxels.Transpose(buffer, turned);
        return turned.Image(VoxelSpacing.Unknown, []);

        VoxelBuffer Buffer(long slow, long middle, long fast, int copies) => new(where, slow, middle, fast, type.IsWide, copies, limits, () =>
        {
            double bytesWanted = (double)x * y * z * type.Width;
            if (bytesWanted > mostBytes - data) throw ImageFault.Damaged(where, $"an array of {x} x {y} x {z} in a file too small for it", $"{bytesWanted:0} bytes of voxels");
        });
    }
}
