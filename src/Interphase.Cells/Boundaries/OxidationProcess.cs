using System.Collections.Immutable;
using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>
/// The electrolyte is oxidised in two steps on active material, on carbon and on the strip where the three meet; what is left supplies both, and the film that grows slows them. docs/physics.md (120) to (126).
/// </summary>
/// <remarks>The states are the charges that passed, mol of electrons per m3, by boundary and step: amounts, thickness and products are linear in them.</remarks>
/// <typeparam name="T">The number type.</typeparam>
internal sealed class OxidationProcess<T> : BoundaryProcess<T>
    where T : unmanaged, IScalar<T>
{
    /// <summary>Boundaries: active material, carbon, strip.</summary>
    public const int Boundaries = 3;

    private const int Active = 0, Carbon = 1, Line = 2, Rounds = 30, Halvings = 60;

    // An exponent beyond which an exponential goes on straight: no potential of a cell lies there, but one of an iteration may.
    private const double Straight = 40;
    private const double SettledShare = 1e-13, SettledThickness = 1e-14;

    private static readonly string[] Names = ["active | electrolyte", "carbon | electrolyte", "active | electrolyte | carbon"];

    private readonly OxidationCoefficients _coefficients;
    private readonly int _points;
    private readonly T[] _areas = new T[Boundaries], _rates = new T[2 * Boundaries], _onsets = new T[2];
    private readonly T[] _past, _states;
    private readonly double[] _slopes, _volumes = new double[2], _electrons = new double[2];
    private readonly T _amount, _leakage, _film, _depth, _contact, _exponent, _reference;
    private readonly double _anodic, _capacity;
    private readonly bool _isSlowed;
    private T _thermal, _warm, _warmSecond;

    public OxidationProcess(OxidationCoefficients oxidation, ProcessSite<T> site)
    {
        (_coefficients, _points) = (oxidation, site.Points);
        T Of(Func<OxidationCoefficients, double> each) => site.Of(each);
        T bare = Of(each => each.Bare), strip = Of(each => each.LineArea);
        (_areas[0], _areas[1], _areas[2]) = (bare * (site.Of(each => each.ActiveArea) - strip), Of(each => each.BareCarbon) * site.Of(each => each.CarbonArea), bare * strip);
        _depth = double.IsFinite(oxidation.ReservoirDepth) ? Of(each => 1 / each.ReservoirDepth) : T.Constant(0);
        for (int b = 0; b < Boundaries; b++)
        {
            int boundary = b;
            double Factor(OxidationCoefficients each) => boundary switch { 0 => each.OnActive, 1 => each.OnCarbon, _ => each.OnLine };
            (_rates[2 * b], _rates[2 * b + 1]) = (Of(each => Factor(each) * each.First.Current), Of(each => Factor(each) * each.Second.Current));
        }
        (_onsets[0], _onsets[1]) = (Of(each => each.First.Onset), Of(each => each.Second.Onset));
        (_electrons[0], _electrons[1], _volumes[0], _volumes[1]) = (oxidation.First.Electrons, oxidation.Second.Electrons, oxidation.First.Volume, oxidation.Second.Volume);
        _isSlowed = double.IsFinite(oxidation.FilmElectrons);
        _leakage = _isSlowed ? Of(each => each.FilmElectrons) : T.Constant(1);
        _film = double.IsFinite(oxidation.FilmIons) ? T.Constant(1) / Of(each => each.FilmIons) : T.Constant(0);
        (_amount, _contact, _exponent, _reference) = (Of(each => each.Amount), Of(each => each.ContactResistivity), Of(each => each.SupplyExponent), Of(each => each.ReferencePotential));
        _anodic = oxidation.TransferCoefficient;
        CompositeCoefficients composite = site.Composite;
        _capacity = composite.Active is null ? oxidation.Amount : composite.Capacity / (PhysicalConstants.Faraday * composite.Thickness);
        (_past, _states, _slopes) = (new T[States * _points], new T[States * _points], new double[States * _points]);
        Products =
        [
            new("sulfur", Names[Line], oxidation.SulfurLimit), new("sulfur", Names[Active], oxidation.SulfurLimit),
            new("polysulfide", Names[Carbon], oxidation.PolysulfideLimit), new("polysulfide", Names[Active], oxidation.PolysulfideLimit),
            new("phosphate", Names[Line], oxidation.PhosphateLimit), new("phosphate", Names[Active], oxidation.PhosphateLimit),
        ];
    }

    public override int States => 2 * Boundaries;

    public override ImmutableArray<(BoundaryEffect Effect, string Cause)> Effects { get; } = [(BoundaryEffect.Films, BoundaryCauses.Films), (BoundaryEffect.CarbonContacts, BoundaryCauses.CarbonContacts), (BoundaryEffect.Ions, BoundaryCauses.IonicPath), (BoundaryEffect.Reservoir, BoundaryCauses.Reservoir)];

    public override bool ChangesIons => _coefficients.SupplyExponent != 0;

    public override ImmutableArray<BoundaryProduct> Products { get; }

    public override void SetTemperature(T temperature, T thermal) => (_thermal, _warm, _warmSecond) = (thermal, _coefficients.Activation.Factor(temperature), (_coefficients.SecondActivation ?? _coefficients.Activation).Factor(temperature));

    public override void Begin(ReadOnlySpan<T> history) => history.CopyTo(_past);

    public override void Evaluate(PointConditions<T> conditions)
    {
        double delay = conditions.Delay;
        Span<T> tafel = stackalloc T[2], drives = stackalloc T[2], currents = stackalloc T[2 * Boundaries], thick = stackalloc T[Boundaries];
        Span<double> answers = stackalloc double[2], steepness = stackalloc double[2 * Boundaries];
        for (int k = 0; k < _points; k++)
        {
            T potential = conditions.Potentials[k], touching = conditions.Contact[k];
            for (int step = 0; step < 2; step++) (tafel[step], drives[step]) = (Tafel(step, potential, out T drive, out answers[step]), drive);
            Solve(k, delay, touching, conditions.Used[k], tafel, drives, answers, currents, steepness, thick, out T left);
            double molar = 1 / PhysicalConstants.Faraday;
            T sum = T.Constant(0);
            double slope = 0;
            for (int s = 0; s < 2 * Boundaries; s++)
            {
                int at = s * _points + k;
                _states[at] = _past[at] + T.Constant(delay * molar) * currents[s];
                _slopes[at] = delay * molar * steepness[s];
                sum += currents[s];
                slope += steepness[s];
            }
            conditions.Currents[k] += sum;
            conditions.Slopes[k] += slope;
            conditions.Films[k] += _film * Side(thick[Active], thick[Line]);
            T blocks = T.Constant(1) - conditions.Converted[k];
            conditions.CarbonContacts[k] += _contact * thick[Carbon] * (blocks.Value > 0 ? blocks : T.Constant(0));
            if (_depth.Value > 0) conditions.Reservoir[k] *= Elementary.Exp(-_depth * thick[Carbon]);
            if (ChangesIons) conditions.Ions[k] *= Power(left);
        }
    }

    public override void Finish(ReadOnlySpan<T> beyond, Span<T> states)
    {
        for (int s = 0; s < States; s++)
            for (int k = 0; k < _points; k++) states[s * _points + k] = _states[s * _points + k] + T.Constant(_slopes[s * _points + k]) * beyond[k];
    }

    public override void Weights(ReadOnlySpan<T> states, double content, Span<double> weights)
    {
        // What has passed in this cell's life so far is the scale of what passes.
        double scale = 1 / (100 * content);
        for (int i = 0; i < weights.Length; i++) weights[i] = scale / (Math.Abs(states[i].Value) + 1e-6 * _capacity);
    }

    public override T Released(ReadOnlySpan<T> states, int point)
    {
        T sum = T.Constant(0);
        for (int s = 0; s < States; s++) sum += states[s * _points + point];
        return T.Constant(PhysicalConstants.Faraday) * sum;
    }

    public override void Book(ReadOnlySpan<T> states, int point, double weight, ILedger ledger)
    {
        double used = 0, passed = 0;
        for (int b = 0; b < Boundaries; b++)
        {
            double first = states[2 * b * _points + point].Value;
            used += first / _electrons[0];
            passed += first + states[(2 * b + 1) * _points + point].Value;
        }
        ledger.Add("electrolyte", weight * _coefficients.Lithium * (_coefficients.Amount - used));
        ledger.Add("films", weight * (_coefficients.Lithium * used - passed));
    }

    // docs/physics.md (125).
    public override double Amount(int product, ReadOnlySpan<T> states, int point)
    {
        double Passed(int boundary, ReadOnlySpan<T> of) => PhysicalConstants.Faraday * (of[2 * boundary * _points + point].Value + of[(2 * boundary + 1) * _points + point].Value);
        double Again(int boundary, ReadOnlySpan<T> of) => PhysicalConstants.Faraday * of[(2 * boundary + 1) * _points + point].Value;
        return product switch
        {
            0 => Passed(Line, states),
            1 => _coefficients.SulfurOnActive * Passed(Active, states),
            2 => Passed(Carbon, states),
            3 => (1 - _coefficients.SulfurOnActive) * Passed(Active, states),
            4 => Again(Line, states),
            _ => Again(Active, states),
        };
    }

    // Thickness of the film at a boundary, of nominal area. docs/physics.md (123).
    private T Thickness(ReadOnlySpan<T> states, int boundary, int point) => Thickness(boundary, states[2 * boundary * _points + point], states[(2 * boundary + 1) * _points + point]);

    private T Thickness(int boundary, T first, T second) =>
        _areas[boundary].Value > 0 ? (T.Constant(_volumes[0] / _electrons[0]) * first + T.Constant(_volumes[1] / _electrons[1]) * second) / _areas[boundary] : T.Constant(0);

    // docs/physics.md (121): rate on a bare surface, in units of that at the reference potential; its logarithmic slope, 1/V.
    private T Tafel(int step, T potential, out T drive, out double slope)
    {
        drive = potential - _onsets[step];
        slope = 0;
        if (!(drive.Value > 0)) return T.Constant(0);
        T x = T.Constant(_anodic) * (potential - _reference) / _thermal, back = Elementary.Exp(-drive / _thermal);
        double perVolt = 1 / _thermal.Value;
        T rate;
        if (x.Value > Straight)
        {
            rate = T.Constant(Math.Exp(Straight)) * (T.Constant(1 - Straight) + x);
            slope = _anodic * perVolt / (1 - Straight + x.Value);
        }
        else
        {
            rate = Elementary.Exp(x);
            slope = _anodic * perVolt;
        }
        slope += back.Value * perVolt / (1 - back.Value);
        return (step == 0 ? _warm : _warmSecond) * rate * (T.Constant(1) - back);
    }

    // The implicit step at a point: shares that are left of what each step oxidises, and the films, until both agree. Currents per volume by boundary and step, and their slopes with the films' answer.
    private void Solve(int k, double delay, T touching, T used, ReadOnlySpan<T> tafel, ReadOnlySpan<T> drives, ReadOnlySpan<double> answers, Span<T> currents, Span<double> steepness, Span<T> thick, out T left)
    {
        const double molar = 1 / PhysicalConstants.Faraday;
        T one = T.Constant(1), step = T.Constant(delay * molar) / _amount;
        (T first, T second) = Shares(_past, k);
        if (used.Value > 0) first = first.Value > used.Value ? first - used : T.Constant(0);
        (T firstPast, T secondPast) = (first, second);
        Span<T> past = stackalloc T[Boundaries];
        for (int b = 0; b < Boundaries; b++) thick[b] = past[b] = Thickness(_past, b, k);
        Span<T> bare = stackalloc T[2 * Boundaries];
        for (int b = 0; b < Boundaries; b++)
        {
            T area = b == Carbon ? _areas[b] : _areas[b] * touching;
            for (int s = 0; s < 2; s++) bare[2 * b + s] = area;
        }
        Span<T> each = stackalloc T[2];
        Span<double> inE = stackalloc double[2], inL = stackalloc double[2];
        for (int round = 0; ; round++)
        {
            T use = T.Constant(0), useSecond = T.Constant(0);
            for (int b = 0; b < Boundaries; b++)
            {
                if (!(_areas[b].Value > 0))
                {
                    (currents[2 * b], currents[2 * b + 1], steepness[2 * b], steepness[2 * b + 1]) = (T.Constant(0), T.Constant(0), 0, 0);
                    continue;
                }
                double theta = b == Carbon ? 1 : touching.Value, gain = delay * molar * theta;
                T growth = T.Constant(delay * molar) * (b == Carbon ? one : touching);
                double denominator = 1;
                for (int i = 0; i < Halvings; i++)
                {
                    T miss = thick[b] - past[b];
                    denominator = 1;
                    for (int s = 0; s < 2; s++)
                    {
                        each[s] = Rate(b, s, thick[b], tafel[s], drives[s], answers[s], out inE[s], out inL[s]);
                        T share = s == 0 ? first : second;
                        miss -= T.Constant(_volumes[s] / _electrons[s]) * growth * each[s] * share;
                        denominator -= gain * _volumes[s] / _electrons[s] * share.Value * inL[s];
                    }
                    if (delay == 0) break;
                    T change = miss / T.Constant(denominator);
                    thick[b] -= change;
                    if (Math.Abs(change.Value) < SettledThickness + 1e-12 * Math.Abs(thick[b].Value) && (T.Order == 0 || i > 0)) break;
                }
                double grows = 0;
                for (int s = 0; s < 2; s++)
                {
                    if (delay > 0) each[s] = Rate(b, s, thick[b], tafel[s], drives[s], answers[s], out inE[s], out inL[s]);
                    grows += gain * _volumes[s] / _electrons[s] * (s == 0 ? first : second).Value * inE[s];
                }
                grows /= denominator;
                for (int s = 0; s < 2; s++)
                {
                    T share = s == 0 ? first : second;
                    T area = bare[2 * b + s];
                    currents[2 * b + s] = area * each[s] * share;
                    steepness[2 * b + s] = Math.Max(0, area.Value * share.Value * (inE[s] + inL[s] * grows));
                    if (s == 0) use += area * each[s];
                    else useSecond += area * each[s];
                }
            }
            if (delay == 0) break;
            T firstNext = firstPast / (one + step * use / T.Constant(_electrons[0]));
            T secondNext = (secondPast + step * use * firstNext / T.Constant(_electrons[0])) / (one + step * useSecond / T.Constant(_electrons[1]));
            double moved = Math.Abs(firstNext.Value - first.Value) + Math.Abs(secondNext.Value - second.Value);
            (first, second) = (firstNext, secondNext);
            if ((moved < SettledShare && (T.Order == 0 || round > 1)) || round == Rounds) break;
        }
        left = first;
    }

    // docs/physics.md (122), with its slopes in the potential and in the film's thickness.
    private T Rate(int boundary, int step, T thickness, T tafel, T drive, double answer, out double inPotential, out double inThickness)
    {
        (inPotential, inThickness) = (0, 0);
        T bare = _rates[2 * boundary + step] * tafel;
        if (!(bare.Value > 0)) return T.Constant(0);
        if (!_isSlowed)
        {
            inPotential = bare.Value * answer;
            return bare;
        }
        if (thickness.Value < 0) thickness = T.Constant(0);
        T leaks = _leakage * drive, rate = bare * leaks / (leaks + bare * thickness);
        double square = rate.Value * rate.Value;
        inPotential = square * (answer / bare.Value + thickness.Value / (leaks.Value * drive.Value));
        inThickness = -square / leaks.Value;
        return rate;
    }

    private (T First, T Second) Shares(ReadOnlySpan<T> states, int point)
    {
        T used = T.Constant(0), again = T.Constant(0);
        for (int b = 0; b < Boundaries; b++)
        {
            used += states[2 * b * _points + point] / T.Constant(_electrons[0]);
            again += states[(2 * b + 1) * _points + point] / T.Constant(_electrons[1]);
        }
        T share = used / _amount;
        return (T.Constant(1) - share, share - again / _amount);
    }

    // Two parts of a boundary side by side, each with its film: thickness of one film that conducts as both do. docs/physics.md (124).
    private T Side(T rest, T strip)
    {
        double share = _areas[Line].Value / (_areas[Active].Value + _areas[Line].Value);
        if (!(share > 0)) return rest;
        if (!(rest.Value > 0) || !(strip.Value > 0)) return T.Constant(0);
        return rest * strip / (T.Constant(1 - share) * strip + T.Constant(share) * rest);
    }

    private T Power(T left)
    {
        // Below a thousandth nothing is left that could conduct; a line without any conductance would have no solution.
        T kept = left.Value > 1e-3 ? left : T.Constant(1e-3);
        return Elementary.Exp(_exponent * Elementary.Log(kept));
    }
}
