using Interphase.Numerics;

namespace Interphase.Cells.Tests;

/// <summary>Cracks against Paris' law, summed by hand. docs/physics.md (138) to (142).</summary>
public sealed class CrackTests
{
    private const double Growth = 2e-9, Exponent = 3;

    private static CrackCoefficients Active { get; } =
        new(CrackTarget.Active, HalfCell.Tabulate("1 + 0.03*(y - 1)"), Growth * Math.Pow(0.1e6, -Exponent), Exponent, 150e9, 1.12, 0, double.PositiveInfinity, 10, 20e-9, 2.5e-6, 0, 0, 0);

    private static double Strain(double content) => 1 - Math.Cbrt(1 + 0.03 * (content - 1));

    private static double Charged(CellCoefficients cell) => Charged(cell, 0);

    private static double Content(AgeingCell run, int point) => run.Cathode.Classes[0].Mean(run.Model.CathodePart(run.Driver.State), point).Value;

    private static double Charged(CellCoefficients cell, int point)
    {
        AgeingCell charged = AgeingCell.Run(cell, new Protocol([AgeingCell.Cycles(1, 3, 3, 4.1).Items.OfType<ProtocolRepeat>().Single().Items[0]]), 1e-6);
        return Content(charged, point);
    }

    // From strain to strain a step adds C/2 (Y E sqrt(pi a))^m (e2^m - e1^m), up and down; a grows by its own law.
    [Fact]
    public void At_constant_amplitude_they_grow_by_Paris_law()
    {
        CellCoefficients cell = AgeingCell.Of(Active);
        double low = Strain(0.95), high = Strain(Charged(cell, 1));
        foreach (int cycles in (int[])[1, 6])
        {
            AgeingCell run = AgeingCell.Run(cell, AgeingCell.Cycles(cycles, 3, 3, 4.1), 1e-6);
            double discharged = Strain(Content(run, 1));
            double swept = 0.5 * (Math.Pow(high, 3) - Math.Pow(low, 3)) + (cycles - 0.5) * (Math.Pow(high, 3) - Math.Pow(discharged, 3));
            // da/dw = C (Y E sqrt(pi a))^m (1 - (a - a0)/R) with w the swept sum of e^m.
            double speed = Active.Coefficient * Math.Pow(1.12 * 150e9 * Math.Sqrt(Math.PI), 3), length = 20e-9;
            for (int i = 0; i < 100_000; i++)
            {
                double Slope(double at) => speed * Math.Pow(at, 1.5) * (1 - (at - 20e-9) / 2.5e-6) * swept / 100_000;
                length += Slope(length + 0.5 * Slope(length));
            }
            run.Part()[1].Value.ShouldBe(length - 20e-9, 4e-3 * (length - 20e-9), $"after {cycles} cycles");
        }
    }

    [Fact]
    public void Below_its_threshold_nothing_grows()
    {
        CellCoefficients cell = AgeingCell.Of(Active with { Threshold = 10e6 });
        foreach (Real grown in AgeingCell.Run(cell, AgeingCell.Cycles(1, 15)).Part()) grown.Value.ShouldBe(0);
    }

    // At a tenth of the toughness nothing breaks; well beyond it nothing is left of what was there.
    [Fact]
    public void Particles_break_away_at_their_toughness_and_keep_their_lithium()
    {
        double Broken(double toughness, out AgeingCell run)
        {
            run = AgeingCell.Run(AgeingCell.Of(Active with { Coefficient = 0, Toughness = toughness }), AgeingCell.Cycles(2, 3, 3, 4.1));
            return run.Part()[3].Value;
        }

        double intensity = 1.12 * 150e9 * Strain(Charged(AgeingCell.Of(Active))) * Math.Sqrt(Math.PI * 20e-9);
        Broken(10 * intensity, out _).ShouldBeLessThan(1e-9);
        Broken(intensity, out AgeingCell run).ShouldBeInRange(0.02, 0.9);
        AgeingCell before = AgeingCell.Run(AgeingCell.Of(Active with { Toughness = intensity }), AgeingCell.Hold(3.7, 1e-9));
        run.Lithium().ShouldBe(before.Lithium(), 1e-12 * Math.Abs(before.Lithium()));
        run.Ledger()["isolated"].ShouldBeGreaterThan(0);
    }

    // A particle whose crack is as long as its radius has half the diffusivity.
    [Fact]
    public void They_slow_diffusion()
    {
        double Delivered(double slowing, double growth)
        {
            List<double> charges = AgeingCell.Run(AgeingCell.Of(Active with { Coefficient = Active.Coefficient * growth, Slowing = slowing }), AgeingCell.Cycles(4, 60), 3e-5).Charges;
            return charges[6] - charges[7];
        }

        double with = Delivered(40, 50), without = Delivered(1e-9, 50);
        with.ShouldBeLessThan(0.99 * without);
    }

    [Fact]
    public void In_the_electrolyte_they_cut_paths_and_contact()
    {
        CrackCoefficients electrolyte = Active with { Target = CrackTarget.Electrolyte, Modulus = 15.7e9, Coefficient = Active.Coefficient * 1e4, Loosening = 0.5 };
        AgeingCell run = AgeingCell.Run(AgeingCell.Of(electrolyte), AgeingCell.Cycles(3, 15));
        FrozenBoundaries become = run.Cathode.Become(run.Model.CathodePart(run.Driver.State))!;
        double grown = run.Part()[0].Value, paths = become.Effects.Single(effect => effect.Effect == BoundaryEffect.Ions).Values[0], contact = become.Effects.Single(effect => effect.Effect == BoundaryEffect.Contact).Values[0];
        grown.ShouldBeGreaterThan(1e-9);
        paths.ShouldBe(Math.Exp(-grown / 2.5e-6), 1e-12);
        contact.ShouldBe(Math.Sqrt(paths), 1e-12);
    }
}
