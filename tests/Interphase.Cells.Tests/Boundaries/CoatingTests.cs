using Interphase.Numerics;

namespace Interphase.Cells.Tests;

/// <summary>Parts of a boundary side by side. docs/physics.md (152) to (154).</summary>
public sealed class CoatingTests
{
    private static CellCoefficients Coated(CoatingCoefficients? coating, double film = 0)
    {
        CellCoefficients cell = HalfCell.Coefficients();
        return cell with { Cathode = (CompositeCoefficients)cell.Cathode with { Coating = coating, FilmResistance = film } };
    }

    private static (double[] Voltages, double End) Discharge(CellCoefficients cell) =>
        HalfCell.Run(new CellModel<Real>(cell, HalfCell.Mesh(3)) { ContentTolerance = 1e-7, VoltageTolerance = 1e-7 }, -30, 2.8, [5, 100, 1000, 2500]);

    [Fact]
    public void A_whole_coating_is_a_film()
    {
        (double[] coated, double end) = Discharge(Coated(new CoatingCoefficients([new BoundaryPart(1, 2e-3, true)], 0, 1)));
        (double[] filmed, double expected) = Discharge(Coated(null, 2e-3));
        for (int i = 0; i < coated.Length; i++) coated[i].ShouldBe(filmed[i], 1e-7);
        end.ShouldBe(expected, 1e-3);
    }

    [Fact]
    public void Parts_that_are_alike_are_one()
    {
        (double[] two, double end) = Discharge(Coated(new CoatingCoefficients([new BoundaryPart(0.3, 1e-3, true), new BoundaryPart(0.7, 1e-3, false)], 1, 1)));
        (double[] one, double expected) = Discharge(Coated(null, 1e-3));
        for (int i = 0; i < two.Length; i++) two[i].ShouldBe(one[i], 1e-7);
        end.ShouldBe(expected, 1e-3);
    }

    // A part that resists without bound takes nothing: what is left carries it all, as a contact of that share does.
    [Fact]
    public void A_part_that_lets_nothing_through_is_as_none()
    {
        (double[] parts, double end) = Discharge(Coated(new CoatingCoefficients([new BoundaryPart(0.6, 1e9, true), new BoundaryPart(0.4, 0, false)], 1, 1)));
        CellCoefficients less = HalfCell.Coefficients();
        (double[] touching, double expected) = Discharge(less with { Cathode = (CompositeCoefficients)less.Cathode with { ContactFraction = 0.4 } });
        for (int i = 0; i < parts.Length; i++) parts[i].ShouldBe(touching[i], 1e-6);
        end.ShouldBe(expected, 1e-2);
    }

    // Against an independent solution of the same two equations by bisection.
    [Theory]
    [InlineData(0.5)]
    [InlineData(0.3)]
    public void The_drop_is_what_both_parts_agree_on(double anodic)
    {
        var coating = new CoatingCoefficients([new BoundaryPart(0.7, 5e-3, false), new BoundaryPart(0.3, 1e-4, true)], 1, 1);
        var parts = new BoundaryParts<Real>(coating, each => new Real(each(coating)), anodic);
        foreach (double current in (double[])[-300, -1, -1e-6, 0, 1e-9, 0.3, 20, 4000])
            foreach (double exchange in (double[])[1e-6, 0.4, 50])
            {
                const double thermal = 0.0257, film = 2e-4, grown = 7e-3;
                double drop = parts.Drop(new Real(current), new Real(exchange), new Real(thermal), new Real(film), new Real(grown), out double slope, out double exchangeSlope).Value;
                double Carried(double at, double factor = 1)
                {
                    double sum = 0;
                    foreach ((double share, double resistance) in ((double, double)[])[(0.7, 5e-3 + film), (0.3, 1e-4 + film + grown)])
                    {
                        double low = -200, high = 200;
                        for (int i = 0; i < 200; i++)
                        {
                            double x = 0.5 * (low + high);
                            if (thermal * x + resistance * factor * exchange * (Math.Exp((1 - anodic) * x) - Math.Exp(-anodic * x)) > at) high = x;
                            else low = x;
                        }
                        sum += share * factor * exchange * (Math.Exp((1 - anodic) * low) - Math.Exp(-anodic * low));
                    }
                    return sum;
                }

                Carried(drop).ShouldBe(current, 1e-9 * (exchange + Math.Abs(current)));
                double step = 1e-4 * (thermal + Math.Abs(drop)), conductance = (Carried(drop + step) - Carried(drop - step)) / (2 * step);
                (slope * conductance).ShouldBe(1, 1e-4);
                double byExchange = (Carried(drop, 1 + 1e-5) - Carried(drop, 1 - 1e-5)) / 2e-5;
                exchangeSlope.ShouldBe(-byExchange * slope, 1e-6 * (thermal + Math.Abs(drop)) + 1e-4 * Math.Abs(exchangeSlope));
            }
    }

    [Fact]
    public void What_it_blocks_is_not_oxidised()
    {
        double Side(double bare)
        {
            AgeingCell run = AgeingCell.Run(AgeingCell.With(AgeingCell.Oxidation with { Bare = bare }), AgeingCell.Hold(4, 1e3), 1e-5);
            return run.Part()[0].Value;
        }

        Side(0).ShouldBe(0);
        Side(0.3).ShouldBe(0.3 * Side(1), 0.01 * Side(1));
    }
}
