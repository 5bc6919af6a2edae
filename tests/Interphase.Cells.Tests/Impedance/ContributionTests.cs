using System.Numerics;
using Interphase.Numerics;

namespace Interphase.Cells.Tests;

/// <summary>What a contribution is without its flag: the same as in a cell whose coefficient stands at its limit, and no more than that is gone.</summary>
public sealed class ContributionTests
{
    private static readonly double[] s_frequencies = FrequencyGrid.Between(1e6, 1e-3, 1);

    private static CellCoefficients Whole()
    {
        var redox = new RedoxCoefficients(4.2, 20, 5, 0.5, true, double.NaN);
        var foil = new FoilCoefficients(0.62, 8, ThermalLaw.None, 0.5, 3e-4, 0.3, 100, 5e4) { FilmCapacitance = 0.01 };
        CellCoefficients cell = Spectra.Cell(cathode => cathode with { ElectronicConductivity = 0.1, FilmResistance = 2e-3, FilmCapacitance = 0.01, ContactFraction = 0.7, CarbonArea = 5e5, Redox = redox }, foil);
        return cell with { Separator = [new LayerCoefficients(30e-6, 0.2, ThermalLaw.None, 1e-4) { GrainBoundaryShare = 0.4, GrainBoundaryCapacitance = 1e-3, InterfaceCapacitance = 0.1 }] };
    }

    private static CompositeCoefficients Cathode(CellCoefficients cell) => (CompositeCoefficients)cell.Cathode;

    private static ActiveCoefficients Faster(ActiveCoefficients active) => active with { ExchangeCurrent = active.ExchangeCurrent with { Smooth = active.ExchangeCurrent.Smooth.Scaled(1e15) } };

    public static TheoryData<ElectrodeContributions> OfTheCathode => [ElectrodeContributions.Film, ElectrodeContributions.ChargeTransfer, ElectrodeContributions.Diffusion, ElectrodeContributions.DoubleLayer, ElectrodeContributions.Redox, ElectrodeContributions.Ions, ElectrodeContributions.Electrons];

    [Theory]
    [MemberData(nameof(OfTheCathode))]
    public void A_contribution_that_is_off_leaves_the_cathode_of_a_cell_at_its_limit(ElectrodeContributions off)
    {
        CellCoefficients whole = Whole();
        CompositeCoefficients cathode = Cathode(whole), limit = off switch
        {
            ElectrodeContributions.Film => cathode with { FilmResistance = 0 },
            ElectrodeContributions.ChargeTransfer => cathode with { Active = Faster(cathode.Active!) },
            ElectrodeContributions.Diffusion => cathode with { Active = cathode.Active! with { Diffusivity = cathode.Active.Diffusivity.Scaled(1e15) } },
            ElectrodeContributions.DoubleLayer => cathode with { DoubleLayer = 0 },
            ElectrodeContributions.Redox => cathode with { Redox = null },
            ElectrodeContributions.Ions => cathode with { IonicConductivity = double.PositiveInfinity },
            _ => cathode with { ElectronicConductivity = double.PositiveInfinity },
        };
        (Complex[] all, Complex[] without) = Both(whole, ImpedanceContributions.All with { Cathode = ElectrodeContributions.All & ~off });
        Same(without, All(whole with { Cathode = limit }), 1e-9);
        Assert.Contains(all.Zip(without), pair => Spectra.Relative(pair.Second, pair.First) > 0.01);
    }

    public static TheoryData<ElectrodeContributions> OfTheFoil => [ElectrodeContributions.Film, ElectrodeContributions.ChargeTransfer, ElectrodeContributions.Storage, ElectrodeContributions.DoubleLayer];

    [Theory]
    [MemberData(nameof(OfTheFoil))]
    public void A_contribution_that_is_off_leaves_the_foil_of_a_cell_at_its_limit(ElectrodeContributions off)
    {
        CellCoefficients whole = Whole();
        var foil = (FoilCoefficients)whole.Anode;
        FoilCoefficients limit = off switch
        {
            ElectrodeContributions.Film => foil with { FilmResistance = 0 },
            ElectrodeContributions.ChargeTransfer => foil with { ExchangeCurrent = double.PositiveInfinity },
            ElectrodeContributions.Storage => foil with { Plateau = double.PositiveInfinity },
            _ => foil with { DoubleLayer = 0 },
        };
        (Complex[] all, Complex[] without) = Both(whole, ImpedanceContributions.All with { Anode = ElectrodeContributions.All & ~off });
        Same(without, All(whole with { Anode = limit }), 1e-12);
        Assert.Contains(all.Zip(without), pair => Spectra.Relative(pair.Second, pair.First) > 0.01);
    }

    public static TheoryData<SeparatorContributions> OfTheSeparator => [SeparatorContributions.Bulk, SeparatorContributions.GrainBoundaries, SeparatorContributions.Interfaces];

    [Theory]
    [MemberData(nameof(OfTheSeparator))]
    public void A_contribution_of_the_separator_that_is_off_takes_its_own_arc_away(SeparatorContributions off)
    {
        const double resistance = 30e-6 / 0.2, boundaries = 0.4 * resistance;
        (Complex[] all, Complex[] without) = Both(Whole(), ImpedanceContributions.All with { Separator = SeparatorContributions.All & ~off });
        for (int i = 0; i < all.Length; i++)
        {
            Complex rate = new(0, 2 * Math.PI * s_frequencies[i]), arc = off switch
            {
                SeparatorContributions.Bulk => 0.6 * resistance,
                SeparatorContributions.GrainBoundaries => boundaries / (1 + rate * boundaries * 1e-3),
                _ => 1e-4 / (1 + rate * 1e-4 * 0.1),
            };
            Assert.True(((all[i] - without[i]) - arc).Magnitude < 1e-12 * (all[i].Magnitude + 1e-4));
        }
    }

