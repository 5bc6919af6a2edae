using System.Numerics;
using Interphase.Descriptions;
using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>
/// How the surface content of the particles of one size class answers a supply about a state: exactly where the diffusivity is the same throughout a particle, otherwise along the profile found.
/// docs/physics.md (50), (51); docs/numerics.md, section 7.
/// </summary>
internal sealed class ParticleResponse
{
    // Contents that differ by less are one content.
    private const double Even = 1e-9;

    private readonly ParticleClass<Real> _particles;
    private readonly int _points, _count;
    private readonly Curve _diffusivity;
    private readonly bool _isConstant;
    private readonly double _squareRadius;
    private readonly ThermalLaw _law;
    private readonly GradedSphere? _shells;
    private readonly bool[] _isEven;
    private readonly double[] _times, _radii, _places, _values, _slopes, _variances, _widths, _means, _twists;

    /// <param name="particles">The particles.</param>
    /// <param name="active">Their material.</param>
    /// <param name="radius">m.</param>
    /// <param name="points">Points along the electrode.</param>
    /// <param name="fineness">Layers in units of the usual number.</param>
    public ParticleResponse(ParticleClass<Real> particles, ActiveCoefficients active, double radius, int points, int fineness = 1)
    {
        (_particles, _points, _diffusivity, _law, _squareRadius, _shells) = (particles, points, active.Diffusivity, active.DiffusivityActivation, radius * radius, particles.Shells);
        _isConstant = _shells is null || _diffusivity.Minimum == _diffusivity.Maximum;
        (_isEven, _times) = (new bool[points], new double[points]);
        int shells = _isConstant ? 0 : _shells!.Count;
        (_places, _values, _slopes, _variances) = (new double[shells + 2], new double[shells + 2], new double[shells + 2], new double[shells]);
        if (_isConstant)
        {
            (_radii, _widths, _means, _twists) = ([], [], [], []);
            return;
        }
        for (int i = 0; i < shells; i++)
        {
            double inner = _shells!.Faces[i], outer = _shells.Faces[i + 1], middle = 0.5 * (inner + outer), width = outer - inner, volume = _shells.Volumes[i], shift = 0.5 * middle * width * width * width / volume;
            _places[i + 1] = middle + shift;
            _variances[i] = (0.25 * middle * middle + 0.0375 * width * width) * width * width * width / volume - shift * shift;
        }
        _places[shells + 1] = 1;
        List<double> depths = [0];
        for (double width = 1e-5 / fineness; depths[^1] < 1; width = Math.Min(width * (1 + 0.35 / fineness), 0.05 / fineness)) depths.Add(depths[^1] + width);
        _count = depths.Count - 1;
        double scale = 1 / depths[^1];
        _widths = [.. Enumerable.Range(0, _count).Select(i => (depths[_count - i] - depths[_count - i - 1]) * scale)];
        _radii = [.. Enumerable.Range(0, 2 * _count).Select(i => 1 - depths[_count - i / 2] * scale + _widths[i / 2] * (0.5 + (i % 2 - 0.5) / Math.Sqrt(3)))];
        (_means, _twists) = (new double[_count * points], new double[_count * points]);
    }

    /// <summary>Whether all points answer alike.</summary>
    public bool IsUniform { get; private set; }

    /// <summary>Takes the profiles.</summary>
    public void Linearise(ReadOnlySpan<Real> unknowns, double temperature)
    {
        double whole = _squareRadius / _law.Factor(temperature);
        IsUniform = true;
        for (int k = 0; k < _points; k++)
        {
            double surface = unknowns[_particles.SurfaceAt + k].Value, time = whole / _particles.DiffusionAt(k);
            _isEven[k] = _isConstant || IsEven(unknowns, k, surface);
            // Modes have the diffusivity of half a filling, whatever the curve says elsewhere.
            _times[k] = time / _diffusivity.Value(_shells is null ? 0.5 : surface);
            IsUniform &= _isEven[k] && Math.Abs(_times[k] - _times[0]) <= 1e-10 * _times[0];
            if (!_isEven[k]) Follow(unknowns, k, surface, time);
        }
    }

    /// <summary>What the surface content at a point answers to a supply beyond the mean content, which answers 1/rate, s.</summary>
    public Complex Beyond(int point, Complex rate)
    {
        double time = _times[point];
        if (_isEven[point])
        {
            Complex third = 3 * HyperbolicExcess.Coth(rate * time);
            return (1 - third) / (third * rate);
        }
        return time / (3 * Gradient(point, rate)) - 1 / rate;
    }

