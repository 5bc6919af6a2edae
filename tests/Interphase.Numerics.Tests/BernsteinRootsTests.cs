namespace Interphase.Numerics.Tests;

public class BernsteinRootsTests
{
    [Fact]
    public void Every_root_of_a_product_is_found_in_order()
    {
        // (t - 0.1)(t - 0.5)(t - 0.75)(t - 2)
        double[] roots = [0.1, 0.5, 0.75, 2], polynomial = [1], found = new double[8];
        foreach (double root in roots)
        {
            double[] next = new double[polynomial.Length + 1];
            for (int k = 0; k < polynomial.Length; k++)
            {
                next[k + 1] += polynomial[k];
                next[k] -= root * polynomial[k];
            }
            polynomial = next;
        }
        BernsteinRoots.Find(polynomial, 1, found).ShouldBe(3);
        for (int k = 0; k < 3; k++)
            found[k].ShouldBe(roots[k], 1e-13);
        BernsteinRoots.Find(polynomial, 4, found).ShouldBe(4);
        found[3].ShouldBe(2, 1e-13);
    }

    [Fact]
    public void No_root_is_seen_outside_the_interval_or_in_nothing()
    {
        Span<double> found = stackalloc double[4];
        BernsteinRoots.Find([-2, 1], 1, found).ShouldBe(0);
        BernsteinRoots.Find([0, 0, 0], 1, found).ShouldBe(0);
        BernsteinRoots.Find([1, 0, 1], 5, found).ShouldBe(0);
    }
}
