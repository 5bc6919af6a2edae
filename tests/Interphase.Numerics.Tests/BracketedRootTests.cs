namespace Interphase.Numerics.Tests;

public class BracketedRootTests
{
    [Theory]
    [InlineData(0.3, 1)]
    [InlineData(0.3, 5)]
    [InlineData(0.999, 21)]
    [InlineData(1e-12, 3)]
    public void A_root_of_any_order_is_found_to_its_last_digits(double root, int order) =>
        BracketedRoot.Find(new Power(root, order), 0, 1).ShouldBe(root, 1e-14);

    [Fact]
    public void A_slope_that_lies_only_slows_the_search() => BracketedRoot.Find(new Lying(), 0, 1).ShouldBe(0.7, 1e-15);

    [Fact]
    public void Ends_that_hold_no_root_give_not_a_number()
    {
        double.IsNaN(BracketedRoot.Find(new Power(2, 1), 0, 1)).ShouldBeTrue();
        BracketedRoot.Find(new Power(1, 3), 0, 1).ShouldBe(1);
    }

    private readonly struct Power(double root, int order) : ISlopedFunction
    {
        public void Evaluate(double x, out double value, out double slope)
        {
            value = Math.Pow(x - root, order);
            slope = order * Math.Pow(x - root, order - 1);
        }
    }

    private readonly struct Lying : ISlopedFunction
    {
        public void Evaluate(double x, out double value, out double slope) => (value, slope) = (x - 0.7, x > 0.5 ? -3 : double.NaN);
    }
}
