using System.Collections.Immutable;
using Interphase.Microstructure;

namespace Interphase.Cli;

/// <summary>The pictures of an image.</summary>
internal static class StructurePictures
{
    private static readonly ImmutableArray<Phase> AccessNames =
    [
        new((byte)Access.Elsewhere, "elsewhere") { Role = PhaseRole.Void }, new((byte)Access.Usable, "usable"), new((byte)Access.NotWired, "not wired"), new((byte)Access.NotWetted, "not wetted"),
        new((byte)Access.Isolated, "isolated"),
    ];

    public static IReadOnlyList<BinaryFile> Of(VoxelImage image, string name, Axis driven, JointAccess? access)
    {
        List<BinaryFile> pictures = [];
        foreach (Axis normal in Enum.GetValues<Axis>()) pictures.Add(Slice(image, $"{name}.slice-{Letter(normal)}.png", normal, driven));
        pictures.Add(new($"{name}.box.png", new BoxPicture(image).ToPng().ToBytes()));
        if (access is not null) pictures.Add(Slice(access.Map.With(AccessNames), $"{name}.access.png", driven == Axis.Z ? Axis.Y : Axis.Z, driven));
        return pictures;
    }

    public static char Letter(Axis axis) => char.ToLowerInvariant(axis.ToString()[0]);

    private static BinaryFile Slice(VoxelImage image, string name, Axis normal, Axis driven) => new(name, new SlicePicture(image, normal) { Driven = driven }.ToPng().ToBytes());
}
