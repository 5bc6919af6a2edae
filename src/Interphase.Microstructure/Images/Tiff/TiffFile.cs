using System.Buffers.Binary;

namespace Interphase.Microstructure;

/// <summary>The pages of a TIFF file, before any voxel is read.</summary>
internal sealed class TiffFile
{
    private const int ReducedOrMask = 0b101, MostSegments = 1 << 24, EntryBytes = 12, MostSharing = 16;

    private TiffFile(ByteSource source, List<TiffPage> pages, TiffNotes notes) => (Source, Pages, Notes) = (source, pages, notes);

    public ByteSource Source { get; }

    /// <summary>Its pages of full size, at least one.</summary>
    public List<TiffPage> Pages { get; }

    /// <summary>What the first page says of the whole.</summary>
    public TiffNotes Notes { get; }

    /// <summary>Whether bytes begin as a TIFF file does.</summary>
    public static bool Begins(ReadOnlySpan<byte> head) =>
        head.StartsWith("II*\0"u8) || head.StartsWith("MM\0*"u8) || head.StartsWith("II+\0"u8) || head.StartsWith("MM\0+"u8);

    public static TiffFile Open(ByteSource source, ImageLimits limits)
    {
        byte[] head = new byte[16];
        source.Fill(0, head.AsSpan(0, 8), "", "a TIFF header");
        if (!Begins(head)) throw new ImageFault("byte 0", $"bytes {Convert.ToHexStringLower(head.AsSpan(0, 4))}", "a TIFF header", "write it as TIFF");
        bool isBigEndian = head[0] == (byte)'M', isLarge = head[isBigEndian ? 3 : 2] == (byte)'+';
        if (isLarge)
        {
            source.Fill(0, head, "", "a BigTIFF header");
            int width = isBigEndian ? head[5] : head[4];
            if (width != 8) throw ImageFault.Damaged("byte 4", $"offsets of {width} bytes", "8 in BigTIFF");
        }
        ulong first = (isBigEndian, isLarge) switch
        {
            (false, false) => BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(4)),
            (true, false) => BinaryPrimitives.ReadUInt32BigEndian(head.AsSpan(4)),
            (false, true) => BinaryPrimitives.ReadUInt64LittleEndian(head.AsSpan(8)),
            (true, true) => BinaryPrimitives.ReadUInt64BigEndian(head.AsSpan(8)),
        };
        if (first == 0) throw ImageFault.Damaged($"byte {(isLarge ? 8 : 4)}", "no page", "at least one");

