namespace Interphase.Numerics.Tests.LinearPrograms;

/// <summary>Linear programs against what can be found by trying every basis.</summary>
public class LinearProgramTests
{
    [Fact]
    public void Solutions_are_those_found_by_trying_every_basis()
    {
        int optimal = 0, infeasible = 0, unbounded = 0;
        for (int seed = 0; seed < 3000; seed++)
        {
            SmallProgram small = SmallProgram.Random(seed);
            var program = new LinearProgram(small.Columns);
            program.SetCosts(small.Costs);
            ProgramOutcome outcome = program.Solve(small.Sides);
            double? least = small.Least();
            if (outcome == ProgramOutcome.Unbounded)
            {
                least.ShouldNotBeNull($"seed {seed}");
                small.FallsWithoutEnd().ShouldBeTrue($"seed {seed}");
                unbounded++;
                continue;
            }
            outcome.ShouldBe(least is null ? ProgramOutcome.Infeasible : ProgramOutcome.Optimal, $"seed {seed}");
            if (least is not { } cost)
            {
                infeasible++;
                continue;
            }
            program.Cost.ShouldBe(cost, 1e-8, $"seed {seed}");
            small.Holds(program).ShouldBeTrue($"seed {seed}");
            optimal++;
        }
        optimal.ShouldBeGreaterThan(1000);
        infeasible.ShouldBeGreaterThan(100);
        unbounded.ShouldBeGreaterThan(10);
    }

    [Fact]
    public void Prices_times_sides_are_the_cost()
    {
        for (int seed = 0; seed < 300; seed++)
        {
            SmallProgram small = SmallProgram.Random(seed, bounded: true);
            var program = new LinearProgram(small.Columns);
            program.SetCosts(small.Costs);
            if (program.Solve(small.Sides) != ProgramOutcome.Optimal) continue;
            double sum = 0;
            for (int row = 0; row < small.Rows; row++) sum += program.Prices[row] * small.Sides[row];
            sum.ShouldBe(program.Cost, 1e-9);
            double[] left = new double[small.Count];
            program.ReducedCosts(left);
            left.Min().ShouldBeGreaterThanOrEqualTo(-1e-8);
        }
    }

    [Fact]
    public void A_neighbouring_program_is_solved_from_the_last_basis_alike()
    {
        for (int seed = 0; seed < 600; seed++)
        {
            SmallProgram small = SmallProgram.Random(seed, bounded: true);
            LinearProgram warm = new(small.Columns), cold = new(small.Columns);
            warm.SetCosts(small.Costs);
            if (warm.Solve(small.Sides) != ProgramOutcome.Optimal) continue;
            var random = new Random(seed);
            double[] sides = [.. small.Sides.Select(side => side + random.Next(-1, 3))], costs = seed % 2 == 0 ? small.Costs : [.. small.Costs.Select(cost => cost + random.NextDouble())];
            int[] basis = warm.Basis.ToArray();
            warm.SetCosts(costs);
            cold.SetCosts(costs);
            ProgramOutcome outcome = cold.Solve(sides);
            warm.SolveFrom(basis, sides).ShouldBe(outcome, $"seed {seed}");
            if (outcome == ProgramOutcome.Optimal) warm.Cost.ShouldBe(cold.Cost, 1e-8, $"seed {seed}");
        }
    }

    [Fact]
    public void A_barred_column_takes_no_part()
    {
        var program = new LinearProgram(new ProgramColumns(1, 3, [1, 1, 1]));
        program.SetCosts([double.PositiveInfinity, 2, 3]);
        program.Solve([1]).ShouldBe(ProgramOutcome.Optimal);
        program.Cost.ShouldBe(2);
        program.SetCosts([1, 2, 3]);
        program.SolveFrom([1], [1]).ShouldBe(ProgramOutcome.Optimal);
        program.Cost.ShouldBe(1);
        program.SetCosts([double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity]);
        program.Solve([1]).ShouldBe(ProgramOutcome.Infeasible);
    }

    [Fact]
    public void A_row_that_says_nothing_new_is_no_obstacle()
    {
        var program = new LinearProgram(new ProgramColumns(3, 3, [1, 2, 3, 1, 2, 3, 0, 1, 1]));
        program.SetCosts([1, 2, 0]);
        program.Solve([1, 3, 4]).ShouldBe(ProgramOutcome.Optimal);
        program.Cost.ShouldBe(1, 1e-12);
        program.Solve([1, 3, 5]).ShouldBe(ProgramOutcome.Infeasible);
    }

    [Fact]
    public void A_program_that_is_known_to_cycle_ends()
    {
        // Beale's example with slack columns: the rule of the steepest cost goes round for ever.
        var program = new LinearProgram(new ProgramColumns(3, 7, [0.25, 0.5, 0, -60, -90, 0, -0.04, -0.02, 1, 9, 3, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1]));
        program.SetCosts([-0.75, 150, -0.02, 6, 0, 0, 0]);
        program.SolveFrom([4, 5, 6], [0, 0, 1]).ShouldBe(ProgramOutcome.Optimal);
        program.Cost.ShouldBe(-0.05, 1e-12);
    }

    [Fact]
    public void A_column_that_could_replace_others_at_no_cost_is_tied()
    {
        var program = new LinearProgram(new ProgramColumns(2, 4, [1, 0, 0, 1, 0.5, 0.5, 0.25, 0.75]));
        program.SetCosts([0, 0, 0, 1]);
        program.SolveFrom([0, 1], [1, 1]).ShouldBe(ProgramOutcome.Optimal);
        double[] left = new double[4];
        program.ReducedCosts(left);
        program.IsTied(2, left[2]).ShouldBeTrue();
        program.IsTied(3, left[3]).ShouldBeFalse();
        program.IsTied(0, left[0]).ShouldBeFalse();
    }

    [Fact]
    public void Solving_again_allocates_nothing()
    {
        SmallProgram small = SmallProgram.Random(8, bounded: true);
        var program = new LinearProgram(small.Columns);
        program.SetCosts(small.Costs);
        program.Solve(small.Sides);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++) program.Solve(small.Sides);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Fact]
    public void A_program_without_rows_or_columns_has_an_answer()
    {
        var nothing = new LinearProgram(new ProgramColumns(0, 2, []));
        nothing.SetCosts([1, 2]);
        nothing.Solve([]).ShouldBe(ProgramOutcome.Optimal);
        nothing.Cost.ShouldBe(0);
        new LinearProgram(new ProgramColumns(1, 0, [])).Solve([1]).ShouldBe(ProgramOutcome.Infeasible);
    }
}
