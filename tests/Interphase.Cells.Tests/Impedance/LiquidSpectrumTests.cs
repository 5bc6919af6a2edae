using System.Globalization;
using System.Numerics;
using Interphase.Descriptions;
using Interphase.Numerics;

namespace Interphase.Cells.Tests;

/// <summary>The impedance of cells with a salt in a liquid: against dualfoil, closed forms, the single-ion impedance, and what the model itself answers to a small change about states that are not uniform.</summary>
public sealed class LiquidSpectrumTests(ITestOutputHelper output)
{
    private const double Faraday = 96485.33212, Gas = 8.314462618, Length = 200e-6, Start = 1000, Conductivity = 0.8, Diffusivity = 3e-10, Transference = 0.35, Factor = 1.3;

    private static readonly ParticleMesh s_modes = new(ParticleMeshKind.Modes, 32);

    private static BinaryCoefficients Constant(double transference = Transference, double conductivity = Conductivity) =>
        new(Start, Curve.Constant(conductivity), ThermalLaw.None, Curve.Constant(Diffusivity), ThermalLaw.None, Curve.Constant(transference), Curve.Constant(Factor));

    // Everything changes with the concentration.
    private static readonly BinaryCoefficients s_varying = new(
        Start, Table(c => 0.2 + 1.2e-3 * c - 4e-7 * c * c), new ThermalLaw(2e4, 298), Table(c => 4e-10 * Math.Exp(-6e-4 * c)), new ThermalLaw(3e4, 298), Table(c => 0.45 - 1e-4 * c), Table(c => 0.7 + 8e-4 * c));

    private static CellCoefficients Symmetric(BinaryCoefficients salt, double reference = 0.5) =>
        new(1e-4, 298.15, new IdealCoefficients(0), new IdealCoefficients(0), [new LayerCoefficients(Length, 1, ThermalLaw.None, 0) { Pores = new PoreCoefficients(0.4, 1.5) }], reference) { Liquid = salt };

    private static CompositeCoefficients Soaked(CompositeCoefficients composite) =>
        composite with { Pores = new PoreCoefficients(0.43, 1.5), Active = composite.Active! with { ExchangeOfSalt = new SaltDependence(Table(c => (5 + c) / 6), 0.5) } };

    private static CellCoefficients Cell(BinaryCoefficients salt, ElectrodeCoefficients? anode = null)
    {
        CellCoefficients cell = Spectra.Cell(Soaked, anode);
        return cell with { Liquid = salt, Separator = [cell.Separator[0] with { Pores = new PoreCoefficients(1, 1.5) }] };
    }

    private static Curve Table(Func<double, double> law)
    {
        double[] arguments = [.. Enumerable.Range(0, 401).Select(i => 10.0 * i)];
        Assert.True(Curve.TryInterpolate(arguments, [.. arguments.Select(law)], out Curve? curve, out _, Extension.Constant));
        return curve;
    }

