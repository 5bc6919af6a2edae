using Interphase.Descriptions;
using Interphase.Numerics;

namespace Interphase.Materials.Tests;

/// <summary>What the library's open-circuit curves give, held against what the papers report.</summary>
public class OpenCircuitTests
{
    private const double Faraday = 96485.33212;

    [Theory]
    [InlineData(4.3, 223.7)]
    [InlineData(4.4, 233.5)]
    public void The_stretched_NCM811_curve_gives_what_the_papers_charge(double cutoff, double capacity)
    {
        // F (1 - y) c_max / rho with y where the curve crosses the cut-off; unstretched it ends at 203.5 mAh/g to 4.3 V.
        Description material = LibraryTests.Find("NCM811").Description;
        Curve curve = LibraryTests.Tabulated(material.Get(MaterialFields.OpenCircuit)!.Value);
        double y = Bisection.WhereFallingReachesZero(x => curve.Value(x) - cutoff, 0.1, 1);
        double perGram = Faraday * (1 - y) * material.Get(MaterialFields.MaximumConcentration)!.Value.Si / material.Get(MaterialFields.Density)!.Value.Si / 3600;
        perGram.ShouldBe(capacity, 0.15);
    }

    [Fact]
    public void The_discharge_branch_of_Li2RuO3_has_a_mean_of_3_point_30_V()
    {
        // 970 Wh/kg over 294.0 mAh/g in xu2024, from y = 0.0889 (299.7 mAh/g charged) to 0.9826.
        Description material = LibraryTests.Find("Li2RuO3").Description;
        Curve middle = LibraryTests.Tabulated(material.Get(MaterialFields.OpenCircuit)!.Value), gap = LibraryTests.Tabulated(material.Get(MaterialFields.Hysteresis)!.Value);
        (GaussLegendre.Integrate(y => middle.Value(y) - gap.Value(y), 0.0889, 0.9826, panels: 200) / (0.9826 - 0.0889)).ShouldBe(970 / 294.0, 0.002);
    }

    [Fact]
    public void The_first_charge_of_Li2RuO3_lies_above_its_later_curve()
    {
        Description material = LibraryTests.Find("Li2RuO3").Description;
        Curve first = LibraryTests.Tabulated(material.Get(MaterialFields.FirstCharge)!.Value), later = LibraryTests.Tabulated(material.Get(MaterialFields.OpenCircuit)!.Value);
        for (double y = 0.05; y <= 1; y += 0.01) first.Value(y).ShouldBeGreaterThan(later.Value(y), $"y = {y}");
    }

    [Theory]
    [InlineData("Li", 0)]
    [InlineData("Li-In", 0.62)]
    [InlineData("Li-Al", 0.33)]
    public void Foils_stand_at_the_potentials_that_the_papers_print(string name, double volts) =>
        LibraryTests.Find(name).Description.Get(MaterialFields.Potential)!.Value.Si.ShouldBe(volts, 1e-12);
}
