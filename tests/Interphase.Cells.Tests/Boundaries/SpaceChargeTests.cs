namespace Interphase.Cells.Tests;

/// <summary>A layer that ions have left. docs/physics.md (163), (164).</summary>
public sealed class SpaceChargeTests
{
    private static SpaceChargeCoefficients Layer { get; } = new(0.3, 2.5e28, 12, 0.2, ThermalLaw.None);

    // sqrt(2 eps Phi/(e N)): 0.13 nm at 0.3 V, 2.5e28 1/m3 and a permittivity of 12.
    [Fact]
    public void It_is_as_wide_as_the_solution_of_Poisson_says() => Layer.Width.ShouldBe(Math.Sqrt(2 * 12 * 8.8541878128e-12 * 0.3 / (1.602176634e-19 * 2.5e28)), 1e-20);

    // Summed by hand over a parabola of potential with Boltzmann's ions in it.
    [Theory]
    [InlineData(0.05)]
    [InlineData(0.3)]
    public void It_resists_by_the_ions_that_are_left(double drop)
    {
        SpaceChargeCoefficients layer = Layer with { Drop = drop };
        const double thermal = PhysicalConstants.GasConstant * 298.15 / PhysicalConstants.Faraday;
        double width = layer.Width, sum = 0;
        const int steps = 200_000;
        for (int i = 0; i < steps; i++)
        {
            double x = (i + 0.5) / steps;
            sum += width / steps * Math.Exp(drop * (1 - x) * (1 - x) / thermal) / 0.2;
        }
        CellCoefficients cell = AgeingCell.Of(layer) with { Temperature = 298.15 };
        AgeingCell run = AgeingCell.Run(cell, AgeingCell.Hold(3.9, 1e-6));
        run.Cathode.Recall(run.Model.CathodePart(run.Driver.State));
        run.Cathode.Grown(0).ShouldBe(sum, 1e-6 * sum);
    }
}
