using System.Globalization;
using Interphase.Numerics;

namespace Interphase.Descriptions;

/// <summary>Makes a curve from a formula by halving intervals until Hermite polynomials agree with it.</summary>
internal sealed class CurveTabulation
{
    private const int FirstIntervals = 64;
    private const int ScaleSamples = 128;

    // Half of what is promised, since the largest error can lie between two checked places.
    private const double CheckedTolerance = 0.5 * Curve.RelativeTolerance;
    private const double SlopeTolerance = 1e-7;

    // Slopes are not held to their tolerance in slivers that close in on a kink or an infinite slope.
    private const double SliverShare = 1e-7;
    private const double JumpShare = 1e-3;
    private const double PoleFactor = 1e4;

    // Operations that a tabulation may take; a derivative costs about as much as a value again, so that the bound is one of time: a fraction of a second.
    private const long MostWork = 10_000_000;
    private const int TaylorCost = 3, DualCost = 2;

    // The error of a quintic is largest in the middle, where the next knot would be; its slope's near 0.28 and 0.72.
    private static readonly double[] CheckedPlaces = [0.5, 0.276, 0.724, 0.1, 0.9];

    private readonly Formula _formula;
    private readonly double _lower, _upper;
    private readonly Extension _extension;
    private readonly List<double> _knots = [];
    private readonly List<double> _coefficients = [];
    private double _scale, _largestError;
    private long _work;

    internal CurveTabulation(Formula formula, double lower, double upper, Extension extension)
    {
        foreach (FormulaParameter parameter in formula.Parameters)
            formula = formula.Fix(parameter.Name, parameter.Value);
        (_formula, _lower, _upper, _extension) = (formula, lower, upper, extension);
    }

    internal CurveError? Error { get; private set; }

    internal Curve? Build()
    {
        if (!(_lower < _upper) || !double.IsFinite(_upper - _lower))
            return Refuse($"the range {Words(_lower)} to {Words(_upper)}", "a lower end below an upper end, both finite", null);
        if (!FindScale())
            return null;
        if (!_formula.DependsOn(_formula.Variables[0]))
            return Curve.Constant(_formula.Evaluate(_lower), _lower, _upper);
        Node first = At(_lower), left = first;
        if (Unusable(left))
            return null;
        var ahead = new Stack<Node>();
        for (int part = 1; part <= FirstIntervals; part++)
        {
            double share = (double)part / FirstIntervals, place = part == FirstIntervals ? _upper : _lower * (1 - share) + _upper * share;
            // A range of a few neighbouring numbers has no room for all parts.
            if (place <= left.X)
                continue;
            ahead.Push(At(place));
            while (ahead.TryPeek(out Node right))
            {
                if (Unusable(right))
                    return null;
                if (_work > MostWork)
                    return Refuse($"a formula of {_formula.Operations} operations that is still too rough beyond {Words(left.X)} after {_knots.Count} knots", "a shorter or a smoother formula, or a narrower range", left.X);
                if (!Fits(left, right, out double middle))
                {
                    if (Error is not null)
                        return null;
                    ahead.Push(At(middle));
                    continue;
                }
                if (_knots.Count >= Curve.MaximumKnots - 1)
                    return Refuse($"a formula that {Curve.MaximumKnots} knots cannot follow beyond {Words(left.X)}", "a smoother formula without a pole, or a narrower range", left.X);
                left = ahead.Pop();
            }
        }
        _knots.Add(left.X);
        double endSlope = left.Order > 0 ? left.Taylor.First : LastSlope();
        return new([.. _knots], [.. _coefficients], left.Taylor.Value, endSlope, _largestError,
            first.Order > 0 ? _extension : Extension.Constant, left.Order > 0 ? _extension : Extension.Constant);
    }

    // Accepts an interval, or says where to halve it.
    private bool Fits(Node left, Node right, out double middle)
    {
        double width = right.X - left.X;
        middle = left.X + width / 2;
        bool divisible = middle > left.X && middle < right.X;
        // Among a few neighbouring numbers no checked place is left between the ends, and a jump would pass for a steep slope.
        bool narrow = width <= 8 * (Math.BitIncrement(Math.Max(Math.Abs(left.X), Math.Abs(right.X))) - Math.Max(Math.Abs(left.X), Math.Abs(right.X)));
        if (narrow && Math.Abs(right.Taylor.Value - left.Taylor.Value) > JumpShare * _scale)
        {
            Refuse($"a jump from {Words(left.Taylor.Value)} to {Words(right.Taylor.Value)} at {Words(left.X)}", "a continuous formula", left.X);
            return false;
        }
        Span<double> c = stackalloc double[Curve.Stride];
        int order = Math.Min(left.Order, right.Order);
        // The coefficients of a very narrow interval can overflow; a lower degree does there.
        while (!Hermite(left.Taylor, right.Taylor, width, order, c))
            order--;
        if (divisible && !Agrees(left.X, width, order, c))
            return false;
        _knots.Add(left.X);
        foreach (double coefficient in c)
            _coefficients.Add(coefficient);
        return true;
    }

