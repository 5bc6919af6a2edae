using System.Collections.Immutable;
using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>A resistive state of the active material's surface, coming and going with its lithium content. docs/physics.md (147).</summary>
/// <typeparam name="T">The number type.</typeparam>
internal sealed class SurfaceStateProcess<T> : BoundaryProcess<T>
    where T : unmanaged, IScalar<T>
{
    private readonly SurfaceStateCoefficients _coefficients;
    private readonly T _resistance, _onset, _coming, _going;
    private readonly T[] _past, _states;
    private T _warm;

    public SurfaceStateProcess(SurfaceStateCoefficients state, ProcessSite<T> site)
    {
        T Of(Func<SurfaceStateCoefficients, double> each) => site.Of(each);
        _coefficients = state;
        (_resistance, _onset, _coming, _going) = (Of(each => each.Resistance), Of(each => each.Onset), Of(each => each.Coming), Of(each => each.Going));
        (_past, _states) = (new T[site.Points], new T[site.Points]);
    }

    public override int States => 1;

    public override ImmutableArray<(BoundaryEffect Effect, string Cause)> Effects { get; } = [(BoundaryEffect.State, BoundaryCauses.SurfaceState)];

    public override void SetTemperature(T temperature, T thermal) => _warm = _coefficients.Activation.Factor(temperature);

    public override void Begin(ReadOnlySpan<T> history) => history.CopyTo(_past);

    public override void Evaluate(PointConditions<T> conditions)
    {
        T one = T.Constant(1), delay = T.Constant(conditions.Delay) * _warm;
        for (int k = 0; k < _past.Length; k++)
        {
            T shortage = _onset - conditions.Surfaces[k];
            T comes = shortage.Value > 0 ? delay * _coming * shortage : T.Constant(0);
            _states[k] = (_past[k] + comes) / (one + comes + delay * _going);
            conditions.Films[k] += _resistance * _states[k];
        }
    }

    public override void Finish(ReadOnlySpan<T> beyond, Span<T> states) => _states.CopyTo(states);

    public override void Weights(ReadOnlySpan<T> states, double content, Span<double> weights) => weights.Fill(0.1 / content);
}
