using Interphase.Numerics;

namespace Interphase.Microstructure.Tests;

public class VoxelImageTests
{
    [Fact]
    public void Phases_are_those_that_occur_and_shares_add_up()
    {
        byte[] labels = [0, 1, 1, 7, 7, 7, 7, 1];
        var image = new VoxelImage(new GridShape(2, 2, 2), labels, VoxelSpacing.Cubes(1e-7), [new Phase(1, "CAM"), new Phase(9, "absent")]);
        image.Phases.Select(phase => (phase.Label, phase.Name)).ShouldBe([((byte)0, "0"), ((byte)1, "CAM"), ((byte)7, "7")]);
        image.Phases.Sum(phase => image.Fraction(phase.Label)).ShouldBe(1, 1e-15);
        image.Fraction(7).ShouldBe(0.5);
    }

    [Fact]
    public void A_part_holds_the_voxels_that_stand_there()
    {
        var shape = new GridShape(4, 5, 6);
        byte[] labels = [.. Enumerable.Range(0, (int)shape.Count).Select(i => (byte)(i % 251))];
        var image = new VoxelImage(shape, labels, VoxelSpacing.Unknown);
        VoxelImage part = image.Part((1, 2, 3), new GridShape(2, 3, 2));
        for (int x = 0; x < 2; x++)
            for (int y = 0; y < 3; y++)
                for (int z = 0; z < 2; z++) part[x, y, z].ShouldBe(image[1 + x, 2 + y, 3 + z]);
        Should.Throw<ArgumentOutOfRangeException>(() => image.Part((3, 0, 0), new GridShape(2, 1, 1)));
    }
}
