using System.Numerics;

namespace Interphase.Numerics.Tests.LinearPrograms;

/// <summary>Exact solutions put back into their equations.</summary>
public class ExactEliminationTests
{
    [Theory]
    [InlineData(9)]
    [InlineData(1_000)]
    [InlineData(1_000_000_000)]
    public void A_solution_satisfies_its_equations_to_the_last_digit(int largest)
    {
        for (int seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            int rows = random.Next(1, 9);
            long[] matrix = [.. Enumerable.Range(0, rows * rows).Select(_ => random.Next(3) == 0 ? 0L : random.Next(-largest, largest))];
            Rational[] sides = [.. Enumerable.Range(0, 2 * rows).Select(_ => new Rational(random.Next(-largest, largest), random.Next(1, 12)))], solutions = new Rational[2 * rows];
            if (!ExactElimination.TrySolve(matrix, rows, sides, solutions)) continue;
            for (int side = 0; side < 2; side++)
            {
                for (int row = 0; row < rows; row++)
                {
                    Rational sum = Rational.Zero;
                    for (int column = 0; column < rows; column++) sum += new Rational(matrix[row * rows + column], 1) * solutions[side * rows + column];
                    sum.ShouldBe(sides[side * rows + row], $"seed {seed}");
                }
            }
        }
    }

    [Fact]
    public void A_singular_matrix_is_told() =>
        ExactElimination.TrySolve([1, 2, 2, 4], 2, [1, 2], new Rational[2]).ShouldBeFalse();

    [Fact]
    public void Numbers_beyond_128_bits_are_exact_too()
    {
        const long Big = 900_000_000_000;
        var solution = new Rational[3];
        ExactElimination.TrySolve([Big, 1, 0, 1, Big, 1, 0, 1, Big], 3, [1, 0, 0], solution).ShouldBeTrue();
        // By hand: the middle one is -b / (b^3 - 2b) with b the large number.
        solution[1].ShouldBe(new Rational(-1, BigInteger.Pow(Big, 2) - 2));
    }
}
