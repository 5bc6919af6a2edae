using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>
/// Particles that shrink draw back from the electrolyte: contact opens with the gap and comes back with it, and each opening loses some of what the stack's pressure does not hold. docs/physics.md (130) to (133).
/// </summary>
/// <remarks>The state is the share of the contact as assembled that is left where no gap is open. Contents and their rates are those to which the integrator comes on: they change a step at a time.</remarks>
/// <typeparam name="T">The number type.</typeparam>
internal sealed class ContactProcess<T> : BoundaryProcess<T>
    where T : unmanaged, IScalar<T>
{
    // Below this no current would find a way, and the equations no solution.
    private const double Least = 1e-6;

    private readonly T _radius, _inverseLength, _decay, _reference;
    private readonly VariedCurve<T> _volume;
    private readonly Func<ContactCoefficients, double> _press, _hold;
    private readonly CompositeCoefficients _coefficients, _above, _below;
    private readonly Variation<T> _variation;
    private readonly T[] _past, _states;
    private readonly T[]? _kept;
    private double _pressure;
    private T _pressed, _held;

    /// <summary>Contact of a composite; where shares are given that are to be kept, gaps open and close and no more of it is lost.</summary>
    public ContactProcess(CompositeCoefficients coefficients, CompositeCoefficients above, CompositeCoefficients below, Variation<T> variation, int points, T[]? kept = null)
    {
        _kept = kept;
        (_coefficients, _above, _below, _variation) = (coefficients, above, below, variation);
        T Of(Func<ContactCoefficients, double> each) => variation.Of(each(coefficients.Contact!), each(above.Contact!), each(below.Contact!));
        (_radius, _inverseLength, _decay) = (Of(each => each.Radius), Of(each => 1 / each.GapLength), kept is null ? Of(each => each.Decay) : T.Constant(0));
        _volume = new VariedCurve<T>(variation, coefficients.Contact!.Volume, above.Contact!.Volume, below.Contact!.Volume);
        _reference = _volume.Evaluate(Of(each => each.Reference), out _);
        _press = each => (_pressure + each.Locked) / each.Modulus;
        _hold = each => Math.Min(1, Math.Pow(_pressure / each.Fabrication, each.Exponent));
        (_past, _states) = (new T[points], new T[points]);
        SetPressure(coefficients.Contact!.Stack);
    }

    public override int States => 1;

    public override void SetTemperature(T temperature, T thermal)
    {
    }

    public override void SetPressure(double pressure)
    {
        T Of(Func<ContactCoefficients, double> each) => _variation.Of(each(_coefficients.Contact!), each(_above.Contact!), each(_below.Contact!));
        _pressure = pressure;
        (_pressed, _held) = (Of(_press), Of(_hold));
    }

    public override void Initialise(Span<T> states)
    {
        if (_kept is null) states.Fill(T.Constant(1));
        else _kept.CopyTo(states);
    }

    public override void Begin(ReadOnlySpan<T> history) => history.CopyTo(_past);

    public override void Evaluate(PointConditions<T> conditions)
    {
        T one = T.Constant(1);
        for (int k = 0; k < _past.Length; k++)
        {
            T open = Open(conditions.Contents[k], out T slope), rate = slope * conditions.Rates[k];
            T reach = rate.Value > 0 ? T.Constant(conditions.Delay) * _decay * rate : T.Constant(0);
            // (132), its implicit step.
            _states[k] = _past[k].Value > _held.Value ? (_past[k] + reach * _held) / (one + reach) : _past[k];
            T contact = _states[k] * (one - open);
            conditions.Contact[k] *= contact.Value > Least ? contact : T.Constant(Least);
        }
    }

    public override void Finish(ReadOnlySpan<T> beyond, Span<T> states) => _states.CopyTo(states);

    public override void Weights(ReadOnlySpan<T> states, double content, Span<double> weights) => weights.Fill(0.1 / content);

    public override T Released(ReadOnlySpan<T> states, int point) => T.Constant(0);

    public override void Book(ReadOnlySpan<T> states, int point, double weight, ILedger ledger)
    {
    }

    // 1 - exp(-gap/length), and its slope in the lithium content. docs/physics.md (130), (131).
    private T Open(T content, out T slope)
    {
        T volume = _volume.Evaluate(content, out double volumeSlope), root = Elementary.Exp(T.Constant(1.0 / 3) * Elementary.Log(volume / _reference));
        T gap = _radius * (T.Constant(1) - root - _pressed);
        slope = T.Constant(0);
        if (!(gap.Value > 0)) return T.Constant(0);
        T left = Elementary.Exp(-gap * _inverseLength);
        slope = -left * _inverseLength * _radius * root / (T.Constant(3) * volume) * T.Constant(volumeSlope);
        return T.Constant(1) - left;
    }
}