    [Fact]
    public void The_liquid_cell_of_dualfoil_has_its_impedance()
    {
        string file = Path.Combine(Environment.GetEnvironmentVariable("INTERPHASE_REFERENCE") ?? Path.Combine(Runs.Examples(), "..", "..", "shared"), "reference", "cell", "dualfoil_lco_mcmb_impedance.csv");
        Assert.SkipUnless(File.Exists(file), $"no {file}; INTERPHASE_REFERENCE names the reference folder");
        (RunCollector result, RunEnd end, _) = Runs.Reference("lco-mcmb-impedance");
        end.Exit.ShouldBe(ExitKind.Completed);
        SpectrumParts parts = result.SpectrumParts.Single();
        double area = 1e4 * Area();
        Complex[] Part(string name) => [.. parts.Parts.Single(part => part.Name == name).Impedance.Select(value => value * area)];
        // Its negative part has all of the separator: the reference is at the border to the positive electrode.
        (Complex[] cathode, Complex[] separator, Complex[] anode) = (Part("cathode"), Part("separator"), Part("anode"));
        string[][] rows = [.. File.ReadLines(file).Skip(1).Select(line => line.Split(','))];
        Complex[] Block(string name) => [.. rows.Where(row => row[3] == name).Select(row => new Complex(Number(row[1]), Number(row[2])))];
        double[] rates = [.. rows.Where(row => row[3] == "full_cell").Select(row => Number(row[0]))];
        (Complex[] whole, Complex[] negative, Complex[] positive) = (Block("full_cell"), Block("negative"), Block("positive"));
        parts.Frequency.Length.ShouldBe(rates.Length);
        for (int i = 0; i < rates.Length; i++)
        {
            parts.Frequency[i].ShouldBe(rates[i] / (2 * Math.PI), 2e-5 * rates[i]);
            double off = Spectra.Relative(cathode[i] + separator[i] + anode[i], whole[i]), below = Spectra.Relative(anode[i] + separator[i], negative[i]), above = Spectra.Relative(cathode[i], positive[i]);
            output.WriteLine($"{rates[i]:E2} rad/s: {off:E1}, negative {below:E1}, positive {above:E1}");
            if (rates[i] < 6e4) Math.Max(off, Math.Max(below, above)).ShouldBeLessThan(0.01, $"{rates[i]} rad/s");
            if (rates[i] < 500) off.ShouldBeLessThan(5e-4, $"{rates[i]} rad/s");
            if (rates[i] < 500) Math.Max(below, above).ShouldBeLessThan(2e-3, $"{rates[i]} rad/s");
        }

        static double Area() => CellReader.Read(Path.Combine(Runs.Examples(), "reference", "lco-mcmb-impedance.yaml")).Design!.Area;
        static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Salt_between_two_ideal_electrodes_is_a_finite_length_Warburg_impedance()
    {
        var model = new CellModel<Real>(Symmetric(Constant(), 0.3), new CellMesh(null, null));
        CellImpedance impedance = Spectra.About(model, Spectra.AtStart(model));
        double largest = 0;
        double porous = Math.Pow(0.4, 1.5), drive = 2 * Gas * 298.15 / Faraday * (1 - Transference) * Factor / Start;
        foreach (double frequency in FrequencyGrid.Between(1e4, 1e-6, 4))
        {
            Complex rate = new(0, 2 * Math.PI * frequency), wave = Complex.Sqrt(rate * 0.4 / (Diffusivity * porous));
            Complex Profile(double at) => (1 - Transference) / (Faraday * Diffusivity * porous * wave) * Complex.Sinh(wave * (at - 0.5) * Length) / Complex.Cosh(wave * Length / 2);
            Complex expected = Length / (Conductivity * porous) + drive * (Profile(1) - Profile(0)), side = 0.7 * Length / (Conductivity * porous) + drive * (Profile(1) - Profile(0.3));
            if (frequency > 10) (expected, side) = (Length / (Conductivity * porous) + 2 * drive * (1 - Transference) / (Faraday * Diffusivity * porous * wave), 0.7 * Length / (Conductivity * porous) + drive * (1 - Transference) / (Faraday * Diffusivity * porous * wave));
            ImpedancePoint found = impedance.At(frequency);
            largest = Math.Max(largest, Math.Max(Spectra.Relative(found.Total, expected), Spectra.Relative(found.CathodeAgainstReference, side)));
            Spectra.Relative(found.Total, expected).ShouldBeLessThan(1e-6, $"{frequency} Hz");
            Spectra.Relative(found.CathodeAgainstReference, side).ShouldBeLessThan(1e-6, $"{frequency} Hz");
            Complex salt = found.Total - impedance.At(frequency, ImpedanceContributions.All with { Salt = SaltContributions.None }).Total;
            Spectra.Relative(salt, expected - Length / (Conductivity * porous)).ShouldBeLessThan(1e-4, $"{frequency} Hz");
        }
        output.WriteLine($"{largest:E1}");
    }

    // Potential and concentration at rest are two waves along the electrode, which the salt of the separator joins; each has a closed form.
    [Fact]
    public void A_porous_electrode_at_rest_has_the_closed_form_of_its_two_waves_at_every_frequency()
    {
        CellCoefficients cell = Cell(Constant(), new IdealCoefficients(0));
        var composite = (CompositeCoefficients)cell.Cathode;
        var model = new CellModel<Real>(cell, new CellMesh(new CompositeMesh(3, 3, [s_modes]), null));
        var dry = new CellModel<Real>(Spectra.Cell(), HalfCell.Mesh(3));
        (CellImpedance impedance, CellImpedance points) = (Spectra.About(model, Spectra.AtStart(model)), Spectra.About(dry, Spectra.AtStart(dry)));
        double largest = 0;
        foreach (double frequency in FrequencyGrid.Between(1e7, 1e-5, 4))
        {
            double length = composite.Thickness, porous = Math.Pow(0.43, 1.5), drive = 2 * Gas * 298 / Faraday * (1 - Transference) * Factor / Start, electronic = 1 / composite.ElectronicConductivity;
            Complex rate = new(0, 2 * Math.PI * frequency);
            ElectrodeContributions bare = ElectrodeContributions.All & ~(ElectrodeContributions.Ions | ElectrodeContributions.Electrons);
            Complex admittance = 1 / (length * points.At(frequency, ImpedanceContributions.None with { Cathode = bare }).Cathode);
            double along = electronic + 1 / (Conductivity * porous), spread = 1 / (Diffusivity * porous), drift = (1 - Transference) / (Faraday * Diffusivity * porous);
            // (v, c)'' = M (v, c), and the two directions in which it only stretches.
            Complex a = along * admittance, b = -along * admittance * drive, c = -drift * admittance, d = drift * admittance * drive + spread * 0.43 * rate;
            Complex root = Complex.Sqrt((a - d) * (a - d) / 4 + b * c), first = (a + d) / 2 + root, second = (a * d - b * c) / first;
            Complex[] squares = [first, second], potentials = [first - d, b], concentrations = [c, second - a];
            (Complex Potential, Complex Concentration, Complex Electrons) Cathode(Complex flux)
            {
                // Slopes of v and c at both ends, for a current of -1 from the separator and a flux of salt.
                Complex[] near = [-along + electronic, drift + spread * flux], far = [electronic, 0];
                Complex scale = 1 / (potentials[0] * concentrations[1] - potentials[1] * concentrations[0]), v = 0, salt = 0, rise = 0;
                for (int wave = 0; wave < 2; wave++)
                {
                    Complex On(Complex[] slope) => wave == 0 ? (slope[0] * concentrations[1] - slope[1] * potentials[1]) * scale : (potentials[0] * slope[1] - concentrations[0] * slope[0]) * scale;
                    (Complex start, Complex end) = Ends(Complex.Sqrt(squares[wave]), length, On(near), On(far));
                    (v, salt, rise) = (v + potentials[wave] * start, salt + concentrations[wave] * start, rise + potentials[wave] * (end - start));
                }
                Complex ions = (rise - electronic * length) / along;
                return (v, salt, electronic * (length + ions));
            }

            double separator = cell.Separator[0].Thickness;
            Complex flat = (1 - Transference) / (Faraday * Diffusivity);
            (Complex Start, Complex End) Salt(Complex flux) => Ends(Complex.Sqrt(rate / Diffusivity), separator, flat, flat + flux / Diffusivity);
            Complex still = Salt(0).End - Cathode(0).Concentration, flowing = Salt(1e-6).End - Cathode(1e-6).Concentration, found = 1e-6 * still / (still - flowing);
            (Complex potential, _, Complex electrons) = Cathode(found);
            Complex expected = electrons + potential + separator / Conductivity - drive * Salt(found).Start;
            double off = Spectra.Relative(impedance.At(frequency).Total, expected);
            output.WriteLine($"{frequency:E1} Hz: {off:E1}");
            largest = Math.Max(largest, off);
        }
        largest.ShouldBeLessThan(5e-8);

        // The values at both ends of what grows as a wave and has these slopes there.
        static (Complex Start, Complex End) Ends(Complex wave, double length, Complex near, Complex far)
        {
            Complex reach = wave * length, fading = Complex.Exp(-reach), coth = (1 + fading * fading) / (1 - fading * fading), csch = 2 * fading / (1 - fading * fading);
            return ((far * csch - near * coth) / wave, (far * coth - near * csch) / wave);
        }
    }

    // The slope of the voltage of a loaded steady state, where both ends differ by a factor of 3 in concentration.
    [Fact]
    public void The_slowest_impedance_under_a_steady_current_is_the_slope_of_its_voltage()
    {
        double porous = Math.Pow(0.4, 1.5), current = 80, gradient = (1 - Transference) * Length / (2 * Faraday * Diffusivity * porous), thermal = Gas * 298.15 / Faraday;
        (gradient * current / Start).ShouldBeInRange(0.3, 0.9);
        var model = new CellModel<Real>(Symmetric(Constant()), new CellMesh(null, null)) { ContentTolerance = 1e-8, VoltageTolerance = 1e-8 };
        Real[] state = Spectra.After(model, (current, 1e5));
        double slope = Length / (Conductivity * porous) + 4 * thermal * Factor * (1 - Transference) * gradient * Start / (Start * Start - gradient * gradient * current * current);
        Complex found = Spectra.About(model, state).At(1e-9).Total;
        Spectra.Relative(found, slope).ShouldBeLessThan(1e-6);
        double rested = Spectra.About(model, Spectra.AtStart(model)).At(1e-9).Total.Real;
        (slope / rested).ShouldBeGreaterThan(1.1);
    }

    [Fact]
    public void Where_lithium_alone_moves_the_impedance_is_that_of_the_single_ion_equations()
    {
        CellMesh mesh = new(new CompositeMesh(3, 3, [s_modes]), null);
        CellCoefficients solid = Spectra.Cell(), liquid = Cell(Constant(1, 0.2));
        var dry = new CellModel<Real>(solid, mesh) { ContentTolerance = 1e-5, VoltageTolerance = 1e-5 };
        var wet = new CellModel<Real>(liquid, mesh) { ContentTolerance = 1e-5, VoltageTolerance = 1e-5 };
        CellImpedance first = Spectra.About(dry, Spectra.AtStart(dry)), second = Spectra.About(wet, Spectra.AtStart(wet));
        foreach (double frequency in FrequencyGrid.Between(1e7, 1e-4, 3))
        {
            (ImpedancePoint expected, ImpedancePoint found) = (first.At(frequency), second.At(frequency));
            foreach ((Complex one, Complex other) in new[] { (expected.Cathode, found.Cathode), (expected.Separator, found.Separator), (expected.Anode, found.Anode), (expected.CathodeSide, found.CathodeSide) })
                Spectra.Relative(other, one).ShouldBeLessThan(1e-5, $"{frequency} Hz");
        }
        // The same state, with salt.
        Real[] discharged = Spectra.After(dry, (-30, 1500)), soaked = Spectra.AtStart(wet);
        int electrodes = dry.Count - CellModel<Real>.Own;
        discharged.AsSpan(0, electrodes).CopyTo(soaked);
        discharged.AsSpan(electrodes).CopyTo(soaked.AsSpan(wet.Count - CellModel<Real>.Own));
        (first, second) = (Spectra.About(dry, discharged), Spectra.About(wet, soaked));
        foreach (double frequency in FrequencyGrid.Between(1e6, 1e-4, 2)) Spectra.Relative(second.At(frequency).Total, first.At(frequency).Total).ShouldBeLessThan(3e-4, $"{frequency} Hz");
    }

    // An implicit step answers by the impedance at its real rate, about the state at its end: everything that depends on the concentration, in the middle of a discharge.
    [Theory]
    [InlineData(-60, 400, 310)]
    [InlineData(-20, 1500, 298)]
    [InlineData(25, 200, 298)]
    public void A_liquid_cell_under_current_answers_as_the_model_does(double current, double time, double temperature)
    {
        ElectrodeCoefficients foil = new FoilCoefficients(0, 20, ThermalLaw.None, 0.4, 1e-4, 0.3, 1e6, double.PositiveInfinity) { ExchangeOfSalt = new SaltDependence(Curve.Constant(1), 0.7) };
        var model = new CellModel<Real>(Cell(s_varying, foil) with { Temperature = temperature, ReferencePosition = 0.3 }, new CellMesh(new CompositeMesh(6, 3, [s_modes]), null) { Separator = 6 });
        Real[] history = Spectra.After(model, (current, time));
        Compare(model, history, current, [1e-3, 0.01, 0.1, 1, 10, 100], 1e-6);
        // What the salt does is felt, each part of it.
        CellImpedance impedance = Spectra.About(model, history);
        Complex all = impedance.AtRate(0.01, ImpedanceContributions.All).Total;
        foreach (SaltContributions each in new[] { SaltContributions.Potential, SaltContributions.Conductivity, SaltContributions.ExchangeCurrent })
        {
            double felt = Spectra.Relative(impedance.AtRate(0.01, ImpedanceContributions.All with { Salt = SaltContributions.All & ~each }).Total, all);
            output.WriteLine($"{each}: {felt:E1}");
            felt.ShouldBeGreaterThan(1e-5, $"{each}");
        }
    }

    [Fact]
    public void Composites_on_both_sides_and_layers_between_them_answer_as_the_model_does_and_mirror_each_other()
    {
        CellCoefficients cell = Cell(s_varying);
        var composite = (CompositeCoefficients)cell.Cathode;
        LayerCoefficients layer = cell.Separator[0];
        CellCoefficients both = cell with
        {
            Anode = composite with { InitialContent = 0.7, Thickness = 90e-6, FilmResistance = 1e-3, Pores = new PoreCoefficients(0.3, 1.8) },
            Separator = [layer with { Thickness = 12e-6, Pores = new PoreCoefficients(0.5, 1.5), InterfaceResistance = 2e-4, InterfaceCapacitance = 0.1 }, layer],
            ReferencePosition = 0.1,
        };
        var mesh = new CompositeMesh(6, 3, [s_modes]);
        var model = new CellModel<Real>(both, new CellMesh(mesh, mesh) { Separator = 2 });
        Real[] history = Spectra.After(model, (-20, 700));
        Compare(model, history, -20, [1e-3, 0.03, 1, 30], 1e-6, 2e-4);
        LayerCoefficients[] turnedLayers = [.. both.Separator.Reverse()];
        CellCoefficients back = both with { Anode = both.Cathode, Cathode = both.Anode, Separator = [turnedLayers[0], turnedLayers[1]], ReferencePosition = 0.9 };
        var turned = new CellModel<Real>(back, new CellMesh(mesh, mesh) { Separator = 2 });
        Real[] other = Spectra.After(turned, (20, 700));
        (CellImpedance one, CellImpedance two) = (Spectra.About(model, history), Spectra.About(turned, other));
        ImpedanceContributions noContacts = ImpedanceContributions.All with { Separator = SeparatorContributions.Bulk };
        foreach (double frequency in new[] { 1e-4, 1e-2, 1, 1e2, 1e5 })
        {
            (ImpedancePoint there, ImpedancePoint here) = (one.At(frequency, noContacts), two.At(frequency, noContacts));
            Spectra.Relative(here.Cathode, there.Anode).ShouldBeLessThan(2e-4);
            Spectra.Relative(here.Separator, there.Separator).ShouldBeLessThan(2e-4);
            Spectra.Relative(here.AnodeAgainstReference, there.CathodeAgainstReference).ShouldBeLessThan(2e-4);
        }
    }

    // The elements grow finer with the frequency, whatever the model's are: at rest, and where contents, currents and salt change along the cell as they do under a strong current.
    [Theory]
    [InlineData(false, 5e-7)]
    [InlineData(true, 5e-5)]
    public void The_mesh_of_a_run_gives_the_impedance_of_a_fine_one_at_every_frequency(bool loaded, double tolerance)
    {
        CellCoefficients cell = Reference();
        Complex[] Spectrum(int refine)
        {
            var model = new CellModel<Real>(cell, MeshChoice.For(cell, 24).Times(refine));
            CellImpedance impedance = Spectra.About(model, loaded ? Loaded(model) : Spectra.AtStart(model));
            return [.. FrequencyGrid.Between(1e6, 1e-4, 4).Select(frequency => impedance.At(frequency).Total)];
        }

        (Complex[] usual, Complex[] fine) = (Spectrum(1), Spectrum(8));
        double[] off = [.. usual.Zip(fine, Spectra.Relative)];
        output.WriteLine(string.Join(' ', off.Select(each => $"{each:E1}")));
        off.Max().ShouldBeLessThan(tolerance);
    }

    // Two runs differ in their states, and where an open-circuit curve is as bent as this one, its slope shows it at the lowest frequencies.
    [Fact]
    public void In_the_middle_of_a_discharge_the_mesh_of_a_run_answers_as_its_model_does_and_as_a_fine_one()
    {
        CellCoefficients cell = Reference();
        Complex[] Spectrum(int refine, double tolerance)
        {
            var model = new CellModel<Real>(cell, MeshChoice.For(cell, 24).Times(refine)) { ContentTolerance = 1e-5, VoltageTolerance = 1e-5 };
            Real[] state = Spectra.After(model, (-24, 1500));
            Compare(model, state, -24, [0.01, 0.03, 0.1], tolerance);
            CellImpedance impedance = Spectra.About(model, state);
            return [.. FrequencyGrid.Between(1e6, 1e-2, 3).Select(frequency => impedance.At(frequency).Total)];
        }

        double[] off = [.. Spectrum(1, 1e-4).Zip(Spectrum(4, 1e-6), Spectra.Relative)];
        output.WriteLine(string.Join(' ', off.Select(each => $"{each:E1}")));
        off.Max().ShouldBeLessThan(1e-3);
    }

    private static CellCoefficients Reference() => CellSimulator.Prepare(CellReader.Read(Path.Combine(Runs.Examples(), "reference", "lco-mcmb-impedance.yaml")), new Problems())!.Coefficients;

    // Any mesh's points of the same smooth profiles.
    private static Real[] Loaded(CellModel<Real> model)
    {
        const double current = -40;
        Real[] state = Spectra.AtStart(model);
        state[model.CurrentAt] = new Real(current);
        var (anode, cathode) = ((CompositeModel<Real>)model.Anode, (CompositeModel<Real>)model.Cathode);
        Electrode(state.AsSpan(0, anode.Count), anode, -current, 0.5, -0.06);
        Electrode(state.AsSpan(anode.Count, cathode.Count), cathode, current, 0.6, 0.06);
        Span<Real> salt = state.AsSpan(anode.Count + cathode.Count, model.Salt!.Count);
        int elements = model.Salt.Elements, each = model.Salt.PointsPerElement, layer = elements - anode.Elements - cathode.Elements;
        double Place(int element, double share) => element < anode.Elements ? (element + share) / anode.Elements * 100
            : element < anode.Elements + layer ? 100 + (element - anode.Elements + share) / layer * 25 : 125 + (element - anode.Elements - layer + share) / cathode.Elements * 100;
        double Concentration(double place) => 1000 + 500 * Math.Cos(Math.PI * place / 225);
        ReadOnlySpan<double> points = GaussRule.Of(each).Points;
        for (int e = 0; e < elements; e++)
        {
            for (int k = 0; k < each; k++) salt[e * each + k] = new Real(Concentration(Place(e, points[k])));
            salt[elements * each + e] = new Real(Concentration(Place(e, 0)));
        }
        salt[^1] = new Real(Concentration(225));
        return state;

        static void Electrode(Span<Real> unknowns, CompositeModel<Real> electrode, double current, double content, double slope)
        {
            ParticleClass<Real> particles = electrode.Classes[0];
            for (int k = 0; k < electrode.Points; k++)
            {
                double at = electrode.Positions[k], inserted = -current / (particles.ContactArea.Value * electrode.Coefficients.Thickness) * (1 + 0.5 * Math.Cos(Math.PI * at));
                unknowns[particles.SurfaceAt + k] = new Real(content + slope * (1 - at) * (1 - at));
                unknowns[particles.InsertionAt + k] = new Real(inserted);
                unknowns[electrode.Count - electrode.Points + k] = new Real(-particles.ContactArea.Value * inserted);
            }
        }
    }

    [Fact]
    public void A_contribution_that_is_off_leaves_the_others_and_nothing_at_all_has_no_impedance()
    {
        var model = new CellModel<Real>(Cell(s_varying), new CellMesh(new CompositeMesh(3, 3, [s_modes]), null));
        CellImpedance impedance = Spectra.About(model, Spectra.After(model, (-30, 600)));
        double largest = impedance.At(1).Total.Magnitude;
        foreach (double frequency in new[] { 1e-3, 1, 1e4 })
        {
            impedance.At(frequency, ImpedanceContributions.None).Total.Magnitude.ShouldBeLessThan(1e-9 * largest);
            Complex bulk = impedance.At(frequency, ImpedanceContributions.None with { Separator = SeparatorContributions.Bulk }).Total, ions = impedance.At(frequency, ImpedanceContributions.None with { Cathode = ElectrodeContributions.ChargeTransfer | ElectrodeContributions.Ions }).Total;
            bulk.Imaginary.ShouldBe(0, 1e-9 * largest);
            bulk.Real.ShouldBe(impedance.At(frequency, ImpedanceContributions.All with { Salt = SaltContributions.None }).Separator.Real, 1e-9 * bulk.Real);
            ions.Real.ShouldBeGreaterThan(impedance.At(frequency, ImpedanceContributions.None with { Cathode = ElectrodeContributions.ChargeTransfer }).Total.Real);
        }
    }

    private void Compare(CellModel<Real> model, Real[] history, double current, double[] rates, double tolerance, double film = 0)
    {
        foreach (double rate in rates)
        {
            (double expected, Real[] state) = Spectra.Stepped(model, history, rate, current, 0.2);
            // A contact's capacitance is known to the impedance alone.
            Complex found = Spectra.About(model, state).AtRate(rate, ImpedanceContributions.All).Total;
            if (film > 0) found += film - film / (1 + rate * film * 0.1);
            output.WriteLine($"{rate} 1/s: {found.Real / expected - 1:E1}");
            Assert.True(Math.Abs(found.Real / expected - 1) < tolerance, $"at {rate} 1/s {found.Real * 1e4} instead of {expected * 1e4} ohm cm2");
        }
    }
}
