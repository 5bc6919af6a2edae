using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>The electrolyte's reversible redox at the points of an electrode. docs/physics.md (34), (35).</summary>
/// <typeparam name="T">The number type.</typeparam>
internal sealed class RedoxProcess<T>
    where T : unmanaged, IScalar<T>
{
    // A change of the potential up to which both exponentials are followed as they are, and what more of it is worth, in units of RT/F.
    private const double Followed = 4, Folding = 2;

    // An exponent beyond which nothing is added, so far from any potential of a cell that a double would end.
    private const double LargestExponent = 600;

    private readonly T _potential, _rate, _chargePerArea, _area;
    private readonly T[] _own;
    private readonly double _anodic;
    private T _thermal;

    public RedoxProcess(CompositeCoefficients coefficients, CompositeCoefficients above, CompositeCoefficients below, Variation<T> variation, int points)
    {
        _own = new T[points];
        T Of(Func<CompositeCoefficients, double> each) => variation.Of(each(coefficients), each(above), each(below));
        (_potential, _rate, _chargePerArea, _area) = (Of(each => each.Redox!.Potential), Of(each => each.Redox!.RateConstant), Of(each => each.Redox!.ChargePerArea), Of(each => each.RedoxArea));
        _anodic = coefficients.Redox!.TransferCoefficient;
        Capacity = _chargePerArea * _area;
    }

    /// <summary>Charge of the reservoir per volume of electrode, C/m3.</summary>
    public T Capacity { get; }

    /// <summary>Takes RT/F, V.</summary>
    public void SetTemperature(T thermal) => _thermal = thermal;

    /// <summary>The state at rest at a potential.</summary>
    public T AtRest(T potential)
    {
        T one = T.Constant(1);
        double x = ((potential - _potential) / _thermal).Value;
        return x > 30 ? one - Elementary.Exp((_potential - potential) / _thermal) : one / (one + Elementary.Exp((_potential - potential) / _thermal));
    }

    /// <summary>The potential at rest in a state.</summary>
    public T Rest(T state)
    {
        double kept = Math.Clamp(state.Value, 1e-6, 1 - 1e-6);
        T clamped = kept == state.Value ? state : T.Constant(kept);
        return _potential + _thermal * Elementary.Log(clamped / (T.Constant(1) - clamped));
    }

    /// <summary>Takes the potentials from which an iteration starts.</summary>
    public void Begin(ReadOnlySpan<T> potentials) => potentials.CopyTo(_own);

    /// <summary>
    /// Goes after the potentials that an iteration came to, over a long way by its logarithm: linearised at one of them, an exponential is followed by that alone where the next one lies. Returns what is left, V.
    /// </summary>
    public double Follow(ReadOnlySpan<T> potentials)
    {
        double largest = 0, thermal = _thermal.Value;
        for (int k = 0; k < potentials.Length; k++)
        {
            double way = (potentials[k] - _own[k]).Value / thermal, size = Math.Abs(way);
            if (size <= Followed)
            {
                _own[k] = potentials[k];
                continue;
            }
            double gone = Followed + Folding * Math.Log(1 + (size - Followed) / Folding);
            largest = !(thermal * (size - gone) <= largest) ? thermal * (size - gone) : largest;
            _own[k] += T.Constant(thermal * Math.CopySign(gone, way));
        }
        return largest;
    }

    /// <summary>Currents per volume at the points and their slopes, at the end of a step of that delay; the state is eliminated. States count in shares of the whole reservoir, of which some may be gone. Where the process lags behind the potentials, its tangent is continued to them.</summary>
    public void Evaluate(double delay, ReadOnlySpan<T> past, ReadOnlySpan<T> potentials, ReadOnlySpan<T> reservoir, Span<T> currents, Span<double> slopes)
    {
        T reach = T.Constant(delay) * _rate / _chargePerArea;
        double perVolt = 1 / _thermal.Value, forward = _anodic * perVolt, backward = (_anodic - 1) * perVolt;
        for (int k = 0; k < potentials.Length; k++)
        {
            (T oxidation, T reduction) = Rates(_own[k]);
            T before = past[k], left = Reservoir(reservoir, past, k) - past[k], slowed = T.Constant(1) + reach * (oxidation + reduction);
            currents[k] = _area * _rate * (oxidation * left - before * reduction) / slowed;
            // Written as a sum of what is above 0: differences would lose all digits where the step is long.
            double own = forward * oxidation.Value * left.Value - backward * reduction.Value * before.Value, shared = reach.Value * oxidation.Value * (reduction.Value / slowed.Value) * perVolt;
            slopes[k] = Math.Max(0, (_area * _rate).Value * (own / slowed.Value + shared) / slowed.Value);
            if (_own[k].Value != potentials[k].Value) currents[k] += T.Constant(slopes[k]) * (potentials[k] - _own[k]);
        }
    }

    /// <summary>The states at the end of the step.</summary>
    public void Finish(double delay, ReadOnlySpan<T> past, ReadOnlySpan<T> potentials, ReadOnlySpan<T> reservoir, Span<T> states)
    {
        T reach = T.Constant(delay) * _rate / _chargePerArea;
        for (int k = 0; k < potentials.Length; k++)
        {
            (T oxidation, T reduction) = Rates(potentials[k]);
            states[k] = (past[k] + reach * oxidation * Reservoir(reservoir, past, k)) / (T.Constant(1) + reach * (oxidation + reduction));
        }
    }

    /// <summary>How the current per volume answers a potential about a state: at once by a conductance, S/m3, which the change of the state takes back at a rate, 1/s.</summary>
    public (double Conductance, double Rate) Slopes(double potential, double state)
    {
        (T oxidation, T reduction) = Rates(T.Constant(potential));
        double forward = oxidation.Value, backward = reduction.Value, perVolt = 1 / _thermal.Value;
        return ((_area * _rate).Value * perVolt * (_anodic * (1 - state) * forward + (1 - _anodic) * state * backward), (_rate / _chargePerArea).Value * (forward + backward));
    }

    // What is stored stays until it is reduced, however little of the reservoir is left.
    private static T Reservoir(ReadOnlySpan<T> reservoir, ReadOnlySpan<T> past, int point) => reservoir.IsEmpty ? T.Constant(1) : reservoir[point].Value > past[point].Value ? reservoir[point] : past[point];

    private (T Oxidation, T Reduction) Rates(T potential)
    {
        T x = (potential - _potential) / _thermal;
        if (Math.Abs(x.Value) > LargestExponent) x = T.Constant(Math.CopySign(LargestExponent, x.Value));
        return (Elementary.Exp(T.Constant(_anodic) * x), Elementary.Exp(T.Constant(_anodic - 1) * x));
    }
}
