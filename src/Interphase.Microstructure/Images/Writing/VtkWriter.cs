using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Interphase.Microstructure;

/// <summary>Writes image data of VTK's XML format for ParaView: a value for each cell, x the axis of pages, lengths in micrometres where they are known.</summary>
internal static class VtkWriter
{
    private const int BlockVoxels = 1 << 20;
    private const double Micron = 1e-6;

    public static void Write(GreyImage image, Stream stream)
    {
        (int xs, int ys, int zs) = (image.Shape.X, image.Shape.Y, image.Shape.Z);
        double unit = image.Spacing.IsKnown ? Micron : 1;
        string Size(Axis axis) => (image.Spacing[axis] / unit).ToString("R", CultureInfo.InvariantCulture);
        string extent = $"0 {xs} 0 {ys} 0 {zs}";
        string xml =
            $"""
            <?xml version="1.0"?>
            <VTKFile type="ImageData" version="1.0" byte_order="LittleEndian" header_type="UInt64" compressor="vtkZLibDataCompressor">
              <ImageData WholeExtent="{extent}" Origin="0 0 0" Spacing="{Size(Axis.X)} {Size(Axis.Y)} {Size(Axis.Z)}">
                <Piece Extent="{extent}">
                  <CellData Scalars="label">
                    <DataArray type="{(image.Bits == 8 ? "UInt8" : "UInt16")}" Name="label" format="appended" offset="0"/>
                  </CellData>
                </Piece>
              </ImageData>
              <AppendedData encoding="raw">
            _
            """;
        stream.Write(Encoding.ASCII.GetBytes(xml.ReplaceLineEndings("\n")));

        // VTK's blocks are all of one length but the last: some planes each, for its fastest axis is our slowest.
        int width = image.Bits / 8, planes = (int)Math.Clamp(BlockVoxels / ((long)xs * ys), 1, zs), blocks = (zs + planes - 1) / planes;
        long plane = (long)xs * ys * width;
        byte[][] packed = new byte[blocks][];
        Parallel.For(0, blocks, block => packed[block] = Packed(image, block * planes, Math.Min(planes, zs - block * planes)));
        byte[] head = new byte[8 * (3 + blocks)];
        BinaryPrimitives.WriteInt64LittleEndian(head, blocks);
        BinaryPrimitives.WriteInt64LittleEndian(head.AsSpan(8), planes * plane);
        BinaryPrimitives.WriteInt64LittleEndian(head.AsSpan(16), zs % planes * plane);
        for (int block = 0; block < blocks; block++) BinaryPrimitives.WriteInt64LittleEndian(head.AsSpan(24 + 8 * block), packed[block].Length);
        stream.Write(head);
        foreach (byte[] block in packed) stream.Write(block);
        stream.Write("\n  </AppendedData>\n</VTKFile>\n"u8);
    }

    private static byte[] Packed(GreyImage image, int first, int planes)
    {
        (int xs, int ys) = (image.Shape.X, image.Shape.Y);
        int width = image.Bits / 8;
        byte[] voxels = new byte[checked(xs * ys * planes * width)];
        for (int x = 0; x < xs; x++)
        {
            for (int y = 0; y < ys; y++)
            {
                long from = image.Shape.Index(x, y, first);
                for (int z = 0; z < planes; z++)
                {
                    int to = (z * ys + y) * xs + x;
                    if (width == 1) voxels[to] = image.Bytes![from + z];
                    else BinaryPrimitives.WriteUInt16LittleEndian(voxels.AsSpan(2 * to), image.Words![from + z]);
                }
            }
        }
        using var target = new MemoryStream();
        using (var deflate = new ZLibStream(target, CompressionLevel.Fastest, leaveOpen: true)) deflate.Write(voxels);
        return target.ToArray();
    }
}
