using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Interphase.Microstructure;

/// <summary>Voxels as files hold them, low byte first.</summary>
internal static class VoxelBytes
{
    /// <summary>Copies voxels and gives the part of <paramref name="target"/> that they fill.</summary>
    public static Span<byte> Copy(GreyImage image, long first, int voxels, Span<byte> target)
    {
        if (image.Bytes is { } bytes)
        {
            bytes.AsSpan((int)first, voxels).CopyTo(target);
            return target[..voxels];
        }
        Span<byte> filled = target[..(2 * voxels)];
        Span<ushort> words = MemoryMarshal.Cast<byte, ushort>(filled);
        image.Words.AsSpan((int)first, voxels).CopyTo(words);
        if (!BitConverter.IsLittleEndian) BinaryPrimitives.ReverseEndianness(words, words);
        return filled;
    }
}
