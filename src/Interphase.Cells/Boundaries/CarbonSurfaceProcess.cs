using System.Collections.Immutable;
using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>Two inventories on carbon that are used once: -OH groups that become sulfite and block, and a nitride whose product conducts and takes sulfur out of the film. docs/physics.md (148) to (151).</summary>
/// <remarks>The states are the charges that passed, mol of electrons per m3 of electrode.</remarks>
/// <typeparam name="T">The number type.</typeparam>
internal sealed class CarbonSurfaceProcess<T> : BoundaryProcess<T>
    where T : unmanaged, IScalar<T>
{
    private const int Inventories = 2;

    // An exponent beyond which an exponential goes on straight: no potential of a cell lies there, but one of an iteration may.
    private const double Straight = 40;

    private readonly CarbonSurfaceCoefficients _coefficients;
    private readonly int _points;
    private readonly T[] _all = new T[Inventories], _rates = new T[Inventories], _potentials = new T[Inventories], _warm = new T[Inventories];
    private readonly T _blocking, _converted, _covering;
    private readonly T[] _past, _states;
    private readonly double[] _slopes;
    private T _thermal;

    public CarbonSurfaceProcess(CarbonSurfaceCoefficients surface, ProcessSite<T> site)
    {
        T Of(Func<CarbonSurfaceCoefficients, double> each) => site.Of(each);
        (_coefficients, _points) = (surface, site.Points);
        (_all[0], _all[1]) = (Of(each => each.Groups * each.GroupElectrons * each.CarbonArea), Of(each => each.Nitride * each.NitrideElectrons * each.CarbonArea));
        (_rates[0], _rates[1]) = (Of(each => each.GroupRate), Of(each => each.NitrideRate));
        (_potentials[0], _potentials[1]) = (Of(each => each.GroupPotential), Of(each => each.NitridePotential));
        (_blocking, _converted) = (Of(each => each.Blocking / (each.GroupElectrons * each.CarbonArea)), Of(each => each.Converted));
        _covering = Of(each => 1 / (each.NitrideElectrons * each.Layer * each.CarbonArea));
        (_past, _states, _slopes) = (new T[States * _points], new T[States * _points], new double[States * _points]);
        Products = [new("sulfite", "carbon | electrolyte", surface.SulfiteLimit), new("MoS2", "carbon | electrolyte", surface.SulfideLimit)];
    }

    public override int States => Inventories;

    public override ImmutableArray<(BoundaryEffect Effect, string Cause)> Effects { get; } = [(BoundaryEffect.CarbonContacts, BoundaryCauses.Sulfite)];

    public override ImmutableArray<BoundaryProduct> Products { get; }

    public override void SetTemperature(T temperature, T thermal) => (_thermal, _warm[0], _warm[1]) = (thermal, _coefficients.GroupActivation.Factor(temperature), _coefficients.NitrideActivation.Factor(temperature));

    public override void Begin(ReadOnlySpan<T> history) => history.CopyTo(_past);

    public override void Evaluate(PointConditions<T> conditions)
    {
        const double faraday = PhysicalConstants.Faraday;
        T one = T.Constant(1);
        for (int k = 0; k < _points; k++)
        {
            for (int i = 0; i < Inventories; i++)
            {
                int at = i * _points + k;
                if (!(_all[i].Value > 0))
                {
                    (_states[at], _slopes[at]) = (_past[at], 0);
                    continue;
                }
                // (148), (149): what is left is used up at a rate that the potential sets.
                T rate = _rates[i] * _warm[i] * Exponential(conditions.Potentials[k] - _potentials[i], out double slope);
                T reach = T.Constant(conditions.Delay) * rate, left = (_all[i] - _past[at]) / (one + reach), current = T.Constant(faraday) * rate * left;
                double answer = current.Value * slope / (1 + reach.Value);
                _states[at] = _past[at] + reach * left;
                _slopes[at] = conditions.Delay / faraday * answer;
                conditions.Currents[k] += current;
                conditions.Slopes[k] += Math.Max(0, answer);
            }
            conditions.CarbonContacts[k] += _blocking * _states[k];
            if (!(_all[1].Value > 0)) continue;
            conditions.Converted[k] += _converted * (one - Elementary.Exp(-_states[_points + k] * _covering));
        }
    }

    public override void Finish(ReadOnlySpan<T> beyond, Span<T> states)
    {
        for (int s = 0; s < States; s++)
            for (int k = 0; k < _points; k++) states[s * _points + k] = _states[s * _points + k] + T.Constant(_slopes[s * _points + k]) * beyond[k];
    }

    public override void Weights(ReadOnlySpan<T> states, double content, Span<double> weights)
    {
        for (int i = 0; i < Inventories; i++) weights.Slice(i * _points, _points).Fill(_all[i].Value > 0 ? 0.1 / (content * _all[i].Value) : 0);
    }

    public override T Released(ReadOnlySpan<T> states, int point) => T.Constant(PhysicalConstants.Faraday) * (states[point] + states[_points + point]);

    public override void Book(ReadOnlySpan<T> states, int point, double weight, ILedger ledger) => ledger.Add("electrolyte", -weight * (states[point] + states[_points + point]).Value);

    // docs/physics.md (151).
    public override double Amount(int product, ReadOnlySpan<T> states, int point) => PhysicalConstants.Faraday * states[product * _points + point].Value;

    private T Exponential(T above, out double slope)
    {
        T x = T.Constant(_coefficients.TransferCoefficient) * above / _thermal;
        slope = _coefficients.TransferCoefficient / _thermal.Value;
        if (x.Value <= Straight) return Elementary.Exp(x);
        T straight = T.Constant(1 - Straight) + x;
        slope /= straight.Value;
        return T.Constant(Math.Exp(Straight)) * straight;
    }
}
