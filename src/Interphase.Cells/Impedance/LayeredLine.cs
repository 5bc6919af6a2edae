using System.Numerics;
using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>
/// Ions and electrons along an electrode whose points have admittances: in closed form where these are equal, otherwise by layers of sixth order that grow finer towards both ends as the current
/// enters less deep. docs/physics.md (47), (48); docs/numerics.md, section 6.
/// </summary>
internal sealed class LayeredLine
{
    // Widest layer at an end, which every further level halves, and how wide it may be in units of the depth that the current enters.
    private const double Widest = 1.0 / 16, Depth = 0.5;
    private const int Halvings = 24;

    // Layers at an end of the same width, and layers each time that the depth doubles from there on.
    private const int Equal = 8, PerDoubling = 4;

    private readonly int _points;
    private readonly Level?[] _levels = new Level?[Halvings + 1];
    private readonly GaussRule _rule;
    private readonly int _elements;
    private readonly Complex[] _logarithms;
    private double _first;
    private bool _isPassive;

    public LayeredLine(int elements, int points)
    {
        (_elements, _points, _rule) = (elements, points, GaussRule.Of(points));
        _logarithms = new Complex[elements * points];
    }

    /// <summary>The impedance of a line whose admittance per volume is the same everywhere, ohm m2; resistivities in ohm m.</summary>
    public static Complex Uniform(Complex admittance, double length, double ionic, double electronic)
    {
        double both = ionic + electronic;
        if (both == 0) return 1 / (admittance * length);
        double a = ionic / both, b = electronic / both;
        HyperbolicExcess.Both(both * length * length * admittance, out Complex coth, out Complex csch);
        return 1 / (admittance * length) + length * (ionic * b + both * ((a * a + b * b) * coth + 2 * a * b * csch));
    }

    /// <summary>What is left of a line whose admittance is without bounds, ohm m2.</summary>
    public static double Short(double length, double ionic, double electronic) => ionic == 0 || electronic == 0 ? 0 : length * ionic * (electronic / (ionic + electronic));

    /// <summary>The impedance of a line with these admittances per volume at its points, ohm m2; resistivities in ohm m.</summary>
    public Complex Varying(ReadOnlySpan<Complex> admittances, double length, double ionic, double electronic)
    {
        double both = ionic + electronic, a = both == 0 ? 1 : ionic / both, b = 1 - a, largest = 0;
        _first = admittances[0].Magnitude;
        _isPassive = true;
        for (int k = 0; k < _logarithms.Length; k++)
        {
            // Admittances are interpolated by their logarithms, which keeps them positive however much they differ.
            double size = admittances[k].Magnitude;
            _logarithms[k] = new Complex(Math.Log(size / _first), admittances[k].Phase);
            _isPassive &= admittances[k].Real >= 0;
            largest = Math.Max(largest, size);
        }
        double steepness = length * Math.Sqrt(both * largest), widest = Widest;
        int level = 0;
        while (level < Halvings && widest * steepness > Depth) (level, widest) = (level + 1, widest / 2);
        Level layers = _levels[level] ??= new Level(level, _elements, _rule);
        Complex left = 0, through = 0, right = 0;
        for (int i = 0; i < layers.Widths.Length; i++)
        {
            double width = layers.Widths[i] * length;
            Complex near = Interpolate(layers, i, 0), middle = Interpolate(layers, i, 1), far = Interpolate(layers, i, 2), inverse = 1 / middle;
            Complex bend = width * width * both * middle, slope = Level.Slope * (far - near) * inverse, arch = 10.0 / 3 * ((far + near) * inverse - 2);
            Complex twist = 0, stretch = 1, mean = 1 + arch / 12;
            Complex steep = slope * slope;
            double size = bend.Magnitude;
            // Where the admittances of one layer differ this much for the depth of a current, or nothing reaches, the layer counts by its mean.
            if (size < 16 && size * steep.Magnitude < 4)
            {
                twist = bend * slope * (-1.0 / 12 + bend * (1.0 / 180 + arch / 7200));
                stretch = 1 + bend * (bend * steep / 3600 - arch / 180);
                mean += bend * (arch / 180 + arch * arch / 3600 - steep / 120 + bend * steep / 3600);
            }
            Complex square = twist * twist + bend * stretch * mean, resistance = inverse / (width * mean);
            HyperbolicExcess.Both(square, out Complex coth, out Complex csch);
            Complex own = 1 + square * coth, here = (own - twist) * resistance, there = (own + twist) * resistance, across = (1 + square * csch) * resistance;
            if (i == 0)
            {
                (left, through, right) = (here, across, there);
                continue;
            }
            Complex joint = 1 / (right + here), share = through * joint;
            left -= through * share;
            right = there - across * across * joint;
            through = share * across;
        }
        return Short(length, ionic, electronic) + a * a * left + 2 * a * b * through + b * b * right;
    }

