using System.Collections.Immutable;
using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>
/// Below a lithium content the surface of an oxide gives oxygen off and becomes a shell that holds no lithium and resists; the electrolyte beside it is oxidised, or binds the oxygen and keeps it. docs/physics.md (143) to (146).
/// </summary>
/// <remarks>The states are the thickness of the shell and the share of the places at its surface that have bound oxygen.</remarks>
/// <typeparam name="T">The number type.</typeparam>
internal sealed class LatticeOxygenProcess<T> : BoundaryProcess<T>
    where T : unmanaged, IScalar<T>
{
    private const double LeastLeft = 1e-3;

    private readonly LatticeOxygenCoefficients _coefficients;
    private readonly int _points;
    private readonly T _rate, _onset, _resistivity, _uses, _binding, _unbinding, _exponent;
    private readonly double _scale;
    private readonly T[] _past, _states;
    private T _now;

    public LatticeOxygenProcess(LatticeOxygenCoefficients oxygen, ProcessSite<T> site)
    {
        T Of(Func<LatticeOxygenCoefficients, double> each) => site.Of(each);
        (_coefficients, _points) = (oxygen, site.Points);
        (_rate, _onset, _uses, _binding, _unbinding, _exponent) = (Of(each => each.Rate), Of(each => each.Onset), Of(each => each.Uses), Of(each => each.Binding), Of(each => each.Unbinding), Of(each => each.SupplyExponent));
        _resistivity = double.IsFinite(oxygen.ShellIons) ? Of(each => 1 / each.ShellIons) : T.Constant(0);
        _scale = site.Composite.Classes.Min(each => each.Radius);
        (_past, _states) = (new T[States * _points], new T[States * _points]);
        Products = [new("oxygen", "active | electrolyte", oxygen.Limit)];
    }

    public override int States => _binding.Value > 0 ? 2 : 1;

    public override ImmutableArray<(BoundaryEffect Effect, string Cause)> Effects { get; } = [(BoundaryEffect.Shell, BoundaryCauses.ActiveVolume), (BoundaryEffect.Films, BoundaryCauses.Shells), (BoundaryEffect.Ions, BoundaryCauses.IonicPath)];

    public override bool ChangesIons => _coefficients.SupplyExponent != 0;

    public override ImmutableArray<BoundaryProduct> Products { get; }

    public override void SetTemperature(T temperature, T thermal) => _now = _rate * _coefficients.Activation.Factor(temperature);

    public override void Begin(ReadOnlySpan<T> history) => history.CopyTo(_past);

    public override void Evaluate(PointConditions<T> conditions)
    {
        T one = T.Constant(1), delay = T.Constant(conditions.Delay);
        for (int k = 0; k < _points; k++)
        {
            T shortage = _onset - conditions.Surfaces[k];
            if (!(shortage.Value > 0)) shortage = T.Constant(0);
            T free = one;
            if (States > 1)
            {
                // (145), its implicit step.
                T bind = delay * _binding * shortage;
                T bound = _states[_points + k] = (_past[_points + k] + bind) / (one + bind + delay * _unbinding);
                free = one - bound;
            }
            T shell = _states[k] = _past[k] + delay * _now * shortage * free;
            conditions.Shells[k] += shell;
            conditions.Films[k] += _resistivity * shell;
            T used = Used(shell);
            conditions.Used[k] += used;
            if (!ChangesIons) continue;
            T left = one - used;
            conditions.Ions[k] *= Elementary.Exp(_exponent * Elementary.Log(left.Value > LeastLeft ? left : T.Constant(LeastLeft)));
        }
    }

    public override void Finish(ReadOnlySpan<T> beyond, Span<T> states) => _states.CopyTo(states);

    public override void Weights(ReadOnlySpan<T> states, double content, Span<double> weights)
    {
        weights[.._points].Fill(1 / (content * _scale));
        if (States > 1) weights[_points..].Fill(0.1 / content);
    }

    public override void Book(ReadOnlySpan<T> states, int point, double weight, ILedger ledger)
    {
        // Its products keep the lithium of what was oxidised.
        double used = weight * _coefficients.Lithium * Used(states[point]).Value;
        ledger.Add("electrolyte", -used);
        ledger.Add("films", used);
    }

    public override double Amount(int product, ReadOnlySpan<T> states, int point) => 2 * PhysicalConstants.Faraday * _coefficients.Oxygen * _coefficients.Area * states[point].Value;

    // Share of the electrolyte that the oxygen of a shell has oxidised: no more than there is. docs/physics.md (146).
    private T Used(T shell) => T.Constant(1) - Elementary.Exp(-_uses * T.Constant(_coefficients.Area) * shell);
}
