using System.Globalization;
using Interphase.Measurements;

namespace Interphase.Cells.Tests;

/// <summary>The files of examples/reference, as anyone runs them, against the curves of dualfoil 5.1 and PyBaMM 26.10.</summary>
public sealed class ReferenceRunTests
{
    // Voltages from 5 s after each step change, where the curve falls slower than 1 mV/s; steeper parts are held by the steps' durations.
    private const double Settled = 5, Steep = 1e-3;

    [Theory]
    [InlineData("assb-0.1C", "dualfoil-0.1C.csv", 1)]
    [InlineData("assb-0.5C", "dualfoil-0.5C.csv", 1)]
    [InlineData("assb-1C", "dualfoil-1C.csv", 1)]
    [InlineData("assb-2C", "dualfoil-2C.csv", 1)]
    [InlineData("assb-foil-kinetics", "pybamm-foil-kinetics.csv", 1)]
    [InlineData("assb-gitt", "pybamm-gitt.csv", 1)]
    [InlineData("assb-cccv", "pybamm-cccv.csv", 1)]
    [InlineData("assb-deep-2V5", "pybamm-deep.csv", 1)]
    [InlineData("assb-0.1C", "dualfoil-0.1C.csv", 4)]
    [InlineData("assb-0.5C", "dualfoil-0.5C.csv", 4)]
    [InlineData("assb-1C", "dualfoil-1C.csv", 4)]
    [InlineData("assb-2C", "dualfoil-2C.csv", 4)]
    [InlineData("assb-foil-kinetics", "pybamm-foil-kinetics.csv", 4)]
    [InlineData("assb-gitt", "pybamm-gitt.csv", 4)]
    [InlineData("assb-cccv", "pybamm-cccv.csv", 4)]
    [InlineData("assb-deep-2V5", "pybamm-deep.csv", 4)]
    public void A_reference_file_runs_along_the_curve_of_another_code(string file, string curve, int refine)
    {
        (RunCollector result, RunEnd end, _) = Runs.Reference(file, null, $"numerics.refine={refine}");
        end.Exit.ShouldBe(ExitKind.Completed);
        Recording series = result.Series;
        double[][] rows = Runs.Curve(curve);
        double[] changes = [0, .. result.Steps.Select(step => step.End)];
        double sum = 0, largest = 0;
        int compared = 0, at = 0;
        for (int i = 1; i + 1 < rows.Length; i++)
        {
            double time = rows[i][0];
            if (time > changes[^1]) break;
            if (time - changes.Where(change => change <= time + 1).DefaultIfEmpty(0).Max() < Settled) continue;
            double slope = Math.Max(Slope(rows[i - 1], rows[i]), Slope(rows[i], rows[i + 1]));
            if (slope > Steep) continue;
            double off = Math.Abs(Runs.At(series, Columns.Voltage, time, ref at) - rows[i][1]);
            (sum, compared, largest) = (sum + off * off, compared + 1, Math.Max(largest, off));
        }
        compared.ShouldBeGreaterThan(50);
        largest.ShouldBeLessThan(refine == 1 ? 0.5e-3 : 0.3e-3);
        if (refine > 1) Math.Sqrt(sum / compared).ShouldBeLessThan(0.1e-3);
        result.Budget.ShouldNotBeEmpty();
        result.Budget.Max(point => Math.Abs(point.Sum - point.Voltage)).ShouldBeLessThan(1e-6);

        static double Slope(double[] from, double[] to) => Math.Abs(to[1] - from[1]) / Math.Max(1e-9, to[0] - from[0]);
    }

    // PyBaMM's own step ends, as its reference states them.
    [Theory]
    [InlineData("assb-cccv", 1, 4073.24, 1800, 7899.32, 391.60, 1800, 4017.71, 1800, 7899.32, 391.60, 1800)]
    [InlineData("assb-cccv", 4, 4073.24, 1800, 7899.32, 391.60, 1800, 4017.71, 1800, 7899.32, 391.60, 1800)]
    [InlineData("assb-deep-2V5", 1, 4073.59)]
    [InlineData("assb-deep-2V5", 4, 4073.59)]
    [InlineData("assb-foil-kinetics", 1, 3972.61, 600)]
    [InlineData("assb-foil-kinetics", 4, 3972.61, 600)]
    [InlineData("assb-1C", 1, 3771.2)]
    [InlineData("assb-1C", 4, 3771.2)]
    public void Steps_last_as_long_as_in_another_code(string file, int refine, params object[] durations)
    {
        (RunCollector result, _, _) = Runs.Reference(file, null, $"numerics.refine={refine}");
        result.Steps.Count.ShouldBe(durations.Length);
        for (int i = 0; i < durations.Length; i++) (result.Steps[i].End - result.Steps[i].Start).ShouldBe(Convert.ToDouble(durations[i], CultureInfo.InvariantCulture), refine == 1 ? 1 : 0.5, $"step {i + 1}");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Without_the_terms_at_the_ends_two_and_a_half_volts_are_reached_too(int refine)
    {
        // An independent converged solution passes 2.8 V at 4073.8 s; there is nothing below but the last of the surface's sites.
        (RunCollector high, RunEnd reached, _) = Runs.Reference("assb", ["discharge at 1C until 2.8 V"], $"numerics.refine={refine}");
        reached.Exit.ShouldBe(ExitKind.Completed);
        high.Steps[0].End.ShouldBe(4073.8, 0.2);
        (RunCollector low, RunEnd deep, _) = Runs.Reference("assb", ["discharge at 1C until 2.5 V"], $"numerics.refine={refine}");
        deep.Exit.ShouldBe(ExitKind.Completed);
        low.Steps[0].Kind.ShouldBe(StepEnd.Limit);
        low.Steps[0].Reason.ShouldBe("2.5 V");
        low.Steps[0].End.ShouldBeInRange(high.Steps[0].End, high.Steps[0].End + 0.1);
    }
}
