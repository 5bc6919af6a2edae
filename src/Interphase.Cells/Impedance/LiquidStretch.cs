using System.Numerics;
using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>
/// An electrode or a layer of the separator whose pores a liquid fills: what the state makes of the coefficients of the linearised equations, on elements that grow finer towards both ends as a frequency
/// reaches less deep. docs/physics.md (65) to (67), docs/numerics.md, section 13.
/// </summary>
internal sealed class LiquidStretch
{
    /// <summary>Gauss points in an element.</summary>
    public const int Nodes = 4;

    // Widest element at an end, which every further level halves; how wide it may be in units of the least depth; by how much elements end further away, each time, than the one before.
    private const double Widest = 0.25, Depth = 1, Growth = 1.5;
    private const int Halvings = 24;

    // A depth of this part of the length is none.
    private const double Shallow = 1e-6;

    private readonly BinaryCoefficients _salt;
    private readonly PoreCoefficients _pores;
    private readonly double _length, _reference;
    private readonly int _elements, _points;
    private readonly GaussRule _rule;
    private readonly double[] _concentrations, _flows;
    private readonly Complex[] _logarithms, _ratios;
    private readonly Level?[] _levels = new Level?[Halvings + 1];
    private double _temperature, _first;
    private Complex _one;
    private bool _isEven, _isPassive, _isBlank = true;
    private int _state;

    /// <param name="salt">The liquid.</param>
    /// <param name="pores">What it fills.</param>
    /// <param name="length">m.</param>
    /// <param name="elements">Elements of the model along it.</param>
    /// <param name="points">Points of the model in each.</param>
    /// <param name="reference">Where the reference electrode is, 0 to 1; NaN where it is elsewhere.</param>
    public LiquidStretch(BinaryCoefficients salt, PoreCoefficients pores, double length, int elements, int points, double reference)
    {
        (_salt, _pores, _length, _elements, _points, _reference, _rule) = (salt, pores, length, elements, points, reference, GaussRule.Of(points));
        (_concentrations, _flows) = (new double[elements * (points + 2)], new double[elements * (points + 2)]);
        (_logarithms, _ratios) = (new Complex[elements * points], new Complex[elements * points]);
    }

    /// <summary>m.</summary>
    public double Length => _length;

    /// <summary>Points of the model.</summary>
    public int Points => _elements * _points;

    /// <summary>Where the reference electrode is, 0 to 1; NaN where it is elsewhere.</summary>
    public double Reference => _reference;

    /// <summary>Share of the liquid.</summary>
    public double Volume => _pores.VolumeFraction;

    /// <summary>Takes a state; everything runs from the anode's side to the cathode's.</summary>
    /// <param name="concentrations">At the points, mol/m3.</param>
    /// <param name="ends">At the ends of the elements.</param>
    /// <param name="released">What enters the liquid per volume at the points, A/m3; empty in the separator.</param>
    /// <param name="enters">The ionic current at the beginning, A/m2.</param>
    /// <param name="temperature">K.</param>
    public void Linearise(ReadOnlySpan<Real> concentrations, ReadOnlySpan<Real> ends, ReadOnlySpan<double> released, double enters, double temperature)
    {
        (_temperature, _state) = (temperature, _state + 1);
        int each = _points + 2;
        for (int e = 0; e < _elements; e++)
        {
            Span<double> salt = _concentrations.AsSpan(e * each, each), flow = _flows.AsSpan(e * each, each);
            double least = double.PositiveInfinity, passed = 0;
            for (int k = 0; k < _points; k++) least = Math.Min(least, salt[k + 1] = concentrations[e * _points + k].Value);
            // At the ends of elements a concentration is extrapolated, and may be none.
            (salt[0], salt[^1]) = (Math.Max(ends[e].Value, 0.5 * least), Math.Max(ends[e + 1].Value, 0.5 * least));
            flow.Fill(enters);
            if (released.IsEmpty) continue;
            ReadOnlySpan<double> sources = released.Slice(e * _points, _points);
            for (int k = 0; k < _points; k++)
            {
                for (int n = 0; n < _points; n++) flow[k + 1] += _length / _elements * _rule.Integral(k, n) * sources[n];
                passed += _length / _elements * _rule.Weights[k] * sources[k];
            }
            flow[^1] = enters += passed;
        }
    }

    /// <summary>Takes the admittances per volume of the points, S/m3, and what the concentration adds to the currents, over them; one of each where all are the same.</summary>
    public void Admit(ReadOnlySpan<Complex> admittances, ReadOnlySpan<Complex> answers)
    {
        (_isEven, _isPassive, _isBlank, _one, _first) = (admittances.Length == 1, true, false, admittances[0], admittances[0].Magnitude);
        for (int k = 0; k < admittances.Length; k++)
        {
            _logarithms[k] = new Complex(Math.Log(admittances[k].Magnitude / _first), admittances[k].Phase);
            _isPassive &= admittances[k].Real >= 0;
            _ratios[k] = answers.IsEmpty ? 0 : answers[k] / admittances[k];
        }
    }

