using Interphase.Descriptions;

namespace Interphase.Microstructure;

/// <summary>
/// Reads images of voxels: TIFF stacks, folders of TIFF pages, arrays of NumPy (<c>.npy</c>, <c>.npy.gz</c>) and raw voxels with a description beside them.
/// Pages and the first index are <see cref="Axis.X"/>, rows <see cref="Axis.Y"/>, columns <see cref="Axis.Z"/>. Whatever a file holds, there is an image or there are problems.
/// </summary>
public static class ImageReader
{
    private const int Head = 16;
    private const string Raw = ".raw";

    /// <summary>Reads a file or folder; what it is, is seen from its content.</summary>
    /// <param name="path">The file or folder.</param>
    /// <param name="limits">How large it may be; null for <see cref="ImageLimits.Default"/>.</param>
    public static ImageReading Read(string path, ImageLimits? limits = null)
    {
        limits ??= ImageLimits.Default;
        if (path.Length == 0 || path.Contains('\0', StringComparison.Ordinal))
        {
            var problems = new Problems();
            problems.Add(new Place(path), "", Quoted.Of(path), "the name of an image");
            return new ImageReading(new Place(path), null, problems);
        }
        return Guarded(path, () => Described(Directory.Exists(path) ? TiffStack.ReadFolder(path, limits) : ReadFile(path, limits), path));
    }

    /// <summary>Reads an image from bytes.</summary>
    internal static ImageReading Read(byte[] bytes, string name, ImageLimits? limits = null) =>
        Guarded(name, () =>
        {
            using var source = new MemoryBytes(bytes);
            return ReadSource(source, limits ?? ImageLimits.Default);
        });

    private static ImageReading Guarded(string path, Func<GreyImage> read)
    {
        var problems = new Problems();
        var place = new Place(path);
        try
        {
            return new ImageReading(place, read(), problems);
        }
        catch (ImageFault fault)
        {
            problems.Add(fault.Told(path));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            problems.Add(place, "", "no such file or folder", "an image: a TIFF file, a folder of TIFF pages, `.npy`, `.npy.gz`, or `.raw` with its `.json`");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            problems.Add(place, "", $"a file that cannot be read ({e.Message})", "a readable one");
        }
        return new ImageReading(place, null, problems);
    }

    private static GreyImage ReadFile(string path, ImageLimits limits)
    {
        using var source = new FileBytes(path);
        if (!path.EndsWith(Raw, StringComparison.OrdinalIgnoreCase)) return ReadSource(source, limits);
        string description = Sidecar.OfRaw(path);
        if (!File.Exists(description))
            throw new ImageFault("", $"raw voxels without {Quoted.Of(Path.GetFileName(description), 120)} beside them", "a description such as `{ \"shape\": [200, 200, 200], \"dtype\": \"uint8\", \"spacing\": \"50 nm\" }`", "write that file");
        var sidecar = Sidecar.Read(description, isRaw: true);
        return Described(RawFile.Read(source, sidecar, limits), sidecar);
    }

    // A person's word beside the image goes before what the program that wrote it put into it.
    private static GreyImage Described(GreyImage image, string path)
    {
        string file = Sidecar.OfImage(path);
        return File.Exists(file) ? Described(image, Sidecar.Read(file, isRaw: false)) : image;
    }

    private static GreyImage Described(GreyImage image, Sidecar sidecar)
    {
        if (sidecar.Spacing is { } spacing) image = image.With(spacing);
        return sidecar.Phases is { } phases ? image.With(phases) : image;
    }

    private static GreyImage ReadSource(ByteSource source, ImageLimits limits)
    {
        Span<byte> head = stackalloc byte[Head];
        head = head[..source.Read(0, head)];
        if (TiffFile.Begins(head)) return TiffStack.Read(source, limits);
        bool isGzip = NumpyFile.BeginsGzip(head);
        if (isGzip || NumpyFile.Begins(head)) return NumpyFile.Read(source, isGzip, limits);
        throw new ImageFault("byte 0", head.Length == 0 ? "an empty file" : Kind(head), "a TIFF file, `.npy`, `.npy.gz`, or `.raw` with its `.json`", "write it as a TIFF stack of 8 or 16 bits");
    }

    private static string Kind(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']) ? "a PNG picture"
        : head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'H', (byte)'D', (byte)'F']) ? "an HDF5 file"
        : head.StartsWith("PK"u8) ? "a ZIP archive"
        : head.StartsWith((ReadOnlySpan<byte>)[0xff, 0xd8, 0xff]) ? "a JPEG picture"
        : head.StartsWith("NRRD"u8) ? "an NRRD file"
        : head[0] == (byte)'{' ? "a JSON file"
        : head.StartsWith("MATLAB"u8) ? "a MATLAB file"
        : $"bytes {Convert.ToHexStringLower(head[..Math.Min(head.Length, 4)])}";
}
