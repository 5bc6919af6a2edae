using System.Numerics;
using Interphase.Numerics;

namespace Interphase.Cells.Tests;

/// <summary>Diffusion about a profile, against closed forms.</summary>
public sealed class ParticleResponseTests(ITestOutputHelper output)
{
    private const double Diffusivity = 4e-15, Radius = 2.5e-6;

    // D = D0 (1 + c r²)² along the radius: r D dy is sqrt(1 + c r²) sinh(sqrt(k - c) atan(sqrt c r)/sqrt c), k = rate R²/D0.
    [Theory]
    [InlineData(0.5, 48, 1, 1e-4)]
    [InlineData(3, 48, 1, 1e-4)]
    [InlineData(-0.9, 48, 1, 1e-4)]
    [InlineData(3, 12, 1, 1e-4)]
    [InlineData(3, 96, 8, 2e-7)]
    public void A_profile_of_diffusivities_with_a_closed_form_answers_by_it_over_fourteen_decades(double c, int shells, int fineness, double tolerance)
    {
        (ParticleResponse response, _) = Along(c, shells, fineness);
        double largest = 0, surface = Diffusivity * (1 + c) * (1 + c);
        foreach (double frequency in FrequencyGrid.Between(1e9, 1e-5, 3))
        {
            Complex rate = new(0, 2 * Math.PI * frequency), inner = Complex.Sqrt(rate * Radius * Radius / Diffusivity - c), root = Complex.Sqrt(c);
            Complex reach = inner * Complex.Atan(root) / root, fading = Complex.Exp(-2 * reach), gradient = (c + inner * (1 + fading) / (1 - fading)) / (1 + c) - 1;
            Complex expected = Radius * Radius / surface / (3 * gradient);
            largest = Math.Max(largest, Spectra.Relative(response.Beyond(0, rate) + 1 / rate, expected));
        }
        output.WriteLine($"{largest:E1}");
        Assert.True(largest < tolerance, $"off by {largest:E1}");
    }

    // The layers of a profile that is barely one, against the exact sphere.
    [Fact]
    public void A_profile_that_is_nearly_uniform_answers_as_the_sphere_of_one_diffusivity()
    {
        (ParticleResponse response, double surface) = Along(1e-7, 12, 1);
        double largest = 0;
        foreach (double frequency in FrequencyGrid.Between(1e9, 1e-5, 3))
        {
            Complex rate = new(0, 2 * Math.PI * frequency), square = rate * Radius * Radius / surface;
            largest = Math.Max(largest, Spectra.Relative(response.Beyond(0, rate) + 1 / rate, 1 / (3 * rate * HyperbolicExcess.Coth(square))));
        }
        output.WriteLine($"{largest:E1}");
        Assert.True(largest < 1e-5, $"off by {largest:E1}");
    }

    private static (ParticleResponse Response, double Surface) Along(double c, int shells, int fineness)
    {
        CellCoefficients cell = HalfCell.Coefficients(varying: HalfCell.Tabulate(FormattableString.Invariant($"4e-15*(1 + {c}*(y - 0.2)/0.5)**2")));
        var model = new CellModel<Real>(cell, HalfCell.Mesh(1, 1, shells, ParticleMeshKind.Shells));
        var composite = (CompositeModel<Real>)model.Cathode;
        Real[] state = Spectra.AtStart(model);
        Span<Real> part = state.AsSpan(model.Anode.Count, model.Cathode.Count);
        ParticleClass<Real> particles = composite.Classes[0];
        GradedSphere sphere = particles.Shells!;
        for (int i = 0; i < shells; i++)
        {
            double inner = sphere.Faces[i], outer = sphere.Faces[i + 1];
            part[particles.StatesAt + i] = new Real(0.2 + 0.5 * 0.6 * (Math.Pow(outer, 5) - Math.Pow(inner, 5)) / (Math.Pow(outer, 3) - Math.Pow(inner, 3)));
        }
        part[particles.SurfaceAt] = new Real(0.7);
        var response = new ParticleResponse(particles, composite.Coefficients.Active!, Radius, 1, fineness);
        response.Linearise(part, 298);
        Assert.False(response.IsUniform);
        return (response, Diffusivity * (1 + c) * (1 + c));
    }
}
