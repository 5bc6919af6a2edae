using System.Collections.Immutable;
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
    private readonly ProcessSite<T> _site;
    private readonly T[] _past, _states;
    private double _pressure;
    private T _pressed, _held;

    public ContactProcess(ContactCoefficients contact, ProcessSite<T> site)
    {
        _site = site;
        T Of(Func<ContactCoefficients, double> each) => site.Of(each);
        // Where it is held, gaps open and close and no more of it is lost.
        (_radius, _inverseLength, _decay) = (Of(each => each.Radius), Of(each => 1 / each.GapLength), site.IsHeld ? T.Constant(0) : Of(each => each.Decay));
        _volume = site.Curve<ContactCoefficients>(each => each.Volume);
        _reference = _volume.Evaluate(Of(each => each.Reference), out _);
        _press = each => (_pressure + each.Locked) / each.Modulus;
        _hold = each => Math.Min(1, Math.Pow(_pressure / each.Fabrication, each.Exponent));
        (_past, _states) = (new T[site.Points], new T[site.Points]);
        SetPressure(contact.Stack);
    }

    public override int States => 1;

    public override ImmutableArray<(BoundaryEffect Effect, string Cause)> Effects { get; } = [(BoundaryEffect.State, "contact")];

    public override void SetTemperature(T temperature, T thermal)
    {
    }

    public override void SetPressure(double pressure)
    {
        _pressure = pressure;
        (_pressed, _held) = (_site.Of(_press), _site.Of(_hold));
    }

    public override void Initialise(Span<T> states) => states.Fill(T.Constant(1));

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
