using System.Collections.Immutable;
using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>The resistance of a layer that ions have left: it does not change but with temperature. docs/physics.md (163), (164).</summary>
/// <typeparam name="T">The number type.</typeparam>
internal sealed class SpaceChargeProcess<T> : BoundaryProcess<T>
    where T : unmanaged, IScalar<T>
{
    private const int Pieces = 16;

    // Beyond this root of the drop over RT/F a double ends.
    private const double Largest = 26;

    private readonly T _drop, _perRoot, _conductivity;
    private readonly ThermalLaw _law;
    private T _resistance;

    public SpaceChargeProcess(SpaceChargeCoefficients layer, ProcessSite<T> site)
    {
        T Of(Func<SpaceChargeCoefficients, double> each) => site.Of(each);
        (_law, _drop, _conductivity) = (layer.Activation, Of(each => each.Drop), Of(each => each.Conductivity));
        // The width that a volt of it would have, over the root of a volt.
        _perRoot = Of(each => each.Width / Math.Sqrt(each.Drop));
    }

    public override int States => 0;

    public override ImmutableArray<(BoundaryEffect Effect, string Cause)> Effects { get; } = [(BoundaryEffect.Films, BoundaryCauses.SpaceCharge)];

    public override void SetTemperature(T temperature, T thermal)
    {
        T root = Elementary.Sqrt(_drop / thermal);
        if (root.Value > Largest) root = T.Constant(Largest);
        double sum = GaussLegendre.Integrate(at => Math.Exp(at * at), 0, root.Value, Pieces);
        // (164): the integral, whose slope is its last value.
        T integral = T.Compose(root, sum, Math.Exp(root.Value * root.Value), 0);
        _resistance = _perRoot * Elementary.Sqrt(thermal) * integral / (_conductivity * _law.Factor(temperature));
    }

    public override void Begin(ReadOnlySpan<T> history)
    {
    }

    public override void Evaluate(PointConditions<T> conditions)
    {
        for (int k = 0; k < conditions.Points; k++) conditions.Films[k] += _resistance;
    }

    public override void Finish(ReadOnlySpan<T> beyond, Span<T> states)
    {
    }

    public override void Weights(ReadOnlySpan<T> states, double content, Span<double> weights)
    {
    }
}
