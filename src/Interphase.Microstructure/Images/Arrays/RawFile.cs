namespace Interphase.Microstructure;

/// <summary>Reads voxels that stand one after another in a file that says nothing of itself.</summary>
internal static class RawFile
{
    public static GreyImage Read(ByteSource source, Sidecar sidecar, ImageLimits limits)
    {
        (long x, long y, long z) = (sidecar.Shape![0], sidecar.Shape[1], sidecar.Shape[2]);
        ArrayType type = sidecar.Type!.Value;
        var buffer = new VoxelBuffer("", x, y, z, type.IsWide, 1, limits, () =>
        {
            double expected = sidecar.Offset + (double)x * y * z * type.Width;
            if (expected != source.Length)
                throw new ImageFault($"byte {source.Length}", "the end of the file", $"{expected:0} bytes for {x} x {y} x {z} voxels of {8 * type.Width} bits", "compare `shape`, `dtype` and `offset` in the description");
        });
        using var stream = new SourceStream(source, sidecar.Offset);
        ArrayVoxels.Fill(stream, type, buffer, sidecar.Offset);
        return buffer.Image(VoxelSpacing.Unknown, []);
    }
}
