namespace Interphase.Microstructure;

/// <summary>
/// Writes images of voxels by the ending of the name: <c>.tif</c>, <c>.tiff</c>, <c>.npy</c>, <c>.npy.gz</c>, <c>.raw</c> (with its <c>.json</c>) and <c>.vti</c> for ParaView.
/// What the format cannot hold goes into <c>PATH.phases.json</c> beside it. A file appears under its name when it is complete; the same image gives the same bytes.
/// </summary>
public static class ImageWriter
{
    private static readonly (string Ending, Action<GreyImage, Stream> Write)[] Formats =
    [
        (".npy.gz", NumpyWriter.WriteGzip),
        (".npy", NumpyWriter.Write),
        (".tiff", TiffWriter.Write),
        (".tif", TiffWriter.Write),
        (".raw", NumpyWriter.WriteVoxels),
        (".vti", VtkWriter.Write),
    ];

    /// <summary>The endings that can be written.</summary>
    public static IReadOnlyList<string> Endings { get; } = [.. Formats.Select(format => format.Ending)];

    /// <summary>Whether the ending of a name is one that can be written.</summary>
    public static bool Knows(string path) => Endings.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>Writes labels.</summary>
    /// <param name="image">The image.</param>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <exception cref="ArgumentException">The name has another ending.</exception>
    /// <exception cref="IOException">The disk does not take it.</exception>
    public static void Write(VoxelImage image, string path) => Write(new GreyImage(image.Shape, image.Raw, image.Spacing, image.Phases), path);

    /// <summary>Writes values.</summary>
    /// <param name="image">The image.</param>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <exception cref="ArgumentException">The name has another ending.</exception>
    /// <exception cref="IOException">The disk does not take it.</exception>
    public static void Write(GreyImage image, string path)
    {
        int format = Array.FindIndex(Formats, format => path.EndsWith(format.Ending, StringComparison.OrdinalIgnoreCase));
        if (format < 0) throw new ArgumentException($"An image ends in {string.Join(", ", Endings)}, not as {Path.GetFileName(path)} does.", nameof(path));
        string ending = Formats[format].Ending;
        PendingFile.Write(path, stream => Formats[format].Write(image, stream));
        if (ending == ".raw") PendingFile.Write(Sidecar.OfRaw(path), stream => SidecarWriter.WriteRaw(image, stream));
        string beside = Sidecar.OfImage(path);
        bool lacksSize = image.Spacing.IsKnown && ending is (".npy" or ".npy.gz");
        bool lacksPhases = ending is not (".raw" or ".vti") && image.Phases.Any(phase => phase.Role != PhaseRole.Unknown || phase.Name != $"{phase.Label}");

        // One that is there speaks of the image that was replaced.
        if (lacksSize || lacksPhases) PendingFile.Write(beside, stream => SidecarWriter.Write(image, stream));
        else File.Delete(beside);
    }
}
