using Interphase.Descriptions;
using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>The potential of a material that remembers: the lowest content so far, and on which branch it is, at the points of an electrode. docs/physics.md (37), (38).</summary>
/// <typeparam name="T">The number type.</typeparam>
internal sealed class PathDependence<T>
    where T : unmanaged, IScalar<T>
{
    private readonly VariedCurve<T> _later, _first, _gap;
    private readonly bool _hasFirst, _hasGap;
    private readonly double _start, _end, _rate;
    private readonly T[] _lowest, _pastMean, _pastBranch;
    private double _delay;

    public PathDependence(VariedCurve<T> later, Func<Func<PathCoefficients, Curve>, VariedCurve<T>> curve, PathCoefficients path, int points)
    {
        _later = later;
        (_hasFirst, _hasGap) = (path.FirstCharge is not null, path.Hysteresis is not null);
        if (_hasFirst) _first = curve(each => each.FirstCharge!);
        if (_hasGap) _gap = curve(each => each.Hysteresis!);
        (_start, _end, _rate) = (path.Start, path.End, path.Rate);
        (_lowest, _pastMean, _pastBranch) = (new T[points], new T[points], new T[points]);
    }

    /// <summary>The lowest content that a point has had when a step is accepted.</summary>
    public void Stand(int point, T lowest) => _lowest[point] = lowest;

    /// <summary>Begins a step of that delay.</summary>
    public void Begin(double delay, int point, T pastMean, T pastBranch) => (_delay, _pastMean[point], _pastBranch[point]) = (delay, pastMean, pastBranch);

    /// <summary>Mean content at the end of the step.</summary>
    public T Mean(int point, T supply) => _pastMean[point] + T.Constant(_delay) * supply;

    /// <summary>Lowest content so far at the end of the step.</summary>
    public T Lowest(int point, T supply)
    {
        T mean = Mean(point, supply);
        return mean.Value < _lowest[point].Value ? mean : _lowest[point];
    }

    /// <summary>Branch at the end of the step: 1 where lithium entered last, -1 where it left. The implicit step of (38), solved for it.</summary>
    public T Branch(int point, T supply)
    {
        T pace = T.Constant(_rate * _delay) * supply;
        T magnitude = pace.Value < 0 ? -pace : pace;
        return (_pastBranch[point] + pace) / (T.Constant(1) + magnitude);
    }

    /// <summary>The potential, with its slopes in the content at which curves are taken and in the supply.</summary>
    public T Evaluate(int point, T content, T supply, out double slope, out double supplySlope)
    {
        T branch = Branch(point, supply);
        T later = _later.Evaluate(content, out slope);
        supplySlope = 0;
        if (_hasGap)
        {
            T gap = _gap.Evaluate(content, out double gapSlope);
            later -= branch * gap;
            slope -= branch.Value * gapSlope;
            double pace = 1 + _rate * _delay * Math.Abs(supply.Value);
            supplySlope = -gap.Value * (_rate * _delay * (1 - Math.Sign(supply.Value) * branch.Value) / pace);
        }
        if (!_hasFirst) return later;
        T first = _first.Evaluate(content, out double firstSlope), mean = Mean(point, supply), lowest = Lowest(point, supply), one = T.Constant(1);
        // How much of the later curve a first charge has made, and how far the material has come back from new ground.
        T made = (T.Constant(_start) - lowest) / T.Constant(_start - _end);
        if (made.Value <= 0) made = T.Constant(0);
        else if (made.Value >= 1) made = one;
        T ground = Elementary.Exp((lowest - mean) / T.Constant(PathCoefficients.Width));
        T share = (one - ground) * made;
        bool isNew = mean.Value < _lowest[point].Value;
        double returning = isNew ? 0 : _delay * ground.Value / PathCoefficients.Width * made.Value;
        supplySlope = share.Value * supplySlope + returning * (later.Value - first.Value);
        slope = share.Value * slope + (1 - share.Value) * firstSlope;
        return share * later + (one - share) * first;
    }
}
