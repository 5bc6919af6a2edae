using System.Numerics;
using Interphase.Descriptions;
using Interphase.Numerics;

namespace Interphase.Cells.Tests;

/// <summary>
/// The impedance about states that are not uniform. An implicit step of the rate r answers a change of its current by the impedance at s = r exactly, so that the model's own nonlinear solution says what
/// the impedance has to be; and a step of the current answers over time by the inverse transform of Z(s)/s.
/// </summary>
public sealed class StateSpectrumTests(ITestOutputHelper output)
{
    private static readonly ParticleMesh s_modes = new(ParticleMeshKind.Modes, 32);

    // After a discharge under current; and rested; each with everything that the cell has.
    [Theory]
    [InlineData(-30, 1500, 0, 0)]
    [InlineData(-60, 900, 0, 30)]
    [InlineData(-30, 600, 60, 0)]
    public void A_state_along_a_discharge_answers_as_the_model_does(double current, double time, double pause, double now)
    {
        var model = new CellModel<Real>(Spectra.Cell(), new CellMesh(new CompositeMesh(1, 12, [s_modes]), null));
        Compare(model, pause > 0 ? Spectra.After(model, (current, time), (0, pause)) : Spectra.After(model, (current, time)), pause > 0 ? now : current, [1e-3, 0.01, 0.1, 1, 10, 100], 1e-6);
    }

    // Surfaces that are full to 1e-5, and to 1e-10: the exchange current, and with it the charge transfer, hangs on how close they are.
    [Theory]
    [InlineData(3, 3.3, 0.2)]
    [InlineData(8, 3.0, 0.2)]
    [InlineData(8, 3.3, 0)]
    public void The_end_of_a_discharge_answers_as_the_model_does(int points, double voltage, double doubleLayer)
    {
        CellCoefficients cell = Spectra.Cell(cathode => cathode with { DoubleLayer = doubleLayer }, new IdealCoefficients(0));
        var model = new CellModel<Real>(cell, new CellMesh(new CompositeMesh(1, points, [s_modes]), null)) { ContentTolerance = 1e-6, VoltageTolerance = 1e-6 };
        var integrator = new StiffIntegrator<Real>(model);
        Real[] start = Spectra.AtStart(model);
        model.Guess(start, new Real(-30));
        model.Control = new CellControl(CellControlKind.Current, -30);
        Assert.True(integrator.Start(0, start, 1e-4));
        while (integrator.Solution[model.VoltageAt].Value > voltage) Assert.True(integrator.Advance(1e-9), $"stuck at {integrator.Time} s");
        double empty = 1 - model.CathodePart(integrator.Solution)[((CompositeModel<Real>)model.Cathode).Classes[0].SurfaceAt].Value;
        output.WriteLine($"{integrator.Time} s, {empty:E1}");
        Assert.True(empty < 1e-5, $"{empty:E1}");
        Real[] state = integrator.Solution.ToArray();
        CellImpedance impedance = Spectra.About(model, state);
        foreach (double frequency in FrequencyGrid.Between(1e6, 1e-3, 2))
        {
            Complex found = impedance.At(frequency).Total;
            Assert.True(double.IsFinite(found.Magnitude) && found.Real > 0, $"{found} at {frequency} Hz");
        }
        foreach (double rate in new[] { 10.0, 30, 100 })
        {
            (double expected, Real[] at) = Spectra.Stepped(model, state, rate, -30, 1e-4);
            double found = Spectra.About(model, at).AtRate(rate, ImpedanceContributions.All).Total.Real;
            output.WriteLine($"{rate} 1/s: {found / expected - 1:E1}");
            Assert.Equal(1, found / expected, 1e-4);
        }
    }

