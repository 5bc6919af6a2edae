using System.Buffers.Binary;

namespace Interphase.Microstructure;

/// <summary>Makes an image of one TIFF file with many pages, or of a folder of files with one page each.</summary>
internal static class TiffStack
{
    public static GreyImage Read(ByteSource source, ImageLimits limits)
    {
        TiffFile file = TiffFile.Open(source, limits);
        TiffPage first = file.Pages[0];
        string start = ByteSource.At(first.Name, first.At);
        double told = file.Notes.Pages;
        if (file.Notes.Dimensions.Count(length => length > 1) > 1)
            throw new ImageFault(start, $"an image of several channels or moments ({string.Join(" x ", file.Notes.Dimensions)} pages)", "one stack of pages", "write one channel of one moment alone");
        if (file.Pages.Count == 1 && told > 1 && file.Notes.MayBeContiguous && first is { Compression: TiffCompression.None, IsTiled: false, IsDifferenced: false }) return Contiguous(file, told, limits);
        if (told > 1 && told != file.Pages.Count)
            throw ImageFault.Damaged(start, $"a description of {told} pages in a file that has {file.Pages.Count}", "as many pages as the description says");

        foreach (TiffPage page in file.Pages) CheckSame(page, first, $"page {first.Number}");
        var buffer = new VoxelBuffer(start, file.Pages.Count, first.Height, first.Width, first.IsWide, 1, limits, () => CheckSize(file.Pages, source.Length, start));
        Decode(source, file.Pages, buffer);
        return buffer.Image(file.Notes.Spacing, []);
    }

    /// <summary>Reads the TIFF files of a folder in the natural order of their names, one page each.</summary>
    public static GreyImage ReadFolder(string folder, ImageLimits limits)
    {
        string[] paths = [.. Directory.EnumerateFiles(folder).Where(IsPage).Order(NaturalOrder.OfPaths)];
        if (paths.Length == 0) throw new ImageFault("", "a folder without TIFF files", "files that end in `.tif` or `.tiff`, one page each");
        (TiffPage first, TiffNotes notes) = At(paths[0], _ => { });
        var buffer = new VoxelBuffer("", paths.Length, first.Height, first.Width, first.IsWide, 1, limits,
            () =>
            {
                double most = paths.Sum(path => (double)new FileInfo(path).Length) * TiffPage.LargestOfAll;
                if (most < (double)first.Bytes * paths.Length) throw ImageFault.Damaged("", $"{paths.Length} files too small for pages of {first.Width} x {first.Height}", "whole files");
            });
        string name = Path.GetFileName(paths[0]);
        Concurrently(paths.Length, (page, decoder) => At(paths[page], file =>
        {
            CheckSame(file.Pages[0], first, name);
            DecodeAll(file.Source, file.Pages[0], buffer, page, decoder);
        }));
        return buffer.Image(notes.Spacing, []);

        (TiffPage Page, TiffNotes Notes) At(string path, Action<TiffFile> use)
        {
            try
            {
                using var source = new FileBytes(path);
                TiffFile file = TiffFile.Open(source, limits);
                if (file.Pages.Count != 1) throw new ImageFault(ByteSource.At(file.Pages[1].Name, file.Pages[1].At), $"a file of {file.Pages.Count} pages in a folder", "one page in each file", "read this file by its own name");
                use(file);
                return (file.Pages[0], file.Notes);
            }
            catch (ImageFault fault)
            {
                throw fault.In(path);
            }
        }
    }

