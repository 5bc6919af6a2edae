using System.Collections.Immutable;
using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>
/// Particles that shrink draw back from the electrolyte: contact opens with the gap and comes back with it, and each opening loses some of what the stack's pressure does not hold. docs/physics.md (130) to (133).
/// </summary>
/// <remarks>The states are the share of the contact as assembled that is left where no gap is open, the share of the particles that came off, and how much of the product that fills gaps is there. Contents and their rates are those to which the integrator comes on: they change a step at a time.</remarks>
/// <typeparam name="T">The number type.</typeparam>
internal sealed class ContactProcess<T> : BoundaryProcess<T>
    where T : unmanaged, IScalar<T>
{
    // Below this no current would find a way, and the equations no solution.
    private const double Least = 1e-6, Straight = 40;

    private readonly T _radius, _inverseLength, _decay, _reference, _isolation, _isolatedShare, _healing, _healingPotential;
    private readonly double _healingRate;
    private readonly int _points, _healedAt = -1, _isolatedAt = -1;
    private readonly VariedCurve<T> _volume;
    private readonly Func<ContactCoefficients, double> _press, _hold;
    private readonly ProcessSite<T> _site;
    private readonly T[] _past, _states;
    private double _pressure;
    private T _pressed, _held, _thermal;

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
        (_isolation, _isolatedShare) = (site.IsHeld ? T.Constant(0) : Of(each => each.Isolation), Of(each => each.IsolatedShare));
        (_healing, _healingPotential, _healingRate) = (Of(each => each.Healing), Of(each => each.HealingPotential), contact.HealingRate);
        _points = site.Points;
        var effects = ImmutableArray.CreateBuilder<(BoundaryEffect, string)>();
        effects.Add((BoundaryEffect.State, BoundaryCauses.Contact));
        if (contact.Isolation > 0)
        {
            _isolatedAt = effects.Count * _points;
            effects.Add((BoundaryEffect.State, BoundaryCauses.Isolation));
        }
        if (contact.Healing > 0)
        {
            _healedAt = effects.Count * _points;
            effects.Add((BoundaryEffect.State, BoundaryCauses.Healing));
        }
        Effects = effects.ToImmutable();
        (_past, _states) = (new T[States * _points], new T[States * _points]);
        SetPressure(contact.Stack);
    }

    public override int States => Effects.Length;

    public override ImmutableArray<(BoundaryEffect Effect, string Cause)> Effects { get; }

    public override void SetTemperature(T temperature, T thermal) => _thermal = thermal;

    public override void SetPressure(double pressure)
    {
        _pressure = pressure;
        (_pressed, _held) = (_site.Of(_press), _site.Of(_hold));
    }

    public override void Initialise(Span<T> states)
    {
        states.Clear();
        states[.._points].Fill(T.Constant(1));
    }

    public override void Begin(ReadOnlySpan<T> history) => history.CopyTo(_past);

    public override void Evaluate(PointConditions<T> conditions)
    {
        T one = T.Constant(1), delay = T.Constant(conditions.Delay);
        for (int k = 0; k < _points; k++)
        {
            T healed = _healedAt < 0 ? T.Constant(0) : Healed(k, conditions);
            T open = Open(conditions.Contents[k], healed, out T slope), rate = slope * conditions.Rates[k];
            if (!(rate.Value > 0)) rate = T.Constant(0);
            T reach = delay * _decay * rate;
            // (132), its implicit step.
            _states[k] = _past[k].Value > _held.Value ? (_past[k] + reach * _held) / (one + reach) : _past[k];
            T contact = _states[k] * (one - open);
            conditions.Contact[k] *= contact.Value > Least ? contact : T.Constant(Least);
            if (_isolatedAt < 0) continue;
            // (136): grows as contact is lost, towards what the pressure does not hold.
            T most = _isolatedShare * (one - _held), gone = delay * _isolation * rate;
            T isolated = _past[_isolatedAt + k].Value < most.Value ? (_past[_isolatedAt + k] + gone * most) / (one + gone) : _past[_isolatedAt + k];
            _states[_isolatedAt + k] = isolated;
            conditions.Taking[k] *= one - isolated;
        }
    }

    // (137), its implicit step: the share of the product that fills gaps goes after what the potential asks for.
    private T Healed(int k, PointConditions<T> conditions)
    {
        T x = (conditions.Potentials[k] - _healingPotential) / _thermal, one = T.Constant(1);
        if (Math.Abs(x.Value) > Straight) x = T.Constant(Math.CopySign(Straight, x.Value));
        T reach = T.Constant(conditions.Delay * _healingRate);
        return _states[_healedAt + k] = (_past[_healedAt + k] + reach / (one + Elementary.Exp(x))) / (one + reach);
    }

    public override void Finish(ReadOnlySpan<T> beyond, Span<T> states) => _states.CopyTo(states);

    public override void Weights(ReadOnlySpan<T> states, double content, Span<double> weights) => weights.Fill(0.1 / content);

    // 1 - exp(-gap/length), and its slope in the lithium content. docs/physics.md (130), (131).
    private T Open(T content, T healed, out T slope)
    {
        T volume = _volume.Evaluate(content, out double volumeSlope), root = Elementary.Exp(T.Constant(1.0 / 3) * Elementary.Log(volume / _reference));
        T gap = _radius * (T.Constant(1) - root - _pressed) - _healing * healed;
        slope = T.Constant(0);
        if (!(gap.Value > 0)) return T.Constant(0);
        T left = Elementary.Exp(-gap * _inverseLength);
        slope = -left * _inverseLength * _radius * root / (T.Constant(3) * volume) * T.Constant(volumeSlope);
        return T.Constant(1) - left;
    }
}
