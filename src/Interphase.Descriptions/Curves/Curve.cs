using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Interphase.Numerics;

namespace Interphase.Descriptions;

/// <summary>
/// A property of one variable as a hot loop wants it: piecewise polynomials of degree five or less, found by one look into a table, with exact slope, integral and inverse.
/// </summary>
/// <remarks>
/// Between its ends a curve has a continuous slope (a curve from a formula a continuous curvature too, except beside a place where the formula's own slope or curvature is infinite).
/// NaN gives NaN. Nothing here allocates after construction; a curve is immutable and safe to use from several threads. Argument and value are in SI.
/// </remarks>
public sealed class Curve
{
    /// <summary>Largest error of a curve made from a formula, as a share of the curve's scale: the larger of its largest magnitude and its span.</summary>
    public const double RelativeTolerance = 1e-9;

    /// <summary>Knots that a curve may have.</summary>
    public const int MaximumKnots = 20_000;

    internal const int Stride = 6;

    // Run-back that rounding alone can cause, as a share of the scale.
    private const double Rounding = 1e-13;

    private readonly double[] _knots;
    private readonly double[] _coefficients;
    private readonly double[] _areas;
    private readonly int[] _buckets;
    private readonly double _bucketsPerUnit, _lower, _upper, _lowerValue, _upperValue, _lowerSlope, _upperSlope;
    private readonly double _backFromRising, _backFromFalling, _areaAtZero;