    // One directory stands for all pages; their voxels follow those of the first.
    private static GreyImage Contiguous(TiffFile file, double pages, ImageLimits limits)
    {
        TiffPage page = file.Pages[0];
        for (int i = 1; i < page.Offsets.Length; i++)
        {
            if (page.Offsets[i] != page.Offsets[i - 1] + page.Counts[i - 1])
                throw ImageFault.Damaged(ByteSource.At(page.Name, page.Offsets[i]), $"a strip apart from the one before it in a file of one directory for {pages} pages", "strips that follow each other");
        }
        long start = page.Offsets[0];
        string where = ByteSource.At(page.Name, page.At);
        var buffer = new VoxelBuffer(where, pages > int.MaxValue ? int.MaxValue : (long)pages, page.Height, page.Width, page.IsWide, 1, limits, () =>
        {
            if (start > file.Source.Length || file.Source.Length - start < pages * page.Bytes)
                throw ImageFault.Damaged(ByteSource.At($"page {Math.Max(0, file.Source.Length - start) / page.Bytes + 1}", file.Source.Length), "the end of the file", $"{pages} pages of {page.Bytes} bytes from byte {start} on");
        });
        int voxels = page.Width * page.Height;
        for (int i = 0; i < buffer.Shape.X; i++)
        {
            file.Source.Fill(start + i * page.Bytes, buffer.Bytes((long)i * voxels, voxels), $"page {i + 1}", "voxels");
            if (!page.IsWide || page.IsBigEndian != BitConverter.IsLittleEndian) continue;
            Span<ushort> words = buffer.Words((long)i * voxels, voxels);
            BinaryPrimitives.ReverseEndianness(words, words);
        }
        return buffer.Image(file.Notes.Spacing, []);
    }

    private static void CheckSame(TiffPage page, TiffPage first, string name)
    {
        if (page.Width == first.Width && page.Height == first.Height && page.IsWide == first.IsWide) return;
        string Size(TiffPage one) => $"{one.Width} x {one.Height} voxels of {one.BytesPerVoxel * 8} bits";
        throw new ImageFault(ByteSource.At(page.Name, page.At), Size(page), $"{Size(first)} as in {name}", "remove pages of another size");
    }

    // A small file cannot hold more than its packing can express: asked before memory is taken.
    private static void CheckSize(List<TiffPage> pages, long length, string where)
    {
        double packed = 0, wanted = 0;
        int expansion = 1;
        foreach (TiffPage page in pages)
        {
            foreach (long count in page.Counts) packed += count;
            wanted += page.Bytes;
            expansion = Math.Max(expansion, page.LargestExpansion);
        }
        if (Math.Min(packed, length) * expansion < wanted) throw ImageFault.Damaged(where, $"{pages.Count} pages in {length} bytes", $"as many as {wanted:0} bytes of voxels take");
    }

    private static void Decode(ByteSource source, List<TiffPage> pages, VoxelBuffer buffer)
    {
        if (pages.Count > 1)
        {
            Concurrently(pages.Count, (page, decoder) => DecodeAll(source, pages[page], buffer, page, decoder));
            return;
        }
        Concurrently(pages[0].Offsets.Length, (segment, decoder) => decoder.Decode(source, pages[0], segment, buffer.Bytes(0, (int)buffer.Shape.Count)));
    }

    private static void DecodeAll(ByteSource source, TiffPage page, VoxelBuffer buffer, int number, SegmentDecoder decoder)
    {
        int voxels = page.Width * page.Height;
        for (int segment = 0; segment < page.Offsets.Length; segment++) decoder.Decode(source, page, segment, buffer.Bytes((long)number * voxels, voxels));
    }

    // Of several faults the first is told, whatever the threads.
    private static void Concurrently(int count, Action<int, SegmentDecoder> work)
    {
        var guard = new Lock();
        (int At, Exception Fault)? earliest = null;
        Parallel.For(0, count, static () => new SegmentDecoder(), (i, state, decoder) =>
        {
            try
            {
                work(i, decoder);
            }
            catch (Exception e) when (e is ImageFault or IOException or UnauthorizedAccessException)
            {
                lock (guard)
                {
                    if (earliest is not { } other || i < other.At) earliest = (i, e);
                }
                state.Break();
            }
            return decoder;
        }, static _ => { });
        if (earliest is { } found) throw found.Fault;
    }

    private static bool IsPage(string path)
    {
        string name = Path.GetFileName(path);
        return !name.StartsWith('.') && (name.EndsWith(".tif", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".tiff", StringComparison.OrdinalIgnoreCase));
    }
}
