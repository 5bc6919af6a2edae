using System.Numerics;
using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>
/// Ions and electrons along an electrode whose points have admittances: in closed form where these are equal, otherwise by layers of fourth order that grow finer towards both ends as the current
/// enters less deep. docs/physics.md (47), (48); docs/numerics.md, section 6.
/// </summary>
internal sealed class LayeredLine
{
    // Widest layer at an end, how deep layers are halved towards it, and how wide the first one may be in units of the depth that the current enters.
    private const double Widest = 0.14, Depth = 0.7;
    private const int Halvings = 24;

    private static readonly double[] s_within = [Widest, 0.23, 0.35, 0.5, 0.65, 0.77, 1 - Widest];
    private readonly int _points;
    private readonly Level?[] _levels = new Level?[Halvings + 1];
    private readonly GaussRule _rule;
    private readonly int _elements;
    private readonly Complex[] _logarithms;

    public LayeredLine(int elements, int points)
    {
        (_elements, _points, _rule) = (elements, points, new GaussRule(points));
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
        Complex first = admittances[0];
        for (int k = 0; k < _logarithms.Length; k++)
        {
            // Admittances are interpolated by their logarithms, which keeps them positive however much they differ.
            _logarithms[k] = k == 0 ? 0 : Complex.Log(admittances[k] / first);
            largest = Math.Max(largest, Complex.Abs(admittances[k]));
        }
        double steepness = length * Math.Sqrt(both * largest), widest = Widest;
        int level = 0;
        while (level < Halvings && widest * steepness > Depth) (level, widest) = (level + 1, widest / 2);
        Level layers = _levels[level] ??= new Level(level, _elements, _rule);
        Complex left = 0, through = 0, right = 0;
        for (int i = 0; i < layers.Widths.Length; i++)
        {
            double width = layers.Widths[i] * length, bend = width * width * both;
            Complex near = first * Interpolate(layers, i, 0), far = first * Interpolate(layers, i, 1), mean = 0.5 * (near + far), twist = Level.Twist * bend * (near - far);
            Complex square = twist * twist + bend * mean, inverse = 1 / (width * mean);
            HyperbolicExcess.Both(square, out Complex coth, out Complex csch);
            Complex own = 1 + square * coth, here = (own - twist) * inverse, there = (own + twist) * inverse, across = (1 + square * csch) * inverse;
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
        ReadOnlySpan<double> weights = layers.Weights.AsSpan((2 * layer + node) * _points, _points);
        ReadOnlySpan<Complex> logarithms = _logarithms.AsSpan(layers.Elements[layer] * _points, _points);
        double real = 0, imaginary = 0;
        for (int k = 0; k < weights.Length; k++)
        {
            real += weights[k] * logarithms[k].Real;
            imaginary += weights[k] * logarithms[k].Imaginary;
        }
        double size = Math.Exp(real);
        (double sine, double cosine) = Math.SinCos(imaginary);
        return new Complex(size * cosine, size * sine);
    }

    // Layers whose first and last are halved a number of times; the ends of elements are ends of layers.
    private sealed class Level
    {
        public const double Twist = 0.14433756729740643;

        public Level(int halvings, int elements, GaussRule rule)
        {
            var ends = new SortedSet<double>(s_within) { 0, 1 };
            for (int i = 1; i <= halvings; i++)
            {
                double end = Widest * Math.Pow(0.5, i);
                ends.Add(end);
                ends.Add(1 - end);
            }
            for (int i = 1; i < elements; i++) ends.Add((double)i / elements);
            double[] sorted = [.. ends.Where((end, i) => end == 0 || end - ends.ElementAt(i - 1) > 1e-9)];
            int points = rule.Count;
            (Widths, Elements, Weights) = (new double[sorted.Length - 1], new int[sorted.Length - 1], new double[2 * (sorted.Length - 1) * points]);
            for (int i = 0; i < Widths.Length; i++)
            {
                Widths[i] = sorted[i + 1] - sorted[i];
                Elements[i] = Math.Min(elements - 1, (int)((sorted[i] + 0.5 * Widths[i]) * elements));
                for (int node = 0; node < 2; node++)
                {
                    double at = (sorted[i] + Widths[i] * (0.5 + (node - 0.5) / Math.Sqrt(3))) * elements - Elements[i];
                    for (int k = 0; k < points; k++)
                    {
                        double weight = 1;
                        for (int m = 0; m < points; m++)
                            if (m != k) weight *= (at - rule.Points[m]) / (rule.Points[k] - rule.Points[m]);
                        Weights[(2 * i + node) * points + k] = weight;
                    }
                }
            }
        }

        public double[] Widths { get; }

        public int[] Elements { get; }

        public double[] Weights { get; }
    }
}
