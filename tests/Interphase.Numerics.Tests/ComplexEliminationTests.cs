using System.Numerics;

namespace Interphase.Numerics.Tests;

public sealed class ComplexEliminationTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public void Solutions_meet_their_equations_and_right_hand_sides_do_not_mix(int rows)
    {
        const int sides = 3;
        int columns = rows + sides;
        var random = new Random(17);
        Complex[] system = [.. Enumerable.Range(0, rows * columns).Select(_ => new Complex(random.NextDouble() - 0.5, random.NextDouble() - 0.5))], given = [.. system];
        // Without exchanging rows this pivot would end it.
        if (rows > 1) system[0] = given[0] = 0;
        ComplexElimination.Solve(system, rows, columns);
        for (int row = 0; row < rows; row++)
            for (int side = 0; side < sides; side++)
            {
                Complex sum = 0;
                for (int k = 0; k < rows; k++) sum += given[row * columns + k] * system[k * columns + rows + side];
                (sum - given[row * columns + rows + side]).Magnitude.ShouldBeLessThan(1e-12);
            }
    }

    [Fact]
    public void A_singular_system_has_no_solution_that_looks_like_one()
    {
        Complex[] system = [1, 2, 1, 2, 4, 3];
        ComplexElimination.Solve(system, 2, 3);
        Complex.IsFinite(system[2]).ShouldBeFalse();
    }

    [Fact]
    public void Rows_that_are_not_all_there_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => ComplexElimination.Solve(new Complex[5], 2, 3));
        Should.Throw<ArgumentOutOfRangeException>(() => ComplexElimination.Solve(new Complex[4], 2, 1));
    }
}
