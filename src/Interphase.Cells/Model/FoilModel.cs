using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>A flat foil: lithium, an alloy on its two-phase plateau, or ideal. docs/physics.md (36). Unknowns: potential, faradaic current, lithium held, lithium trapped, lithium in a film on it, length of a filament.</summary>
/// <typeparam name="T">The number type.</typeparam>
internal sealed class FoilModel<T> : ElectrodeModel<T>
    where T : unmanaged, IScalar<T>
{
    // Share of the plateau over which an end bends: narrow, so that the plateau stays flat.
    private const double EndWidth = 1e-3;

    // A rise of the potential past which nothing is left, V.
    private const double Beyond = 10;

    // An exponent beyond which none is followed, and the charge of a film too thin to matter, C/m2.
    private const double Straight = 40, FilmScale = 1;

    private readonly FoilCoefficients _coefficients;
    private readonly T _plain, _exchange, _film, _doubleLayer, _held, _plateau, _traps, _trapShare, _trappedAtStart;
    private readonly bool _isAlloy, _hasKinetics, _hasTraps;
    private T _thermal, _exchangeNow, _potential, _faradaic, _lithium, _past, _pastPotential, _pastTrapped, _mismatch, _given;
    private double _delay, _capacitiveDelay, _slope;
    private readonly T _reduction, _onset, _leakage, _resistivity, _thickness, _filament, _filamentReference;
    private readonly bool _reduces, _grows;
    private T _settled, _salted, _warmth, _bare, _pastFilm, _filmCharge, _reducing, _pastFilament;
    private double _resistance;

    public FoilModel(FoilCoefficients coefficients, FoilCoefficients above, FoilCoefficients below, Variation<T> variation)
    {
        T Of(Func<FoilCoefficients, double> each) => variation.Of(each(coefficients), each(above), each(below));
        _coefficients = coefficients;
        _isAlloy = double.IsFinite(coefficients.Plateau);
        _hasKinetics = double.IsFinite(coefficients.ExchangeCurrent);
        (_plain, _film, _doubleLayer, _held) = (Of(each => each.Potential), Of(each => each.FilmResistance), Of(each => each.DoubleLayer), Of(each => each.Held));
        _exchange = _hasKinetics ? Of(each => each.ExchangeCurrent) : T.Constant(1);
        _hasTraps = _isAlloy && coefficients.TrapCapacity > 0;
        (_traps, _trapShare, _trappedAtStart) = (_hasTraps ? Of(each => each.TrapCapacity) : T.Constant(1), Of(each => each.TrapShare), Of(each => each.Trapped));
        _plateau = _isAlloy ? Of(each => each.Plateau) : T.Constant(1);
        if (coefficients.Reduction is { } reduction)
        {
            _reduces = !coefficients.IsHeld && reduction.Current > 0;
            (_reduction, _onset) = (Of(each => each.Reduction!.Current), Of(each => each.Reduction!.Onset));
            _leakage = double.IsFinite(reduction.FilmElectrons) ? Of(each => each.Reduction!.FilmElectrons) : T.Constant(0);
            _resistivity = double.IsFinite(reduction.FilmIons) ? Of(each => 1 / each.Reduction!.FilmIons) : T.Constant(0);
            _thickness = Of(each => each.Reduction!.Volume / (each.Reduction!.Electrons * PhysicalConstants.Faraday));
        }
        if (coefficients.Filament is not null)
        {
            _grows = !coefficients.IsHeld;
            (_filament, _filamentReference) = (Of(each => each.Filament!.Speed), Of(each => each.Filament!.Reference));
        }
    }

    /// <summary>Where the lithium in a film on the foil stands among the unknowns.</summary>
    public const int FilmAt = 4;

    /// <summary>Where the length of a filament stands.</summary>
    public const int FilamentAt = 5;

    public override int Count => 6;

    /// <summary>What it was made from.</summary>
    public FoilCoefficients Coefficients => _coefficients;

    public override T Settled => _settled + _salted;

    public override double Resistance => _resistance;

    public override void SetTemperature(T temperature)
    {
        _thermal = T.Constant(PhysicalConstants.GasConstant / PhysicalConstants.Faraday) * temperature;
        _warmth = _coefficients.ExchangeCurrentActivation.Factor(temperature);
        _exchangeNow = _exchange * _warmth;
        if (_coefficients.Reduction is { } reduction) _bare = _reduction * reduction.Activation.Factor(temperature);
    }

    public override void Wet(SaltField<T>.Part salt)
    {
        _salted = salt.Potentials[0];
        if (_coefficients.ExchangeOfSalt is { } dependence) _exchangeNow = _exchange * _warmth * dependence.Factor(salt.Concentrations[0]);
    }

    public override void Initialise(Span<T> unknowns)
    {
        unknowns.Clear();
        (unknowns[0], unknowns[2], unknowns[3]) = (Rest(_held, _trappedAtStart, out _, out _), _held, _trappedAtStart);
    }

    /// <summary>Resistance of the film that has grown on it, ohm m2.</summary>
    public double Grown(ReadOnlySpan<T> unknowns) => (_resistivity * _thickness * unknowns[FilmAt]).Value;

    public override void Guess(Span<T> unknowns, T current)
    {
        unknowns[1] = current;
        (_delay, _pastTrapped, _filmCharge) = (0, unknowns[3], unknowns[FilmAt]);
        if (_doubleLayer.Value == 0) unknowns[0] = Needed(current, unknowns[2], out _);
    }

    public override void Begin(double delay, ReadOnlySpan<T> history, ReadOnlySpan<T> prediction)
    {
        (_delay, _capacitiveDelay) = (delay, Math.Max(delay, 1e-12));
        (_potential, _faradaic, _past, _pastPotential, _pastTrapped) = (prediction[0], prediction[1], history[2], history[0], history[3]);
        if (delay == 0 && _doubleLayer.Value > 0) _potential = _pastPotential;
        (_pastFilm, _pastFilament) = (history[FilmAt], history[FilamentAt]);
        (_filmCharge, _reducing) = _reduces ? Reduced(prediction) : (_pastFilm, T.Constant(0));
        _lithium = _past + T.Constant(_delay) * _faradaic;
    }

    public override void Linearise(T current)
    {
        // Goes in: current = faradaic - C dE/dt. With E = needed(faradaic, lithium), lithium = past + delay faradaic.
        // What is reduced takes lithium that never comes to the foil.
        current -= _reducing;
        T needed = Needed(_faradaic, _lithium, out _slope);
        _mismatch = _potential - needed;
        _given = current;
        if (_doubleLayer.Value == 0)
        {
            // The faradaic current is the current.
            T change = current - _faradaic;
            _settled = needed + T.Constant(_slope) * change;
            _resistance = _slope;
            return;
        }
        T capacity = _doubleLayer / T.Constant(_capacitiveDelay);
        double conductance = _slope == 0 ? double.PositiveInfinity : 1 / _slope;
        // faradaic + (dE + mismatch)/slope - C/delay (E + dE - past) = current + dI
        T balance = current - _faradaic - T.Constant(conductance) * _mismatch + capacity * (_potential - _pastPotential);
        double total = conductance - capacity.Value;
        _settled = _potential + balance / T.Constant(total);
        _resistance = 1 / total;
    }

    public override double Update(T currentChange)
    {
        T potential = _settled + T.Constant(_resistance) * currentChange;
        T change = potential - _potential;
        if (_doubleLayer.Value == 0)
        {
            // The faradaic current is the current, and the potential what it needs.
            (_potential, _faradaic) = (potential, _given + currentChange);
            _lithium = _past + T.Constant(_delay) * _faradaic;
            return Math.Abs(change.Value);
        }
        T faradaicChange = T.Constant(_slope == 0 ? 0 : 1 / _slope) * (change + _mismatch);
        double scale = Math.Sqrt(_faradaic.Value * _faradaic.Value + 4 * _exchangeNow.Value * _exchangeNow.Value), step = faradaicChange.Value;
        if (Math.Abs(step) > scale && step * _faradaic.Value < 0)
            faradaicChange = T.Constant(2 * _exchangeNow.Value * Math.Sinh(Math.Asinh(_faradaic.Value / (2 * _exchangeNow.Value)) + Math.Clamp(step / scale, -4, 4)) - _faradaic.Value);
        double off = Math.Max(Math.Abs(change.Value), Math.Abs(_mismatch.Value));
        _potential = potential;
        _faradaic += faradaicChange;
        _lithium = _past + T.Constant(_delay) * _faradaic;
        return off;
    }

    public override void Finish(Span<T> unknowns) =>
        (unknowns[0], unknowns[1], unknowns[2], unknowns[3], unknowns[FilmAt], unknowns[FilamentAt]) = (_potential, _faradaic, _lithium, Trapped(_faradaic, out _), _filmCharge, Filament());

    public override void Weights(ReadOnlySpan<T> unknowns, double content, double voltage, Span<double> weights)
    {
        weights.Clear();
        if (_isAlloy) weights[2] = 1 / (content * _plateau.Value);
        if (_hasTraps) weights[3] = 1 / (content * _traps.Value);
        if (_doubleLayer.Value > 0) weights[0] = 1 / voltage;
        // What has passed so far is the scale of what passes.
        if (_reduces) weights[FilmAt] = 1 / (100 * content * (Math.Abs(unknowns[FilmAt].Value) + FilmScale));
        if (_grows) weights[FilamentAt] = 0.1 / (content * _coefficients.Filament!.Length);
    }

    public override T Content(ReadOnlySpan<T> unknowns) => _isAlloy ? unknowns[2] / _plateau : T.Constant(double.NaN);

    public override T Lithium(ReadOnlySpan<T> unknowns) => unknowns[2] + unknowns[FilmAt] - _doubleLayer * unknowns[0];

    public override void Book(ReadOnlySpan<T> unknowns, ILedger ledger)
    {
        double held = unknowns[2].Value, trapped = _hasTraps ? unknowns[3].Value : 0;
        ledger.Add("foil", (held - trapped) / PhysicalConstants.Faraday);
        if (_hasTraps) ledger.Add("trapped", trapped / PhysicalConstants.Faraday);
        if (_coefficients.Reduction is not null) ledger.Add("films", unknowns[FilmAt].Value / PhysicalConstants.Faraday);
        if (_doubleLayer.Value > 0) ledger.Add("doubleLayer", -(_doubleLayer * unknowns[0]).Value / PhysicalConstants.Faraday);
    }

    public override (T Potential, double Entropic) Equilibrium(ReadOnlySpan<T> unknowns) => (Rest(unknowns[2], unknowns[3], out _, out _), 0);

    public override (string Variable, string Place, double Value, double Distance)? Extreme(ReadOnlySpan<T> unknowns, bool fills)
    {
        if (!_isAlloy) return null;
        // A foil that is full is plated at 0 V and takes every current on; only one that has nothing left to give is at an end.
        if (fills) return null;
        double free = ((unknowns[2] - unknowns[3]) / _plateau).Value;
        return ("lithium held and not trapped", "in the foil", free, free);
    }

    public override bool IsBeyond(ReadOnlySpan<T> unknowns) => _isAlloy && Math.Abs((Rest(unknowns[2], unknowns[3], out _, out _) - _plain).Value) > Beyond;

    public override void Parts(ReadOnlySpan<T> unknowns, double current, ICollection<VoltagePart> parts)
    {
        double rest = Rest(unknowns[2], unknowns[3], out _, out _).Value, faradaic = unknowns[1].Value;
        parts.Add(new("equilibrium", rest));
        parts.Add(new("kinetics", _hasKinetics ? -_thermal.Value * ButlerVolmer.Overpotential(faradaic / _exchangeNow.Value, 1 - _coefficients.TransferCoefficient, out _) : 0));
        parts.Add(new("films", -faradaic * (_film.Value + Grown(unknowns))));
    }

    /// <summary>Slopes of the potential at a state: of the overpotential in the faradaic current, ohm m2, at most 0, and of the rest in the lithium held, V m2/C.</summary>
    public (double Kinetics, double Lithium) Slopes(ReadOnlySpan<T> unknowns)
    {
        (_delay, _pastTrapped, _filmCharge) = (0, unknowns[3], unknowns[FilmAt]);
        Needed(unknowns[1], unknowns[2], out double slope);
        Rest(unknowns[2], unknowns[3], out double lithium, out double trapped);
        // While lithium enters, a share of it is trapped and gives nothing back.
        double trapping = _hasTraps && unknowns[1].Value > 0 ? _trapShare.Value * (1 - unknowns[3].Value / _traps.Value) : 0;
        return (_hasKinetics ? slope + _film.Value + Grown(unknowns) : 0, lithium + trapped * trapping);
    }

    // The potential that a current into the foil needs, and its whole slope in that current: by kinetics, film, and what the step puts into the foil and its traps.
    private T Needed(T faradaic, T lithium, out double slope)
    {
        T film = _film + _resistivity * _thickness * _filmCharge;
        T trapped = Trapped(faradaic, out double trapping), rest = Rest(lithium, trapped, out double lithiumSlope, out double trappedSlope) - faradaic * film;
        slope = lithiumSlope * _delay + trappedSlope * trapping - film.Value;
        // A foil without losses still needs a slope where a double layer stands beside it.
        if (!_hasKinetics)
        {
            if (_doubleLayer.Value > 0 && slope == 0) slope = -1e-12;
            return rest;
        }
        T ratio = -faradaic / _exchangeNow;
        double reduced = ButlerVolmer.Overpotential(ratio.Value, _coefficients.TransferCoefficient, out double gain);
        slope -= _thermal.Value * gain / _exchangeNow.Value;
        return rest + _thermal * T.Compose(ratio, reduced, gain, 0);
    }

    // docs/physics.md (41): the implicit step of what the host traps while lithium enters, solved for it.
    private T Trapped(T faradaic, out double slope)
    {
        slope = 0;
        if (!_hasTraps || faradaic.Value <= 0 || _delay == 0) return _pastTrapped;
        T entered = T.Constant(_delay) * _trapShare * faradaic, denominator = T.Constant(1) + entered / _traps;
        T trapped = (_pastTrapped + entered) / denominator;
        slope = _delay * _trapShare.Value * (1 - trapped.Value / _traps.Value) / denominator.Value;
        return trapped;
    }

    // (155), (156), the implicit step: the film's charge q with q = past + delay i, 1/i = 1/i_T + L/(sigma_e (U - E)), at the foil's own equilibrium.
    private (T Charge, T Current) Reduced(ReadOnlySpan<T> prediction)
    {
        T rest = Rest(prediction[2], prediction[3], out _, out _), drive = _onset - rest, zero = T.Constant(0), one = T.Constant(1);
        if (!(drive.Value > 0)) return (_pastFilm, zero);
        double cathodic = _coefficients.Reduction!.TransferCoefficient;
        T exponent = T.Constant(-cathodic) * rest / _thermal;
        T bare = _bare * Elementary.Exp(exponent.Value > Straight ? T.Constant(Straight) : exponent) * (one - Elementary.Exp(-drive / _thermal)), delay = T.Constant(_delay);
        if (_leakage.Value == 0) return (_pastFilm + delay * bare, bare);
        // With r = bare thickness/(leakage drive) per charge: i (1 + r q) = bare.
        T slowing = bare * _thickness / (_leakage * drive), past = _pastFilm.Value > 0 ? _pastFilm : zero;
        T linear = one + slowing * past, root = Elementary.Sqrt(linear * linear + T.Constant(4) * slowing * delay * bare);
        T current = T.Constant(2) * bare / (linear + root);
        return (_pastFilm + delay * current, current);
    }

    // docs/physics.md (158).
    private T Filament()
    {
        if (!_grows || _delay == 0 || !(_faradaic.Value > 0)) return _pastFilament;
        return _pastFilament + T.Constant(_delay) * _filament * Elementary.Exp(T.Constant(_coefficients.Filament!.Exponent) * Elementary.Log(_faradaic / _filamentReference));
    }

    // docs/physics.md (36): flat; steep where the two-phase range begins (nothing left to give) and where it ends (down to 0 V, where lithium plates).
    private T Rest(T lithium, T trapped, out double slope, out double trappedSlope)
    {
        slope = trappedSlope = 0;
        if (!_isAlloy) return _plain;
        T content = lithium / _plateau, free = (lithium - trapped) / _plateau;
        double beginning = Math.Exp(Math.Clamp(-free.Value / EndWidth, -700, 40)), past = (content.Value - 1) / (10 * EndWidth), end = 1 / (1 + Math.Exp(Math.Clamp(-past, -700, 700)));
        double rise = 0.05 * beginning, fall = -_coefficients.Potential * end, freeSlope = -rise / EndWidth, contentSlope = -_coefficients.Potential * end * (1 - end) / (10 * EndWidth);
        slope = (freeSlope + contentSlope) / _plateau.Value;
        trappedSlope = -freeSlope / _plateau.Value;
        return _plain + T.Compose(free, rise, freeSlope, 0) + T.Compose(content, fall, contentSlope, 0);
    }
}
