using System.Collections.Immutable;
using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>
/// Cracks that grow with every change of the volume: Paris' law as a rate. In the active material they slow diffusion, and particles break away at their toughness; in the electrolyte they cut paths and contact. docs/physics.md (138) to (142).
/// </summary>
/// <remarks>The states are the growth of a crack over its length at the start, and the share of the particles that has broken away.</remarks>
/// <typeparam name="T">The number type.</typeparam>
internal sealed class CrackProcess<T> : BoundaryProcess<T>
    where T : unmanaged, IScalar<T>
{
    private const int Rounds = 40;
    private const double Settled = 1e-13;

    private readonly CrackCoefficients _cracks;
    private readonly int _points;
    private readonly VariedCurve<T> _volume;
    private readonly T _full, _coefficient, _modulus, _flaw, _length, _slowing, _wetting, _loosening, _threshold, _toughness;
    private readonly double _exponent, _range;
    private readonly T[] _past, _states;
    private readonly bool _breaks;

    public CrackProcess(CrackCoefficients cracks, ProcessSite<T> site)
    {
        T Of(Func<CrackCoefficients, double> each) => site.Of(each);
        (_cracks, _points, _exponent) = (cracks, site.Points, cracks.Exponent);
        _volume = site.Curve<CrackCoefficients>(each => each.Volume);
        _full = _volume.Evaluate(T.Constant(1), out _);
        (_coefficient, _modulus, _flaw, _length) = (Of(each => each.Coefficient), Of(each => each.Modulus * each.Shape), Of(each => each.Flaw), Of(each => each.Length));
        (_slowing, _wetting, _loosening, _threshold) = (Of(each => each.Slowing), Of(each => each.Wetting), Of(each => each.Loosening), Of(each => each.Threshold));
        _breaks = cracks.TakesActive;
        _toughness = _breaks ? Of(each => each.Toughness) : T.Constant(1);
        // The strain over all contents: the unit in which a change of strain counts towards breaking.
        for (int i = 0; i <= 100; i++) _range = Math.Max(_range, Math.Abs(Math.Cbrt(cracks.Volume.Value(i / 100.0) / cracks.Volume.Value(1)) - 1));
        (_past, _states) = (new T[States * _points], new T[States * _points]);
        Effects = cracks.Target == CrackTarget.Electrolyte
            ? [(BoundaryEffect.Ions, BoundaryCauses.ElectrolyteCracks), (BoundaryEffect.Contact, BoundaryCauses.ElectrolyteCracks)]
            : [(BoundaryEffect.Diffusion, BoundaryCauses.Cracks), (BoundaryEffect.Contact, BoundaryCauses.Cracks), (BoundaryEffect.Taking, BoundaryCauses.BrokenParticles)];
    }

    public override int States => _breaks ? 2 : 1;

    public override ImmutableArray<(BoundaryEffect Effect, string Cause)> Effects { get; }

    public override bool ChangesIons => _cracks.Target == CrackTarget.Electrolyte;

    public override void SetTemperature(T temperature, T thermal)
    {
    }

    public override void Begin(ReadOnlySpan<T> history) => history.CopyTo(_past);

    public override void Evaluate(PointConditions<T> conditions)
    {
        T one = T.Constant(1), delay = T.Constant(conditions.Delay);
        for (int k = 0; k < _points; k++)
        {
            T strain = Strain(conditions.Contents[k], out T slope), rate = slope * conditions.Rates[k];
            // Only how far it is from no strain matters, and how fast it moves.
            (T size, T speed) = (strain.Value < 0 ? -strain : strain, rate.Value < 0 ? -rate : rate);
            T grown = _states[k] = Grown(_past[k], size, delay * speed), crack = _flaw + grown;
            if (_breaks)
            {
                T hazard = Power(Intensity(size, crack) / _toughness, _cracks.Spread) * delay * speed * T.Constant(1 / _range);
                _states[_points + k] = (_past[_points + k] + hazard) / (one + hazard);
                conditions.Taking[k] *= one - _states[_points + k];
            }
            T relative = grown / _length;
            if (_cracks.Target == CrackTarget.Active)
            {
                conditions.Diffusion[k] *= one / (one + _slowing * relative);
                conditions.Contact[k] *= one + _wetting * relative;
            }
            else
            {
                conditions.Ions[k] *= Elementary.Exp(-relative);
                conditions.Contact[k] *= Elementary.Exp(-_loosening * relative);
            }
        }
    }

    public override void Finish(ReadOnlySpan<T> beyond, Span<T> states) => _states.CopyTo(states);

    public override void Weights(ReadOnlySpan<T> states, double content, Span<double> weights)
    {
        weights[.._points].Fill(0.1 / (content * _length.Value));
        if (_breaks) weights[_points..].Fill(0.1 / content);
    }

    // The implicit step of (138) for the growth of a crack.
    private T Grown(T past, T strain, T moved)
    {
        T grown = past;
        if (!(moved.Value > 0) || !(strain.Value > 0)) return grown;
        for (int round = 0; round < Rounds; round++)
        {
            // A crack ends where what it runs through does.
            T crack = _flaw + grown, intensity = Intensity(strain, crack), whole = T.Constant(1) - grown / _length, speed = PerStrain(strain, intensity, out double answer);
            if (!(whole.Value > 0)) return _length;
            T change = (grown - past - moved * speed * whole) / T.Constant(1 - moved.Value * (answer * 0.5 * intensity.Value / crack.Value * whole.Value - speed.Value / _length.Value));
            // Beyond the end the law means nothing.
            T next = grown - change;
            grown = next.Value > _length.Value ? T.Constant(0.5) * (grown + _length) : next.Value < past.Value ? T.Constant(0.5) * (grown + past) : next;
            if (Math.Abs(change.Value) <= Settled * crack.Value && (T.Order == 0 || round > 1)) break;
        }
        return grown;
    }

    // Growth per change of strain, and its slope in the stress intensity.
    private T PerStrain(T strain, T intensity, out double answer)
    {
        answer = 0;
        if (!(intensity.Value > _threshold.Value)) return T.Constant(0);
        T left = T.Constant(1) - (_threshold.Value > 0 ? Power(_threshold / intensity, _exponent) : T.Constant(0));
        T growth = T.Constant(0.5 * _exponent) * _coefficient * Power(intensity, _exponent) / strain;
        answer = _exponent * growth.Value / intensity.Value;
        return growth * left;
    }

    private T Intensity(T strain, T crack) => _modulus * strain * Elementary.Sqrt(T.Constant(Math.PI) * crack);

    private static T Power(T value, double exponent) => Elementary.Exp(T.Constant(exponent) * Elementary.Log(value));

    // Linear strain from full lithiation, and its slope in the content.
    private T Strain(T content, out T slope)
    {
        T volume = _volume.Evaluate(content, out double volumeSlope), root = Elementary.Exp(T.Constant(1.0 / 3) * Elementary.Log(volume / _full));
        slope = root / (T.Constant(3) * volume) * T.Constant(volumeSlope);
        return root - T.Constant(1);
    }
}