    /// <summary>An admittance without bounds, as far as the elements can tell, S/m3.</summary>
    /// <param name="electronic">Resistivity of the electrons, ohm m.</param>
    public double Boundless(double electronic)
    {
        double conductivity = _salt.Conductivity.Value(_concentrations[1]) * _salt.ConductivityActivation.Factor(_temperature) * _pores.Factor;
        return 1 / ((electronic + 1 / conductivity) * Math.Pow(Shallow * _length, 2));
    }

    /// <summary>What the concentration makes of the potential, V m3/mol, at a share of the length.</summary>
    public double Drive(double at)
    {
        int element = Math.Clamp((int)(at * _elements), 0, _elements - 1);
        Span<double> weights = stackalloc double[_points + 2];
        Lagrange(Places(_rule), at * _elements - element, weights, default);
        double concentration = 0;
        for (int k = 0; k < weights.Length; k++) concentration += weights[k] * _concentrations[element * weights.Length + k];
        return Drive(concentration, _salt.TransferenceNumber.Value(concentration));
    }

    /// <summary>The elements that a rate needs, with the coefficients at their points.</summary>
    /// <param name="rate">1/s.</param>
    /// <param name="electronic">Resistivity of the electrons, ohm m.</param>
    public Level At(Complex rate, double electronic)
    {
        double size = rate.Magnitude, steepest = 0;
        Level coarse = Prepared(0);
        for (int i = 0; i < coarse.Resistivity.Length; i++)
        {
            Complex admittance = Admittance(coarse, i, out Complex ratio);
            double along = admittance.Magnitude, across = along * (Math.Abs(coarse.Drive[i]) + ratio.Magnitude);
            steepest = Math.Max(steepest, (coarse.Resistivity[i] + electronic) * along + coarse.Spread[i] * size * Volume + coarse.Drift[i] * across);
        }
        double widest = Widest, steepness = _length * Math.Sqrt(steepest);
        int level = 0;
        while (level < Halvings && widest * steepness > Depth) (level, widest) = (level + 1, widest / 2);
        return Prepared(level);
    }

    /// <summary>The admittance per volume at a point of the elements, and what the concentration adds to the current over it.</summary>
    public Complex Admittance(Level level, int node, out Complex ratio)
    {
        ratio = 0;
        if (_isBlank) return 0;
        if (_isEven)
        {
            ratio = _ratios[0];
            return _one;
        }
        ReadOnlySpan<double> weights = level.PointWeights.AsSpan(node * _points, _points);
        int from = level.Elements[node / Nodes] * _points;
        Complex logarithm = 0;
        for (int k = 0; k < weights.Length; k++)
        {
            logarithm += weights[k] * _logarithms[from + k];
            ratio += weights[k] * _ratios[from + k];
        }
        // Between points that only take power no place gives any.
        return Complex.FromPolarCoordinates(_first * Math.Exp(logarithm.Real), _isPassive ? Math.Clamp(logarithm.Imaginary, -Math.PI / 2, Math.PI / 2) : logarithm.Imaginary);
    }

    private Level Prepared(int halvings)
    {
        Level level = _levels[halvings] ??= new Level(halvings, _elements, _rule, _reference);
        if (level.State == _state) return level;
        level.State = _state;
        double conducting = _salt.ConductivityActivation.Factor(_temperature) * _pores.Factor, diffusing = _salt.DiffusivityActivation.Factor(_temperature) * _pores.Factor;
        int each = _points + 2;
        for (int i = 0; i < level.Resistivity.Length; i++)
        {
            ReadOnlySpan<double> values = level.ValueWeights.AsSpan(i * each, each), slopes = level.SlopeWeights.AsSpan(i * each, each);
            int from = level.Elements[i / Nodes] * each;
            double concentration = 0, gradient = 0, flow = 0;
            for (int k = 0; k < each; k++)
            {
                concentration += values[k] * _concentrations[from + k];
                gradient += slopes[k] * _concentrations[from + k];
                flow += values[k] * _flows[from + k];
            }
            gradient *= _elements / _length;
            _salt.Conductivity.Evaluate(concentration, out double conductivity, out double conductivitySlope);
            _salt.Diffusivity.Evaluate(concentration, out double diffusivity, out double diffusivitySlope);
            _salt.TransferenceNumber.Evaluate(concentration, out double transference, out double transferenceSlope);
            double resistivity = 1 / (conductivity * conducting), spread = 1 / (diffusivity * diffusing);
            (level.Resistivity[i], level.Loss[i]) = (resistivity, flow * resistivity * conductivitySlope / conductivity);
            (level.Spread[i], level.Drift[i]) = (spread, (1 - transference) * spread / PhysicalConstants.Faraday);
            level.Pull[i] = transferenceSlope * flow * spread / PhysicalConstants.Faraday - diffusivitySlope / diffusivity * gradient;
            level.Drive[i] = Drive(concentration, transference);
        }
        return level;
    }

