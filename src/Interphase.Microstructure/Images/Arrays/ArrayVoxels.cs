namespace Interphase.Microstructure;

/// <summary>Reads the voxels of an array that stand one after another in a stream.</summary>
internal static class ArrayVoxels
{
    private const int Block = 1 << 20;

    /// <summary>Fills a buffer in the order of the stream.</summary>
    /// <param name="stream">At the first voxel.</param>
    /// <param name="type">How they are written.</param>
    /// <param name="buffer">Where to.</param>
    /// <param name="start">Byte of the first voxel, for faults.</param>
    public static void Fill(Stream stream, ArrayType type, VoxelBuffer buffer, long start)
    {
        byte[] raw = type.Width == buffer.Width ? [] : new byte[Block * type.Width];
        for (long first = 0; first < buffer.Shape.Count; first += Block)
        {
            int count = (int)Math.Min(Block, buffer.Shape.Count - first);
            Span<byte> target = buffer.Bytes(first, count), from = raw.Length == 0 ? target : raw.AsSpan(0, count * type.Width);
            int read = stream.ReadAtLeast(from, from.Length, throwOnEndOfStream: false);
            if (read < from.Length)
                throw ImageFault.Damaged($"byte {start + first * type.Width + read}", $"the end of the data after {first + read / type.Width} voxels", $"{buffer.Shape.Count} ({buffer.Shape})");
            if (type.Convert(from, target) is { } misfit)
                throw new ImageFault($"byte {start + (first + misfit.At) * type.Width}", $"the value {misfit.Value}", "whole numbers of 0 to 65535", "write the labels as 0 to 255");
        }
    }

    /// <summary>Turns an image whose first axis is the fastest in memory to one whose last axis is.</summary>
    /// <param name="from">The voxels, in the shape of its axes reversed.</param>
    /// <param name="to">Where to.</param>
    public static void Transpose(VoxelBuffer from, VoxelBuffer to)
    {
        (int xs, int ys, int zs) = (to.Shape.X, to.Shape.Y, to.Shape.Z);
        Parallel.For(0, ys, y =>
        {
            // Squares, so that both sides stay in the cache.
            const int side = 32;
            for (int x0 = 0; x0 < xs; x0 += side)
            {
                for (int z0 = 0; z0 < zs; z0 += side)
                {
                    for (int x = x0; x < Math.Min(x0 + side, xs); x++)
                    {
                        for (int z = z0; z < Math.Min(z0 + side, zs); z++)
                            from.Bytes(from.Shape.Index(z, y, x), 1).CopyTo(to.Bytes(to.Shape.Index(x, y, z), 1));
                    }
                }
            }
        });
    }
}
