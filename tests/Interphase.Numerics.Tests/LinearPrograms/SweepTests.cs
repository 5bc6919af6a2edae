namespace Interphase.Numerics.Tests.LinearPrograms;

/// <summary>Sweeps against a grid of programs solved one by one.</summary>
public class SweepTests
{
    [Fact]
    public void A_sweep_of_costs_is_the_least_everywhere()
    {
        int breaks = 0;
        for (int seed = 0; seed < 600; seed++)
        {
            SmallProgram small = SmallProgram.Random(seed, bounded: true);
            var random = new Random(seed + 1);
            double[] slope = [.. Enumerable.Range(0, small.Count).Select(_ => (double)random.Next(-2, 4))];
            var sweep = new CostSweep(new LinearProgram(small.Columns), small.Costs, slope);
            if (sweep.Start(0, [], small.Sides) != ProgramOutcome.Optimal) continue;
            double last = -1;
            do
            {
                sweep.From.ShouldBeGreaterThanOrEqualTo(last, $"seed {seed}");
                last = sweep.From;
                foreach (double share in (double[])[0, 0.3, 0.7, 1])
                {
                    double at = double.IsPositiveInfinity(sweep.To) ? sweep.From + 5 * share : sweep.From + share * (sweep.To - sweep.From);
                    double[] costs = [.. small.Costs.Select((cost, column) => cost + at * slope[column])];
                    Cost(sweep.Program, costs).ShouldBe(small.Least(costs)!.Value, 1e-8, $"seed {seed}, t = {at}");
                }
                breaks++;
            }
            while (sweep.Advance());
            sweep.To.ShouldBe(double.PositiveInfinity, $"seed {seed}");
        }
        breaks.ShouldBeGreaterThan(600);
    }

    [Fact]
    public void A_sweep_of_right_hand_sides_is_the_least_everywhere_until_nothing_satisfies_it()
    {
        int breaks = 0, ends = 0;
        for (int seed = 0; seed < 600; seed++)
        {
            SmallProgram small = SmallProgram.Random(seed, bounded: true);
            var random = new Random(seed + 1);
            double[] slope = [.. Enumerable.Range(0, small.Rows).Select(_ => (double)random.Next(-2, 4))];
            var program = new LinearProgram(small.Columns);
            program.SetCosts(small.Costs);
            var sweep = new SideSweep(program, small.Sides, slope);
            if (sweep.Start([]) != ProgramOutcome.Optimal) continue;
            do
            {
                if (sweep.EndsHere) break;
                foreach (double share in (double[])[0, 0.3, 0.7, 1])
                {
                    double at = double.IsPositiveInfinity(sweep.To) ? sweep.From + 5 * share : sweep.From + share * (sweep.To - sweep.From);
                    double begun = small.Least(sides: At(sweep.From))!.Value;
                    (begun + (at - sweep.From) * sweep.CostSlope).ShouldBe(small.Least(sides: At(at))!.Value, 1e-7, $"seed {seed}, x = {at}");
                }
                breaks++;
            }
            while (sweep.Advance());
            if (!sweep.EndsHere) continue;
            small.Least(sides: At(sweep.To + 1e-3)).ShouldBeNull($"seed {seed}");
            ends++;

            double[] At(double x) => [.. small.Sides.Select((side, row) => side + x * slope[row])];
        }
        breaks.ShouldBeGreaterThan(300);
        ends.ShouldBeGreaterThan(50);
    }

    // Within the range the basis stays the least; a little beyond either end, where there is one, another costs less or as much.
    [Fact]
    public void A_basis_is_the_least_within_its_range_of_costs()
    {
        int ends = 0;
        for (int seed = 0; seed < 600; seed++)
        {
            SmallProgram small = SmallProgram.Random(seed, bounded: true);
            var random = new Random(seed + 1);
            double[] slope = [.. Enumerable.Range(0, small.Count).Select(_ => (double)random.Next(-2, 4))];
            var program = new LinearProgram(small.Columns);
            program.SetCosts(small.Costs);
            if (program.Solve(small.Sides) != ProgramOutcome.Optimal || program.Basis.ToArray().Any(column => column >= program.Count)) continue;
            (double down, double up) = program.CostRange(slope);
            down.ShouldBeLessThanOrEqualTo(0, $"seed {seed}");
            up.ShouldBeGreaterThanOrEqualTo(0, $"seed {seed}");
            (double from, double to) = (Math.Max(down, -5), Math.Min(up, 5));
            foreach (double share in (double[])[0, 0.3, 0.7, 1]) Excess(from + share * (to - from)).ShouldBe(0, 1e-8, $"seed {seed}");
            foreach (double beyond in (double[])[down - 0.5, up + 0.5])
            {
                if (!double.IsFinite(beyond) || small.Least(At(beyond)) is null) continue;
                Excess(beyond).ShouldBeGreaterThanOrEqualTo(-1e-8, $"seed {seed}");
                if (Excess(beyond) > 1e-6) ends++;
            }

            double[] At(double t) => [.. small.Costs.Select((cost, column) => cost + t * slope[column])];

            double Excess(double t) => Cost(program, At(t)) - small.Least(At(t))!.Value;
        }
        ends.ShouldBeGreaterThan(100);
    }

    private static double Cost(LinearProgram program, double[] costs)
    {
        double sum = 0;
        for (int place = 0; place < program.Rows; place++)
        {
            if (program.Basis[place] < program.Count) sum += costs[program.Basis[place]] * program.Amounts[place];
        }
        return sum;
    }
}