        var pages = new List<TiffPage>();
        var seen = new HashSet<long>();
        TiffNotes? notes = null;
        long voxels = 0, segments = 0, entries = 0;
        double packed = 0;
        int number = 0;
        long before = isLarge ? 8 : 4;
        for (long at = first > long.MaxValue ? long.MaxValue : (long)first; at != 0;)
        {
            number++;
            if (at < 8 || at >= source.Length) throw ImageFault.Damaged(ByteSource.At($"page {number}", at), $"a directory beyond the {source.Length} bytes of the file", "one within it");
            if (!seen.Add(at)) throw ImageFault.Damaged(ByteSource.At($"page {number}", at), "a directory that is that of an earlier page", "a new one, or the end of the list");
            var directory = new TiffDirectory(source, at, number, isBigEndian, isLarge);
            entries += directory.Entries;
            if (entries * EntryBytes > source.Length) throw ImageFault.Damaged(directory.Place(at), "directories that lie over one another", "each in a place of its own");
            if ((directory.Number(TiffTags.SubfileType, 0) & ReducedOrMask) == 0)
            {
                TiffPage page = Page(directory, number, isBigEndian);
                voxels += (long)page.Width * page.Height;
                segments += page.Offsets.Length;
                if (voxels > limits.MostVoxels) throw new ImageFault(ByteSource.At(page.Name, at), $"{voxels} voxels up to here", $"at most {limits.MostVoxels}", "cut or coarsen it, or allow more");
                if (segments > Math.Min(source.Length, MostSegments)) throw ImageFault.Damaged(ByteSource.At(page.Name, at), $"{segments} strips or tiles up to here", $"at most {Math.Min(source.Length, MostSegments)}");
                // Writers let equal tiles share their bytes; a file in which all share all would take for ever.
                foreach (long count in page.Counts) packed += page.Compression == TiffCompression.None ? 0 : count;
                if (packed > (double)MostSharing * source.Length) throw ImageFault.Damaged(ByteSource.At(page.Name, at), $"{packed:0} packed bytes up to here in a file of {source.Length}", "strips or tiles that do not lie over one another");
                pages.Add(page);
                notes ??= TiffNotes.Of(directory);
            }
            before = at;
            at = directory.Next;
        }
        if (notes is null) throw new ImageFault(ByteSource.At($"page {number}", before), "only thumbnails and masks", "at least one page of full size");
        return new TiffFile(source, pages, notes);
    }

    private static TiffPage Page(TiffDirectory directory, int number, bool isBigEndian)
    {
        string here = directory.Place(directory.At);
        long width = Positive(TiffTags.Width), height = Positive(TiffTags.Height);
        CheckValues(directory, here);
        bool isWide = directory.Number(TiffTags.Bits, 1) == 16;
        long compression = directory.Number(TiffTags.Compression, 1);
        if (!Enum.IsDefined((TiffCompression)(int)Math.Min(compression, int.MaxValue)))
            throw new ImageFault(here, $"{Packing(compression)} compression", "none, PackBits, LZW or deflate", "write it anew with one of these");
        long predictor = directory.Number(TiffTags.Predictor, 1);
        if (predictor is not (1 or 2)) throw new ImageFault(here, $"predictor {predictor}", "1 (none) or 2 (differences along rows)", "write it anew with one of these");

        bool isTiled = directory.Has(TiffTags.TileOffsets) || directory.Has(TiffTags.TileWidth);
        long segmentWidth = isTiled ? Positive(TiffTags.TileWidth) : width;
        long segmentHeight = isTiled ? Positive(TiffTags.TileHeight) : Math.Min(height, directory.Has(TiffTags.RowsPerStrip) ? Positive(TiffTags.RowsPerStrip) : height);
        // A tile may reach beyond the page by less than its own size.
        if (segmentWidth * (double)segmentHeight > 4.0 * Math.Max(1 << 20, width * (double)height) || segmentWidth * (double)segmentHeight > 1 << 30)
            throw ImageFault.Damaged(here, $"segments of {segmentWidth} x {segmentHeight} for a page of {width} x {height}", "segments hardly larger than the page");
        double wanted = Math.Ceiling((double)width / segmentWidth) * Math.Ceiling((double)height / segmentHeight);
        if (wanted > MostSegments) throw ImageFault.Damaged(here, $"a page of {width} x {height} in {wanted:0} strips or tiles", $"at most {MostSegments}");
        long segments = (long)wanted;
        ushort offsetTag = isTiled ? TiffTags.TileOffsets : TiffTags.StripOffsets, countTag = isTiled ? TiffTags.TileCounts : TiffTags.StripCounts;
        long[] offsets = directory.Numbers(offsetTag, segments);
        long[] counts;
        if (directory.Has(countTag) || compression != (long)TiffCompression.None) counts = directory.Numbers(countTag, segments);
        else
        {
            // Unpacked segments are as long as their voxels.
            counts = new long[segments];
            for (int i = 0; i < counts.Length; i++) counts[i] = segmentWidth * (isTiled ? segmentHeight : Math.Min(segmentHeight, height - i * segmentHeight)) * (isWide ? 2 : 1);
        }
        return new TiffPage
        {
            Number = number,
            At = directory.At,
            Width = (int)width,
            Height = (int)height,
            IsWide = isWide,
            Compression = (TiffCompression)compression,
            IsDifferenced = predictor == 2,
            IsBigEndian = isBigEndian,
            SegmentWidth = (int)segmentWidth,
            SegmentHeight = (int)segmentHeight,
            IsTiled = isTiled,
            Offsets = offsets,
            Counts = counts,
        };

        long Positive(ushort tag)
        {
            long value = directory.Number(tag);
            if (tag == TiffTags.RowsPerStrip && value > int.MaxValue) return int.MaxValue;
            return value is > 0 and <= int.MaxValue ? value : throw ImageFault.Damaged(here, $"{TiffTags.Name(tag)} of {value}", $"1 to {int.MaxValue}");
        }
    }

    private static void CheckValues(TiffDirectory directory, string here)
    {
        const string expected = "one whole number of 8 or 16 bits a voxel", grey = "convert it to 8-bit or 16-bit grey";
        long samples = directory.Number(TiffTags.Samples, 1), photometric = directory.Number(TiffTags.Photometric, 1);
        if (photometric is not (0 or 1 or 3) || samples != 1)
        {
            string kind = photometric switch { 2 => "an RGB image", 5 => "a CMYK image", 6 => "a YCbCr image", 8 => "a CIELAB image", 0 or 1 or 3 => $"{samples} channels", _ => $"photometric interpretation {photometric}" };
            throw new ImageFault(here, kind, expected, samples > 1 && photometric < 2 ? "write one channel alone" : grey);
        }
        long bits = directory.Number(TiffTags.Bits, 1), format = directory.Number(TiffTags.SampleFormat, 1);
        if (format == 3) throw new ImageFault(here, $"floats of {bits} bits", expected, grey);
        if (format == 2) throw new ImageFault(here, $"signed numbers of {bits} bits", expected, grey);
        if (format is not (1 or 4)) throw new ImageFault(here, $"sample format {format}", expected, grey);
        if (bits is not (8 or 16)) throw new ImageFault(here, bits == 1 ? "a 1-bit image" : $"{bits} bits a voxel", expected, grey);
        if (directory.Number(TiffTags.FillOrder, 1) != 1) throw new ImageFault(here, "bits in reversed order (FillOrder 2)", "FillOrder 1", "write it anew");
    }

    private static string Packing(long compression) => compression switch
    {
        2 or 3 or 4 => "fax",
        6 or 7 => "JPEG",
        33003 or 33005 or 34712 => "JPEG 2000",
        34887 => "LERC",
        34925 => "LZMA",
        50000 or 34926 => "Zstandard",
        50001 or 34927 => "WebP",
        _ => $"unknown ({compression})",
    };
}
