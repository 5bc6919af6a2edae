using System.Collections.Immutable;
using Interphase.Descriptions;
using Interphase.Measurements;
using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>Carries out a protocol with a cell: controls, limits found on the dense output, repetitions and cycles. docs/numerics.md, section 8.</summary>
/// <typeparam name="T">The number type; with derivatives, the times at which limits are reached carry theirs.</typeparam>
internal sealed class ProtocolDriver<T>
    where T : unmanaged, IScalar<T>
{
    // Steps of time below which nothing happens that a limit could not stand for, s.
    private const double Smallest = 1e-12, First = 1e-4, LongestLast = 1e-2, Blink = 0.1;
    private const double NearEnd = 1e-5, HeldShare = 0.2, FarBeyond = 5, Depleted = 0.02;
    private const int Looks = 4, Homotopy = 24, Bisections = 60;

    // A leap of the state takes no longer, s; so much lies between two of them, and a step has no more.
    private const double LongestLeap = 1e-6, BetweenLeaps = 1e-9;
    private const int MostLeaps = 1000;
    private const long MostSteps = 2_000_000;

    private readonly CellModel<T> _model;
    private readonly StiffIntegrator<T> _integrator;
    private IDriverSink<T> _sink;
    private readonly CancellationToken _cancellation;
    private readonly T[] _state, _trial, _scratch;
    private readonly double _contentTolerance, _voltageTolerance;
    private T _time, _chargeAtStart;
    private double _energyAtStart, _ambient, _pressure;
    private int _cycle = 1, _number, _direction, _repeats;
    private bool _cycleUsed, _passEnded, _anyTime, _anyStart;
    private readonly List<int> _path = [];
    private int[] _resumed = [];
    private MarkCount? _marks;
    private CycleJumper<T>? _jumper;
    private Discharged _given;
    private bool _isSilent;
    private RunEnd? _end;

    public ProtocolDriver(CellModel<T> model, IDriverSink<T> sink, double ambient, double pressure, CancellationToken cancellation)
    {
        (_model, _sink, _cancellation, _ambient, _pressure) = (model, sink, cancellation, ambient, pressure);
        (_contentTolerance, _voltageTolerance) = (model.ContentTolerance, model.VoltageTolerance);
        _integrator = new StiffIntegrator<T>(model);
        (_state, _trial, _scratch) = (new T[model.Count], new T[model.Count], new T[model.Count]);
        _time = T.Constant(0);
        model.Initialise(_state);
    }

    /// <summary>The cell.</summary>
    public CellModel<T> Model => _model;

    /// <summary>The state reached.</summary>
    public ReadOnlySpan<T> State => _state;

    /// <summary>Time since the start, s.</summary>
    public T Time => _time;

    /// <summary>Steps that the integrator took.</summary>
    public long Steps => _integrator.Steps;

    /// <summary>Called at the beginning of every step, before anything of it has happened.</summary>
    public Action? Beginning { get; set; }

    /// <summary>What jumps over cycles may move a capacity, as a share of the first cycle's; 0 where none is jumped over.</summary>
    public double JumpTolerance
    {
        init => _jumper = value > 0 ? new CycleJumper<T>(value) : null;
    }

    /// <summary>Cycles jumped over, and how far that may have moved capacities, as a share of the first's.</summary>
    public (int Cycles, double Error) Jumps => (_jumper?.Jumped ?? 0, _jumper?.Estimate ?? 0);

    /// <summary>Writes where in the protocol the run stands, and in what state, at the beginning of a step.</summary>
    public void Save(BinaryWriter writer)
    {
        writer.Doubles([.. _path.Select(each => (double)each)]);
        writer.Doubles([_time.Value, _ambient, _pressure]);
        foreach (int each in (ReadOnlySpan<int>)[_cycle, _number, _direction]) writer.Write(each);
        foreach (bool each in (ReadOnlySpan<bool>)[_cycleUsed, _passEnded, _anyTime, _anyStart]) writer.Write(each);
        // What a spectrum before any other step is taken under.
        writer.Write((int)_model.Control.Kind);
        writer.Doubles([_model.Control.Value, _model.Control.Slope, _model.Control.Start]);
        writer.Doubles([.. _state.Select(each => each.Value)]);
        writer.Doubles([_given.Charge, _given.Energy]);
        _jumper?.Save(writer);
    }

    /// <summary>Takes what was written; <see cref="Run"/> goes on from there.</summary>
    public void Load(BinaryReader reader)
    {
        _resumed = [.. reader.Doubles().Select(each => (int)each)];
        double[] own = reader.Doubles();
        (_time, _ambient, _pressure) = (T.Constant(own[0]), own[1], own[2]);
        (_cycle, _number, _direction) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        (_cycleUsed, _passEnded, _anyTime, _anyStart) = (reader.ReadBoolean(), reader.ReadBoolean(), reader.ReadBoolean(), reader.ReadBoolean());
        var kind = (CellControlKind)reader.ReadInt32();
        double[] control = reader.Doubles(), state = reader.Doubles();
        _model.Control = new CellControl(kind, control[0], control[1], control[2]);
        if (state.Length != _state.Length) throw new InvalidDataException($"a state of {state.Length} numbers where the cell has {_state.Length}");
        _model.Surroundings = T.Constant(_ambient);
        if (!double.IsNaN(_pressure)) _model.SetPressure(_pressure);
        Begin([.. state.Select(T.Constant)]);
        double[] given = reader.Doubles();
        _given = new Discharged(given[0], given[1]);
        _jumper?.Load(reader);
    }

    /// <summary>Takes another state to begin from.</summary>
    public void Begin(ReadOnlySpan<T> state)
    {
        state.CopyTo(_state);
        _model.Stand(_state);
    }

    /// <summary>Carries out a protocol from where the cell is.</summary>
    public RunEnd Run(Protocol protocol)
    {
        _end = null;
        _path.Clear();
        Carry(protocol.Items);
        return _end ?? new RunEnd(_anyStart && !_anyTime ? ExitKind.LimitAtStart : ExitKind.Completed, _time.Value, _number, null, null, null, _anyStart && !_anyTime ? "every limit was passed at the first instant of its step" : "");
    }

    // Whether the repetition around these items ends with them.
    private bool Carry(ImmutableArray<ProtocolItem> items)
    {
        // A path holds the place in every list of items, and the pass of every repetition around the innermost.
        int depth = _path.Count, resumedAt = depth < _resumed.Length ? _resumed[depth] : -1;
        _path.Add(0);
        bool ends = false;
        for (int i = Math.Max(0, resumedAt); i < items.Length && !ends; i++)
        {
            if (_end is not null)
            {
                ends = true;
                break;
            }
            _path[depth] = i;
            if (items[i] is ProtocolRepeat repeat) Carry(repeat, i == resumedAt && _resumed.Length > depth + 1 ? _resumed[depth + 1] : -1);
            else
            {
                _resumed = [];
                ends = Carry((ProtocolStep)items[i]);
            }
        }
        _path.RemoveAt(depth);
        return ends;
    }

    private void Carry(ProtocolRepeat repeat, int resumedAt)
    {
        bool isCycle = repeat.IsCycle && !HoldsCycles(repeat.Items);
        int depth = _path.Count;
        _repeats += repeat.IsCycle ? 1 : 0;
        _path.Add(0);
        CycleJumper<T>? jumper = isCycle ? _jumper : null;
        if (resumedAt < 0) jumper?.Reset();
        for (int pass = Math.Max(0, resumedAt); pass < repeat.Count && _end is null; pass++)
        {
            _path[depth] = pass;
            if (isCycle && pass != resumedAt) NewCycle();
            if (jumper is not null && pass != resumedAt)
            {
                for (int length; _end is null && (length = jumper.Length(MostJumped(repeat, pass))) > 0;)
                {
                    if (!TryJump(jumper, repeat, pass, length)) continue;
                    pass += length + 1;
                    _path[depth] = pass;
                    NewCycle();
                    break;
                }
                if (_end is not null) break;
                jumper.Begins(_state, _time, _number);
                _given = default;
            }
            if (Carry(repeat.Items)) break;
            if (_end is null) jumper?.Ends(pass, _state, _time, _given, _number);
        }
        _path.RemoveAt(depth);
        _repeats -= repeat.IsCycle ? 1 : 0;
        _passEnded |= isCycle;
    }

    // The last pass and those of cycles that are asked for are computed; so is, untold, the one before.
    private int MostJumped(ProtocolRepeat repeat, int pass)
    {
        int wanted = _sink.NextWanted(_cycle);
        foreach (ProtocolItem item in repeat.Items)
            if (item is ProtocolStep step && (step.Series?.Impedance ?? step.Control as ImpedanceControl) is { Cycles: > 1 and var every }) wanted = Math.Min(wanted, _cycle + (every - (_cycle - 1) % every) % every);
        return Math.Min(repeat.Count - 2 - pass, wanted - _cycle - 1);
    }

    // Over so many passes from the start of one, and through the one behind them without a word; back again where that gave not what was expected.
    private bool TryJump(CycleJumper<T> jumper, ProtocolRepeat repeat, int pass, int length)
    {
        T[] state = [.. _state];
        (T time, double ambient, double pressure, int cycle, int number, int direction, bool used, bool ended) = (_time, _ambient, _pressure, _cycle, _number, _direction, _cycleUsed, _passEnded);
        (IDriverSink<T> sink, T charge, T energy) = (_sink, _state[_model.ChargeAt], _state[_model.EnergyAt]);
        (T[] behind, _time) = jumper.Behind(_state, _time, length);
        Begin(behind);
        (_cycle, _number, _given) = (_cycle + length, _number + length * jumper.StepsPerPass, default);
        (_sink, _isSilent) = (new SilentSink<T>(), true);
        if (!_model.IsBeyond(_state)) Carry(repeat.Items);
        else _end = new RunEnd(ExitKind.Failed, 0, _number, null, null, null, "");
        (_sink, _isSilent) = (sink, false);
        RunEnd? cancelled = _end?.Exit == ExitKind.Cancelled ? _end : null;
        if (jumper.Accepts(pass + length, length, _end is null ? _given : null, repeat.Count) && _end is null)
        {
            // What passed meanwhile was not told, and is not counted.
            (_state[_model.ChargeAt], _state[_model.EnergyAt]) = (charge, energy);
            return true;
        }
        (_time, _ambient, _cycle, _number, _direction, _cycleUsed, _passEnded) = (time, ambient, cycle, number, direction, used, ended);
        _end = cancelled;
        _model.Surroundings = T.Constant(_ambient);
        if (!pressure.Equals(_pressure)) _model.SetPressure(_pressure = pressure);
        Begin(state);
        return false;
    }

    private static bool HoldsCycles(ImmutableArray<ProtocolItem> items) => items.OfType<ProtocolRepeat>().Any(repeat => repeat.IsCycle || HoldsCycles(repeat.Items));

    private void NewCycle()
    {
        if (_cycleUsed) _cycle++;
        (_cycleUsed, _passEnded, _direction) = (false, false, 0);
    }

    private bool Carry(ProtocolStep step)
    {
        if (step.Control is ImpedanceControl sought && !sought.IsTakenIn(_passEnded && _cycleUsed ? _cycle + 1 : _cycle)) return false;
        if (_cancellation.IsCancellationRequested)
        {
            _end = new RunEnd(ExitKind.Cancelled, _time.Value, _number, null, null, null, "cancelled");
            return true;
        }
        if (!_isSilent) Beginning?.Invoke();
        double? current = step.Control is CurrentControl { Density: var density } ? density : step.Control is PulseControl pulse ? Direction(pulse) * pulse.Magnitude : null;
        if (_passEnded) NewCycle();
        // Outside repetitions a cycle begins at each charge after a discharge.
        if (_repeats == 0 && current > 0 && _direction < 0) NewCycle();
        if (current is { } known && known != 0) _direction = Math.Sign(known);
        _cycleUsed = true;
        var carried = new CarriedStep<T>(_cycle, ++_number, step, _time, _ambient, _pressure);
        switch (step.Control)
        {
            case TemperatureControl temperature:
                _ambient = temperature.Temperature;
                _model.Surroundings = T.Constant(_ambient);
                return AtOnce(carried with { Ambient = _ambient }, StepTypes.Condition);
            case PressureControl pressure:
                _pressure = pressure.Pressure;
                _model.SetPressure(_pressure);
                return AtOnce(carried with { Pressure = _pressure }, StepTypes.Condition);
            case ImpedanceControl:
                return AtOnce(carried, StepTypes.Impedance);
            case ProfileControl profile:
                return Profile(carried, profile);
            case SweepControl sweep:
                return Sweep(carried, sweep);
            default:
                return Timed(carried, Control(step.Control, current), [.. step.Limits.Select(limit => Directed(limit, current))]);
        }
    }

    private int Direction(PulseControl pulse) => Watched(pulse.Variable, _state).Value < pulse.Target ? 1 : -1;

    private static StepLimit Directed(StepLimit limit, double? current) =>
        limit.Side == LimitSide.ByDirection ? limit with { Side = current >= 0 ? LimitSide.Above : LimitSide.Below } : limit;

    private static CellControl Control(Control control, double? current) => control switch
    {
        VoltageControl voltage => new CellControl(Kind(voltage.Variable), voltage.Value),
        PowerControl power => new CellControl(CellControlKind.Power, power.Density),
        ResistanceControl resistance => new CellControl(CellControlKind.Resistance, resistance.Resistance),
        _ => new CellControl(CellControlKind.Current, current ?? throw new ArgumentException($"{control.GetType().Name} is no control that a step of time can have.", nameof(control))),
    };

    private static CellControlKind Kind(StepVariable variable) => variable switch
    {
        StepVariable.CathodePotential => CellControlKind.CathodePotential,
        StepVariable.AnodePotential => CellControlKind.AnodePotential,
        _ => CellControlKind.Voltage,
    };

    private bool AtOnce(CarriedStep<T> step, string type)
    {
        step.Type = type;
        _sink.Begins(step, _state);
        _sink.Ends(step, T.Constant(0), _state, StepEnd.Done, "");
        return false;
    }

    private bool Sweep(CarriedStep<T> step, SweepControl sweep)
    {
        // From where it is at rest of current or under it: a sweep begins at the potential that the cell has.
        T start = Watched(sweep.Variable, _state);
        double way = sweep.Target - start.Value, duration = Math.Abs(way) / sweep.Rate;
        step.Type = StepTypes.Sweep;
        var control = new CellControl(Kind(sweep.Variable), start.Value, Math.CopySign(sweep.Rate, way));
        return Timed(step, control, [new StepLimit(StepVariable.StepTime, duration, LimitSide.Above, $"{sweep.Target:0.######} V")]);
    }

    private bool Profile(CarriedStep<T> step, ProfileControl profile)
    {
        step.Type = StepTypes.Profile;
        CellControlKind kind = profile.IsPower ? CellControlKind.Power : CellControlKind.Current;
        for (int i = 0; i + 1 < profile.Times.Length; i++)
        {
            double from = profile.Times[i], to = profile.Times[i + 1], slope = (profile.Values[i + 1] - profile.Values[i]) / (to - from);
            ImmutableArray<StepLimit> limits = [.. step.Step.Limits, new StepLimit(StepVariable.StepTime, to, LimitSide.Above, "the end of the profile")];
            var control = new CellControl(kind, profile.Values[i], slope, from);
            if (Segment(step, control, limits, from, i == 0, i + 2 == profile.Times.Length) is not { } ends) continue;
            return ends;
        }
        return false;
    }

    private bool Timed(CarriedStep<T> step, CellControl control, ImmutableArray<StepLimit> limits) => Segment(step, control, limits, 0, true, true)!.Value;

    // One stretch under one control; null where a profile goes on after it, else whether the repetition around ends.
    private bool? Segment(CarriedStep<T> step, CellControl control, ImmutableArray<StepLimit> limits, double from, bool begins, bool isLast)
    {
        T chargeBefore = begins ? _state[_model.ChargeAt] : _chargeAtStart;
        if (begins) _energyAtStart = _state[_model.EnergyAt].Value;
        _chargeAtStart = chargeBefore;
        _model.Control = control;
        // A held potential shows its errors in the current, whose decay decides when the step ends.
        double share = control.Kind is CellControlKind.Current or CellControlKind.Power or CellControlKind.Resistance ? 1 : HeldShare;
        (_model.ContentTolerance, _model.VoltageTolerance) = (share * _contentTolerance, share * _voltageTolerance);
        _state.CopyTo(_trial, 0);
        if (!TryStart(control, from))
        {
            _trial.CopyTo(_state, 0);
            if (begins) Name(step, control);
            if (Beyond(control, limits, from, out T when) is { } passed) return Close(step, when, begins && when.Value <= from ? StepEnd.LimitAtStart : StepEnd.Limit, passed, begins);
            return Stop(step, from, begins);
        }
        _integrator.Solution.CopyTo(_state);
        if (begins)
        {
            Name(step, control);
            _sink.Begins(step, _state);
            if (Passed(limits, _state, 0) is { } passed && !Returns(limits, from)) return Close(step, T.Constant(from), StepEnd.LimitAtStart, passed, false);
            if (_integrator.Time > from) _sink.Passes(step, _integrator, _integrator.Previous, _integrator.Time);
        }
        if (begins) _anyTime = true;
        if (begins) _marks = _sink.WantsMarks && step.Step.Series is { } series && series.Impedance.IsTakenIn(step.Cycle) ? new MarkCount(series, At(series.Variable, from).Value) : null;
        double reported = _integrator.Time, leapt = double.NegativeInfinity, leap = Smallest;
        int leaps = 0;
        for (long count = 0; ; count++)
        {
            if (_cancellation.IsCancellationRequested)
            {
                _end = new RunEnd(ExitKind.Cancelled, _time.Value + reported, _number, null, null, null, "cancelled");
                return Finish(step, T.Constant(reported), StepEnd.Cancelled, "cancelled");
            }
            if (count > MostSteps || !_integrator.Advance(Smallest))
            {
                _integrator.Solution.CopyTo(_state);
                double at = _integrator.Time;
                if (count <= MostSteps && Beyond(control, limits, at, out T end) is { } passed) return Close(step, end, StepEnd.Limit, passed, false);
                if (at - leapt > BetweenLeaps) leap = Smallest;
                if (count <= MostSteps && ++leaps <= MostLeaps && Leaps(at, ref leap))
                {
                    // The first step behind it says nothing of what lies before.
                    leapt = reported = _integrator.Time;
                    continue;
                }
                return Stop(step, at, false);
            }
            StepLimit? first = FirstPassed(limits, out double time);
            foreach ((int at, double length) in _model.Filaments)
                if (_integrator.Solution[at].Value >= length && Through(reported, at, length) is var through && (first is null || through <= time)) return Short(step, reported, through, length);
            if (first is { } reached)
            {
                T moment = Moment(reached, time);
                _sink.Passes(step, _integrator, reported, time);
                Mark(step, reported, time);
                _integrator.Interpolate(moment, _state);
                if (!isLast && ReferenceEquals(reached, limits[^1])) return null;
                return Close(step, moment, StepEnd.Limit, reached, false);
            }
            _sink.Passes(step, _integrator, reported, _integrator.Time);
            Mark(step, reported, _integrator.Time);
            reported = _integrator.Time;
            if (_model.IsBeyond(_integrator.Solution))
            {
                _integrator.Solution.CopyTo(_state);
                return Stop(step, reported, false);
            }
        }
    }

    // Tells the sink of every mark that the step has come by between two times of the integrator's last step.
    private void Mark(CarriedStep<T> step, double from, double to)
    {
        if (_marks is not { } marks) return;
        while (marks.Next(At(marks.Variable, to).Value) is { } mark)
        {
            double low = from, high = to;
            bool rises = marks.Rises(mark);
            for (int i = 0; i < Bisections && high - low > 1e-12 * Math.Max(1, high); i++)
            {
                double middle = low + (high - low) / 2;
                if (marks.At(At(marks.Variable, middle).Value) >= mark == rises) high = middle;
                else low = middle;
            }
            _integrator.Interpolate(T.Constant(high), _state);
            _sink.Marks(step, high, _state);
            marks.Pass(mark);
            from = high;
        }
    }

    // Where sites that come back to a surface make way for more of the current that brings them, a content has no way on but a leap, however short the step: one step of implicit Euler
    // goes over it, the shortest that finds a solution from where the integrator comes on, and the integrator starts anew behind it. docs/numerics.md, section 8.
    private bool Leaps(double at, ref double leap)
    {
        _state.CopyTo(_trial, 0);
        for (leap = Math.Max(leap, 4e-16 * at); leap <= LongestLeap; leap *= 10)
        {
            _trial.CopyTo(_scratch, 0);
            _model.IsPatient = _model.MayLeap = true;
            bool found = _model.TrySolve(at + leap, 1 / leap, _trial, _scratch);
            _model.IsPatient = _model.MayLeap = false;
            if (!found || _model.IsBeyond(_scratch) || !_integrator.Start(at + leap, _scratch, First, Smallest)) continue;
            // Where it comes to a halt again at once, a longer one is next.
            leap *= 10;
            return true;
        }
        return false;
    }

    private StepLimit? Passed(ImmutableArray<StepLimit> limits, ReadOnlySpan<T> state, double time)
    {
        foreach (StepLimit limit in limits)
            if (Signed(limit, Watched(limit, state, time)).Value >= 0) return limit;
        return null;
    }

    // A surface that is quite full or empty has no exchange current, and the first instant of a current away from there is a spike that no instrument sees:
    // a limit counts as passed at the start where it still is after the blink of a sample.
    private bool Returns(ImmutableArray<StepLimit> limits, double from)
    {
        while (_integrator.Time < from + Blink && _integrator.Advance(Smallest))
            if (_integrator.Time <= from + Blink && Passed(limits, _integrator.Solution, _integrator.Time) is null) return true;
        return false;
    }

    private void Name(CarriedStep<T> step, CellControl control)
    {
        if (step.Type.Length > 0) return;
        double current = _state[_model.CurrentAt].Value;
        step.Type = control.Kind switch
        {
            CellControlKind.Current => control.Value > 0 ? StepTypes.CurrentCharge : control.Value < 0 ? StepTypes.CurrentDischarge : StepTypes.Rest,
            CellControlKind.Power => control.Value > 0 ? StepTypes.PowerCharge : StepTypes.PowerDischarge,
            CellControlKind.Resistance => StepTypes.Resistance,
            _ => current >= 0 ? StepTypes.VoltageCharge : StepTypes.VoltageDischarge,
        };
    }

    private bool TryStart(CellControl control, double from)
    {
        _trial.CopyTo(_state, 0);
        if (control.Kind == CellControlKind.Current) _model.Guess(_state, T.Constant(control.Value));
        if (_integrator.Start(from, _state, First, Smallest)) return true;
        if (control.Kind == CellControlKind.Resistance) return false;
        // From what the cell is under now towards what is asked, in parts.
        double now = control.Kind switch
        {
            CellControlKind.Current => _trial[_model.CurrentAt].Value,
            CellControlKind.Power => _trial[_model.CurrentAt].Value * _trial[_model.VoltageAt].Value,
            CellControlKind.CathodePotential => _trial[_model.PotentialAt].Value,
            CellControlKind.AnodePotential => _trial[_model.PotentialAt].Value - _trial[_model.VoltageAt].Value,
            _ => _trial[_model.VoltageAt].Value,
        };
        _trial.CopyTo(_state, 0);
        for (int part = 1; part <= Homotopy; part++)
        {
            _model.Control = control with { Value = now + (control.Value - now) * part / Homotopy, Slope = 0 };
            _trial.CopyTo(_scratch, 0);
            if (!_model.TrySolve(from, double.PositiveInfinity, _scratch, _state)) return false;
        }
        _model.Control = control;
        return _integrator.Start(from, _state, First, Smallest);
    }

    // Where no step is possible a voltage falls without end within next to no time. A cell held at the limit's potential goes on smoothly there: the limit is passed when the current that it
    // gives at that potential has come down to the one asked for, after a step that is found by halving. docs/numerics.md (N16).
    private StepLimit? Beyond(CellControl control, ImmutableArray<StepLimit> limits, double from, out T end)
    {
        end = T.Constant(from);
        foreach (StepLimit limit in limits)
        {
            if (limit.Variable is not (StepVariable.Voltage or StepVariable.CathodePotential or StepVariable.AnodePotential)) continue;
            _model.Control = new CellControl(Kind(limit.Variable), limit.Threshold);
            _state.CopyTo(_trial, 0);
            // A potential above the limit wants more current than the cell takes there; one below it, less.
            double sign = (limit.Variable == StepVariable.AnodePotential) != (limit.Side == LimitSide.Above) ? 1 : -1;
            double low = 0, high = double.NaN;
            if (Excess(control, 0, sign) >= 0) high = 0;
            for (double delay = Smallest; double.IsNaN(high) && delay <= LongestLast; delay *= 10)
            {
                double excess = Excess(control, delay, sign);
                if (excess >= 0) high = delay;
                else if (excess < 0) low = delay;
            }
            for (int i = 0; i < 60 && high > 0 && high - low > 1e-15 * Math.Max(from, high); i++)
            {
                double middle = 0.5 * (low + high), excess = Excess(control, middle, sign);
                if (double.IsNaN(excess)) break;
                if (excess >= 0) high = middle;
                else low = middle;
            }
            bool found = !double.IsNaN(high) && !double.IsNaN(Excess(control, high, sign));
            _model.Control = control;
            if (!found) continue;
            _scratch.CopyTo(_state, 0);
            end = T.Constant(from + high);
            return limit;
        }
        return null;
    }

    // By how much the current asked for exceeds what the cell gives at the potential it is held at, after a time; NaN where that has no solution. The state is left in the scratch.
    private double Excess(CellControl control, double delay, double sign)
    {
        _trial.CopyTo(_scratch, 0);
        _model.IsPatient = true;
        bool found = _model.TrySolve(0, delay == 0 ? double.PositiveInfinity : 1 / delay, _trial, _scratch);
        _model.IsPatient = false;
        if (!found) return double.NaN;
        double current = _scratch[_model.CurrentAt].Value, voltage = _scratch[_model.VoltageAt].Value;
        double asked = control.Kind switch
        {
            CellControlKind.Current => control.Value,
            CellControlKind.Power => control.Value / voltage,
            CellControlKind.Resistance => -voltage / control.Value,
            _ => double.NaN,
        };
        return sign * (asked - current);
    }

    // When a filament came through the separator, within the last step of the integrator.
    private double Through(double from, int at, double length)
    {
        double low = from, high = _integrator.Time;
        for (int i = 0; i < Bisections; i++)
        {
            double middle = 0.5 * (low + high);
            if (_integrator.Interpolate(middle, at).Value < length) low = middle;
            else high = middle;
        }
        return high;
    }

    private bool Short(CarriedStep<T> step, double from, double moment, double length)
    {
        _sink.Passes(step, _integrator, from, moment);
        _integrator.Interpolate(T.Constant(moment), _state);
        string detail = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"a filament has grown through the separator, {1e6 * length:0.###} um: the cell is shorted; likely causes are the current at which lithium is plated and a thin separator");
        _end = new RunEnd(ExitKind.PhysicalStop, _time.Value + moment, step.Number, "filament", "in the separator", length, detail);
        return Finish(step, T.Constant(moment), StepEnd.PhysicalStop, detail);
    }

    private bool Stop(CarriedStep<T> step, double at, bool begins)
    {
        if (begins) _sink.Begins(step, _state);
        CellControl control = _model.Control;
        double time = _time.Value + at, current = control.Kind is CellControlKind.Current or CellControlKind.Power ? control.Value + control.Slope * (at - control.Start) : _state[_model.CurrentAt].Value;
        bool charges = current > 0, isSpent = _model.IsBeyond(_state);
        // At rest nothing is driven to an end.
        (string Variable, string Place, double Value, double Distance)? cathode = current == 0 ? null : Extreme(_state, true, charges), anode = current == 0 ? null : Extreme(_state, false, charges);
        if (!isSpent && Math.Min(Distance(cathode), Distance(anode)) > 10 * ExchangeCurrentCurve.Wall && IsLimiting(control, charges))
        {
            // What ends shows where the cell gives all that it can.
            isSpent = true;
            (cathode, anode) = (Extreme(_scratch, true, charges), Extreme(_scratch, false, charges));
        }
        bool ofCathode = Distance(cathode) <= Distance(anode);
        (string Variable, string Place, double Value, double Distance)? nearest = ofCathode ? cathode : anode;
        if (_model.Salt is { } salt && salt.Least(_model.SaltPart(_state)) is { Share: < Depleted } least && least.Share < Distance(nearest))
        {
            string why = $"the salt concentration fell to {least.Share:0.####} of that at the start {least.Place}: the liquid carries no more of this current; likely causes are its diffusivity and transference number, thick electrodes, or a step without a limit of voltage";
            _end = new RunEnd(ExitKind.PhysicalStop, time, step.Number, "salt concentration", least.Place, least.Share, why);
            return Finish(step, T.Constant(at), StepEnd.PhysicalStop, why);
        }
        if (nearest is { } end && end.Distance < (isSpent ? NearEnd : 10 * ExchangeCurrentCurve.Wall))
        {
            string side = ofCathode ? "cathode" : "anode", state = end.Value > 0.5 ? "full" : "empty";
            string detail = $"the {end.Variable} of the {side} came to {end.Value:0.######} {end.Place}: it is {state} there and carries no more of this current; likely causes are its diffusivity, particle radius and exchange current, or a step without a limit of voltage";
            _end = new RunEnd(ExitKind.PhysicalStop, time, step.Number, $"{side} {end.Variable}", end.Place, end.Value, detail);
            return Finish(step, T.Constant(at), StepEnd.PhysicalStop, detail);
        }
        if (control.Kind == CellControlKind.Power && GivesLess(control))
        {
            const string detail = "the cell gives no more power than this, whatever the current; give the step a limit of voltage or ask for less";
            _end = new RunEnd(ExitKind.PhysicalStop, time, step.Number, "power", "between the terminals", _state[_model.CurrentAt].Value * _state[_model.VoltageAt].Value, detail);
            return Finish(step, T.Constant(at), StepEnd.PhysicalStop, detail);
        }
        string failed = $"the equations of step {step.Number} have no solution that the program finds after {time:0.######} s";
        Problem? fault = _model.Cathode.Fault(_model.CathodePart(_state)) ?? _model.Anode.Fault(_model.AnodePart(_state));
        _end = new RunEnd(ExitKind.Failed, time, step.Number, null, null, null, fault is null ? failed : $"{failed}; {fault.Subject} has {fault.Found}") { Fault = fault };
        return Finish(step, T.Constant(at), StepEnd.Failed, _end.Detail);

        static double Distance((string Variable, string Place, double Value, double Distance)? extreme) => extreme?.Distance ?? double.PositiveInfinity;
    }

    // What a current drives to its end: it fills the cathode while it discharges, the anode while it charges.
    private (string Variable, string Place, double Value, double Distance)? Extreme(ReadOnlySpan<T> state, bool ofCathode, bool charges) =>
        ofCathode ? _model.Cathode.Extreme(_model.CathodePart(state), !charges) : _model.Anode.Extreme(_model.AnodePart(state), charges);

    // Whether the cell, held far beyond where it stands, gives less current than is asked for within next to no time.
    private bool IsLimiting(CellControl control, bool charges)
    {
        if (control.Kind != CellControlKind.Current) return false;
        _state.CopyTo(_trial, 0);
        _model.Control = new CellControl(CellControlKind.Voltage, _state[_model.VoltageAt].Value + (charges ? FarBeyond : -FarBeyond));
        bool found = false;
        for (double delay = Smallest; !found && delay <= LongestLast; delay *= 10) found = Excess(control, delay, charges ? 1 : -1) >= 0;
        _model.Control = control;
        return found;
    }

    // Whether the power at no voltage between none and the present one is what is asked for.
    private bool GivesLess(CellControl control)
    {
        const int voltages = 20;
        _state.CopyTo(_trial, 0);
        double most = 0, voltage = _state[_model.VoltageAt].Value;
        int solved = 0;
        for (int i = 1; i <= voltages; i++)
        {
            _model.Control = new CellControl(CellControlKind.Voltage, voltage * i / voltages);
            if (double.IsNaN(Excess(control, LongestLast, 1))) continue;
            solved++;
            most = Math.Max(most, -_scratch[_model.CurrentAt].Value * _scratch[_model.VoltageAt].Value);
        }
        _model.Control = control;
        return control.Value < 0 && solved > voltages / 2 && most < -control.Value;
    }

    private bool Close(CarriedStep<T> step, T end, StepEnd kind, StepLimit limit, bool begins)
    {
        if (begins) _sink.Begins(step, _state);
        if (kind == StepEnd.LimitAtStart) _anyStart = true;
        Finish(step, end, kind, limit.Text);
        return limit.EndsRepeat;
    }

    private bool Finish(CarriedStep<T> step, T end, StepEnd kind, string reason)
    {
        _sink.Ends(step, end, _state, kind, reason);
        double charge = _state[_model.ChargeAt].Value - _chargeAtStart.Value;
        if (charge < 0) _given = new Discharged(_given.Charge - charge, _given.Energy - _state[_model.EnergyAt].Value + _energyAtStart);
        _time += end;
        return _end is not null;
    }

    // The first limit that is passed within the integrator's last step, and when.
    private StepLimit? FirstPassed(ImmutableArray<StepLimit> limits, out double time)
    {
        time = double.PositiveInfinity;
        StepLimit? first = null;
        double from = _integrator.Previous, to = _integrator.Time;
        foreach (StepLimit limit in limits)
        {
            if (limit.Variable == StepVariable.StepTime)
            {
                if (limit.Threshold <= to && limit.Threshold < time) (first, time) = (limit, Math.Max(limit.Threshold, from));
                continue;
            }
            double low = from, atLow = double.NaN;
            for (int look = 1; look <= Looks; look++)
            {
                double high = look == Looks ? to : from + (to - from) * look / Looks, atHigh = Signed(limit, At(limit.Variable, high)).Value;
                if (atHigh >= 0)
                {
                    if (double.IsNaN(atLow)) atLow = Signed(limit, At(limit.Variable, low)).Value;
                    double passed = Root(limit, low, Math.Min(atLow, 0), high, atHigh);
                    if (passed < time) (first, time) = (limit, passed);
                    break;
                }
                (low, atLow) = (high, atHigh);
            }
        }
        return first;
    }

    // Between a place where a limit is not reached and one where it is: false position that halves the weight of an end that stays.
    private double Root(StepLimit limit, double low, double atLow, double high, double atHigh)
    {
        if (atLow == 0) return low;
        for (int i = 0; i < 100 && atHigh > 0 && high - low > 4e-16 * Math.Abs(high); i++)
        {
            double share = atLow / (atLow - atHigh), time = low + (high - low) * (share > 0 && share < 1 ? share : 0.5);
            if (time <= low || time >= high) time = low + (high - low) / 2;
            double value = Signed(limit, At(limit.Variable, time)).Value;
            if (value >= 0) (high, atHigh, atLow) = (time, value, 0.5 * atLow);
            else (low, atLow, atHigh) = (time, value, 0.5 * atHigh);
            if (Math.Abs(value) < 1e-13 * Math.Abs(limit.Threshold)) return time;
        }
        return high;
    }

    // The time of a passage with its derivative, by one Newton step from the value found.
    private T Moment(StepLimit limit, double time)
    {
        if (T.Order == 0 || limit.Variable == StepVariable.StepTime) return T.Constant(time);
        double reach = 1e-4 * (_integrator.Time - _integrator.Previous);
        double slope = (Signed(limit, At(limit.Variable, time + reach)).Value - Signed(limit, At(limit.Variable, time - reach)).Value) / (2 * reach);
        T off = Signed(limit, At(limit.Variable, time));
        return slope == 0 ? T.Constant(time) : T.Constant(time) - (off - T.Constant(off.Value)) / T.Constant(slope);
    }

    private T At(StepVariable variable, double time)
    {
        switch (variable)
        {
            case StepVariable.Voltage:
                return _integrator.Interpolate(time, _model.VoltageAt);
            case StepVariable.CathodePotential:
                return _integrator.Interpolate(time, _model.PotentialAt);
            case StepVariable.AnodePotential:
                return _integrator.Interpolate(time, _model.PotentialAt) - _integrator.Interpolate(time, _model.VoltageAt);
            case StepVariable.Temperature:
                return _integrator.Interpolate(time, _model.TemperatureAt);
            case StepVariable.CurrentMagnitude:
                return Magnitude(_integrator.Interpolate(time, _model.CurrentAt));
            case StepVariable.StepCharge:
                return Magnitude(_integrator.Interpolate(time, _model.ChargeAt) - _chargeAtStart);
            case StepVariable.StepTime:
                return T.Constant(time);
            default:
                _integrator.Interpolate(T.Constant(time), _scratch);
                return Watched(variable, _scratch);
        }
    }

    private T Watched(StepLimit limit, ReadOnlySpan<T> state, double time) => limit.Variable switch
    {
        StepVariable.StepTime => T.Constant(time),
        StepVariable.StepCharge => Magnitude(state[_model.ChargeAt] - _chargeAtStart),
        _ => Watched(limit.Variable, state),
    };

    private T Watched(StepVariable variable, ReadOnlySpan<T> state) => variable switch
    {
        StepVariable.Voltage => state[_model.VoltageAt],
        StepVariable.CathodePotential => state[_model.PotentialAt],
        StepVariable.AnodePotential => state[_model.PotentialAt] - state[_model.VoltageAt],
        StepVariable.CurrentMagnitude => Magnitude(state[_model.CurrentAt]),
        StepVariable.Temperature => state[_model.TemperatureAt],
        StepVariable.CathodeContent => _model.Cathode.Content(_model.CathodePart(state)),
        StepVariable.AnodeContent => _model.Anode.Content(_model.AnodePart(state)),
        _ => throw new ArgumentOutOfRangeException(nameof(variable), variable, "is known to a step alone"),
    };

    private static T Magnitude(T value) => value.Value < 0 ? -value : value;

    private static T Signed(StepLimit limit, T value)
    {
        T off = value - T.Constant(limit.Threshold);
        return limit.Side == LimitSide.Below ? -off : off;
    }
}
