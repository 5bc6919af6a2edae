using FsCheck;
using FsCheck.Fluent;
using Interphase.Numerics;

namespace Interphase.Descriptions.Tests.Curves;

public class CurveTests
{
    private static readonly Curve OpenCircuit = Made(CurveFromFormulaTests.OpenCircuit, CurveFromFormulaTests.Stretched, 0.15, 1);

    [Fact]
    public void The_inverse_leads_back_inside_the_range_and_on_the_extension()
    {
        OpenCircuit.IsMonotone(Direction.Falling).ShouldBeTrue();
        OpenCircuit.IsMonotone(Direction.Rising).ShouldBeFalse();
        for (int i = -200; i <= 1200; i++)
        {
            double y = 0.15 + 0.85 * i / 1000.0;
            OpenCircuit.Inverse(OpenCircuit.Value(y)).ShouldBe(y, 1e-11);
        }
        double.IsNaN(OpenCircuit.Inverse(double.NaN)).ShouldBeTrue();
    }

    [Fact]
    public void The_inverse_of_a_root_reaches_its_steep_end()
    {
        Curve root = Made("sqrt(y)", FormulaNames.Of("y"), 0, 1);
        foreach (double value in (double[])[0, 1e-9, 1e-6, 0.001, 0.3, 0.999, 1])
            root.Inverse(value).ShouldBe(value * value, 4e-9 * value + 1e-18);
        double.IsNaN(root.Inverse(-0.1)).ShouldBeTrue();
    }

