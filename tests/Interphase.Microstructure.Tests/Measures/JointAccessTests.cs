using Interphase.Numerics;

namespace Interphase.Microstructure.Tests;

public class JointAccessTests
{
    /// <summary>Void 0, active 1, electrolyte 2, carbon 3. The collector is above, the separator below; every column is a particle apart.</summary>
    private static VoxelImage Image(VoxelSpacing spacing)
    {
        string[] rows =
        [
            "1 0 1 0 3 0 0 0 0",
            "1 0 1 0 1 0 1 0 1",
            "0 0 2 0 1 0 0 0 2",
            "0 0 2 0 2 0 0 0 0",
            "0 0 2 0 2 0 0 0 0",
        ];
        byte[] labels = [.. rows.SelectMany(row => row.Split(' ').Select(byte.Parse))];
        return new VoxelImage(new GridShape(5, 1, 9), labels, spacing, [new Phase(1, "CAM")]);
    }

    [Fact]
    public void Material_is_usable_where_both_ways_are_open()
    {
        JointAccess found = JointAccess.Of(Image(VoxelSpacing.Cubes(1e-7)), [1], [1, 3], [2], Axis.X, collectorFirst: true, threads: 2)!;
        // From the left: wired alone, both, both through carbon, neither, and one with electrolyte that leads nowhere.
        found.Usable.ShouldBe(4.0 / 8);
        found.Wired.ShouldBe(6.0 / 8);
        found.Wetted.ShouldBe(4.0 / 8);
        found.UsableSurface.ShouldBe(2.0 / 3);
        VoxelImage map = found.Map;
        Enumerable.Range(0, 9).Select(z => (Access)map[1, 0, z]).ShouldBe(
            [Access.NotWetted, Access.Elsewhere, Access.Usable, Access.Elsewhere, Access.Usable, Access.Elsewhere, Access.Isolated, Access.Elsewhere, Access.Isolated]);
        map.Phases.Single(phase => phase.Label == (byte)Access.Usable).Name.ShouldBe("usable");
    }

    [Fact]
    public void Material_that_does_not_conduct_is_wired_by_what_touches_it()
    {
        JointAccess found = JointAccess.Of(Image(VoxelSpacing.Unknown), [1], [3], [2], Axis.X)!;
        found.Wired.ShouldBe(2.0 / 8);
        found.Usable.ShouldBe(2.0 / 8);
    }

    [Fact]
    public void The_collector_may_be_on_either_side_and_sides_may_be_joined()
    {
        JointAccess.Of(Image(VoxelSpacing.Unknown), [1], [1, 3], [2], Axis.X, collectorFirst: false)!.Usable.ShouldBe(0);
        // The last column touches the first across the sides and is wired through it.
        JointAccess.Of(Image(VoxelSpacing.Unknown), [1], [1, 3], [2], Axis.X, sides: Sides.Periodic)!.Wired.ShouldBe(7.0 / 8);
        JointAccess.Of(Image(VoxelSpacing.Unknown), [7], [1, 3], [2], Axis.X).ShouldBeNull();
    }

    // Three particles in electrolyte; a fibre through the first two that leaves the box at the collector.
    [Fact]
    public void A_fibre_thinner_than_voxels_wires_the_particles_that_it_passes()
    {
        var shape = new GridShape(9, 3, 5);
        byte[] labels = new byte[shape.Count];
        Array.Fill(labels, (byte)2);
        foreach ((int x, int z) in ((int, int)[])[(2, 1), (6, 1), (6, 3)]) labels[shape.Index(x, 1, z)] = 1;
        var image = new VoxelImage(shape, labels, VoxelSpacing.Unknown);
        int[] faces = [(int)shape.Index(8, 1, 1), .. Enumerable.Range(0, 7).Select(x => (int)shape.Index(x, 1, 1))];
        var lines = new FibreLines(shape, faces, [.. faces.Select(_ => 1)], faces.Length) { Count = 1, FibresPerLine = 1, Length = 1, Piercing = 0, ElectrolyteArea = 0, ActiveArea = 0, VoidArea = 0, TripleLine = 0 };
        JointAccess.Of(image, [1], [1, 3], [2], Axis.X)!.Usable.ShouldBe(0);
        JointAccess with = JointAccess.Of(image, [1], [1, 3], [2], Axis.X, lines: lines, threads: 2)!;
        with.Wired.ShouldBe(2.0 / 3);
        with.Usable.ShouldBe(2.0 / 3);
        ((Access)with.Map[6, 1, 3]).ShouldBe(Access.NotWired);
        JointAccess.Of(image, [1], [3], [2], Axis.X, lines: lines)!.Usable.ShouldBe(2.0 / 3);
        // At the other end only the tip of the fibre comes in, which is not joined to the rest.
        JointAccess.Of(image, [1], [1, 3], [2], Axis.X, collectorFirst: false, lines: lines)!.Wired.ShouldBe(0);
        JointAccess.Of(image, [1], [1, 3], [2], Axis.Y, lines: lines)!.Wired.ShouldBe(0);
    }
}
