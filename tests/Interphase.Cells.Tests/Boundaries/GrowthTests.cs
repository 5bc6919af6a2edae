using Interphase.Descriptions;
using Interphase.Numerics;

namespace Interphase.Cells.Tests;

/// <summary>Laws of one's own, as formulas, against what can be solved by hand. docs/physics.md (159) to (161).</summary>
public sealed class GrowthTests
{
    private const double Thermal = PhysicalConstants.GasConstant * 298.15 / PhysicalConstants.Faraday;

    private static BoundaryLaw Law(string formula, string unit)
    {
        Formula.TryParse(formula, new FormulaNames([.. GrowthFields.Variables], [], []), out Formula? parsed, out FormulaError? error).ShouldBeTrue(error?.ToString());
        return new BoundaryLaw(Property.Of(Measures.Length, Unit.Parse(unit), parsed!, (double.NegativeInfinity, double.PositiveInfinity)));
    }

    private static GrowthCoefficients OnCarbon(string formula, double area = 1e6) => new("own", Law(formula, "nm/h"), false, area, true, 1.4e-4, 2, 0, 0, 1e9);

    // dL/dt = k e^(E - 4)/thermal / (L0 + L) has the solution (L0 + L)^2 = L0^2 + 2 k e^... t.
    [Fact]
    public void A_film_follows_its_formula()
    {
        foreach (double time in (double[])[1e3, 1e5, 1e7])
        {
            const double potential = 3.9;
            AgeingCell run = AgeingCell.Run(AgeingCell.CarbonAlone(OnCarbon("3.6*exp(0.5*(E - 4)*96485.33212/(8.314462618*T))*5e-9/(5e-9 + L)"), 1e6), AgeingCell.Hold(potential, time), 1e-7);
            double rate = 1e-12 * Math.Exp(0.5 * (potential - 4) / Thermal), expected = Math.Sqrt(5e-9 * 5e-9 + 2 * rate * 5e-9 * time) - 5e-9, thickness = run.Part()[0].Value;
            thickness.ShouldBe(expected, 1e-3 * expected);
            // Two electrons for every 140 cm3 of it, of the electrolyte's lithium.
            run.Cathode.Processes[0].Released(run.Part(), 0).Value.ShouldBe(PhysicalConstants.Faraday * 2 * 1e6 * thickness / 1.4e-4, 1e-9 * PhysicalConstants.Faraday * 2e6 * thickness / 1.4e-4);
            run.Ledger()["electrolyte"].ShouldBe(-2e6 * thickness / 1.4e-4 * 1e-6, 1e-9);
        }
    }

    // A loss of k a second leaves e^(-kt), and what is lost keeps its lithium.
    [Fact]
    public void Active_material_goes_by_its_formula()
    {
        var loss = new GrowthCoefficients("fading", Law("2e-6*(1 + 0*eta)", "1/s"), true, 0, false, double.PositiveInfinity, 0, 0, 0, 0);
        AgeingCell before = AgeingCell.Run(AgeingCell.Of(loss), AgeingCell.Hold(3.7, 1e-9)), run = AgeingCell.Run(AgeingCell.Of(loss), AgeingCell.Cycles(3, 6, 3, 4.1), 1e-5);
        double expected = 1 - Math.Exp(-2e-6 * run.Driver.Time.Value);
        run.Part()[1].Value.ShouldBe(expected, 1e-3 * expected);
        run.Lithium().ShouldBe(before.Lithium(), 1e-12 * Math.Abs(before.Lithium()));
        run.Ledger()["isolated"].ShouldBeGreaterThan(0);
    }

    // The overpotential that a law sees is that of the intercalation, films included.
    [Fact]
    public void It_sees_overpotential_content_and_temperature()
    {
        var growth = new GrowthCoefficients("film", Law("1e-3*eta^2*y*T", "nm/h"), false, 1e5, false, double.PositiveInfinity, 0, 0, 0, 1e3);
        AgeingCell slow = AgeingCell.Run(AgeingCell.Of(growth), AgeingCell.Cycles(1, 3, 3, 4.1), 1e-5), fast = AgeingCell.Run(AgeingCell.Of(growth), AgeingCell.Cycles(1, 30, 3, 4.1), 1e-5);
        // A tenth of the time at many times the overpotential.
        fast.Part()[1].Value.ShouldBeGreaterThan(2 * slow.Part()[1].Value);
    }

