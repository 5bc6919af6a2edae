using Interphase.Descriptions;

namespace Interphase.Microstructure;

/// <summary>A file as read: its voxels, or what is wrong with it.</summary>
/// <param name="Place">The file or folder.</param>
/// <param name="Image">The image; null after problems.</param>
/// <param name="Problems">What is wrong; empty when all is well.</param>
public sealed record ImageReading(Place Place, GreyImage? Image, Problems Problems)
{
    /// <summary>The values taken for labels; null after problems, to which it adds one when the image is a grey one.</summary>
    public VoxelImage? ToLabels() => Image?.ToLabels(Place, Problems);
}