    private double Drive(double concentration, double transference) =>
        2 * PhysicalConstants.GasConstant / PhysicalConstants.Faraday * _temperature * (1 - transference) * _salt.ThermodynamicFactor.Value(concentration) / concentration;

    private static double[] Places(GaussRule rule) => [0, .. rule.Points, 1];

    // Lagrange's polynomials through places, and their slopes.
    private static void Lagrange(ReadOnlySpan<double> places, double at, Span<double> values, Span<double> slopes)
    {
        for (int k = 0; k < places.Length; k++)
        {
            double product = 1, slope = 0;
            for (int m = 0; m < places.Length; m++)
            {
                if (m == k) continue;
                double span = places[k] - places[m];
                slope = (slope * (at - places[m]) + product) / span;
                product *= (at - places[m]) / span;
            }
            values[k] = product;
            if (!slopes.IsEmpty) slopes[k] = slope;
        }
    }

    /// <summary>Elements of one fineness; the model's own ends, and the reference electrode, are ends of theirs.</summary>
    internal sealed class Level
    {
        public Level(int halvings, int elements, GaussRule rule, double reference)
        {
            var ends = new SortedSet<double> { 0, 1 };
            double first = Widest * Math.Pow(0.5, halvings);
            for (double end = first; end <= 0.5; end *= end < 1.5 * first ? 2 : Growth)
            {
                ends.Add(end);
                ends.Add(1 - end);
            }
            for (int i = 1; i < elements; i++) ends.Add((double)i / elements);
            if (reference is > 0 and < 1) ends.Add(reference);
            var kept = new List<double>();
            foreach (double end in ends)
                if (kept.Count == 0 || end - kept[^1] > 1e-9) kept.Add(end);
            Widths = [.. kept.Skip(1).Zip(kept, (end, begin) => end - begin)];
            Reference = double.IsNaN(reference) ? -1 : Enumerable.Range(0, kept.Count).MinBy(i => Math.Abs(kept[i] - reference));
            int count = Widths.Length * Nodes, points = rule.Count, each = points + 2;
            Elements = new int[Widths.Length];
            (PointWeights, ValueWeights, SlopeWeights) = (new double[count * points], new double[count * each], new double[count * each]);
            (Resistivity, Loss, Spread, Drift, Pull, Drive) = (new double[count], new double[count], new double[count], new double[count], new double[count], new double[count]);
            double[] places = Places(rule);
            ReadOnlySpan<double> gauss = GaussRule.Of(Nodes).Points;
            for (int i = 0; i < Widths.Length; i++)
            {
                Elements[i] = Math.Min(elements - 1, (int)((kept[i] + 0.5 * Widths[i]) * elements));
                for (int node = 0; node < Nodes; node++)
                {
                    int at = i * Nodes + node;
                    double place = (kept[i] + Widths[i] * gauss[node]) * elements - Elements[i];
                    Lagrange(rule.Points, place, PointWeights.AsSpan(at * points, points), default);
                    Lagrange(places, place, ValueWeights.AsSpan(at * each, each), SlopeWeights.AsSpan(at * each, each));
                }
            }
        }

        /// <summary>Shares of the length.</summary>
        public double[] Widths { get; }

        /// <summary>The model's element that each lies in.</summary>
        public int[] Elements { get; }

        /// <summary>The element at whose beginning the reference electrode is; their number where it is at the end of the last, -1 where it is elsewhere.</summary>
        public int Reference { get; }

        /// <summary>Of the ions, ohm m.</summary>
        public double[] Resistivity { get; }

        /// <summary>How the field falls with the concentration, V m2/mol.</summary>
        public double[] Loss { get; }

        /// <summary>1/D, s/m2.</summary>
        public double[] Spread { get; }

        /// <summary>(1 - t+)/(F D), mol s/(C m2).</summary>
        public double[] Drift { get; }

        /// <summary>What the slopes of transference number and diffusivity make, 1/m.</summary>
        public double[] Pull { get; }

        /// <summary>What the concentration makes of the potential, V m3/mol.</summary>
        public double[] Drive { get; }

        /// <summary>Weights of the model's points.</summary>
        public double[] PointWeights { get; }

        /// <summary>Weights of the model's points between the two ends of their element.</summary>
        public double[] ValueWeights { get; }

        /// <summary>Those of the slope over the element.</summary>
        public double[] SlopeWeights { get; }

        /// <summary>The state whose coefficients it has.</summary>
        public int State { get; set; }
    }
}
