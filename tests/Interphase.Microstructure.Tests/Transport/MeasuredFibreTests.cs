namespace Interphase.Microstructure.Tests;

/// <summary>
/// Vapour-grown carbon fibres as a pressed powder (Endo et al. 2001, doi 10.1016/S0008-6223(00)00295-5) and in NCM83-Li6PS5Cl of 40 vol% (Ketter et al. 2025, doi 10.1038/s41467-025-56514-5, direct current, mS/cm).
/// docs/structure-validation.md tells the model and where it fails.
/// </summary>
public class MeasuredFibreTests
{
    private const double Diameter = 0.2e-6, Length = 15e-6, Density = 2.1, Conductivity = 1e6;

    // Fixed on the powder of 0.8 g/cm3, ohm.
    private const double Contact = 3.6e4;

    // Of the composite without fibres, mS/cm: carries beside the network.
    private const double Without = 0.209;

    // Fixed on 3 wt%: what lies in series with the sample, as 1 / (density x conductivity), cm4/(g mS).
    private const double Series = 4.6e-3;

    [Theory]
    [InlineData(0.2, 3.4, 1.5)]
    [InlineData(0.3, 10, 1.3)]
    [InlineData(0.5, 32, 1.3)]
    [InlineData(0.8, 80, 1.1)]
    public void One_resistance_of_contacts_tells_a_powder_at_all_densities(double density, double measured, double factor)
        => Within(Network(density, 1.2, 1) / (1e3 * measured), factor);

    [Theory]
    [InlineData(1, 2.567, 5.41, 2.3)]
    [InlineData(2, 2.529, 56.9, 3.2)]
    [InlineData(3, 2.514, 73.8, 7.5)]
    [InlineData(4, 2.409, 52.9, 19)]
    [InlineData(5, 1.991, 45.9, 24)]
    public void The_powder_tells_the_composite_only_where_fibres_are_few(int percent, double density, double measured, double factor)
        => (Composite(percent, density) / measured).ShouldBeInRange(1, factor);

    [Theory]
    [InlineData(1, 2.567, 5.41, 2)]
    [InlineData(2, 2.529, 56.9, 1.2)]
    [InlineData(3, 2.514, 73.8, 1.05)]
    [InlineData(4, 2.409, 52.9, 1.7)]
    [InlineData(5, 1.991, 45.9, 2.3)]
    public void A_resistance_in_series_with_the_sample_tells_the_others(int percent, double density, double measured, double factor)
        => Within(1 / (1 / Composite(percent, density) + density * Series) / measured, factor);

    [Fact]
    [Trait("Category", "Slow")]
    public void What_the_first_fibres_cost_ions_the_others_cost_as_well()
    {
        // The first hundredth takes more than half, of which the densities know nothing.
        double one = Ions(1, 2.567) / 0.157;
        one.ShouldBeInRange(2, 3.5);
        foreach ((int percent, double density, double measured) in new[] { (2, 2.529, 0.136), (3, 2.514, 0.151), (4, 2.409, 0.0994), (5, 1.991, 0.0396) })
            Within(Ions(percent, density) / one / measured, 1.3);
    }

    private static void Within(double ratio, double factor) => ratio.ShouldBeInRange(1 / factor, factor);

    // Of granules whose share is what the density tells, mS/cm, with 0.33 at that without fibres.
    private static double Ions(int percent, double density)
    {
        var series = new CompositeSeries(10, 10, 1);
        double Mean(double share) => Enumerable.Range(1, 3).Average(seed => series.Sample(share, true, 0.3, (ulong)seed));
        const double Electrolyte = 0.6, Solid = 0.4 * 4.78 + 0.6 * 1.86, Alone = 2.387;
        return 0.33 * Mean((1 - percent / 100.0) * density / Solid * Electrolyte / CompositeSeries.ElectrolyteDensity) / Mean(Alone / Solid * Electrolyte / CompositeSeries.ElectrolyteDensity);
    }

    private static double Composite(int percent, double density) => Without + Network(percent / 100.0 * density, percent == 1 ? 4 : 2.5, 2);

    // Of so many g/cm3 of fibres, mS/cm, in a box of so many lengths.
    private static double Network(double density, double lengths, int samples) => 10 * Enumerable.Range(1, samples).Average(seed =>
    {
        var network = FibreNetwork.Random(density / Density, Length, Diameter, lengths * Length, (ulong)seed);
        return Enum.GetValues<Axis>().Average(axis => network.Conductivity(Conductivity, Contact, axis, 1e-3));
    });
}