    // With nothing beside them and no way through the electrode, the parts of a particle's path stand in a row.
    [Fact]
    public void What_stands_in_a_row_is_the_sum_of_its_parts()
    {
        const ElectrodeContributions row = ElectrodeContributions.Film | ElectrodeContributions.ChargeTransfer | ElectrodeContributions.Diffusion | ElectrodeContributions.Storage;
        CellCoefficients whole = Whole();
        CompositeCoefficients cathode = Cathode(whole);
        double area = 0.7 * cathode.Classes[0].Area * cathode.Thickness, slope = cathode.Active!.OpenCircuit.Slope(0.27);
        double transfer = PhysicalConstants.GasConstant * 298 / PhysicalConstants.Faraday / cathode.Active.ExchangeCurrent.Value(0.27) / area;
        ImpedanceContributions Only(ElectrodeContributions one) => ImpedanceContributions.None with { Cathode = one };
        Complex[] Of(ElectrodeContributions one) => Both(whole, Only(one)).Chosen;
        (Complex[] film, Complex[] kinetics, Complex[] diffusion, Complex[] storage, Complex[] together) =
            (Of(ElectrodeContributions.Film), Of(ElectrodeContributions.ChargeTransfer), Of(ElectrodeContributions.Diffusion), Of(ElectrodeContributions.Storage), Of(row));
        for (int i = 0; i < s_frequencies.Length; i++)
        {
            Complex rate = new(0, 2 * Math.PI * s_frequencies[i]);
            Assert.True(Spectra.Relative(film[i], 2e-3 / (1 + rate * 2e-3 * 0.01) / area) < 1e-12);
            Assert.True(Spectra.Relative(kinetics[i], transfer) < 1e-12);
            Assert.True(Spectra.Relative(storage[i], -slope / cathode.Capacity / rate) < 1e-12);
            Assert.True(Spectra.Relative(film[i] + kinetics[i] + diffusion[i] + storage[i], together[i]) < 1e-12);
            // Diffusion alone is an arc that ends in a resistance, R²/15 D times what the storage has.
            if (i == s_frequencies.Length - 1)
            {
                double time = 2.5e-6 * 2.5e-6 / 4e-15;
                Complex end = new CellImpedanceProbe(whole).At(1e-8, Only(ElectrodeContributions.Diffusion)).Total;
                Assert.True(Spectra.Relative(end, -slope / cathode.Capacity * time / 15) < 1e-4);
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Nothing_has_no_impedance_in_any_state(bool discharged)
    {
        var model = new CellModel<Real>(Whole(), HalfCell.Mesh(3));
        CellImpedance impedance = Spectra.About(model, discharged ? Spectra.After(model, (-30, 900)) : Spectra.AtStart(model));
        foreach (double frequency in s_frequencies) Assert.Equal(Complex.Zero, impedance.At(frequency, ImpedanceContributions.None).Total);
        var blocking = new CellModel<Real>(Spectra.Cell(cathode => cathode with { Active = null, Classes = [], CarbonArea = 2e6 }), new CellMesh(new CompositeMesh(1, 3, []), null));
        Assert.Equal(Complex.Zero, Spectra.About(blocking, Spectra.AtStart(blocking)).At(1, ImpedanceContributions.None).Total);
    }

    // A spectrum is asked for often; memory is taken when the cell is made.
    [Theory]
    [InlineData(ParticleMeshKind.Modes)]
    [InlineData(ParticleMeshKind.Shells)]
    public void A_spectrum_allocates_nothing(ParticleMeshKind kind)
    {
        var model = new CellModel<Real>(Spectra.Cell(cathode => cathode with { Active = cathode.Active! with { Diffusivity = HalfCell.Tabulate("4e-15*(1 + y)") } }), HalfCell.Mesh(3, 1, 12, kind));
        Real[] state = Spectra.After(model, (-30, 500));
        CellImpedance impedance = Spectra.About(model, state);
        var points = new ImpedancePoint[s_frequencies.Length];
        impedance.Spectrum(s_frequencies, points, ImpedanceContributions.All);
        long before = GC.GetAllocatedBytesForCurrentThread();
        impedance.Linearise(state);
        impedance.Spectrum(s_frequencies, points, ImpedanceContributions.All);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(s_frequencies, points.Select(point => point.Frequency));
    }

    private static (Complex[] All, Complex[] Chosen) Both(CellCoefficients cell, ImpedanceContributions contributions)
    {
        var probe = new CellImpedanceProbe(cell);
        return ([.. s_frequencies.Select(frequency => probe.At(frequency, ImpedanceContributions.All).Total)], [.. s_frequencies.Select(frequency => probe.At(frequency, contributions).Total)]);
    }

    private static Complex[] All(CellCoefficients cell) => Both(cell, ImpedanceContributions.All).All;

    private static void Same(Complex[] found, Complex[] expected, double tolerance)
    {
        for (int i = 0; i < found.Length; i++)
            Assert.True(Spectra.Relative(found[i], expected[i]) < tolerance, $"{found[i]} instead of {expected[i]} at {s_frequencies[i]} Hz");
    }

    private sealed class CellImpedanceProbe
    {
        private readonly CellImpedance _impedance;

        public CellImpedanceProbe(CellCoefficients cell)
        {
            var model = new CellModel<Real>(cell, HalfCell.Mesh(3));
            _impedance = Spectra.About(model, Spectra.AtStart(model));
        }

        public ImpedancePoint At(double frequency, ImpedanceContributions contributions) => _impedance.At(frequency, contributions);
    }
}
