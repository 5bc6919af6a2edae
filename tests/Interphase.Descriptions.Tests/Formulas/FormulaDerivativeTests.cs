using FsCheck;
using FsCheck.Fluent;
using Interphase.Numerics;

namespace Interphase.Descriptions.Tests.Formulas;

public class FormulaDerivativeTests
{
    private static readonly FormulaNames Names = FormulaNames.Of("y").With("a", 0.7);

    [Fact]
    public void Derivatives_of_any_expression_agree_with_central_differences()
    {
        int compared = 0;
        Property(400, (text, y) =>
        {
            Formula formula = Parsed(text, Names);
            Taylor exact = formula.Expand(y);
            compared += Agrees(x => formula.Evaluate(x), y, exact.First) ? 1 : 0;
            compared += Agrees(x => formula.Expand(x).First, y, exact.Second) ? 1 : 0;
            compared += Agrees(a => formula.Evaluate<Real>([new(y)], [new(a)]).Value, 0.7, GradientOf(formula, y)[1]) ? 1 : 0;
        });
        compared.ShouldBeGreaterThan(800);
    }

    [Fact]
    public void Every_number_type_and_the_reverse_sweep_give_the_same_value_and_slope() => Property(400, (text, y) =>
    {
        Formula formula = Parsed(text, Names);
        double value = formula.Evaluate(y);
        Taylor taylor = formula.Expand(y);
        Dual dual = formula.Evaluate([Dual.Variable(y)]);
        double reverse = GradientOf(formula, y)[0];
        taylor.Value.ShouldBe(value);
        dual.Value.ShouldBe(value);
        dual.Slope.ShouldBe(taylor.First, 1e-12 * (1 + Math.Abs(taylor.First)));
        reverse.ShouldBe(taylor.First, 1e-9 * (1 + Math.Abs(taylor.First)));
    });

    [Fact]
    public void Fixing_a_name_changes_no_value() => Property(200, (text, y) =>
    {
        Formula formula = Parsed(text, Names);
        formula.Fix("a", 0.7).Evaluate(y).ShouldBe(formula.Evaluate(y), 1e-14 * (1 + Math.Abs(formula.Evaluate(y))));
        formula.Fix("y", y).Evaluate<Real>([], [new(0.7)]).Value.ShouldBe(formula.Evaluate(y), 1e-14 * (1 + Math.Abs(formula.Evaluate(y))));
    });

    [Fact]
    public void A_slope_that_is_infinite_says_so()
    {
        Formula root = Parsed("sqrt(y*(1 - y))", FormulaNames.Of("y"));
        root.Expand(0).First.ShouldBe(double.PositiveInfinity);
        root.Expand(0.5).First.ShouldBe(0, 1e-15);
    }

    [Fact]
    public void The_slope_at_zero_of_a_power_is_exact()
    {
        Parsed("y^2", FormulaNames.Of("y")).Expand(0).ShouldBe(new Taylor(0, 0, 2));
        Parsed("y^a", FormulaNames.Of("y").With("a", 2)).Expand(0).ShouldBe(new Taylor(0, 0, 2));
        Parsed("y^1", FormulaNames.Of("y")).Expand(0).ShouldBe(new Taylor(0, 1, 0));
        Parsed("(-2)^y", FormulaNames.Of("y")).Evaluate(3).ShouldBe(-8);
    }

    [Fact]
    public void Slopes_of_tails_keep_their_digits() =>
        Parsed("tanh(y)", FormulaNames.Of("y")).Expand(30).First.ShouldBe(4 * Math.Exp(-60), 1e-14 * 4 * Math.Exp(-60));