    /// <summary>Takes arrays over: n + 1 ascending knots, and six coefficients in powers of the distance from the left knot for each of n intervals.</summary>
    internal Curve(double[] knots, double[] coefficients, double upperValue, double upperSlope, double accuracy, Extension lowerExtension, Extension upperExtension)
    {
        _knots = knots;
        _coefficients = coefficients;
        (_lower, _upper) = (knots[0], knots[^1]);
        (_lowerValue, _upperValue) = (coefficients[0], upperValue);
        (LowerExtension, UpperExtension) = (lowerExtension, upperExtension);
        _lowerSlope = lowerExtension == Extension.Linear ? coefficients[1] : 0;
        _upperSlope = upperExtension == Extension.Linear ? upperSlope : 0;
        EndSlope = upperSlope;
        Accuracy = accuracy;
        int intervals = knots.Length - 1;
        // Intervals come from halving: with buckets as narrow as most of them, the search after the look-up has nothing left to guess.
        _buckets = new int[Math.Clamp((int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)intervals) * 16, 16, 65_536) + 1];
        _bucketsPerUnit = (_buckets.Length - 1) / (_upper - _lower);
        FillBuckets();
        _areas = new double[knots.Length];
        for (int i = 0; i < intervals; i++)
            _areas[i + 1] = _areas[i] + Area(i, knots[i + 1] - knots[i]);
        (Minimum, Maximum, _backFromRising, _backFromFalling) = Extremes();
        _areaAtZero = Antiderivative(0);
    }

    // A curve times a factor and shifted: its places are those of the other, and its extremes follow.
    private Curve(Curve other, double factor, double offset)
    {
        (_knots, _buckets, _bucketsPerUnit, _lower, _upper) = (other._knots, other._buckets, other._bucketsPerUnit, other._lower, other._upper);
        _coefficients = new double[other._coefficients.Length];
        for (int i = 0; i < _coefficients.Length; i++)
            _coefficients[i] = factor * other._coefficients[i] + (i % Stride == 0 ? offset : 0);
        (_lowerValue, _upperValue) = (factor * other._lowerValue + offset, factor * other._upperValue + offset);
        (_lowerSlope, _upperSlope, EndSlope) = (factor * other._lowerSlope, factor * other._upperSlope, factor * other.EndSlope);
        (LowerExtension, UpperExtension, Accuracy) = (other.LowerExtension, other.UpperExtension, Math.Abs(factor) * other.Accuracy);
        _areas = new double[_knots.Length];
        for (int i = 0; i < _areas.Length; i++)
            _areas[i] = factor * other._areas[i] + offset * (_knots[i] - _lower);
        bool turned = factor < 0;
        (Minimum, Maximum) = (factor * (turned ? other.Maximum : other.Minimum) + offset, factor * (turned ? other.Minimum : other.Maximum) + offset);
        (_backFromRising, _backFromFalling) = turned ? (-factor * other._backFromFalling, -factor * other._backFromRising) : (factor * other._backFromRising, factor * other._backFromFalling);
        _areaAtZero = Antiderivative(0);
    }

    /// <summary>Lower end of the range.</summary>
    public double Lower => _lower;

    /// <summary>Upper end of the range.</summary>
    public double Upper => _upper;

    /// <summary>Least value in the range.</summary>
    public double Minimum { get; }

    /// <summary>Greatest value in the range.</summary>
    public double Maximum { get; }

    /// <summary>Largest distance from the formula that was found when the curve was made, in the unit of the value; 0 for a constant and for a table, which the curve is exact at.</summary>
    public double Accuracy { get; }

    /// <summary>How the curve goes on below its range. Constant where the formula's slope at that end is infinite.</summary>
    public Extension LowerExtension { get; }

    /// <summary>How the curve goes on above its range. Constant where the formula's slope at that end is infinite.</summary>
    public Extension UpperExtension { get; }

    /// <summary>The knots, ascending, both ends included.</summary>
    public ReadOnlySpan<double> Knots => _knots;

    private double EndSlope { get; }

    /// <summary>The same value everywhere.</summary>
    /// <param name="value">Finite, in SI.</param>
    /// <param name="lower">Lower end of the range, finite.</param>
    /// <param name="upper">Upper end of the range, finite, above <paramref name="lower"/>.</param>
    public static Curve Constant(double value, double lower = 0, double upper = 1)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(lower, upper);
        return new([lower, upper], [value, 0, 0, 0, 0, 0], value, 0, 0, Extension.Constant, Extension.Constant);
    }

    /// <summary>
    /// Tabulates a formula of one variable to within <see cref="RelativeTolerance"/> of its scale, checked between the knots; slopes to about 1e-7 of the larger of the slope itself and scale over range.
    /// </summary>
    /// <remarks>
    /// Knots carry the formula's exact first and second derivative and are halved until the checks hold. Where a slope is infinite (a square root at its end), the knots
    /// close in on the place by halves, and the last sliver, too narrow to matter, is a straight line; the tolerance holds there too, and the curve goes on outside as a constant.
    /// A formula that is not finite somewhere, jumps, has a pole or needs more than <see cref="MaximumKnots"/> knots is refused. A spike narrower than about 1/400 of the range may be missed.
    /// </remarks>
    /// <param name="formula">Of exactly one variable; parameters take their own values.</param>
    /// <param name="lower">Lower end of the range, in SI.</param>
    /// <param name="upper">Upper end of the range, in SI, above <paramref name="lower"/>.</param>
    /// <param name="curve">The curve, or null.</param>
    /// <param name="error">Why there is none, or null.</param>
    /// <param name="extension">How it goes on outside its range.</param>
    /// <exception cref="ArgumentException">The formula has more or fewer variables than one.</exception>
    public static bool TryTabulate(
        Formula formula, double lower, double upper, [NotNullWhen(true)] out Curve? curve, [NotNullWhen(false)] out CurveError? error, Extension extension = Extension.Linear)
    {
        if (formula.Variables.Count != 1)
            throw new ArgumentException($"A curve has one variable; '{formula.Text}' has {formula.Variables.Count}. Fix the others first.", nameof(formula));
        var tabulation = new CurveTabulation(formula, lower, upper, extension);
        curve = tabulation.Build();
        error = tabulation.Error;
        return curve is not null;
    }

    /// <summary>A curve through every row of a table by monotone cubics: exact at the rows, never beyond two neighbours, and rising or falling where they do.</summary>
    /// <param name="arguments">Ascending, finite, at least two, in SI.</param>
    /// <param name="values">As many, finite, in SI.</param>
    /// <param name="curve">The curve, or null.</param>
    /// <param name="error">Which row is wrong and why, or null.</param>
    /// <param name="extension">How it goes on outside its range.</param>
    public static bool TryInterpolate(
        ReadOnlySpan<double> arguments, ReadOnlySpan<double> values, [NotNullWhen(true)] out Curve? curve, [NotNullWhen(false)] out CurveError? error, Extension extension = Extension.Linear)
    {
        curve = null;
        error = CurveTable.Check(arguments, values);
        if (error is null)
            curve = CurveTable.Build(arguments, values, extension, out error);
        return curve is not null;
    }

    /// <summary>The value at <paramref name="x"/>.</summary>
    /// <param name="x">Any value; outside the range the curve goes on as its extensions say.</param>
    public double Value(double x)
    {
        if (!(x >= _lower && x < _upper))
            return Outside(x, out _);
        int i = Interval(x);
        ReadOnlySpan<double> c = _coefficients.AsSpan(i * Stride, Stride);
        return Polynomial(c, x - _knots[i]);
    }

    /// <summary>The slope at <paramref name="x"/>.</summary>
    /// <param name="x">Any value.</param>
    public double Slope(double x)
    {
        Evaluate(x, out _, out double slope);
        return slope;
    }

    /// <summary>Value and slope at <paramref name="x"/>.</summary>
    /// <param name="x">Any value.</param>
    /// <param name="value">The value.</param>
    /// <param name="slope">The derivative of the curve as it is, so that a Newton iteration sees one function.</param>
    public void Evaluate(double x, out double value, out double slope)
    {
        if (!(x >= _lower && x < _upper))
        {
            value = Outside(x, out slope);
            return;
        }
        int i = Interval(x);
        ReadOnlySpan<double> c = _coefficients.AsSpan(i * Stride, Stride);
        double t = x - _knots[i];
        value = Polynomial(c, t);
        slope = Derivative(c, t);
    }

    /// <summary>Values at many places. Allocates nothing.</summary>
    /// <param name="x">Any values.</param>
    /// <param name="values">Filled; as long as <paramref name="x"/>.</param>
    public void Evaluate(ReadOnlySpan<double> x, Span<double> values)
    {
        CheckLength(x.Length, values.Length);
        for (int i = 0; i < x.Length; i++)
            values[i] = Value(x[i]);
    }

    /// <summary>Values and slopes at many places. Allocates nothing.</summary>
    /// <param name="x">Any values.</param>
    /// <param name="values">Filled; as long as <paramref name="x"/>.</param>
    /// <param name="slopes">Filled; as long as <paramref name="x"/>.</param>
    public void Evaluate(ReadOnlySpan<double> x, Span<double> values, Span<double> slopes)
    {
        CheckLength(x.Length, values.Length);
        CheckLength(x.Length, slopes.Length);
        for (int i = 0; i < x.Length; i++)
            Evaluate(x[i], out values[i], out slopes[i]);
    }

    /// <summary>The second derivative at <paramref name="x"/>; 0 outside the range and, by convention, at its upper end.</summary>
    /// <param name="x">Any value.</param>
    public double SecondDerivative(double x)
    {
        if (!(x >= _lower && x < _upper))
            return double.IsNaN(x) ? x : 0;
        int i = Interval(x);
        ReadOnlySpan<double> c = _coefficients.AsSpan(i * Stride, Stride);
        double t = x - _knots[i];
        return 2 * c[2] + t * (6 * c[3] + t * (12 * c[4] + t * 20 * c[5]));
    }

    /// <summary>The integral of the curve, exact for its polynomials and its extensions; its sign turns with the ends.</summary>
    /// <param name="from">Any finite value.</param>
    /// <param name="to">Any finite value.</param>
    public double Integral(double from, double to) => Antiderivative(to) - Antiderivative(from);

    /// <summary>The integral of the curve from 0, and the value at its end, found at once.</summary>
    /// <param name="to">Any finite value.</param>
    /// <param name="value">The value there.</param>
    public double IntegralFromZero(double to, out double value)
    {
        if (!(to >= _lower && to < _upper))
        {
            value = Outside(to, out _);
            return Antiderivative(to) - _areaAtZero;
        }
        int i = Interval(to);
        ReadOnlySpan<double> c = _coefficients.AsSpan(i * Stride, Stride);
        double t = to - _knots[i], square = t * t;
        value = Polynomial(c, t);
        double low = Math.FusedMultiplyAdd(0.5 * c[1], t, c[0]), middle = Math.FusedMultiplyAdd(0.25 * c[3], t, c[2] * (1.0 / 3)), high = Math.FusedMultiplyAdd(c[5] * (1.0 / 6), t, 0.2 * c[4]);
        return _areas[i] - _areaAtZero + t * Math.FusedMultiplyAdd(Math.FusedMultiplyAdd(high, square, middle), square, low);
    }

    /// <summary>
    /// Whether the curve never runs against a direction over its range, apart from what its <see cref="Accuracy"/> and rounding allow. A constant runs both ways.
    /// </summary>
    /// <param name="direction">Rising or falling.</param>
    public bool IsMonotone(Direction direction)
    {
        double scale = Math.Max(Math.Max(Math.Abs(Minimum), Math.Abs(Maximum)), Maximum - Minimum);
        return (direction == Direction.Rising ? _backFromRising : _backFromFalling) <= Math.Max(2 * Accuracy, Rounding * scale);
    }

    /// <summary>The argument at which a monotone curve has a value; one of them where it is flat.</summary>
    /// <param name="value">Any value, in SI.</param>
    /// <returns>Outside the curve's values, the place on its extension, or NaN where the extension never gets there.</returns>
    /// <exception cref="InvalidOperationException">The curve is not monotone; ask <see cref="IsMonotone"/> first.</exception>
    public double Inverse(double value)
    {
        bool rising = _upperValue >= _lowerValue;
        if (!IsMonotone(rising ? Direction.Rising : Direction.Falling))
            throw new InvalidOperationException("A curve that rises and falls has no inverse.");
        double sign = rising ? 1 : -1;
        if (double.IsNaN(value))
            return value;
        if (value == _lowerValue)
            return _lower;
        if (value == _upperValue)
            return _upper;
        if (sign * value < sign * _lowerValue)
            return sign * _lowerSlope > 0 ? _lower + (value - _lowerValue) / _lowerSlope : double.NaN;
        if (sign * value > sign * _upperValue)
            return sign * _upperSlope > 0 ? _upper + (value - _upperValue) / _upperSlope : double.NaN;
        int below = 0, above = _knots.Length - 1;
        while (above - below > 1)
        {
            int middle = (below + above) / 2;
            if (sign * _coefficients[middle * Stride] <= sign * value)
                below = middle;
            else
                above = middle;
        }
        double start = _knots[below], width = _knots[above] - start;
        double distance = BracketedRoot.Find(new Piece(this, below, value), 0, width);
        // Rounding can put the polynomial's right end just short of the next knot's value.
        return double.IsNaN(distance) ? _knots[above] : Math.Min(start + distance, _knots[above]);
    }

    /// <summary>The curve with every value multiplied and shifted, for a change of unit.</summary>
    /// <param name="factor">Finite.</param>
    /// <param name="offset">Finite, added after the multiplication.</param>
    public Curve Scaled(double factor, double offset = 0) => new(this, factor, offset);

    /// <summary>Range and values in one line.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture,
        $"curve on [{Lower:G6}, {Upper:G6}], values {Minimum:G6} to {Maximum:G6}, {_knots.Length} knots");

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Interval(double x)
    {
        int[] buckets = _buckets;
        double[] knots = _knots;
        int bucket = Math.Min((int)((x - _lower) * _bucketsPerUnit), buckets.Length - 2);
        int low = buckets[bucket], high = buckets[bucket + 1];
        // Knots that close in on an infinite slope crowd one bucket.
        while (high - low > 4)
        {
            int middle = (low + high + 1) >> 1;
            if (x >= knots[middle])
                low = middle;
            else
                high = middle - 1;
        }
        while (low < high && x >= knots[low + 1])
            low++;
        return low;
    }

    // The two halves of the polynomial are independent, which halves the latency of a plain Horner chain.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Polynomial(ReadOnlySpan<double> c, double t)
    {
        double square = t * t;
        double low = Math.FusedMultiplyAdd(c[1], t, c[0]), middle = Math.FusedMultiplyAdd(c[3], t, c[2]), high = Math.FusedMultiplyAdd(c[5], t, c[4]);
        return Math.FusedMultiplyAdd(Math.FusedMultiplyAdd(high, square, middle), square, low);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Derivative(ReadOnlySpan<double> c, double t)
    {
        double square = t * t;
        double low = Math.FusedMultiplyAdd(2 * c[2], t, c[1]), middle = Math.FusedMultiplyAdd(4 * c[4], t, 3 * c[3]);
        return Math.FusedMultiplyAdd(Math.FusedMultiplyAdd(5 * c[5], square, middle), square, low);
    }

    private double Outside(double x, out double slope)
    {
        if (double.IsNaN(x))
            return slope = x;
        bool below = x < _lower;
        slope = below ? _lowerSlope : _upperSlope;
        double value = below ? _lowerValue : _upperValue, distance = x - (below ? _lower : _upper);
        // At the upper end itself the slope is the curve's, whatever the extension.
        if (distance == 0)
            slope = EndSlope;
        return slope == 0 || distance == 0 ? value : value + slope * distance;
    }

    private double Antiderivative(double x)
    {
        if (!(x >= _lower && x < _upper))
        {
            bool below = x < _lower;
            double distance = x - (below ? _lower : _upper);
            return below ? distance * (_lowerValue + 0.5 * _lowerSlope * distance) : _areas[^1] + distance * (_upperValue + 0.5 * _upperSlope * distance);
        }
        int i = Interval(x);
        return _areas[i] + Area(i, x - _knots[i]);
    }

    private double Area(int interval, double t)
    {
        ReadOnlySpan<double> c = _coefficients.AsSpan(interval * Stride, Stride);
        return t * (c[0] + t * (c[1] / 2 + t * (c[2] / 3 + t * (c[3] / 4 + t * (c[4] / 5 + t * (c[5] / 6))))));
    }

    // The bucket of a place grows with the place, so the interval of x lies between those that begin in its bucket's first and last place.
    private void FillBuckets()
    {
        int last = _buckets.Length - 2, interval = 0;
        for (int bucket = 0; bucket <= last; bucket++)
        {
            while (interval < _knots.Length - 2 && Math.Min((int)((_knots[interval + 1] - _lower) * _bucketsPerUnit), last) < bucket)
                interval++;
            _buckets[bucket] = interval;
        }
        _buckets[last + 1] = _knots.Length - 2;
    }

    private (double Minimum, double Maximum, double BackFromRising, double BackFromFalling) Extremes()
    {
        double least = _lowerValue, greatest = _lowerValue, backFromRising = 0, backFromFalling = 0;
        Span<double> slope = stackalloc double[Stride - 1], turns = stackalloc double[Stride - 1];
        for (int i = 0; i < _knots.Length - 1; i++)
        {
            ReadOnlySpan<double> c = _coefficients.AsSpan(i * Stride, Stride);
            for (int k = 1; k < Stride; k++)
                slope[k - 1] = k * c[k];
            int count = BernsteinRoots.Find(slope, _knots[i + 1] - _knots[i], turns);
            for (int k = 0; k <= count; k++)
            {
                double value = k < count ? Polynomial(c, turns[k]) : i + 1 < _knots.Length - 1 ? _coefficients[(i + 1) * Stride] : _upperValue;
                greatest = Math.Max(greatest, value);
                least = Math.Min(least, value);
                backFromRising = Math.Max(backFromRising, greatest - value);
                backFromFalling = Math.Max(backFromFalling, value - least);
            }
        }
        return (least, greatest, backFromRising, backFromFalling);
    }

    private static void CheckLength(int places, int results)
    {
        if (places != results)
            throw new ArgumentException($"{places} places ask for {places} results; there is room for {results}.");
    }

    private readonly struct Piece(Curve curve, int interval, double target) : ISlopedFunction
    {
        public void Evaluate(double x, out double value, out double slope)
        {
            ReadOnlySpan<double> c = curve._coefficients.AsSpan(interval * Stride, Stride);
            value = Polynomial(c, x) - target;
            slope = Derivative(c, x);
        }
    }
}
