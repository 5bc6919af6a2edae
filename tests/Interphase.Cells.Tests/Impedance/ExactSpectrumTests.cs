using System.Numerics;
using Interphase.Numerics;

namespace Interphase.Cells.Tests;

/// <summary>The impedance about a uniform state, where it has a closed form.</summary>
public sealed class ExactSpectrumTests
{
    // Lithium foil | single-ion electrolyte | NMC811, all double layers 0.2 F/m2: ohm cm2 in the curves.
    [Theory]
    [InlineData(0.27)]
    [InlineData(0.6)]
    public void The_half_cell_has_the_exact_spectrum_as_a_whole_and_in_parts(double content)
    {
        var model = new CellModel<Real>(Spectra.Cell(cathode => cathode with { InitialContent = content }), HalfCell.Mesh(3));
        CellImpedance impedance = Spectra.About(model, Spectra.AtStart(model));
        double[][] rows = Spectra.Rows(FormattableString.Invariant($"exact-impedance-{content}.csv"));
        Assert.Equal(51, rows.Length);
        double largest = 0;
        foreach (double[] row in rows)
        {
            ImpedancePoint point = impedance.At(row[0]);
            foreach ((Complex found, double real, double imaginary) in new[] { (point.Total, row[1], row[2]), (point.Separator, row[3], 0), (point.Anode, row[4], row[5]), (point.Cathode, row[6], row[7]) })
                largest = Math.Max(largest, Spectra.Relative(found * 1e4, new Complex(real, imaginary)));
            Assert.True(Spectra.Relative(point.CathodeAgainstReference + point.AnodeAgainstReference, point.Total) < 1e-14);
            Assert.Equal(0.75e-4, point.CathodeSide.Real, 1e-12);
        }
        Assert.True(largest < 2e-7, $"off by {largest:E1}");
    }

    // Electrons without resistance, pores with a double layer alone: Z = sqrt(1/(kappa c s)) coth(L sqrt(c s/kappa)).
    [Theory]
    [InlineData(double.PositiveInfinity)]
    [InlineData(3.0)]
    [InlineData(1e-3)]
    public void A_blocking_electrode_is_a_transmission_line(double electronic)
    {
        var model = new CellModel<Real>(Spectra.Cell(cathode => cathode with { Active = null, Classes = [], CarbonArea = 2e6, ElectronicConductivity = electronic }), new CellMesh(new CompositeMesh(1, 3, []), null));
        CellImpedance impedance = Spectra.About(model, Spectra.AtStart(model));
        var cathode = (CompositeCoefficients)model.Coefficients.Cathode;
        double largest = 0;
        foreach (double frequency in FrequencyGrid.Between(1e7, 1e-3, 5))
        {
            Complex rate = new(0, 2 * Math.PI * frequency);
            largest = Math.Max(largest, Spectra.Relative(impedance.At(frequency).Cathode, Line(cathode.Thickness, cathode.IonicConductivity, electronic, rate * 2e6 * 0.2)));
        }
        Assert.True(largest < 1e-9, $"off by {largest:E1}");
    }

    [Fact]
    public void Charge_transfer_beside_a_double_layer_makes_a_faradaic_transmission_line()
    {
        var model = new CellModel<Real>(Spectra.Cell(cathode => cathode with { ElectronicConductivity = 0.02 }), HalfCell.Mesh(3));
        CellImpedance impedance = Spectra.About(model, Spectra.AtStart(model));
        var cathode = (CompositeCoefficients)model.Coefficients.Cathode;
        double area = cathode.Classes[0].Area, transfer = PhysicalConstants.GasConstant * 298 / PhysicalConstants.Faraday / cathode.Active!.ExchangeCurrent.Value(0.27), largest = 0;
        ImpedanceContributions still = ImpedanceContributions.All with { Cathode = ElectrodeContributions.All & ~(ElectrodeContributions.Diffusion | ElectrodeContributions.Storage) };
        foreach (double frequency in FrequencyGrid.Between(1e7, 1e-3, 5))
        {
            Complex rate = new(0, 2 * Math.PI * frequency);
            largest = Math.Max(largest, Spectra.Relative(impedance.At(frequency, still).Cathode, Line(cathode.Thickness, cathode.IonicConductivity, 0.02, area * (1 / transfer + rate * 0.2))));
        }
        Assert.True(largest < 1e-9, $"off by {largest:E1}");
    }

    // Diffusion alone: -U' R/(3 D) ... tanh q/(q - tanh q), from a semi-infinite space to a full sphere.
    [Fact]
    public void Diffusion_alone_is_that_of_a_finite_sphere()
    {
        var model = new CellModel<Real>(Spectra.Cell(), HalfCell.Mesh(3));
        CellImpedance impedance = Spectra.About(model, Spectra.AtStart(model));
        var cathode = (CompositeCoefficients)model.Coefficients.Cathode;
        ImpedanceContributions alone = ImpedanceContributions.None with { Cathode = ElectrodeContributions.Diffusion | ElectrodeContributions.Storage };
        double radius = cathode.Classes[0].Radius, slope = cathode.Active!.OpenCircuit.Slope(0.27), largest = 0;
        foreach (double frequency in FrequencyGrid.Between(1e4, 1e-4, 5))
        {
            Complex square = new(0, 2 * Math.PI * frequency * radius * radius / 4e-15), root = Complex.Sqrt(square), fading = Complex.Exp(-2 * root), tangent = (1 - fading) / (1 + fading);
            Complex expected = -slope / 63104 * radius / (4e-15 * PhysicalConstants.Faraday) * tangent / (root - tangent) / (cathode.Classes[0].Area * cathode.Thickness);
            largest = Math.Max(largest, Spectra.Relative(impedance.At(frequency, alone).Total, expected));
        }
        Assert.True(largest < 1e-9, $"off by {largest:E1}");
        // A full sphere: the capacity, and a fifteenth of R²/D beside it.
        double slow = 2 * Math.PI * 1e-9, charge = cathode.Capacity;
        Complex full = impedance.At(1e-9, alone).Total, filled = -slope / charge * (1 / new Complex(0, slow) + radius * radius / 4e-15 / 15);
        Assert.Equal(filled.Real, full.Real, 1e-7 * filled.Real);
        Assert.Equal(filled.Imaginary, full.Imaginary, -1e-9 * filled.Imaginary);
    }

    private static Complex Line(double length, double ionic, double electronic, Complex admittance)
    {
        double total = ionic + electronic, resistivity = 1 / ionic + 1 / electronic;
        Complex n = length * Complex.Sqrt(resistivity * admittance), once = Complex.Exp(-n), twice = once * once, coth = (1 + twice) / (1 - twice), csch = 2 * once / (1 - twice);
        if (double.IsInfinity(electronic)) return length / ionic * coth / n;
        return length / total * (1 + (2 * csch + (electronic / ionic + ionic / electronic) * coth) / n);
    }
}
