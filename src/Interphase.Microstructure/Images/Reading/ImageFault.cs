using Interphase.Descriptions;

namespace Interphase.Microstructure;

/// <summary>What is wrong with a file, on its way from the depth of a format to <see cref="ImageReader"/>, which tells it as a <see cref="Problem"/>; it goes no farther.</summary>
internal sealed class ImageFault(string where, string found, string expected, string suggestion = "", string? file = null) : Exception
{
    private const string Copy = "copy or export the file again";

    /// <summary>Data that were cut off or overwritten.</summary>
    public static ImageFault Damaged(string where, string found, string expected) => new(where, found, expected, Copy);

    /// <summary>The fault as one of a certain file, unless it names one itself.</summary>
    public ImageFault In(string path) => file is null ? new(where, found, expected, suggestion, path) : this;

    /// <summary>The fault told of a file.</summary>
    public Problem Told(string path) => new(new Place(file ?? path), where, found, expected, suggestion);
}
