using System.Collections.Immutable;
using Interphase.Descriptions;
using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>A law written as a formula, with its stoichiometry: a film that grows on a boundary, or active material that goes out of use. docs/physics.md (159) to (161).</summary>
/// <remarks>The state is the thickness of the film, or the share that is lost.</remarks>
/// <typeparam name="T">The number type.</typeparam>
internal sealed class GrowthProcess<T> : BoundaryProcess<T>
    where T : unmanaged, IScalar<T>
{
    private const int Overpotential = 0, Potential = 1, Size = 2, Content = 3, Temperature = 4, Rounds = 40;
    private const double Settled = 1e-13, Scale = 1e-9;

    // How far around a state that leads nowhere a formula is looked at, V and in steps, and rates that nothing has, m/s and 1/s.
    private const double Around = 0.25, LargestGrowth = 0.3, LargestLoss = 1e6;
    private const int Tried = 500;

    private readonly GrowthCoefficients _growth;
    private readonly BoundaryLaw _above, _below;
    private readonly Variation<T> _variation;
    private readonly int _points;
    private readonly T _resistivity, _perThickness, _uses;
    private readonly T[] _past, _states;
    private readonly double[] _slopes;
    private T _temperature;

    public GrowthProcess(GrowthCoefficients growth, ProcessSite<T> site)
    {
        T Of(Func<GrowthCoefficients, double> each) => site.Of(each);
        (_growth, _points, _variation) = (growth, site.Points, site.Variation);
        (_above, _below) = (((GrowthCoefficients)site.Above.Boundaries[site.Index]).Law, ((GrowthCoefficients)site.Below.Boundaries[site.Index]).Law);
        _resistivity = Of(each => each.Resistivity);
        // Amounts per volume of electrode and thickness: of product, and of electrons with it.
        (_perThickness, _uses) = (Of(each => each.Electrons * each.Area / each.Volume), Of(each => each.Uses * each.Area / each.Volume));
        (_past, _states, _slopes) = (new T[_points], new T[_points], new double[_points]);
        Effects = growth.IsLoss ? [(BoundaryEffect.Taking, growth.Name)] : growth.OnCarbon ? [(BoundaryEffect.CarbonContacts, growth.Name)] : [(BoundaryEffect.Films, growth.Name)];
    }

    public override int States => 1;

    public override ImmutableArray<(BoundaryEffect Effect, string Cause)> Effects { get; }

    public override void SetTemperature(T temperature, T thermal) => _temperature = temperature;

    public override void Begin(ReadOnlySpan<T> history) => history.CopyTo(_past);

    public override void Evaluate(PointConditions<T> conditions)
    {
        double delay = conditions.Delay;
        for (int k = 0; k < _points; k++)
        {
            T size = _states[k] = Solved(conditions, k, delay, out _slopes[k]);
            if (_growth.IsLoss)
            {
                conditions.Taking[k] *= T.Constant(1) - size;
                continue;
            }
            if (_growth.OnCarbon) conditions.CarbonContacts[k] += _resistivity * size;
            else conditions.Films[k] += _resistivity * size;
            conditions.Used[k] += _uses * size;
            if (_growth.Electrons == 0) continue;
            // What flows is what the thickness says; at an instant, what it is about to say.
            T pace = delay > 0 ? (size - _past[k]) / T.Constant(delay) : Rate(conditions, k, size, out _, out _slopes[k]);
            double answer = delay > 0 ? _slopes[k] / delay : _slopes[k];
            conditions.Currents[k] += T.Constant(PhysicalConstants.Faraday) * _perThickness * pace;
            conditions.Slopes[k] += PhysicalConstants.Faraday * _perThickness.Value * answer;
            if (delay == 0) _slopes[k] = 0;
        }
    }

    public override void Finish(ReadOnlySpan<T> beyond, Span<T> states)
    {
        for (int k = 0; k < _points; k++) states[k] = _states[k] + T.Constant(_slopes[k]) * beyond[k];
    }

    public override void Weights(ReadOnlySpan<T> states, double content, Span<double> weights)
    {
        // Of a film, what has grown so far is the scale of what grows.
        for (int k = 0; k < _points; k++) weights[k] = _growth.IsLoss ? 0.1 / content : 1 / (100 * content * (Math.Abs(states[k].Value) + Scale));
    }

    public override T Released(ReadOnlySpan<T> states, int point) => T.Constant(PhysicalConstants.Faraday) * _perThickness * states[point];

    public override void Book(ReadOnlySpan<T> states, int point, double weight, ILedger ledger)
    {
        double used = _growth.Lithium * (_uses * states[point]).Value, given = (_perThickness * states[point]).Value;
        if (used != 0 || given != 0)
        {
            ledger.Add("electrolyte", -weight * Math.Max(used, given));
            ledger.Add("films", weight * (Math.Max(used, given) - given));
        }
    }

    public override Problem? Fault(PointConditions<T> conditions)
    {
        for (int k = 0; k < _points; k++)
        {
            double eta = (conditions.Potentials[k] - conditions.Equilibria[k]).Value, potential = conditions.Potentials[k].Value, size = _past[k].Value, content = conditions.Surfaces[k].Value;
            double At(double shift, double factor) => _growth.Law.Rate<Real>([new Real(eta + shift), new Real(potential + shift), new Real(factor * size), new Real(content), new Real(_temperature.Value)]).Value;
            Problem Told(double shift, double factor, string found) =>
                new(_growth.Place, _growth.Path, $"{GrowthFields.Without(eta + shift, potential + shift, factor * size, content, _temperature.Value)}, {found}", GrowthFields.Everywhere, GrowthFields.Guard);
            const string near = "where the run came near";
            if (LawScan.Find(shift => At(shift, 1), -Around, Around, Tried) is { } shifted) return Told(shifted, 1, near);
            if (size > 0 && LawScan.Find(x => At(0, Math.Pow(2, x)), -1, 1, Tried) is { } grown) return Told(0, Math.Pow(2, grown), near);
            double value = At(0, 1);
            if (Math.Abs(value) > (_growth.IsLoss ? LargestLoss : LargestGrowth)) return Told(0, 1, $"but {value:G3} {(_growth.IsLoss ? "1/s" : "m/s")}");
        }
        return null;
    }

    // The implicit step of (159): the state at its end, and its slope in the potential.
    private T Solved(PointConditions<T> conditions, int k, double delay, out double slope)
    {
        slope = 0;
        T size = _past[k];
        if (delay == 0) return size;
        double inSize = 0, inPotential = 0;
        for (int round = 0; round < Rounds; round++)
        {
            T rate = Rate(conditions, k, size, out inSize, out inPotential), change = (size - _past[k] - T.Constant(delay) * rate) / T.Constant(Math.Max(0.1, 1 - delay * inSize));
            T next = size - change;
            // A share ends at all; a film where there is none.
            if (next.Value < 0) next = T.Constant(0.5) * (size.Value > 0 ? size : T.Constant(0));
            if (_growth.IsLoss && next.Value >= 1) next = T.Constant(0.5) * (size + T.Constant(1));
            bool isSettled = Math.Abs((next - size).Value) <= Settled * (Math.Abs(size.Value) + (_growth.IsLoss ? 1 : Scale));
            size = next;
            if (isSettled && (T.Order == 0 || round > 1)) break;
        }
        slope = Math.Max(0, delay * inPotential / Math.Max(0.1, 1 - delay * inSize));
        return size;
    }

    // The law where a point stands, with its slopes in the state and in the potential, which moves the overpotential with it.
    private T Rate(PointConditions<T> conditions, int k, T size, out double inSize, out double inPotential)
    {
        Span<T> at = stackalloc T[5];
        (at[Overpotential], at[Potential], at[Size], at[Content], at[Temperature]) = (conditions.Potentials[k] - conditions.Equilibria[k], conditions.Potentials[k], size, conditions.Surfaces[k], _temperature);
        Span<Dual> varied = stackalloc Dual[5];
        for (int i = 0; i < 5; i++) varied[i] = i == Size ? Dual.Variable(at[i].Value) : Dual.Constant(at[i].Value);
        T left = _growth.IsLoss ? T.Constant(1) - size : T.Constant(1);
        Dual bySize = _growth.Law.Rate<Dual>(varied);
        for (int i = 0; i < 5; i++) varied[i] = i is Overpotential or Potential ? Dual.Variable(at[i].Value) : Dual.Constant(at[i].Value);
        inPotential = left.Value * _growth.Law.Rate<Dual>(varied).Slope;
        inSize = left.Value * bySize.Slope - (_growth.IsLoss ? bySize.Value : 0);
        T rate = T.Order == 0 ? T.Constant(bySize.Value) : _growth.Law.Rate<T>(at);
        if (T.Order > 0 && !ReferenceEquals(_above, _below)) rate += _variation.Of(0, Plain(_above, at), Plain(_below, at));
        return left * rate;
    }

    private static double Plain(BoundaryLaw law, ReadOnlySpan<T> at)
    {
        Span<Real> values = stackalloc Real[5];
        for (int i = 0; i < 5; i++) values[i] = new Real(at[i].Value);
        return law.Rate<Real>(values).Value;
    }
}
