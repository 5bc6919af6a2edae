namespace Interphase.Numerics.Tests;

public sealed class GradedSphereTests
{
    [Theory]
    [InlineData(12, 3)]
    [InlineData(30, 3)]
    [InlineData(20, 1)]
    public void The_gradient_of_a_cubic_is_exact_at_every_face_but_the_innermost(int shells, double grading)
    {
        var sphere = new GradedSphere(shells, grading);
        double[] values = [.. sphere.Middles.ToArray().Select(Function)];
        for (int face = 2; face <= shells; face++)
        {
            double sum = 0, r = sphere.Faces[face];
            for (int j = 0; j < GradedSphere.Reach; j++) sum += sphere.Gradient(face)[j] * values[sphere.First(face) + j];
            Assert.Equal(2 - 6 * r + 12 * r * r, sum, 1e-5);
        }
        Assert.Equal(1, sphere.Volumes.ToArray().Sum(), 1e-14);
    }

    [Fact]
    public void The_gradient_at_the_innermost_face_knows_that_the_centre_is_a_mirror()
    {
        var sphere = new GradedSphere(10, 3);
        double sum = 0;
        for (int j = 0; j < 3; j++) sum += sphere.Gradient(1)[j] * Power(sphere.Middles[j], 2);
        Assert.Equal(2 * sphere.Faces[1], sum, 1e-10);
    }

    [Fact]
    public void The_value_at_a_middle_follows_from_averages_with_fourth_order()
    {
        double[] errors = [.. new[] { 20, 40 }.Select(Largest)];
        errors[0].ShouldBeLessThan(1e-3);
        (errors[0] / errors[1]).ShouldBeInRange(12, 20);

        static double Largest(int shells)
        {
            var sphere = new GradedSphere(shells, 2);
            double[] averages = [.. Enumerable.Range(0, shells).Select(i => Average(sphere.Faces[i], sphere.Faces[i + 1])), Function(1)];
            double largest = 0;
            for (int i = 1; i < shells; i++)
            {
                if (sphere.Faces[i] < 0.5) continue;
                double value = sphere.Point(i)[0] * averages[i - 1] + sphere.Point(i)[1] * averages[i] + sphere.Point(i)[2] * averages[i + 1];
                largest = Math.Max(largest, Math.Abs(value - Function(sphere.Middles[i])));
            }
            return largest;
        }
    }

    [Fact]
    public void A_parabola_is_itself_at_every_middle()
    {
        var sphere = new GradedSphere(12, 3);
        double[] averages = [.. Enumerable.Range(0, 12).Select(i => 3 * (Power(sphere.Faces[i + 1], 5) - Power(sphere.Faces[i], 5)) / 5 / (Power(sphere.Faces[i + 1], 3) - Power(sphere.Faces[i], 3))), 1];
        for (int i = 0; i < 12; i++)
        {
            double value = sphere.Point(i)[0] * averages[Math.Max(i - 1, 0)] + sphere.Point(i)[1] * averages[i] + sphere.Point(i)[2] * averages[i + 1];
            Assert.Equal(Power(sphere.Middles[i], 2), value, 1e-12);
        }
    }

    private static double Function(double r) => 1 + 2 * r - 3 * r * r + 4 * r * r * r;

    private static double Power(double r, int n) => Math.Pow(r, n);

    private static double Average(double a, double b)
    {
        double Primitive(double r) => Power(r, 3) / 3 + 2 * Power(r, 4) / 4 - 3 * Power(r, 5) / 5 + 4 * Power(r, 6) / 6;
        return 3 * (Primitive(b) - Primitive(a)) / (Power(b, 3) - Power(a, 3));
    }
}
