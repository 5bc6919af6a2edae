using Interphase.Numerics;

namespace Interphase.Microstructure.Tests;

public class ChordsTests
{
    [Fact]
    public void Chords_hold_every_voxel_once_whatever_the_threads()
    {
        VoxelImage image = Bodies.Random(1, new GridShape(11, 13, 71), 3, 2).With(new VoxelSpacing(2, 3, 5));
        var one = Chords.Of(image);
        one.Length.ShouldBe(9);
        foreach (ChordLengths chords in one) chords.Counts.Select((count, length) => count * length).Sum().ShouldBe(image.Counts[chords.Label]);
        foreach ((ChordLengths same, ChordLengths chords) in Chords.Of(image, 3).Zip(one))
        {
            same.Counts.ShouldBe(chords.Counts);
            same.InnerCounts.ShouldBe(chords.InnerCounts);
            same.Mean.ShouldBe(chords.Mean);
        }
    }

    [Fact]
    public void Chords_are_in_metres_and_those_at_the_box_are_not_inner()
    {
        var image = new VoxelImage(new GridShape(1, 1, 8), [1, 1, 2, 1, 1, 1, 2, 1], VoxelSpacing.Cubes(1e-6));
        ChordLengths chords = Chords.Along(image, Axis.Z)[0];
        chords.Counts.ShouldBe([0L, 1, 1, 1]);
        chords.InnerCounts.ShouldBe([0L, 0, 0, 1]);
        chords.Mean!.Value.ShouldBe(2e-6, 1e-18);
        chords.InnerMean!.Value.ShouldBe(3e-6, 1e-18);
        Chords.Along(image, Axis.X)[0].InnerMean.ShouldBeNull();
    }
}