    [Fact]
    public void A_poorly_conducting_electrode_of_two_sizes_with_contact_film_and_redox_answers_as_the_model_does()
    {
        var redox = new RedoxCoefficients(4.1, 50, 5, 0.4, true, double.NaN);
        CellCoefficients cell = Spectra.Cell(cathode => cathode with
        {
            IonicConductivity = 0.01,
            ElectronicConductivity = 0.03,
            Classes = [new SizeClassCoefficients(1e-6, 0.17), new SizeClassCoefficients(4e-6, 0.3)],
            ContactFraction = 0.6,
            FilmResistance = 1e-2,
            CarbonArea = 1e6,
            Redox = redox,
            Active = cathode.Active! with { TransferCoefficient = 0.35, ExchangeCurrent = new ExchangeCurrentCurve(HalfCell.Tabulate("3*(1 + 2*y)"), 0.5, 0) },
        });
        var model = new CellModel<Real>(cell, new CellMesh(new CompositeMesh(2, 8, [s_modes, s_modes]), null));
        Real[] state = Spectra.After(model, (-30, 500));
        Compare(model, state, -30, [1e-3, 0.01, 0.1, 1, 10, 100], 5e-6);
        // Each of what is special to this cell is felt.
        CellImpedance impedance = Spectra.About(model, state);
        foreach (ElectrodeContributions one in new[] { ElectrodeContributions.Redox, ElectrodeContributions.Film, ElectrodeContributions.Electrons, ElectrodeContributions.Diffusion })
        {
            double without = impedance.AtRate(0.1, ImpedanceContributions.All with { Cathode = ElectrodeContributions.All & ~one }).Total.Real;
            Assert.True(Math.Abs(without / impedance.AtRate(0.1, ImpedanceContributions.All).Total.Real - 1) > 0.005, $"{one} at 0.1 1/s: {without} of {impedance.AtRate(0.1, ImpedanceContributions.All).Total.Real}");
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(600)]
    public void A_diffusivity_that_changes_with_the_content_answers_as_the_model_does(double pause)
    {
        Curve diffusivity = HalfCell.Tabulate("5e-15*10**(-1.5/(1 + exp(-(y - 0.5)/0.08)))");
        CellCoefficients cell = Spectra.Cell(cathode => cathode with { Active = cathode.Active! with { Diffusivity = diffusivity } });
        var model = new CellModel<Real>(cell, new CellMesh(new CompositeMesh(1, 6, [new ParticleMesh(ParticleMeshKind.Shells, 48)]), null));
        Compare(model, pause > 0 ? Spectra.After(model, (-30, 1200), (0, pause)) : Spectra.After(model, (-30, 1200)), pause > 0 ? 0 : -30, [3e-3, 0.03, 0.3, 3, 30, 300, 3e3], 2e-4);
    }

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.003, 0)]
    [InlineData(0.99, 8)]
    public void An_alloy_foil_answers_as_the_model_does_on_its_plateau_and_at_its_ends(double held, double current)
    {
        var foil = new FoilCoefficients(0.62, 4, new ThermalLaw(3e4, 298), 0.3, 2e-4, 0.5, held * 5e4, 5e4);
        var model = new CellModel<Real>(Spectra.Cell(anode: foil) with { Temperature = 320, Cathode = new IdealCoefficients(3) }, new CellMesh(null, null));
        Compare(model, Spectra.AtStart(model), current, [0.01, 0.1, 1, 10, 1e3, 1e5], 1e-6);
    }

    // Both electrodes are the same type: one that changes places keeps its impedance.
    [Fact]
    public void Composites_on_both_sides_answer_as_the_model_does()
    {
        CellCoefficients cell = Spectra.Cell();
        var composite = (CompositeCoefficients)cell.Cathode;
        CellCoefficients both = cell with { Anode = composite with { InitialContent = 0.7, IonicConductivity = 0.02, Thickness = 90e-6 } };
        var mesh = new CompositeMesh(1, 10, [s_modes]);
        var model = new CellModel<Real>(both, new CellMesh(mesh, mesh));
        Compare(model, Spectra.After(model, (-20, 700)), -20, [1e-3, 0.1, 10], 1e-7);
        ImpedancePoint there = Spectra.About(model, Spectra.AtStart(model)).At(1);
        var turned = new CellModel<Real>(both with { Anode = both.Cathode, Cathode = both.Anode }, new CellMesh(mesh, mesh));
        ImpedancePoint back = Spectra.About(turned, Spectra.AtStart(turned)).At(1);
        Assert.True(there.Cathode == back.Anode && there.Anode == back.Cathode && there.Cathode != there.Anode);
    }

    // The integrator's own answer to a small step of the current, against the inverse transform along Talbot's contour.
    [Fact]
    public void A_small_step_of_the_current_answers_over_time_by_the_inverse_transform_of_the_impedance()
    {
        const double step = 0.02;
        var model = new CellModel<Real>(Spectra.Cell(cathode => cathode with { InitialContent = 0.45 }), new CellMesh(new CompositeMesh(1, 16, [new ParticleMesh(ParticleMeshKind.Modes, 40)]), null))
        { ContentTolerance = 1e-10, VoltageTolerance = 1e-10 };
        Real[] start = Spectra.AtStart(model);
        CellImpedance impedance = Spectra.About(model, start);
        double before = start[model.VoltageAt].Value;
        foreach (double time in new[] { 0.02, 1, 30, 1000 })
        {
            double answer = (Voltage(step, time) - Voltage(-step, time)) / (2 * step), expected = Talbot(rate => impedance.AtRate(rate, ImpedanceContributions.All).Total / rate, time);
            output.WriteLine($"{time} s: {answer / expected - 1:E1}");
            Assert.Equal(1, answer / expected, 1e-4);
        }

        double Voltage(double current, double time)
        {
            var integrator = new StiffIntegrator<Real>(model);
            model.Control = new CellControl(CellControlKind.Current, current);
            Assert.True(integrator.Start(0, start, 1e-7));
            while (integrator.Time < time) Assert.True(integrator.Advance(1e-12));
            return integrator.Interpolate(time, model.VoltageAt).Value - before;
        }
    }

    // Without capacitances the highest frequency is the resistance that the model has at once.
    [Fact]
    public void The_separator_resists_a_constant_current_as_in_the_model_and_a_fast_one_by_its_grains_alone()
    {
        LayerCoefficients[] layers =
        [
            new(20e-6, 0.1, new ThermalLaw(3e4, 298), 4e-4) { GrainBoundaryShare = 0.3, GrainBoundaryCapacitance = 1e-3, InterfaceCapacitance = 0.02 },
            new(10e-6, 0.5, ThermalLaw.None, 1e-4) { GrainBoundaryShare = 0.1, GrainBoundaryCapacitance = 1e-4 },
        ];
        CellCoefficients cell = Spectra.Cell(anode: new IdealCoefficients(0)) with { Separator = [.. layers], Temperature = 330, ReferencePosition = 0.25 };
        var model = new CellModel<Real>(cell, HalfCell.Mesh(3));
        Real[] state = Spectra.AtStart(model);
        CellImpedance impedance = Spectra.About(model, state);
        state[model.CurrentAt] = new Real(1);
        double whole = model.Parts(state).Single(part => part.Name == "separator").Value, first = 20e-6 / 0.1 / new ThermalLaw(3e4, 298).Factor(330), second = 10e-6 / 0.5;
        ImpedancePoint slow = impedance.At(1e-6), fast = impedance.At(1e12);
        Assert.Equal(whole, slow.Separator.Real, 1e-12 * whole);
        Assert.Equal(first + second + 5e-4, whole, 1e-12);
        // The reference stands at three eighths of the first layer, 7.5 of 30 um from the anode.
        Assert.Equal((1 - 0.375) * first + second + 5e-4, slow.CathodeSide.Real, 1e-12);
        Assert.Equal(0.7 * first + 0.9 * second + 1e-4, fast.Separator.Real, 1e-9);
        // At the frequency of an arc its imaginary part is half of its resistance.
        double summit = 1 / (2 * Math.PI * 0.3 * first * 1e-3);
        ImpedanceContributions boundaries = ImpedanceContributions.None with { Separator = SeparatorContributions.GrainBoundaries };
        Complex arcs = impedance.At(summit, boundaries).Total, small = 0.1 * second / new Complex(1, 2 * Math.PI * summit * 0.1 * second * 1e-4);
        Assert.Equal(-0.15 * first, (arcs - small).Imaginary, 1e-12);
    }

    private void Compare(CellModel<Real> model, Real[] history, double current, double[] rates, double tolerance)
    {
        foreach (double rate in rates)
        {
            (double expected, Real[] state) = Spectra.Stepped(model, history, rate, current, 0.02);
            double found = Spectra.About(model, state).AtRate(rate, ImpedanceContributions.All).Total.Real;
            output.WriteLine($"{rate} 1/s: {found / expected - 1:E1}");
            Assert.True(Math.Abs(found / expected - 1) < tolerance, $"at {rate} 1/s {found * 1e4} instead of {expected * 1e4} ohm cm2");
        }
    }

    private static double Talbot(Func<Complex, Complex> transform, double time)
    {
        const int nodes = 24;
        double scale = 2.0 * nodes / (5 * time);
        Complex sum = 0.5 * Math.Exp(scale * time) * transform(scale);
        for (int k = 1; k < nodes; k++)
        {
            double angle = k * Math.PI / nodes, cotangent = 1 / Math.Tan(angle);
            Complex rate = scale * angle * new Complex(cotangent, 1), weight = new(1, angle + (angle * cotangent - 1) * cotangent);
            sum += Complex.Exp(rate * time) * transform(rate) * weight;
        }
        return scale / nodes * sum.Real;
    }
}
