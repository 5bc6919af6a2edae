using Interphase.Numerics;

namespace Interphase.Microstructure.Tests;

public class RepresentativityTests
{
    [Fact]
    public void Parts_cover_the_box_once_and_their_scatter_is_that_of_chance()
    {
        VoxelImage image = Bodies.Random(3, new GridShape(60, 61, 62), 2);
        Representativity found = Representativity.Of(image, 3, part => part.Fraction(3), 2)!;
        found.Values.Length.ShouldBe(27);
        found.Mean.ShouldBe(image.Fraction(3), 1e-4);
        // Independent voxels: the error of a share is sqrt(f (1 - f) / N).
        found.StandardError.ShouldBe(Math.Sqrt(0.25 / image.Shape.Count), 0.4 * Math.Sqrt(0.25 / image.Shape.Count));
        found.Scatter.ShouldBe(found.StandardError * Math.Sqrt(27), 1e-12);
        Representativity.Of(image, 2, part => part.Counts[3], 2)!.Values.Sum().ShouldBe(image.Counts[3]);
    }

    [Fact]
    public void Parts_without_a_value_are_left_out()
    {
        VoxelImage image = Bodies.Draw(8, (x, y, z) => x < 4 ? 1 : 0);
        Representativity.Of(image, 2, part => part.Fraction(1) > 0 ? y(part) : double.NaN)!.Values.ShouldBe([1, 1, 1, 1]);
        Representativity.Of(image, 2, _ => double.PositiveInfinity).ShouldBeNull();

        static double y(VoxelImage part) => part.Fraction(1);
    }
}