    // Sensitivity of the charge that passed to a coefficient of a formula, in numbers that carry their derivative.
    [Fact]
    public void A_formula_is_differentiated_with_its_coefficients()
    {
        CellCoefficients Cell(double factor) => AgeingCell.CarbonAlone(OnCarbon($"{factor:R}*exp(0.5*(E - 4)/0.0257)*5e-9/(5e-9 + L)"), 1e6);
        double Charge(double factor)
        {
            AgeingCell run = AgeingCell.Run(Cell(factor), AgeingCell.Hold(4, 1e5), 1e-8);
            return run.Driver.State[run.Model.ChargeAt].Value;
        }

        const double step = 1e-3;
        var model = new CellModel<Dual>(Cell(4), Cell(4 + step), Cell(4 - step), new Variation<Dual>(Dual.Variable(4), step), new CellMesh(new CompositeMesh(1, 3, []), null)) { ContentTolerance = 1e-8, VoltageTolerance = 1e-8 };
        var driver = new ProtocolDriver<Dual>(model, new Silent(), 298.15, double.NaN, CancellationToken.None);
        driver.Run(AgeingCell.Hold(4, 1e5));
        double slope = driver.State[model.ChargeAt].Slope, expected = (Charge(4.04) - Charge(3.96)) / 0.08;
        slope.ShouldBe(expected, 2e-3 * expected);
    }

    [Theory]
    [InlineData("1/(x - 0.1)", 0.1)]
    [InlineData("1/(x - 0.3137)^2", 0.3137)]
    [InlineData("2 + 0.1/abs(x + 0.21)", -0.21)]
    [InlineData("(x + 0.7317)^(-1)", -0.7317)]
    [InlineData("tan(2*x - 0.5)", -0.535398163)]
    [InlineData("sqrt(0.5 - x)", 0.505)]
    public void A_place_without_a_finite_value_is_found(string formula, double at) => LawScan.Find(Along(formula), -1, 1, 200)!.Value.ShouldBe(at, 6e-3);

    [Theory]
    [InlineData("exp(-(x/0.003)^2)")]
    [InlineData("exp(30*x)")]
    [InlineData("1/(1e-6 + (x - 0.3137)^2)")]
    [InlineData("1/max(x - 0.3137, 1e-4)")]
    [InlineData("heaviside(x - 0.3137)")]
    [InlineData("0.02 + 0*x")]
    [InlineData("cos(40*x)")]
    public void A_steep_or_high_law_has_its_values(string formula) => LawScan.Find(Along(formula), -1, 1, 200).ShouldBeNull();

    // What is not probed when a file is read.
    [Fact]
    public void A_run_that_a_pole_ends_names_the_law()
    {
        var growth = new GrowthCoefficients("film", Law("2e4/(E - 3.9)^3", "nm/h"), false, 1e5, false, double.PositiveInfinity, 0, 0, 0, 1e9) { Path = "cathode.growth[1].rate", Place = new Place("cell.yaml", 7, 3) };
        AgeingCell run = AgeingCell.ToItsEnd(AgeingCell.Of(growth), AgeingCell.Cycles(1, 3, 3, 4.1));
        run.End.Exit.ShouldBe(ExitKind.Failed);
        Problem fault = run.End.Fault.ShouldNotBeNull();
        (fault.Subject, fault.Place).ShouldBe(("cathode.growth[1].rate", new Place("cell.yaml", 7, 3)));
        fault.Found.ShouldContain("no finite value");
    }

    // Losses are told by name: every name that a process uses is kept from the laws of a file.
    [Fact]
    public void No_cause_of_the_programs_own_is_free()
    {
        string[] causes = [.. typeof(BoundaryCauses).GetFields().Select(field => (string)field.GetRawConstantValue()!)];
        causes.ShouldBe(BoundaryCauses.All, ignoreOrder: true);
        string folder = Path.Combine(Cells.Repository, "src", "Interphase.Cells", "Boundaries");
        foreach (string file in Directory.EnumerateFiles(folder, "*Process.cs")) File.ReadAllText(file).ShouldNotMatch("BoundaryEffect\\.[A-Za-z]+, \"");
    }

    private static Func<double, double> Along(string formula)
    {
        Formula.TryParse(formula, FormulaNames.Of("x"), out Formula? parsed, out FormulaError? error).ShouldBeTrue(error?.ToString());
        return x => parsed!.Evaluate(x);
    }

    private sealed class Silent : IDriverSink<Dual>
    {
        public void Begins(CarriedStep<Dual> step, ReadOnlySpan<Dual> state)
        {
        }

        public void Passes(CarriedStep<Dual> step, StiffIntegrator<Dual> integrator, double from, double to)
        {
        }

        public void Ends(CarriedStep<Dual> step, Dual end, ReadOnlySpan<Dual> state, StepEnd kind, string reason)
        {
        }
    }
}
