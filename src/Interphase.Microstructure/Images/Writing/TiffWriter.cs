using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;

namespace Interphase.Microstructure;

/// <summary>Writes TIFF stacks: little endian, deflate, a directory for each page, size of a voxel as ImageJ writes it.</summary>
internal static class TiffWriter
{
    private const int StripBytes = 1 << 20, Batch = 64, MostLabels = 64;
    private const double Micron = 1e-6;

    public static void Write(GreyImage image, Stream stream)
    {
        Span<byte> head = stackalloc byte[8];
        "II*\0"u8.CopyTo(head);
        BinaryPrimitives.WriteUInt32LittleEndian(head[4..], 8);
        stream.Write(head);
        // Labels repeat as they are; brightness changes slowly, and its differences repeat.
        bool isDifferenced = image.DistinctValues > MostLabels;
        long at = 8;
        for (int first = 0; first < image.Shape.X; first += Batch)
        {
            byte[][][] packed = new byte[Math.Min(Batch, image.Shape.X - first)][][];
            Parallel.For(0, packed.Length, i => packed[i] = Strips(image, first + i, isDifferenced));
            for (int i = 0; i < packed.Length; i++)
            {
                byte[] directory = Directory(image, first + i, packed[i], isDifferenced, at);
                stream.Write(directory);
                at += directory.Length;
                foreach (byte[] strip in packed[i])
                {
                    stream.Write(strip);
                    at += strip.Length;
                }
                if (at > uint.MaxValue) throw new IOException("an image of more than 4 GiB packed is too large for a TIFF file");
                if (at % 2 == 0) continue;
                stream.WriteByte(0);
                at++;
            }
        }
    }

    private static int RowsPerStrip(GreyImage image) => Math.Clamp(StripBytes / (image.Shape.Z * image.Bits / 8), 1, image.Shape.Y);

    private static byte[][] Strips(GreyImage image, int page, bool isDifferenced)
    {
        int rows = RowsPerStrip(image), columns = image.Shape.Z;
        byte[][] strips = new byte[(image.Shape.Y + rows - 1) / rows][];
        byte[] block = new byte[rows * columns * image.Bits / 8];
        for (int strip = 0; strip < strips.Length; strip++)
        {
            int top = strip * rows, count = Math.Min(rows, image.Shape.Y - top);
            Span<byte> voxels = VoxelBytes.Copy(image, image.Shape.Index(page, top, 0), count * columns, block);
            if (isDifferenced) Differences(voxels, image.Bits, columns);
            using var target = new MemoryStream();
            using (var deflate = new ZLibStream(target, CompressionLevel.Fastest, leaveOpen: true)) deflate.Write(voxels);
            strips[strip] = target.ToArray();
        }
        return strips;
    }

    private static void Differences(Span<byte> voxels, int bits, int columns)
    {
        if (bits == 8)
        {
            for (; voxels.Length > 0; voxels = voxels[columns..])
                for (int i = columns - 1; i > 0; i--) voxels[i] -= voxels[i - 1];
            return;
        }
        for (; voxels.Length > 0; voxels = voxels[(2 * columns)..])
        {
            for (int i = columns - 1; i > 0; i--)
            {
                int difference = BinaryPrimitives.ReadUInt16LittleEndian(voxels[(2 * i)..]) - BinaryPrimitives.ReadUInt16LittleEndian(voxels[(2 * i - 2)..]);
                BinaryPrimitives.WriteUInt16LittleEndian(voxels[(2 * i)..], (ushort)difference);
            }
        }
    }

