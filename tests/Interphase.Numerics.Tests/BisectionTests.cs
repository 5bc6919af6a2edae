namespace Interphase.Numerics.Tests;

public class BisectionTests
{
    [Fact]
    public void The_zero_of_a_falling_function_is_found_to_the_last_bit() =>
        Bisection.WhereFallingReachesZero(x => 2 - x * x, 0, 2).ShouldBe(Math.Sqrt(2), 5e-16);

    [Fact]
    public void A_function_without_zero_gives_the_end_where_it_is_nearest()
    {
        Bisection.WhereFallingReachesZero(x => 1 - x, 2, 3).ShouldBe(2);
        Bisection.WhereFallingReachesZero(x => 5 - x, 2, 3).ShouldBe(3);
    }
}
