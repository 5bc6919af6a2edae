using System.Numerics;
using Interphase.Numerics;

namespace Interphase.Cells.Tests;

/// <summary>The line along an electrode, against closed forms.</summary>
public sealed class LayeredLineTests(ITestOutputHelper output)
{
    private const double Length = 60e-6, Ionic = 1 / 0.056;

    [Theory]
    [InlineData(1, 1, Ionic / 80)]
    [InlineData(1, 3, 30 * Ionic)]
    [InlineData(2, 8, Ionic)]
    [InlineData(7, 2, 0.0)]
    public void A_line_of_equal_layers_is_the_uniform_one_over_sixteen_decades(int elements, int points, double electronic)
    {
        var line = new LayeredLine(elements, points);
        double largest = 0;
        foreach (double frequency in FrequencyGrid.Between(1e10, 1e-6, 3))
        {
            Complex admittance = 3e4 / new Complex(1, 1) * frequency / (1 + frequency) + new Complex(0, 2 * Math.PI * frequency * 1e5);
            Complex[] all = [.. Enumerable.Repeat(admittance, elements * points)];
            largest = Math.Max(largest, Spectra.Relative(line.Varying(all, Length, Ionic, electronic), LayeredLine.Uniform(admittance, Length, Ionic, electronic)));
        }
        output.WriteLine($"{largest:E1}");
        Assert.True(largest < 1e-12, $"off by {largest:E1}");
    }

    // Y = Y0/(1 + c x)² along the line: powers of 1 + c x.
    [Theory]
    [InlineData(0.3, 1, 3, Ionic / 80, 1e-3)]
    [InlineData(0.3, 1, 12, Ionic / 80, 1e-5)]
    [InlineData(2, 1, 12, Ionic / 80, 1e-5)]
    [InlineData(2, 1, 12, 40 * Ionic, 1e-4)]
    [InlineData(-0.9, 1, 16, Ionic / 3, 1e-4)]
    [InlineData(-0.9, 4, 8, Ionic / 3, 1e-4)]
    public void A_line_of_varying_admittance_with_a_closed_form_answers_by_it(double c, int elements, int points, double electronic, double tolerance)
    {
        var line = new LayeredLine(elements, points);
        double[] positions = new TransmissionLine<Real>(elements, points).Positions;
        double both = Ionic + electronic, a = Ionic / both, b = 1 - a, largest = 0, worst = 0;
        foreach (double frequency in FrequencyGrid.Between(1e8, 1e-4, 3))
        {
            Complex strength = new(0, 2 * Math.PI * frequency * 1e5);
            Complex found = line.Varying([.. positions.Select(x => strength / ((1 + c * x) * (1 + c * x)))], Length, Ionic, electronic);
            // w = P (1 + c x)^m + Q (1 + c x)^n with m + n = 1; w' = beta g, g = a at the separator and -b at the collector for a current of 1, in units of the length.
            Complex bend = both * Length * Length * strength / (c * c), root = Complex.Sqrt(0.25 + bend), m = 0.5 + root, n = 0.5 - root, step = Math.Log(1 + c);
            // Scaled so that neither power grows beyond 1.
            bool grows = c > 0;
            Complex up = grows ? Complex.Exp(-m * step) : 1, down = grows ? 1 : Complex.Exp(-n * step), upEnd = grows ? 1 : Complex.Exp(m * step), downEnd = grows ? Complex.Exp(n * step) : 1;
            Complex m0 = c * m * up, n0 = c * n * down, m1 = c * m * upEnd / (1 + c), n1 = c * n * downEnd / (1 + c), determinant = m0 * n1 - n0 * m1;
            Complex first = (a * n1 + b * n0) / determinant, second = (-b * m0 - a * m1) / determinant;
            Complex expected = Length * both * (a * b - a * (first * up + second * down) - b * (first * upEnd + second * downEnd));
            double off = Spectra.Relative(found, expected);
            if (off > largest) (largest, worst) = (off, frequency);
        }
        output.WriteLine($"{largest:E1} at {worst:E1}");
        Assert.True(largest < tolerance, $"off by {largest:E1} at {worst:E1}");
    }

    [Fact]
    public void An_interface_without_impedance_leaves_both_ways_side_by_side()
    {
        Assert.Equal(Length * Ionic / 3, LayeredLine.Short(Length, Ionic, Ionic / 2), 1e-15);
        Assert.Equal(0, LayeredLine.Short(Length, Ionic, 0));
        Complex large = LayeredLine.Uniform(1e60, Length, Ionic, Ionic / 2), varying = new LayeredLine(1, 3).Varying([1e60, 2e60, 4e60], Length, Ionic, Ionic / 2);
        Assert.True(Spectra.Relative(large, Length * Ionic / 3) < 1e-12 && Spectra.Relative(varying, Length * Ionic / 3) < 1e-12);
    }

    // Admittances that differ by ten decades: nothing may become negative.
    [Fact]
    public void A_line_whose_points_differ_by_decades_stays_passive()
    {
        var line = new LayeredLine(1, 3);
        foreach (double frequency in FrequencyGrid.Between(1e6, 1e-4, 3))
        {
            Complex rate = new(0, 2 * Math.PI * frequency);
            Complex found = line.Varying([1e6 + rate, 1 + rate, 1e-4 + rate], Length, Ionic, Ionic / 80);
            Assert.True(found.Real > 0 && true, $"{found} at {frequency}");
        }
    }
}