    private Complex Interpolate(Level layers, int layer, int node)
    {
        ReadOnlySpan<double> weights = layers.Weights.AsSpan((3 * layer + node) * _points, _points);
        ReadOnlySpan<Complex> logarithms = _logarithms.AsSpan(layers.Elements[layer] * _points, _points);
        double real = 0, imaginary = 0;
        for (int k = 0; k < weights.Length; k++)
        {
            real += weights[k] * logarithms[k].Real;
            imaginary += weights[k] * logarithms[k].Imaginary;
        }
        // Between points that only take power no place gives any.
        if (_isPassive) imaginary = Math.Clamp(imaginary, -Math.PI / 2, Math.PI / 2);
        double size = _first * Math.Exp(real);
        (double sine, double cosine) = Math.SinCos(imaginary);
        return new Complex(size * cosine, size * sine);
    }

    // The ends of elements are ends of layers, too.
    private sealed class Level
    {
        private const int Nodes = 3;

        /// <summary>What makes a slope of the difference of the outer two of three Gauss points.</summary>
        public static double Slope { get; } = Math.Sqrt(15) / 3;

        public Level(int halvings, int elements, GaussRule rule)
        {
            double first = Widest * Math.Pow(0.5, halvings);
            var ends = new SortedSet<double>();
            for (int i = 0; ; i++)
            {
                int doublings = Math.Max(0, i - Equal) / PerDoubling, within = i - doublings * PerDoubling;
                double end = first * within * Math.Pow(2, doublings);
                if (end > 0.5) break;
                ends.Add(end);
                ends.Add(1 - end);
            }
            for (int i = 1; i < elements; i++) ends.Add((double)i / elements);
            double[] sorted = [.. ends.Where((end, i) => end == 0 || end - ends.ElementAt(i - 1) > 1e-9)];
            int points = rule.Count;
            (Widths, Elements, Weights) = (new double[sorted.Length - 1], new int[sorted.Length - 1], new double[Nodes * (sorted.Length - 1) * points]);
            for (int i = 0; i < Widths.Length; i++)
            {
                Widths[i] = sorted[i + 1] - sorted[i];
                Elements[i] = Math.Min(elements - 1, (int)((sorted[i] + 0.5 * Widths[i]) * elements));
                for (int node = 0; node < Nodes; node++)
                {
                    double at = (sorted[i] + Widths[i] * (0.5 + (node - 1) * Math.Sqrt(0.15))) * elements - Elements[i];
                    for (int k = 0; k < points; k++)
                    {
                        double weight = 1;
                        for (int m = 0; m < points; m++)
                            if (m != k) weight *= (at - rule.Points[m]) / (rule.Points[k] - rule.Points[m]);
                        Weights[(Nodes * i + node) * points + k] = weight;
                    }
                }
            }
        }

        public double[] Widths { get; }

        public int[] Elements { get; }

        public double[] Weights { get; }
    }
}