    [Fact]
    public void The_gradient_covers_several_variables_and_parameters()
    {
        Formula exchange = Parsed("k*sqrt(ce*cs*(cmax - cs))", FormulaNames.Of("cs", "ce").With("k", 2e-4).With("cmax", 5e4));
        Span<double> gradient = stackalloc double[4];
        double value = exchange.Gradient([2e4, 1200], [], gradient);
        value.ShouldBe(2e-4 * Math.Sqrt(1200 * 2e4 * 3e4), 1e-12 * value);
        gradient[0].ShouldBe(value / 2 * (1 / 2e4 - 1 / 3e4), 1e-12 * value);
        gradient[1].ShouldBe(value / 2 / 1200, 1e-12 * value);
        gradient[2].ShouldBe(value / 2e-4, 1e-9 * value);
        gradient[3].ShouldBe(value / 2 / 3e4, 1e-12 * value);
    }

    [Fact]
    public void Many_points_at_once_agree_with_one_at_a_time()
    {
        Formula exchange = Parsed("k*sqrt(ce*cs*(5e4 - cs))", FormulaNames.Of("cs", "ce").With("k", 2e-4));
        double[] variables = [1e4, 2e4, 3e4, 1000, 1200, 1400], values = new double[3], slopes = new double[6], gradient = new double[3];
        exchange.Evaluate(variables, values, slopes);
        for (int point = 0; point < 3; point++)
        {
            values[point].ShouldBe(exchange.Gradient([variables[point], variables[3 + point]], [], gradient));
            slopes[point].ShouldBe(gradient[0]);
            slopes[3 + point].ShouldBe(gradient[1]);
        }
    }

    [Fact]
    public void Evaluation_allocates_nothing()
    {
        Formula exchange = Parsed("k*sqrt(ce*cs*(5e4 - cs)) + u", FormulaNames.Of("cs", "ce").With("k", 2e-4).Where("u", "tanh(cs/5e4)^2"));
        Formula large = Parsed(string.Join(" + ", Enumerable.Range(1, 1200).Select(n => $"sin({n}*cs)")), FormulaNames.Of("cs", "ce"));
        double[] variables = new double[20], values = new double[10], slopes = new double[20], gradient = new double[3], two = new double[2];
        Array.Fill(variables, 1000);
        Work();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Work();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);

        void Work()
        {
            exchange.Evaluate(variables, values, slopes);
            exchange.Evaluate(variables, values, []);
            exchange.Gradient([1e4, 1e3], [], gradient);
            exchange.Evaluate([new Dual(1e4, 1), new Dual(1e3, 0)]);
            exchange.Evaluate([new Taylor(1e4, 1, 0), new Taylor(1e3, 0, 0)]);
            large.Gradient([1e4, 1e3], [], two);
            large.Evaluate([new Real(1e4), new Real(1e3)]);
        }
    }

    internal static Formula Parsed(string text, FormulaNames names)
    {
        Formula.TryParse(text, names, out Formula? formula, out FormulaError? error).ShouldBeTrue($"{text}: {error}");
        return formula!;
    }

    private static double[] GradientOf(Formula formula, double y)
    {
        double[] gradient = new double[2];
        formula.Gradient([y], [], gradient);
        return gradient;
    }

    private static void Property(int count, Action<string, double> check)
    {
        Gen<(string, double)> cases = from text in RandomFormulas.Expressions(6) from n in Gen.Choose(-1000, 1000) select (text, n / 700.0);
        Prop.ForAll(cases.ToArbitrary(), sample => check(sample.Item1, sample.Item2)).Check(Config.QuickThrowOnFailure.WithMaxTest(count));
    }

    // Compared only where the differences themselves have converged; they do not in the tails of steep nests.
    private static bool Agrees(Func<double, double> f, double x, double slope)
    {
        double wide = Difference(2e-3), narrow = Difference(1e-3), scale = 1 + Math.Abs(narrow) + Math.Abs(f(x));
        if (Math.Abs(wide - narrow) > 1e-7 * scale)
            return false;
        slope.ShouldBe(narrow, 1e-6 * scale);
        return true;

        double Difference(double h) => (8 * (f(x + h) - f(x - h)) - (f(x + 2 * h) - f(x - 2 * h))) / (12 * h);
    }
}
