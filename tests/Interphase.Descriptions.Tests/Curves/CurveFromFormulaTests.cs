using Interphase.Numerics;

namespace Interphase.Descriptions.Tests.Curves;

public class CurveFromFormulaTests
{
    // LiNi0.8Mn0.1Co0.1O2, doi:10.1149/1945-7111/ab9050, in a stretched coordinate and with a steep end as lithium sites run out.
    internal const string OpenCircuit =
        "-0.8090*u + 4.4875 - 0.0428*tanh(18.5138*(u - 0.5542)) - 17.7326*tanh(15.7890*(u - 0.3117)) + 17.5842*tanh(15.9308*(u - 0.3120)) - 1.8*exp((y - 1)/0.004)";

    internal static readonly FormulaNames Stretched = FormulaNames.Of("y").With("stretch", 1.1).Where("u", "1 - (1 - y)/stretch");

    [Fact]
    public void An_open_circuit_formula_is_met_to_a_billionth_and_its_slope_to_a_millionth()
    {
        Formula formula = Parsed(OpenCircuit, Stretched);
        Curve curve = Tabulated(formula, 0.15, 1);
        var random = new Random(1);
        double scale = Math.Max(Math.Abs(curve.Minimum), Math.Abs(curve.Maximum));
        for (int i = 0; i < 10_000; i++)
        {
            double y = 0.15 + 0.85 * random.NextDouble();
            Taylor exact = formula.Expand(y);
            curve.Evaluate(y, out double value, out double slope);
            value.ShouldBe(exact.Value, 1e-9 * scale);
            slope.ShouldBe(exact.First, 1e-6 * Math.Max(1, Math.Abs(exact.First)));
            curve.SecondDerivative(y).ShouldBe(exact.Second, 1e-3 * Math.Max(100, Math.Abs(exact.Second)));
        }
        curve.Accuracy.ShouldBeLessThan(1e-9 * scale);
        curve.Knots.Length.ShouldBeLessThan(400);
    }

    [Theory]
    [InlineData("exp((y - 1)/0.004)", 0, 1)]
    [InlineData("tanh(100*(y - 0.5))", 0, 1)]
    [InlineData("tanh(2000*(y - 0.3))", 0, 1)]
    [InlineData("sqrt(y*(1 - y))", 0, 1)]
    [InlineData("sqrt(y)", 0, 1)]
    [InlineData("y^0.25*(1 - y)^0.75", 0, 1)]
    [InlineData("y^0.1", 0, 1)]
    [InlineData("y**1.5", 0, 1)]
    [InlineData("cbrt(y - 0.3)", 0, 1)]
    [InlineData("abs(y - 0.3)", 0, 1)]
    [InlineData("max(y, 0.7 - y)", 0, 1)]
    [InlineData("abs(y)", -1, 2)]
    [InlineData("y*log(y + 1e-12)", 0, 1)]
    [InlineData("1e-14*exp(-5*y)", 0, 1)]
    [InlineData("3 + 1e-7*sin(40*y)", 0, 1)]
    [InlineData("2e-4*sqrt(y*(51555 - y))", 0, 51555)]
    [InlineData("1e5/y", 250, 400)]
    [InlineData("y^5 - y^4", -3, 7)]
    [InlineData("sin(300*y)", 0, 1)]
    public void Hard_shapes_are_met_to_a_billionth_of_their_scale_up_to_the_very_ends(string text, double lower, double upper)
    {
        Formula formula = Parsed(text, FormulaNames.Of("y"));
        Curve curve = Tabulated(formula, lower, upper);
        double scale = Math.Max(Math.Max(Math.Abs(curve.Minimum), Math.Abs(curve.Maximum)), curve.Maximum - curve.Minimum);
        var random = new Random(2);
        for (int i = 0; i < 20_000; i++)
        {
            // Half of the places are crowded towards the ends, down to 1e-20 of the range.
            double share = i % 4 == 0 ? Math.Pow(10, -20 * random.NextDouble()) : i % 4 == 1 ? 1 - Math.Pow(10, -20 * random.NextDouble()) : random.NextDouble();
            double y = Math.Min(upper, lower + share * (upper - lower));
            curve.Value(y).ShouldBe(formula.Evaluate(y), 1e-9 * scale, $"at {y:R}, {curve}");
        }
        curve.Value(lower).ShouldBe(formula.Evaluate(lower));
        curve.Value(upper).ShouldBe(formula.Evaluate(upper));
    }

