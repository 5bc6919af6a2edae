using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Interphase.Microstructure;

/// <summary>Writes arrays of NumPy, format 1.0, in C order and little endian.</summary>
internal static class NumpyWriter
{
    private const int Block = 1 << 20, Alignment = 64;

    public static void Write(GreyImage image, Stream stream)
    {
        string header = $"{{'descr': '{(image.Bits == 8 ? "|u1" : "<u2")}', 'fortran_order': False, 'shape': ({image.Shape.X}, {image.Shape.Y}, {image.Shape.Z}), }}";
        int length = (10 + header.Length + 1 + Alignment - 1) / Alignment * Alignment - 10;
        byte[] head = new byte[10 + length];
        "?NUMPY"u8.CopyTo(head);
        head[0] = 0x93;
        head[6] = 1;
        BinaryPrimitives.WriteUInt16LittleEndian(head.AsSpan(8), (ushort)length);
        Encoding.ASCII.GetBytes(header.PadRight(length - 1) + "\n", head.AsSpan(10));
        stream.Write(head);
        WriteVoxels(image, stream);
    }

    public static void WriteGzip(GreyImage image, Stream stream)
    {
        using var packed = new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true);
        Write(image, packed);
    }

    /// <summary>The voxels alone.</summary>
    public static void WriteVoxels(GreyImage image, Stream stream)
    {
        byte[] block = new byte[Block];
        for (long first = 0, count = Block * 8 / image.Bits; first < image.Shape.Count; first += count)
        {
            int voxels = (int)Math.Min(count, image.Shape.Count - first);
            stream.Write(VoxelBytes.Copy(image, first, voxels, block));
        }
    }
}
