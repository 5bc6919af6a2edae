using System.Numerics;
using Interphase.Numerics;

namespace Interphase.Cells.Tests;

/// <summary>What boundaries have become acts like the coefficients of a cell that was made so.</summary>
public sealed class FrozenTests
{
    private const double Film = 2e-3, Contact = 0.6, Ions = 0.5;

    private static (CellCoefficients Become, CellCoefficients Made) Cells()
    {
        CellCoefficients cell = HalfCell.Coefficients();
        var cathode = (CompositeCoefficients)cell.Cathode;
        static double[] Of(double value) => [.. Enumerable.Repeat(value, 9)];
        var opened = new ContactCoefficients(Descriptions.Curve.Constant(1), 0.5, 2.5e-6, 5e-9, 15.7e9, 0, 380e6, 50e6, 0.5, 0);
        return (
            cell with
            {
                Cathode = cathode with
                {
                    Boundaries = [opened],
                    Frozen = new FrozenBoundaries([
                        new FrozenEffect("films", BoundaryEffect.Films, 1, 0, Of(0.75 * Film)), new FrozenEffect("carbon contacts", BoundaryEffect.CarbonContacts, 1, 0, Of(0.25 * Film)),
                        new FrozenEffect("contact", BoundaryEffect.State, 0, 0, Of(Contact)), new FrozenEffect("ionic path", BoundaryEffect.Ions, 1, 0, Of(Ions)),
                    ]),
                }
            },
            cell with { Cathode = cathode with { ContactFraction = Contact, FilmResistance = Film, IonicConductivity = Ions * cathode.IonicConductivity } });
    }

    [Fact]
    public void A_discharge_is_that_of_a_cell_that_was_made_so()
    {
        (CellCoefficients become, CellCoefficients made) = Cells();
        double[] times = [5, 100, 1000, 2500];
        (double[] Voltages, double End) Run(CellCoefficients cell) => HalfCell.Run(new CellModel<Real>(cell, HalfCell.Mesh(9)) { ContentTolerance = 1e-7, VoltageTolerance = 1e-7 }, -30, 2.8, times);
        (double[] voltages, double end) = Run(become);
        (double[] expected, double expectedEnd) = Run(made);
        for (int i = 0; i < times.Length; i++) voltages[i].ShouldBe(expected[i], 1e-6);
        end.ShouldBe(expectedEnd, 1e-2);
    }

    [Fact]
    public void Its_impedance_is_that_of_a_cell_that_was_made_so()
    {
        (CellCoefficients become, CellCoefficients made) = Cells();
        Complex[] Spectrum(CellCoefficients cell)
        {
            var model = new CellModel<Real>(cell, HalfCell.Mesh(9));
            var state = new Real[model.Count];
            model.Initialise(state);
            model.Control = new CellControl(CellControlKind.Current, 0);
            var solved = (Real[])state.Clone();
            model.TrySolve(0, double.PositiveInfinity, state, solved).ShouldBeTrue();
            var impedance = new CellImpedance(model);
            impedance.Linearise(solved);
            double[] frequencies = FrequencyGrid.Between(1e5, 1e-3, 5);
            var points = new ImpedancePoint[frequencies.Length];
            impedance.Spectrum(frequencies, points, ImpedanceContributions.All);
            return [.. points.Select(point => point.Total)];
        }

        foreach ((Complex one, Complex other) in Spectrum(become).Zip(Spectrum(made))) (one - other).Magnitude.ShouldBeLessThan(1e-8 * other.Magnitude);
    }
}