    [Fact]
    public void Where_a_slope_is_infinite_the_curve_goes_on_as_a_constant()
    {
        Curve root = Tabulated(Parsed("sqrt(y)", FormulaNames.Of("y")), 0, 1);
        root.LowerExtension.ShouldBe(Extension.Constant);
        root.UpperExtension.ShouldBe(Extension.Linear);
        root.Value(-0.5).ShouldBe(0);
        root.Value(1.5).ShouldBe(1.25, 1e-12);
        double.IsFinite(root.Slope(0)).ShouldBeTrue();
    }

    [Fact]
    public void Outside_its_range_a_curve_goes_on_without_a_kink_or_as_a_constant()
    {
        Formula formula = Parsed("y^2", FormulaNames.Of("y"));
        Curve line = Tabulated(formula, 1, 2);
        Curve.TryTabulate(formula, 1, 2, out Curve? flat, out _, Extension.Constant).ShouldBeTrue();
        foreach ((double x, double value, double slope, double held) in ((double, double, double, double)[])[(0, -1, 2, 1), (3, 8, 4, 4), (1e300, 4e300, 4, 4)])
        {
            line.Value(x).ShouldBe(value, 1e-12 * Math.Abs(value));
            line.Slope(x).ShouldBe(slope, 1e-12);
            flat!.Value(x).ShouldBe(held, 1e-12);
            flat.Slope(x).ShouldBe(0);
        }
        line.Value(double.PositiveInfinity).ShouldBe(double.PositiveInfinity);
        double.IsNaN(flat!.Value(double.NaN) + flat.Slope(double.NaN) + line.Value(double.NaN)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("1/(y - 0.3333)", "pole")]
    [InlineData("1/(y - 0.3333)^2", "pole")]
    [InlineData("log(abs(y - 0.3333))", "continuous")]
    [InlineData("heaviside(y - 0.3333)", "continuous")]
    [InlineData("sign(y - 0.3333)*y", "continuous")]
    [InlineData("tan(10*y)", "pole")]
    [InlineData("log(y)", "finite")]
    [InlineData("sqrt(0.5 - y)", "finite")]
    [InlineData("1/0*y", "finite")]
    [InlineData("sin(1e6*y)", "smoother")]
    [InlineData("sin(1/(y + 1e-9))", "smoother")]
    public void What_no_curve_can_follow_is_refused_with_its_place(string text, string reason)
    {
        Curve.TryTabulate(Parsed(text, FormulaNames.Of("y")), 0, 1, out Curve? curve, out CurveError? error).ShouldBeFalse();
        curve.ShouldBeNull();
        error!.ToString().ShouldContain(reason);
        error.At!.Value.ShouldBeInRange(0, 1);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(1, 1)]
    [InlineData(0, double.PositiveInfinity)]
    [InlineData(double.NaN, 1)]
    [InlineData(-1.7e308, 1.7e308)]
    public void A_range_that_is_none_is_refused(double lower, double upper) =>
        Curve.TryTabulate(Parsed("y", FormulaNames.Of("y")), lower, upper, out _, out _).ShouldBeFalse();

    [Fact]
    public void A_range_of_two_neighbouring_numbers_is_a_curve() =>
        Tabulated(Parsed("y^2", FormulaNames.Of("y")), 1, Math.BitIncrement(1)).Value(1).ShouldBe(1);

    [Fact]
    public void A_formula_that_does_not_vary_is_a_constant()
    {
        Curve curve = Tabulated(Parsed("2*a", FormulaNames.Of("y").With("a", 3)), 0, 1);
        curve.Knots.Length.ShouldBe(2);
        curve.Value(7).ShouldBe(6);
    }

    [Fact]
    public void A_formula_of_several_variables_becomes_a_curve_once_the_others_are_fixed()
    {
        Formula formula = Parsed("cs*exp(-T/300)", FormulaNames.Of("cs", "T"));
        Tabulated(formula.Fix("T", 300), 0, 2).Value(1).ShouldBe(Math.Exp(-1), 1e-12);
        Should.Throw<ArgumentException>(() => Curve.TryTabulate(formula, 0, 1, out _, out _));
    }

    internal static Curve Tabulated(Formula formula, double lower, double upper)
    {
        Curve.TryTabulate(formula, lower, upper, out Curve? curve, out CurveError? error).ShouldBeTrue($"{formula}: {error}");
        return curve!;
    }

    private static Formula Parsed(string text, FormulaNames names)
    {
        Formula.TryParse(text, names, out Formula? formula, out FormulaError? error).ShouldBeTrue($"{text}: {error}");
        return formula!;
    }
}
