using Interphase.Numerics;

namespace Interphase.Cells.Tests;

/// <summary>Foils that age against what can be solved by hand. docs/physics.md (155) to (158).</summary>
public sealed class FoilAgeingTests
{
    private const double Faraday = PhysicalConstants.Faraday, Thermal = PhysicalConstants.GasConstant * 298.15 / Faraday, Separator = 500e-6;

    private static ReductionCoefficients Reduction { get; } = new(1e-3, ThermalLaw.None, 0.5, 0.11, 8, 1.4e-4, 1e-9, 1e-3);

    private static FoilCoefficients Lithium(ReductionCoefficients? reduction, FilamentCoefficients? filament = null) =>
        new(0, 50, ThermalLaw.None, 0.5, 0, 0, 0, double.PositiveInfinity) { Reduction = reduction, Filament = filament };

    private static CellCoefficients Symmetric(ReductionCoefficients? reduction, FilamentCoefficients? filament = null) =>
        new(1e-4, 298.15, Lithium(reduction, filament), Lithium(reduction, filament), [new LayerCoefficients(Separator, 0.2, ThermalLaw.None, 0)], 0.5);

    private static (CellModel<Real> Model, Real[] State, RunEnd End, double Start) Run(CellCoefficients cell, params (double Current, double Time)[] steps)
    {
        var model = new CellModel<Real>(cell, new CellMesh(null, null)) { ContentTolerance = 1e-6, VoltageTolerance = 1e-6 };
        var driver = new ProtocolDriver<Real>(model, new Silent(), cell.Temperature, double.NaN, CancellationToken.None);
        double start = model.Anode.Lithium(model.AnodePart(driver.State)).Value + model.Cathode.Lithium(model.CathodePart(driver.State)).Value;
        RunEnd end = driver.Run(new Protocol([.. steps.Select(step => new ProtocolStep(new Descriptions.Place("x", 1, 1), "a step", new CurrentControl(step.Current), [new StepLimit(StepVariable.StepTime, step.Time, LimitSide.Above, "time")]))]));
        return (model, [.. driver.State], end, start);
    }

    // At rest L + L^2 i_T/(2 sigma (U - E)) = V i_T t/(nF): in proportion to time, then to its root.
    [Fact]
    public void A_film_grows_on_lithium_at_rest()
    {
        double bare = 1e-3 * (1 - Math.Exp(-0.11 / Thermal));
        foreach (double time in (double[])[3e3, 1e5, 1e7])
        {
            (CellModel<Real> model, Real[] state, RunEnd end, double start) = Run(Symmetric(Reduction), (0, time));
            end.Exit.ShouldBe(ExitKind.Completed);
            double passed = 1.4e-4 * bare * time / (8 * Faraday), ratio = bare / (1e-9 * 0.11), expected = 2 * passed / (1 + Math.Sqrt(1 + 2 * ratio * passed));
            ReadOnlySpan<Real> anode = model.AnodePart(state);
            double thickness = anode[FoilModel<Real>.FilmAt].Value * 1.4e-4 / (8 * Faraday);
            thickness.ShouldBe(expected, 1e-3 * expected, $"after {time} s");
            ((FoilModel<Real>)model.Anode).Grown(anode).ShouldBe(thickness / 1e-3, 1e-9 * thickness / 1e-3);
            // The film has what the metal lost.
            anode[2].Value.ShouldBe(-anode[FoilModel<Real>.FilmAt].Value, 1e-12 * anode[FoilModel<Real>.FilmAt].Value);
            (model.Anode.Lithium(anode).Value + model.Cathode.Lithium(model.CathodePart(state)).Value).ShouldBe(start, 1e-12 * anode[FoilModel<Real>.FilmAt].Value);
        }
    }

    [Fact]
    public void Above_its_onset_nothing_is_reduced()
    {
        CellCoefficients cell = Symmetric(Reduction);
        cell = cell with { Anode = (FoilCoefficients)cell.Anode with { Potential = 0.33 }, Cathode = (FoilCoefficients)cell.Cathode with { Potential = 0.33 } };
        (CellModel<Real> model, Real[] state, _, _) = Run(cell, (0, 1e6));
        model.AnodePart(state)[FoilModel<Real>.FilmAt].Value.ShouldBe(0);
    }

    // At constant current it takes length/(v (i/i_ref)^m) to come through; while lithium is stripped nothing grows.
    [Theory]
    [InlineData(2, 1)]
    [InlineData(2, 2.3)]
    [InlineData(9, 2.3)]
    public void A_filament_comes_through_when_its_law_says(double current, double exponent)
    {
        var filament = new FilamentCoefficients(Separator / (140 * 3600), 2, exponent, Separator);
        double expected = 140 * 3600 / Math.Pow(current / 2, exponent);
        (_, _, RunEnd end, _) = Run(Symmetric(null, filament), (current, 0.4 * expected), (0, 1e4), (current, 2 * expected));
        end.Exit.ShouldBe(ExitKind.PhysicalStop);
        end.Variable.ShouldBe("filament");
        end.Time.ShouldBe(expected + 1e4, 1e-6 * expected);
        end.Detail.ShouldContain("500 um");
    }

    // Each side has its own: forward and back, either grows for half of the time.
    [Fact]
    public void Either_foil_has_its_own_filament()
    {
        var filament = new FilamentCoefficients(Separator / (140 * 3600), 2, 1, Separator);
        (CellModel<Real> model, Real[] state, RunEnd end, _) = Run(Symmetric(null, filament), (2, 3600), (-2, 7200));
        end.Exit.ShouldBe(ExitKind.Completed);
        model.AnodePart(state)[FoilModel<Real>.FilamentAt].Value.ShouldBe(Separator / 140, 1e-6 * Separator);
        model.CathodePart(state)[FoilModel<Real>.FilamentAt].Value.ShouldBe(2 * Separator / 140, 1e-6 * Separator);
    }

    private sealed class Silent : IDriverSink<Real>
    {
        public void Begins(CarriedStep<Real> step, ReadOnlySpan<Real> state)
        {
        }

        public void Passes(CarriedStep<Real> step, StiffIntegrator<Real> integrator, double from, double to)
        {
        }

        public void Ends(CarriedStep<Real> step, Real end, ReadOnlySpan<Real> state, StepEnd kind, string reason)
        {
        }
    }
}
