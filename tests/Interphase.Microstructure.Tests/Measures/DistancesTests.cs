using Interphase.Numerics;

namespace Interphase.Microstructure.Tests;

public class DistancesTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(3, 1, 2)]
    [InlineData(0.4e-7, 1e-7, 1.5e-7)]
    public void Distances_are_the_least_to_any_other_phase(double hx, double hy, double hz)
    {
        for (int seed = 0; seed < 6; seed++)
        {
            VoxelImage image = Bodies.Random(seed, new GridShape(7, 9, 8), 2 + seed % 2, 1 + seed % 4).With(new VoxelSpacing(hx, hy, hz));
            float[] found = Distances.Of(image, 1 + seed % 3);
            GridShape shape = image.Shape;
            for (int i = 0; i < found.Length; i++)
            {
                double least = double.PositiveInfinity;
                for (int j = 0; j < found.Length; j++)
                {
                    if (image.Labels[i] == image.Labels[j]) continue;
                    double x = hx * (i / (shape.Y * shape.Z) - j / (shape.Y * shape.Z)), y = hy * (i / shape.Z % shape.Y - j / shape.Z % shape.Y), z = hz * (i % shape.Z - j % shape.Z);
                    least = Math.Min(least, Math.Sqrt(x * x + y * y + z * z));
                }
                ((double)found[i]).ShouldBe(least, 1e-6 * least);
            }
        }
    }

    [Fact]
    public void Alone_a_phase_has_no_size()
        => Distances.Sizes(new VoxelImage(new GridShape(2, 3, 4), new byte[24], VoxelSpacing.Unknown)).ShouldHaveSingleItem().Mean.ShouldBe(double.PositiveInfinity);
}
