using System.Globalization;
using Interphase.Numerics;

namespace Interphase.Cells.Tests;

/// <summary>The cell's equations against two other codes on the same problem, and against what must hold whatever the numbers are.</summary>
public sealed class HalfCellTests
{
    private static double[][] Rows(string name)
    {
        string resource = Array.Find(typeof(HalfCellTests).Assembly.GetManifestResourceNames(), each => each.EndsWith(name, StringComparison.Ordinal))!;
        using var reader = new StreamReader(typeof(HalfCellTests).Assembly.GetManifestResourceStream(resource)!);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',').Select(text => double.Parse(text, CultureInfo.InvariantCulture)).ToArray())];
    }

    private static (double Rms, double Largest) Compare(string file, double current, double limit, double foil, int points, int modes, double tolerance)
    {
        double[][] rows = Rows(file);
        var model = new CellModel<Real>(HalfCell.Coefficients(foil: foil), HalfCell.Mesh(points, 1, modes)) { ContentTolerance = tolerance, VoltageTolerance = tolerance };
        (double[] voltages, double _) = HalfCell.Run(model, current, limit, [.. rows.Select(row => row[0])]);
        double largest = 0, sum = 0;
        int count = 0;
        for (int i = 0; i < voltages.Length; i++)
        {
            if (rows[i][0] < 5) continue;
            double off = Math.Abs(voltages[i] - rows[i][1]);
            (sum, count, largest) = (sum + off * off, count + 1, Math.Max(largest, off));
        }
        Assert.True(count > 50);
        return (Math.Sqrt(sum / count), largest);
    }

    // dualfoil 5.1 (Newman), ideal lithium | single-ion electrolyte | NMC811; its own error is about 0.03 mV.
    [Theory]
    [InlineData("dualfoil-0.1C.csv", -3, 3.55)]
    [InlineData("dualfoil-0.5C.csv", -15, 3.5)]
    [InlineData("dualfoil-1C.csv", -30, 3.5)]
    [InlineData("dualfoil-2C.csv", -60, 3.45)]
    public void A_discharge_of_the_half_cell_is_the_one_that_dualfoil_computes(string file, double current, double limit)
    {
        (double rms, double largest) = Compare(file, current, limit, double.PositiveInfinity, 12, 24, 1e-7);
        Assert.True(rms < 1e-4 && largest < 3e-4, $"refined: rms {rms * 1e3} mV, largest {largest * 1e3} mV");
        (double _, largest) = Compare(file, current, limit, double.PositiveInfinity, 3, 8, 1e-4);
        Assert.True(largest < 5e-4, $"coarse: largest {largest * 1e3} mV");
    }

    [Fact]
    public void A_lithium_foil_with_kinetics_shifts_the_curve_as_PyBaMM_has_it()
    {
        (double rms, double largest) = Compare("pybamm-foil-kinetics.csv", -30, 3.4, 10, 12, 24, 1e-7);
        Assert.True(rms < 1e-4 && largest < 3e-4, $"rms {rms * 1e3} mV, largest {largest * 1e3} mV");
    }

    // dualfoil's curves extrapolated: 3.5000 V at 3771.4 s (README of the problem); PyBaMM 3771.160 s at 40 x 100.
    [Fact]
    public void The_limit_is_reached_when_two_other_codes_reach_it()
    {
        var model = new CellModel<Real>(HalfCell.Coefficients(), HalfCell.Mesh(12, 1, 24)) { ContentTolerance = 1e-7, VoltageTolerance = 1e-7 };
        Assert.Equal(3771.2, HalfCell.Run(model, -30, 3.5, []).End, 0.3);
    }

    [Theory]
    [InlineData(-30)]
    [InlineData(12)]
    public void Lithium_that_leaves_the_anode_arrives_in_the_cathode(double current)
    {
        var model = new CellModel<Real>(HalfCell.Coefficients(foil: 10), HalfCell.Mesh(3));
        (StiffIntegrator<Real> integrator, double before) = Stepped(model, current, 40);
        double after = Inventory(model, integrator.Solution);
        Assert.True(Math.Abs(after / before - 1) < 1e-12, $"{after} after {before} C/m2");
        double charge = integrator.Solution[model.ChargeAt].Value;
        Assert.Equal(current * integrator.Time, charge, Math.Abs(charge) * 1e-10);
    }

    [Theory]
    [InlineData(-30)]
    [InlineData(-0.001)]
    [InlineData(0)]
    [InlineData(10)]
    public void The_parts_of_the_voltage_make_the_voltage_at_any_current(double current)
    {
        var model = new CellModel<Real>(HalfCell.Coefficients(foil: 10), HalfCell.Mesh(3, 2));
        (StiffIntegrator<Real> integrator, _) = Stepped(model, current, 30);
        IReadOnlyList<VoltagePart> parts = model.Parts(integrator.Solution);
        Assert.Equal(integrator.Solution[model.VoltageAt].Value, parts.Sum(part => part.Value), 1e-6);
        Assert.Equal(current * 30e-6 / 0.2, parts.Single(part => part.Name == "separator").Value, 1e-12);
        if (current == 0) Assert.All(parts.Where(part => !part.Name.EndsWith("equilibrium", StringComparison.Ordinal)), part => Assert.Equal(0, part.Value, 1e-9));
        if (current == -30) Assert.True(parts.Single(part => part.Name == "cathode kinetics").Value < -0.005);
    }

    // A cell whose electrodes change places has the opposite voltage under the opposite current, exactly: an electrode is one type used twice.
    [Fact]
    public void Electrodes_that_change_places_mirror_the_voltage()
    {
        CellCoefficients there = HalfCell.Coefficients(foil: 10), back = there with { Cathode = there.Anode, Anode = there.Cathode };
        CellMesh mesh = HalfCell.Mesh(3);
        (StiffIntegrator<Real> first, _) = Stepped(new CellModel<Real>(there, mesh), -30, 30);
        (StiffIntegrator<Real> second, _) = Stepped(new CellModel<Real>(back, new CellMesh(null, mesh.Cathode)), 30, 30);
        int at = first.Solution.Length - CellModel<Real>.Own;
        Assert.Equal(first.Time, second.Time, 1e-6 * first.Time);
        Assert.Equal(first.Solution[at].Value, -second.Solution[at].Value, 1e-7);
    }

    // Voltage against diffusivity, exact through the integrator, against two runs beside it.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_derivative_carried_through_the_run_is_the_quotient_of_two_runs_beside_it(bool collapses)
    {
        const double diffusivity = 4e-15, step = 4e-19;
        Interphase.Descriptions.Curve one = HalfCell.Tabulate("10**(-3.65/(1 + exp(-(y - 0.6)/0.03)))");
        CellCoefficients Of(double value) => HalfCell.Coefficients(value, collapses ? one.Scaled(value) : null);
        CellMesh mesh = collapses ? HalfCell.Mesh(3, 1, 16, ParticleMeshKind.Shells) : HalfCell.Mesh(3);
        var varied = new CellModel<Dual>(
            Of(diffusivity), Of(diffusivity + step), Of(diffusivity - step), new Variation<Dual>(Dual.Variable(diffusivity), step), mesh)
        { ContentTolerance = 1e-8, VoltageTolerance = 1e-8 };
        var integrator = new StiffIntegrator<Dual>(varied);
        var start = new Dual[varied.Count];
        varied.Initialise(start);
        varied.Guess(start, Dual.Constant(-30));
        varied.Control = new CellControl(CellControlKind.Current, -30);
        Assert.True(integrator.Start(0, start, 1e-4));
        while (integrator.Time < 1000) Assert.True(integrator.Advance(1e-9));
        double slope = integrator.Interpolate(1000, varied.VoltageAt).Slope;

        double above = Voltage(diffusivity * 1.001), below = Voltage(diffusivity * 0.999), quotient = (above - below) / (0.002 * diffusivity);
        Assert.Equal(1, slope / quotient, 1e-5);

        double Voltage(double value)
        {
            var model = new CellModel<Real>(Of(value), mesh) { ContentTolerance = 1e-8, VoltageTolerance = 1e-8 };
            return HalfCell.Run(model, -30, 3.5, [1000.0]).Voltages[0];
        }
    }

    // The refined solution of this problem (480 shells of second order) ends at 2842.38 s.
    [Theory]
    [InlineData(12, 3.0)]
    [InlineData(48, 0.5)]
    public void A_diffusivity_that_collapses_ends_the_discharge_when_its_refined_solution_does(int shells, double within)
    {
        Interphase.Descriptions.Curve diffusivity = HalfCell.Tabulate("5e-15*10**(-3.65/(1 + exp(-(y - 0.827)/0.03)))");
        var model = new CellModel<Real>(HalfCell.Coefficients(varying: diffusivity), HalfCell.Mesh(shells > 12 ? 6 : 3, 1, shells, ParticleMeshKind.Shells))
        { ContentTolerance = shells > 12 ? 1e-6 : 1e-4, VoltageTolerance = shells > 12 ? 1e-6 : 1e-4 };
        Assert.Equal(2842.38, HalfCell.Run(model, -30, 3.5, []).End, within);
    }

    private static (StiffIntegrator<Real> Integrator, double Lithium) Stepped(CellModel<Real> model, double current, int steps)
    {
        var integrator = new StiffIntegrator<Real>(model);
        var start = new Real[model.Count];
        model.Initialise(start);
        double before = Inventory(model, start);
        model.Guess(start, new Real(current));
        model.Control = new CellControl(CellControlKind.Current, current);
        Assert.True(integrator.Start(0, start, 1e-4));
        for (int i = 0; i < steps; i++) Assert.True(integrator.Advance(1e-9));
        return (integrator, before);
    }

    private static double Inventory(CellModel<Real> model, ReadOnlySpan<Real> unknowns) =>
        model.Anode.Lithium(model.AnodePart(unknowns)).Value + model.Cathode.Lithium(model.CathodePart(unknowns)).Value;
}