    // The directory, what does not fit into its entries, then the strips, then the next directory.
    private static byte[] Directory(GreyImage image, int page, byte[][] strips, bool isDifferenced, long at)
    {
        List<(ushort Tag, ushort Type, uint Count, byte[] Value)> entries =
        [
            Number(TiffTags.Width, (uint)image.Shape.Z),
            Number(TiffTags.Height, (uint)image.Shape.Y),
            Short(TiffTags.Bits, (ushort)image.Bits),
            Short(TiffTags.Compression, (ushort)TiffCompression.Deflate),
            Short(TiffTags.Photometric, 1),
        ];
        if (image.Spacing.IsKnown && page == 0)
        {
            byte[] text = Encoding.ASCII.GetBytes(Description(image) + "\0");
            entries.Add((TiffTags.Description, 2, (uint)text.Length, text));
        }
        int offsets = entries.Count;
        entries.Add((TiffTags.StripOffsets, 4, (uint)strips.Length, new byte[4 * strips.Length]));
        entries.Add(Short(TiffTags.Samples, 1));
        entries.Add(Number(TiffTags.RowsPerStrip, (uint)RowsPerStrip(image)));
        entries.Add((TiffTags.StripCounts, 4, (uint)strips.Length, MemoryMarshal.AsBytes<uint>([.. strips.Select(strip => (uint)strip.Length)]).ToArray()));
        if (image.Spacing.IsKnown)
        {
            entries.Add(Fraction(TiffTags.ColumnResolution, Micron / image.Spacing.Z));
            entries.Add(Fraction(TiffTags.RowResolution, Micron / image.Spacing.Y));
            entries.Add(Short(TiffTags.ResolutionUnit, 1));
        }
        if (isDifferenced) entries.Add(Short(TiffTags.Predictor, 2));

        int size = 2 + 12 * entries.Count + 4, spill = size;
        foreach ((_, _, _, byte[] value) in entries) if (value.Length > 4) size += value.Length + value.Length % 2;
        long strip = at + size;
        for (int i = 0; i < strips.Length; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(entries[offsets].Value.AsSpan(4 * i), (uint)strip);
            strip += strips[i].Length;
        }
        byte[] bytes = new byte[size];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, (ushort)entries.Count);
        for (int i = 0; i < entries.Count; i++)
        {
            Span<byte> entry = bytes.AsSpan(2 + 12 * i, 12);
            (ushort tag, ushort type, uint count, byte[] value) = entries[i];
            BinaryPrimitives.WriteUInt16LittleEndian(entry, tag);
            BinaryPrimitives.WriteUInt16LittleEndian(entry[2..], type);
            BinaryPrimitives.WriteUInt32LittleEndian(entry[4..], count);
            if (value.Length <= 4)
            {
                value.CopyTo(entry[8..]);
                continue;
            }
            BinaryPrimitives.WriteUInt32LittleEndian(entry[8..], (uint)(at + spill));
            value.CopyTo(bytes, spill);
            spill += value.Length + value.Length % 2;
        }
        if (page < image.Shape.X - 1) BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(2 + 12 * entries.Count), (uint)(strip + strip % 2));
        return bytes;
    }

    private static string Description(GreyImage image)
    {
        string pages = image.Shape.X.ToString(CultureInfo.InvariantCulture), depth = (image.Spacing.X / Micron).ToString("R", CultureInfo.InvariantCulture);
        return $"ImageJ=1.54f\nimages={pages}\nslices={pages}\nunit=micron\nspacing={depth}\nloop=false\nmin={image.Lowest}.0\nmax={image.Highest}.0\n";
    }

    private static (ushort Tag, ushort Type, uint Count, byte[] Value) Short(ushort tag, ushort value)
    {
        byte[] bytes = new byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, value);
        return (tag, 3, 1, bytes);
    }

    private static (ushort Tag, ushort Type, uint Count, byte[] Value) Number(ushort tag, uint value)
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return (tag, 4, 1, bytes);
    }

    private static (ushort Tag, ushort Type, uint Count, byte[] Value) Fraction(ushort tag, double value)
    {
        // Convergents of the continued fraction, as far as they fit: round sizes stay exact.
        double above = 0, below = 1, nextAbove = 1, nextBelow = 0, rest = value;
        for (int i = 0; i < 40; i++)
        {
            double whole = Math.Floor(rest);
            (double a, double b) = (whole * nextAbove + above, whole * nextBelow + below);
            if (a > uint.MaxValue || b > uint.MaxValue) break;
            (above, below, nextAbove, nextBelow) = (nextAbove, nextBelow, a, b);
            if (Math.Abs(a / b - value) <= 1e-15 * value) break;
            rest = 1 / (rest - whole);
        }
        byte[] bytes = new byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, (uint)nextAbove);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), (uint)nextBelow);
        return (tag, 5, 1, bytes);
    }
}