    private bool IsEven(ReadOnlySpan<Real> unknowns, int point, double surface)
    {
        for (int i = 0; i < _shells!.Count; i++)
            if (!(Math.Abs(_particles.Within(unknowns, i, point) - surface) < Even)) return false;
        return true;
    }

    // The profile from the shells' averages: each is the value at its middle by volume but for its curvature.
    private void Follow(ReadOnlySpan<Real> unknowns, int point, double surface, double time)
    {
        int shells = _shells!.Count;
        Span<double> averages = _slopes;
        for (int i = 0; i < shells; i++) averages[i + 1] = _particles.Within(unknowns, i, point);
        averages[shells + 1] = surface;
        double centre = (averages[2] - averages[1]) / (_places[2] * _places[2] - _places[1] * _places[1]);
        for (int i = 1; i <= shells; i++)
        {
            double before = i == 1 ? 0 : (averages[i] - averages[i - 1]) / (_places[i] - _places[i - 1]), after = (averages[i + 1] - averages[i]) / (_places[i + 1] - _places[i]);
            double curvature = i == 1 ? 2 * centre : 2 * (after - before) / (_places[i + 1] - _places[i - 1]);
            _values[i] = averages[i] - 0.5 * curvature * _variances[i - 1];
        }
        _values[shells + 1] = surface;
        _values[0] = _values[1] - centre * _places[1] * _places[1];
        Slopes();
        int interval = 0;
        for (int i = 0; i < _count; i++)
        {
            double inner = time / _diffusivity.Value(Content(_radii[2 * i], ref interval)), outer = time / _diffusivity.Value(Content(_radii[2 * i + 1], ref interval)), width = _widths[i];
            _means[point * _count + i] = 0.5 * (inner + outer);
            _twists[point * _count + i] = Math.Sqrt(3) / 12 * width * width * (inner - outer);
        }
    }

    // Those of parabolas through three neighbours, held to what overshoots nothing.
    private void Slopes()
    {
        int last = _places.Length - 1;
        _slopes[0] = 0;
        for (int i = 1; i < last; i++)
        {
            double before = _places[i] - _places[i - 1], after = _places[i + 1] - _places[i], rise = (_values[i] - _values[i - 1]) / before, next = (_values[i + 1] - _values[i]) / after;
            double slope = (after * rise + before * next) / (before + after), limit = 3 * Math.Min(Math.Abs(rise), Math.Abs(next));
            _slopes[i] = rise * next <= 0 ? 0 : Math.Clamp(slope, -limit, limit);
            if (i == last - 1) _slopes[last] = next + (next - _slopes[i]);
        }
    }

    private double Content(double radius, ref int interval)
    {
        while (interval < _places.Length - 2 && _places[interval + 1] < radius) interval++;
        double width = _places[interval + 1] - _places[interval], t = (radius - _places[interval]) / width, rise = _values[interval + 1] - _values[interval];
        double from = width * _slopes[interval] - rise, to = rise - width * _slopes[interval + 1];
        return Math.Clamp(_values[interval] + t * (rise + (1 - t) * (from * (1 - t) + to * t)), 0, 1);
    }

    // The logarithmic gradient of D dy at the surface, in units of 1/R. With f = r D dy: f'' = rate R²/D f, and p = f'/f is carried outwards.
    private Complex Gradient(int point, Complex rate)
    {
        ReadOnlySpan<double> means = _means.AsSpan(point * _count, _count), twists = _twists.AsSpan(point * _count, _count);
        double size = Complex.Abs(rate);
        int layer = _count;
        while (layer > 0 && size * means[layer - 1] * _widths[layer - 1] * _widths[layer - 1] <= 4) layer--;
        // What lies deeper than some skin depths is not felt.
        Complex gradient = layer == _count ? Complex.Sqrt(rate * _times[point]) : layer > 0 ? Complex.Sqrt(rate * means[layer]) : 0;
        bool atCentre = layer == 0;
        for (; layer < _count; layer++)
        {
            double width = _widths[layer];
            Complex twist = twists[layer] * rate, steep = width * means[layer] * rate, square = twist * twist + width * steep;
            // tanh m / m by its continued fraction: within 2e-5 at |m|² = 4, which only fading layers have.
            Complex above = 945 + square * (105 + square), below = 945 + square * (420 + 15 * square), turn = twist * above;
            gradient = atCentre
                ? (below - turn) / (width * above)
                : (steep * above + (below - turn) * gradient) / (below + turn + width * above * gradient);
            atCentre = false;
        }
        return gradient - 1;
    }
}
