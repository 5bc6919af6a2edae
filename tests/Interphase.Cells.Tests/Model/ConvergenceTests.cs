using Interphase.Descriptions;
using Interphase.Numerics;

namespace Interphase.Cells.Tests;

/// <summary>Orders of convergence of the whole coupled model in x, r and t, each measured alone with the others held fine, against theory.</summary>
public sealed class ConvergenceTests
{
    private const double Time = 600, Current = -30;

    private static double Voltage(CellMesh mesh, Curve? varying = null, double thickness = 120e-6, double tolerance = 1e-9, double time = Time)
    {
        var model = new CellModel<Real>(HalfCell.Coefficients(varying: varying, thickness: thickness), mesh) { ContentTolerance = tolerance, VoltageTolerance = tolerance };
        return HalfCell.Run(model, Current, 3.6, [time]).Voltages[0];
    }

    private static double Slope(ReadOnlySpan<double> sizes, ReadOnlySpan<double> errors)
    {
        // Least squares over logarithms.
        double x = 0, y = 0, xx = 0, xy = 0;
        for (int i = 0; i < sizes.Length; i++)
        {
            double a = Math.Log(sizes[i]), b = Math.Log(Math.Abs(errors[i]));
            (x, y, xx, xy) = (x + a, y + b, xx + a * a, xy + a * b);
        }
        return (sizes.Length * xy - x * y) / (sizes.Length * xx - x * x);
    }

    // Collocation at p Gauss points has order 2p at the ends of its elements, where the potential of the electrode is taken.
    [Theory]
    [InlineData(1, new[] { 32, 64, 128 })]
    [InlineData(2, new[] { 8, 16, 32 })]
    public void Across_an_electrode_the_order_is_twice_the_points_of_an_element(int points, int[] elements)
    {
        double exact = Voltage(HalfCell.Mesh(8, 12));
        double[] errors = [.. elements.Select(count => Voltage(HalfCell.Mesh(points, count)) - exact)];
        Slope([.. elements.Select(count => 1.0 / count)], errors).ShouldBe(2 * points, 0.1, string.Join(" ", errors));
    }

    // Early the profile bends most, which lifts an error of order four above the integrator's.
    [Theory]
    [InlineData("4e-15 + 0*y")]
    [InlineData("4e-15*(1 - 0.5*y)")]
    public void Within_particles_the_order_is_four_whether_the_diffusivity_varies_or_not(string formula)
    {
        const double early = 10, tolerance = 1e-8;
        Curve diffusivity = HalfCell.Tabulate(formula);
        int[] shells = [18, 22, 28];
        double exact = Voltage(HalfCell.Mesh(3, 1, 96, ParticleMeshKind.Shells), diffusivity, 60e-6, tolerance, early);
        double[] errors = [.. shells.Select(count => Voltage(HalfCell.Mesh(3, 1, count, ParticleMeshKind.Shells), diffusivity, 60e-6, tolerance, early) - exact)];
        Slope([.. shells.Select(count => 1.0 / count)], errors).ShouldBe(4, 0.1, string.Join(" ", errors));
    }

    // Formulas of one and of two past values at constant steps, from the same equations that the integrator solves.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void In_time_the_order_is_that_of_the_formula(int order)
    {
        double exact = At(order, 6400);
        int[] counts = order == 1 ? [100, 200, 400] : [12, 24, 48];
        double[] errors = [.. counts.Select(count => At(order, count) - exact)];
        Slope([.. counts.Select(count => 1.0 / count)], errors).ShouldBe(order, 0.1, string.Join(" ", errors));

        // Over a stretch in which the solution is smooth, from a state that a finer run made.
        static double At(int order, int count)
        {
            var model = new CellModel<Real>(HalfCell.Coefficients(), HalfCell.Mesh(3)) { ContentTolerance = 1e-9, VoltageTolerance = 1e-9 };
            var start = new Real[model.Count];
            model.Initialise(start);
            model.Guess(start, new Real(Current));
            model.Control = new CellControl(CellControlKind.Current, Current);
            double step = 900.0 / count;
            Real[] now = new Real[model.Count], before = new Real[model.Count], history = new Real[model.Count];
            // The value before comes from the same fine run, so that a formula of order two starts with its own order.
            Exact(850 - step, before);
            Exact(850, now);
            for (int i = 0; i < count; i++)
            {
                for (int k = 0; k < history.Length; k++) history[k] = order == 1 ? now[k] : new Real((4 * now[k].Value - before[k].Value) / 3);
                now.CopyTo(before, 0);
                Assert.True(model.TrySolve(0, (order == 1 ? 1 : 1.5) / step, history, now));
            }
            return now[model.VoltageAt].Value;

            void Exact(double time, Real[] into)
            {
                var fine = new StiffIntegrator<Real>(model);
                Assert.True(fine.Start(0, start, 1e-4));
                while (fine.Time < time) Assert.True(fine.Advance(1e-9));
                fine.Interpolate(new Real(time), into);
            }
        }
    }
}
