using System.IO.Compression;
using Interphase.Microstructure;
using Interphase.Numerics;

namespace Interphase.Reports;

/// <summary>The labels of an image as text in a page: zlib in base64, the last axis fastest.</summary>
/// <param name="Shape">Voxels along each axis that are kept.</param>
/// <param name="Text">The labels.</param>
internal sealed record PackedVoxels(GridShape Shape, string Text)
{
    /// <summary>Voxels along an axis that a page holds, and the letters that it spends on them.</summary>
    public const int MostVoxels = 256, MostLetters = 2_300_000;

    /// <summary>
    /// Every voxel where the page has room for it, else the middle one of each block of 2 x 2 x 2, 3 x 3 x 3, ...: a slice then still shows labels that are there, and no blend of them.
    /// </summary>
    public static PackedVoxels Of(VoxelImage image)
    {
        var shape = image.Shape;
        for (var block = (Math.Max(shape.X, Math.Max(shape.Y, shape.Z)) + MostVoxels - 1) / MostVoxels; ; block++)
        {
            var kept = new GridShape((shape.X + block - 1) / block, (shape.Y + block - 1) / block, (shape.Z + block - 1) / block);
            var text = Text64(block == 1 ? image.Labels : Thinned(image, kept, block));
            if (text.Length <= MostLetters || block >= MostVoxels)
                return new(kept, text);
        }
    }

    /// <summary>Bytes as zlib in base64.</summary>
    public static string Text64(ReadOnlySpan<byte> bytes)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            zlib.Write(bytes);
        return Convert.ToBase64String(packed.GetBuffer(), 0, (int)packed.Length);
    }

    private static byte[] Thinned(VoxelImage image, GridShape kept, int block)
    {
        var shape = image.Shape;
        var labels = new byte[kept.Count];
        for (int x = 0, at = 0; x < kept.X; x++)
        {
            for (var y = 0; y < kept.Y; y++)
            {
                for (var z = 0; z < kept.Z; z++, at++)
                    labels[at] = image[Math.Min(shape.X - 1, x * block + block / 2), Math.Min(shape.Y - 1, y * block + block / 2), Math.Min(shape.Z - 1, z * block + block / 2)];
            }
        }

        return labels;
    }
}