    private bool Agrees(double start, double width, int order, ReadOnlySpan<double> c)
    {
        double largest = 0;
        bool sliver = order == 0 || width < SliverShare * (_upper - _lower);
        foreach (double place in CheckedPlaces)
        {
            double x = start + place * width, t = x - start;
            _work += DualCost * _formula.Operations;
            Dual exact = _formula.Evaluate([Dual.Variable(x)]);
            double error = Math.Abs(c[0] + t * (c[1] + t * (c[2] + t * (c[3] + t * (c[4] + t * c[5])))) - exact.Value);
            if (!(error <= CheckedTolerance * _scale))
                return false;
            largest = Math.Max(largest, error);
            double slope = c[1] + t * (2 * c[2] + t * (3 * c[3] + t * (4 * c[4] + t * 5 * c[5])));
            if (!sliver && !(Math.Abs(slope - exact.Slope) <= SlopeTolerance * Math.Max(Math.Abs(exact.Slope), _scale / (_upper - _lower))))
                return false;
        }
        _largestError = Math.Max(_largestError, largest);
        return true;
    }

    // Order 2 uses values, slopes and curvatures of both ends, order 1 values and slopes, order 0 values.
    private static bool Hermite(Taylor left, Taylor right, double width, int order, Span<double> c)
    {
        c.Clear();
        c[0] = left.Value;
        double rise = right.Value - left.Value;
        if (order == 0)
        {
            c[1] = rise / width;
            if (!double.IsFinite(c[1]))
                c[1] = 0;
            return true;
        }
        double a = left.First * width, b = right.First * width;
        c[1] = left.First;
        if (order == 1)
        {
            c[2] = (3 * rise - 2 * a - b) / width / width;
            c[3] = (a + b - 2 * rise) / width / width / width;
        }
        else
        {
            double p = left.Second * width * width, q = right.Second * width * width;
            c[2] = left.Second / 2;
            c[3] = (10 * rise - 6 * a - 4 * b - 1.5 * p + 0.5 * q) / width / width / width;
            c[4] = (-15 * rise + 8 * a + 7 * b + 1.5 * p - q) / width / width / width / width;
            c[5] = (6 * rise - 3 * (a + b) + 0.5 * (q - p)) / width / width / width / width / width;
        }
        return double.IsFinite(c[1] + c[2] + c[3] + c[4] + c[5]);
    }

    private bool FindScale()
    {
        double least = double.PositiveInfinity, greatest = double.NegativeInfinity;
        for (int i = 0; i <= ScaleSamples; i++)
        {
            double share = (double)i / ScaleSamples, x = i == ScaleSamples ? _upper : _lower * (1 - share) + _upper * share, value = _formula.Evaluate(x);
            if (!double.IsFinite(value))
                return RefuseFault(_lower, _upper, x);
            least = Math.Min(least, value);
            greatest = Math.Max(greatest, value);
        }
        _scale = Math.Max(greatest - least, Math.Max(Math.Abs(least), Math.Abs(greatest)));
        return true;
    }

    private bool Unusable(Node node)
    {
        if (!double.IsFinite(node.Taylor.Value))
            return !RefuseFault(node.X, node.X, node.X);
        if (Math.Abs(node.Taylor.Value) <= PoleFactor * _scale)
            return false;
        Refuse($"the value {Words(node.Taylor.Value)} at {Words(node.X)}, against at most {Words(_scale)} elsewhere", "a formula without a pole", node.X);
        return true;
    }

    private bool RefuseFault(double lower, double upper, double at)
    {
        FormulaFault? fault = _formula.FirstFault(lower, upper);
        Refuse(fault is null ? $"no finite value at {Words(at)}" : $"{fault.Reason} at {Words(fault.At)}", "a finite value everywhere in the range", fault?.At ?? at);
        return false;
    }

    private Curve? Refuse(string found, string expected, double? at)
    {
        Error ??= new(found, expected, at);
        return null;
    }

    private double LastSlope()
    {
        ReadOnlySpan<double> c = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_coefficients)[^Curve.Stride..];
        return c[1];
    }

    private Node At(double x)
    {
        _work += TaylorCost * _formula.Operations;
        Taylor taylor = _formula.Expand(x);
        return new(x, taylor, !double.IsFinite(taylor.First) ? 0 : double.IsFinite(taylor.Second) ? 2 : 1);
    }

    private static string Words(double value) => value.ToString("G6", CultureInfo.InvariantCulture);

    private readonly record struct Node(double X, Taylor Taylor, int Order);
}