    [Fact]
    public void A_curve_that_turns_has_no_inverse()
    {
        Curve parabola = Made("(y - 0.31)^2", FormulaNames.Of("y"), 0, 1);
        parabola.IsMonotone(Direction.Rising).ShouldBeFalse();
        parabola.IsMonotone(Direction.Falling).ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => parabola.Inverse(0.1));
    }

    [Fact]
    public void Extremes_between_knots_are_found()
    {
        Curve wave = Made("sin(7*y) + 0.5*y", FormulaNames.Of("y"), 0, 3);
        double least = double.MaxValue, greatest = double.MinValue;
        for (int i = 0; i <= 300_000; i++)
        {
            double value = wave.Value(i / 1e5);
            (least, greatest) = (Math.Min(least, value), Math.Max(greatest, value));
        }
        wave.Minimum.ShouldBe(least, 1e-9);
        wave.Maximum.ShouldBe(greatest, 1e-9);
        wave.Minimum.ShouldBeLessThanOrEqualTo(least);
        wave.Maximum.ShouldBeGreaterThanOrEqualTo(greatest);
    }

    [Fact]
    public void The_integral_is_that_of_quadrature_and_its_ends_may_be_turned_or_lie_outside()
    {
        OpenCircuit.Integral(0.2, 0.9).ShouldBe(GaussLegendre.Integrate(OpenCircuit.Value, 0.2, 0.9, 400), 1e-12);
        OpenCircuit.Integral(0.9, 0.2).ShouldBe(-OpenCircuit.Integral(0.2, 0.9));
        OpenCircuit.Integral(0.15, 1).ShouldBe(OpenCircuit.Integral(0.15, 0.4) + OpenCircuit.Integral(0.4, 1), 1e-13);
        Curve parabola = Made("y^2", FormulaNames.Of("y"), 0, 1);
        parabola.Integral(0, 1).ShouldBe(1.0 / 3, 1e-15);
        parabola.Integral(1, 2).ShouldBe(2, 1e-14);
        parabola.Integral(-1, 0).ShouldBe(0, 1e-15);
        Curve.Constant(3).Integral(-2, 4).ShouldBe(18, 1e-14);
    }

    [Fact]
    public void Spans_give_what_single_places_give_and_nothing_is_allocated()
    {
        double[] x = new double[1000], values = new double[1000], slopes = new double[1000], alone = new double[1000];
        for (int i = 0; i < x.Length; i++)
            x[i] = -0.2 + 1.5 * i / x.Length;
        Work();
        long before = GC.GetAllocatedBytesForCurrentThread();
        double sum = Work();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        double.IsFinite(sum).ShouldBeTrue();
        for (int i = 0; i < x.Length; i++)
        {
            values[i].ShouldBe(OpenCircuit.Value(x[i]));
            alone[i].ShouldBe(values[i]);
            slopes[i].ShouldBe(OpenCircuit.Slope(x[i]));
        }

        double Work()
        {
            OpenCircuit.Evaluate(x, values, slopes);
            OpenCircuit.Evaluate(x, alone);
            return OpenCircuit.Inverse(3.9) + OpenCircuit.Integral(0.2, 0.7) + OpenCircuit.SecondDerivative(0.4);
        }
    }

    [Fact]
    public void Value_and_slope_are_continuous_across_every_knot()
    {
        foreach (double knot in OpenCircuit.Knots)
        {
            double before = Math.BitDecrement(knot);
            OpenCircuit.Value(before).ShouldBe(OpenCircuit.Value(knot), 1e-13);
            OpenCircuit.Slope(before).ShouldBe(OpenCircuit.Slope(knot), 1e-10 * (1 + Math.Abs(OpenCircuit.Slope(knot))));
        }
    }

    [Fact]
    public void A_change_of_unit_changes_everything_alike()
    {
        Curve millivolts = OpenCircuit.Scaled(1000, 5);
        millivolts.Value(0.5).ShouldBe(1000 * OpenCircuit.Value(0.5) + 5, 1e-11);
        millivolts.Slope(1.2).ShouldBe(1000 * OpenCircuit.Slope(1.2), 1e-6);
        OpenCircuit.Scaled(-1).Maximum.ShouldBe(-OpenCircuit.Minimum);
        OpenCircuit.Scaled(-1).IsMonotone(Direction.Rising).ShouldBeTrue();
    }

    [Fact]
    public void Every_place_lies_in_the_interval_that_is_found_for_it() => Prop.ForAll(Tables().ToArbitrary(), table =>
    {
        Curve curve = Through(table.X, table.X);
        for (int i = 0; i < 200; i++)
        {
            double x = table.X[0] + (table.X[^1] - table.X[0]) * i / 199.0;
            curve.Value(x).ShouldBe(x, 1e-12 * (table.X[^1] - table.X[0] + Math.Abs(x)));
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void A_curve_through_a_table_meets_every_row_exactly_and_never_overshoots() => Prop.ForAll(Tables().ToArbitrary(), table =>
    {
        Curve curve = Through(table.X, table.Y);
        double scale = table.Y.Max(Math.Abs);
        for (int row = 0; row < table.X.Length; row++)
        {
            curve.Value(table.X[row]).ShouldBe(table.Y[row]);
            if (row == 0)
                continue;
            double least = Math.Min(table.Y[row - 1], table.Y[row]), greatest = Math.Max(table.Y[row - 1], table.Y[row]);
            for (int i = 1; i < 16; i++)
                curve.Value(table.X[row - 1] + (table.X[row] - table.X[row - 1]) * i / 16).ShouldBeInRange(least - 1e-13 * scale, greatest + 1e-13 * scale);
        }
        curve.Minimum.ShouldBe(table.Y.Min(), 1e-13 * scale);
        curve.Maximum.ShouldBe(table.Y.Max(), 1e-13 * scale);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void A_monotone_table_gives_a_monotone_curve_with_an_inverse() => Prop.ForAll(Tables().ToArbitrary(), table =>
    {
        double[] rising = [.. table.Y.Order()];
        Curve up = Through(table.X, rising), down = Through(table.X, [.. rising.Reverse()]);
        up.IsMonotone(Direction.Rising).ShouldBeTrue();
        down.IsMonotone(Direction.Falling).ShouldBeTrue();
        for (int i = 1; i < 20; i++)
        {
            double value = rising[0] + (rising[^1] - rising[0]) * i / 20;
            foreach (Curve curve in (Curve[])[up, down])
            {
                // No nearer than the spacing of the argument's own numbers.
                double x = curve.Inverse(value), tolerance = 1e-13 * (1 + Math.Abs(value)) + 4e-16 * Math.Abs(x * curve.Slope(x));
                curve.Value(x).ShouldBe(value, tolerance);
            }
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Theory]
    [InlineData(new double[0], new double[0], 0)]
    [InlineData(new double[] { 1 }, new double[] { 1 }, 0)]
    [InlineData(new double[] { 0, 1, 1, 2 }, new double[] { 0, 1, 2, 3 }, 2)]
    [InlineData(new double[] { 0, 2, 1 }, new double[] { 0, 1, 2 }, 2)]
    [InlineData(new double[] { 0, double.NaN, 2 }, new double[] { 0, 1, 2 }, 1)]
    [InlineData(new double[] { 0, 1, 2 }, new double[] { 0, 1, double.PositiveInfinity }, 2)]
    [InlineData(new double[] { 0, 1 }, new double[] { 0 }, 1)]
    [InlineData(new double[] { 0, double.Epsilon, 1 }, new double[] { 0, 1, 2 }, 1)]
    [InlineData(new double[] { 0, 1, 2 }, new double[] { -1.7e308, 1.7e308, 0 }, 1)]
    [InlineData(new double[] { -1.7e308, 0, 1.7e308 }, new double[] { 0, 1, 2 }, 2)]
    public void A_wrong_table_is_refused_with_its_row(double[] x, double[] y, int row)
    {
        Curve.TryInterpolate(x, y, out Curve? curve, out CurveError? error).ShouldBeFalse();
        curve.ShouldBeNull();
        error!.Row.ShouldBe(row, error.ToString());
    }

    private static Curve Made(string text, FormulaNames names, double lower, double upper)
    {
        Formula.TryParse(text, names, out Formula? formula, out _).ShouldBeTrue();
        return CurveFromFormulaTests.Tabulated(formula!, lower, upper);
    }

    private static Curve Through(double[] x, double[] y)
    {
        Curve.TryInterpolate(x, y, out Curve? curve, out CurveError? error).ShouldBeTrue(error?.ToString());
        return curve!;
    }

    private static Gen<Table> Tables() =>
        from count in Gen.Choose(2, 40)
        from start in Gen.Choose(-100, 100)
        from steps in Gen.ArrayOf(Gen.Choose(1, 1_000_000), count)
        from values in Gen.ArrayOf(Gen.Choose(-50, 50), count)
        select Make(start, steps, values);

    // Widths span six decades, since uneven rows are where interpolants and tables of buckets fail.
    private static Table Make(int start, int[] steps, int[] values)
    {
        double[] x = new double[steps.Length];
        double at = start / 10.0;
        for (int i = 0; i < x.Length; i++)
            x[i] = at += Math.Pow(10, steps[i] / 2e5 - 4);
        return new(x, [.. values.Select(value => value / 7.0)]);
    }

    private sealed record Table(double[] X, double[] Y)
    {
        public override string ToString() => $"[{string.Join(", ", X.Zip(Y).Select(row => $"({row.First:R}, {row.Second:R})"))}]";
    }
}
