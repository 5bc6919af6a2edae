using System.Collections.Immutable;
using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>
/// A cell as equations for an implicit integrator: two electrodes, the separator between them and one control, closed by a Newton iteration on the condensed structure.
/// docs/physics.md (39). It knows nothing of time stepping; whoever steps it knows nothing of cells.
/// </summary>
/// <typeparam name="T">The number type.</typeparam>
internal sealed class CellModel<T> : IStepEquations<T>
    where T : unmanaged, IScalar<T>
{
    // The temperature is found beside the equations, which it changes slowly: to this, K, and in so many rounds.
    private const double SettledTemperature = 1e-6, TemperatureTolerance = 200;
    private const int ThermalRounds = 25;

    // Newton's error after a step is the square of the step over twice the thermal voltage: steps below this leave less than 1e-8 V.
    private const double Converged = 2e-5, Hopeless = 1e15;
    private const int UsualIterations = 9, FirstIterations = 200;

    // With a salt the iteration goes on until it moves no concentration by more than this part; it converges by a factor, not by squares.
    private const double SettledSalt = 1e-6, SettledSlope = 1e-10;
    private const int SaltIterations = 30;

    /// <summary>Places of the cell's own unknowns, counted from the end of all others.</summary>
    public const int Own = 6;

    private readonly CellCoefficients _coefficients, _above, _below;
    private readonly Variation<T> _variation;
    private T _separator, _cathodeSide, _reference, _grown, _grownOnCathodeSide;
    private readonly SaltField<T>? _salt;
    private readonly T _contacts, _cathodeContacts;
    private readonly int _anodeAt, _cathodeAt, _saltAt, _ownAt;
    private readonly T _heatCapacity, _heatTransfer;
    private readonly bool _isThermal;
    private T _surroundings;
    private CellControl _control;

    public CellModel(CellCoefficients coefficients, CellMesh mesh)
        : this(coefficients, coefficients, coefficients, default, mesh)
    {
    }

    public CellModel(CellCoefficients coefficients, CellCoefficients above, CellCoefficients below, Variation<T> variation, CellMesh mesh)
    {
        (_coefficients, _above, _below, _variation) = (coefficients, above, below, variation);
        Anode = Electrode(coefficients.Anode, above.Anode, below.Anode, variation, mesh.Anode);
        Cathode = Electrode(coefficients.Cathode, above.Cathode, below.Cathode, variation, mesh.Cathode);
        if (coefficients.Liquid is not null)
        {
            _salt = new SaltField<T>(coefficients, above, below, variation, mesh);
            (_contacts, _cathodeContacts) = (Touching(0, 0, 0), Touching(coefficients.ReferencePosition, above.ReferencePosition, below.ReferencePosition));
        }
        Contacts = new GrowingContacts<T>(coefficients, above, below, variation);
        _saltAt = Anode.Count + Cathode.Count;
        (_anodeAt, _cathodeAt, _ownAt) = (0, Anode.Count, _saltAt + (_salt?.Count ?? 0));
        Filaments =
        [
            .. ((ElectrodeModel<T> Electrode, int At)[])[(Anode, _anodeAt), (Cathode, _cathodeAt)] is var electrodes
                ? electrodes.Where(each => each.Electrode is FoilModel<T> { Coefficients: { Filament: not null, IsHeld: false } }).Select(each => (each.At + FoilModel<T>.FilamentAt, ((FoilModel<T>)each.Electrode).Coefficients.Filament!.Length))
                : [],
        ];
        Temperature = _surroundings = variation.Of(coefficients.Temperature, above.Temperature, below.Temperature);
        if (coefficients.Thermal is not { } thermal) return;
        _isThermal = true;
        (_heatCapacity, _heatTransfer) = (variation.Of(thermal.HeatCapacity, above.Thermal!.HeatCapacity, below.Thermal!.HeatCapacity), variation.Of(thermal.HeatTransfer, above.Thermal!.HeatTransfer, below.Thermal!.HeatTransfer));
    }

    /// <summary>The negative electrode.</summary>
    public ElectrodeModel<T> Anode { get; }

    /// <summary>The positive electrode.</summary>
    public ElectrodeModel<T> Cathode { get; }

    public int Count => _ownAt + Own + Contacts.Count;

    /// <summary>Contacts of the separator's layers that react; none in a liquid.</summary>
    public GrowingContacts<T> Contacts { get; }

    /// <summary>Where their states stand.</summary>
    public int ContactsAt => _ownAt + Own;

    /// <summary>What it was made from.</summary>
    public CellCoefficients Coefficients => _coefficients;

    /// <summary>Where the voltage stands, V.</summary>
    public int VoltageAt => _ownAt;

    /// <summary>Where the current density stands, A/m2, > 0 charges.</summary>
    public int CurrentAt => _ownAt + 1;

    /// <summary>Where the charge since the start stands, C/m2, > 0 charged.</summary>
    public int ChargeAt => _ownAt + 2;

    /// <summary>Where the energy since the start stands, J/m2.</summary>
    public int EnergyAt => _ownAt + 3;

    /// <summary>Where the positive electrode's potential against the reference electrode stands, V.</summary>
    public int PotentialAt => _ownAt + 4;

    /// <summary>Where the temperature stands, K.</summary>
    public int TemperatureAt => _ownAt + 5;

    /// <summary>Temperature of the surroundings, K; a cell without a heat balance takes it at once.</summary>
    public T Surroundings
    {
        get => _surroundings;
        set
        {
            _surroundings = value;
            if (!_isThermal) Temperature = value;
        }
    }

    /// <summary>Temperature with which the equations are solved, K.</summary>
    public T Temperature
    {
        get;
        private set
        {
            field = value;
            Anode.SetTemperature(value);
            Cathode.SetTemperature(value);
            _salt?.SetTemperature(value);
            (_separator, _cathodeSide) = (Separator(value, 0, 0, 0), Separator(value, _coefficients.ReferencePosition, _above.ReferencePosition, _below.ReferencePosition));
        }
    }

    /// <summary>Takes the pressure on the stack, Pa.</summary>
    public void SetPressure(double pressure)
    {
        Anode.SetPressure(pressure);
        Cathode.SetPressure(pressure);
    }

    /// <summary>Resistance of the separator between the reference electrode and the positive electrode, ohm m2.</summary>
    public double CathodeSide => (_cathodeSide + _grownOnCathodeSide).Value;

    /// <summary>Tolerance of the error test in lithium content.</summary>
    public double ContentTolerance { get; set; } = 1e-4;

    /// <summary>Tolerance of the error test in volts.</summary>
    public double VoltageTolerance { get; set; } = 1e-4;

    /// <summary>What is controlled.</summary>
    public CellControl Control
    {
        get => _control;
        set => _control = value;
    }

    /// <summary>Whether a step is worth more iterations than one that could as well be shorter.</summary>
    public bool IsPatient { get; set; }

    /// <summary>Whether an iteration may leave the states from which it comes, where they have no way on.</summary>
    public bool MayLeap
    {
        get => Cathode.MayLeap;
        set => Cathode.MayLeap = Anode.MayLeap = value;
    }

    /// <summary>Newton iterations since construction.</summary>
    public long Iterations { get; private set; }

    /// <summary>The state at the start.</summary>
    public void Initialise(Span<T> unknowns)
    {
        unknowns.Clear();
        Anode.Initialise(unknowns.Slice(_anodeAt, Anode.Count));
        Cathode.Initialise(unknowns.Slice(_cathodeAt, Cathode.Count));
        _salt?.Initialise(unknowns[_saltAt.._ownAt]);
        unknowns[TemperatureAt] = Temperature;
        unknowns[PotentialAt] = Cathode.Equilibrium(unknowns.Slice(_cathodeAt, Cathode.Count)).Potential;
        unknowns[VoltageAt] = Cathode.Equilibrium(unknowns.Slice(_cathodeAt, Cathode.Count)).Potential - Anode.Equilibrium(unknowns.Slice(_anodeAt, Anode.Count)).Potential;
    }

    /// <summary>The part of the unknowns that is the negative electrode's.</summary>
    public ReadOnlySpan<T> AnodePart(ReadOnlySpan<T> unknowns) => unknowns.Slice(_anodeAt, Anode.Count);

    /// <summary>The part of the unknowns that is the positive electrode's.</summary>
    public ReadOnlySpan<T> CathodePart(ReadOnlySpan<T> unknowns) => unknowns.Slice(_cathodeAt, Cathode.Count);

    /// <summary>The salt of a liquid; null in a cell without one.</summary>
    public SaltField<T>? Salt => _salt;

    /// <summary>The part of the unknowns that is the salt's.</summary>
    public ReadOnlySpan<T> SaltPart(ReadOnlySpan<T> unknowns) => unknowns[_saltAt.._ownAt];

    /// <summary>Takes the salt of a state as it is, with what it makes of the rest; nothing in a cell without one.</summary>
    public void Take(ReadOnlySpan<T> unknowns)
    {
        if (_salt is null) return;
        _salt.Take(SaltPart(unknowns));
        Wet();
    }

    /// <summary>Guesses the algebraic unknowns for a current, before consistent values are sought.</summary>
    public void Guess(Span<T> unknowns, T current)
    {
        Anode.Guess(unknowns.Slice(_anodeAt, Anode.Count), current);
        Cathode.Guess(unknowns.Slice(_cathodeAt, Cathode.Count), -current);
        unknowns[CurrentAt] = current;
    }

    public bool TrySolve(double time, double rate, ReadOnlySpan<T> history, Span<T> solution)
    {
        double delay = double.IsPositiveInfinity(rate) ? 0 : 1 / rate;
        if (!_isThermal)
        {
            if (!Solve(time, delay, history, solution)) return false;
            solution[TemperatureAt] = Temperature;
            return true;
        }
        T temperature = delay == 0 ? history[TemperatureAt] : solution[TemperatureAt];
        double before = double.PositiveInfinity;
        for (int round = 0; round < ThermalRounds; round++)
        {
            if (!(temperature.Value is > 50 and < 2000)) return false;
            Temperature = temperature;
            if (!Solve(time, delay, history, solution)) return false;
            // docs/physics.md (40), its implicit step solved for the temperature.
            T share = T.Constant(delay) / _heatCapacity, next = (history[TemperatureAt] + share * (Heat(solution) + _heatTransfer * _surroundings)) / (T.Constant(1) + share * _heatTransfer);
            double off = Math.Abs(next.Value - temperature.Value);
            temperature = next;
            if (off < SettledTemperature && (T.Order == 0 || before < SettledTemperature))
            {
                solution[TemperatureAt] = next;
                return true;
            }
            before = off;
        }
        return false;
    }

    /// <summary>Heat that the cell makes, W/m2: irreversible by its distance from equilibrium, reversible by its entropy.</summary>
    public T Heat(ReadOnlySpan<T> unknowns)
    {
        (T Potential, double Entropic) cathode = Cathode.Equilibrium(CathodePart(unknowns)), anode = Anode.Equilibrium(AnodePart(unknowns));
        T equilibrium = cathode.Potential - anode.Potential, entropy = T.Constant(cathode.Entropic - anode.Entropic);
        return unknowns[CurrentAt] * (unknowns[VoltageAt] - equilibrium + Temperature * entropy);
    }

    private bool Solve(double time, double delay, ReadOnlySpan<T> history, Span<T> solution)
    {
        if (Contacts.Count > 0)
        {
            Contacts.Grow(delay, Temperature, history[ContactsAt..], solution[ContactsAt..]);
            (_grown, _grownOnCathodeSide) = Contacts.Resistance(solution[ContactsAt..]);
        }
        Anode.Begin(delay, history.Slice(_anodeAt, Anode.Count), solution.Slice(_anodeAt, Anode.Count));
        Cathode.Begin(delay, history.Slice(_cathodeAt, Cathode.Count), solution.Slice(_cathodeAt, Cathode.Count));
        T current = solution[CurrentAt], voltage = solution[VoltageAt];
        int limit = delay == 0 || IsPatient ? FirstIterations : _salt is null ? UsualIterations : SaltIterations;
        double before = double.PositiveInfinity, drift = 0, still = T.Order == 0 ? Math.Min(SettledSalt, 0.1 * VoltageTolerance) : SettledSlope;
        if (_salt is { } salt)
        {
            if (!salt.Begin(delay, history[_saltAt.._ownAt], solution[_saltAt.._ownAt])) return false;
            Wet();
        }
        for (int iteration = 0; iteration < limit; iteration++)
        {
            Iterations++;
            if (_salt is not null && !Soak(delay, current, out drift)) return false;
            Anode.Linearise(current);
            Cathode.Linearise(-current);
            // docs/physics.md (39): V = cathode - anode + I R; each electrode's potential is affine in its own current.
            T separator = _separator + _grown, settled = Cathode.Settled - Anode.Settled + current * separator;
            double resistance = separator.Value - Cathode.Resistance - Anode.Resistance;
            T change = Close(time, current, settled, resistance);
            double off = Math.Max(Anode.Update(change), Cathode.Update(-change));
            if (double.IsNaN(off) || !(off < Hopeless)) return false;
            voltage = settled + T.Constant(resistance) * change;
            current += change;
            T potential = Cathode.Settled - T.Constant(Cathode.Resistance) * change + current * (_cathodeSide + _grownOnCathodeSide) - _reference;
            if (off < Converged && Math.Abs(change.Value) * resistance < Converged && drift < still)
            {
                if (T.Order == 0 || before < Converged) return Finish(delay, history, solution, voltage, current, potential);
            }
            // Where it does not close in, a shorter step is cheaper than more of the same.
            else if (delay > 0 && iteration >= 4 && Math.Max(off, drift) > 0.7 * before && !IsPatient) return false;
            before = Math.Max(off, drift);
        }
        return false;
    }

    /// <summary>Where lengths of filaments stand, and at which they short the cell.</summary>
    public ImmutableArray<(int At, double Length)> Filaments { get; }

    /// <summary>Whether something in the cell is so far at its end that it carries nothing more.</summary>
    public bool IsBeyond(ReadOnlySpan<T> unknowns) => Cathode.IsBeyond(CathodePart(unknowns)) || Anode.IsBeyond(AnodePart(unknowns));

    // The salt's balance for the currents as they stand, and what it makes of the electrodes and the separator.
    private bool Soak(double delay, T current, out double drift)
    {
        Anode.Flow(current, _salt!.Anode.Flow);
        Cathode.Flow(-current, _salt.Cathode.Flow);
        drift = _salt.Advance(delay, current);
        if (double.IsNaN(drift)) return false;
        if (delay == 0) drift = 0;
        Wet();
        return true;
    }

    private void Wet()
    {
        _salt!.Evaluate();
        Anode.Wet(_salt.Anode);
        Cathode.Wet(_salt.Cathode);
        (_separator, _cathodeSide, _reference) = (_salt.Resistance + _contacts, _salt.CathodeSide + _cathodeContacts, _salt.ReferencePotential);
    }

    public void Stand(ReadOnlySpan<T> solution)
    {
        Anode.Stand(AnodePart(solution));
        Cathode.Stand(CathodePart(solution));
    }

    public void Weights(ReadOnlySpan<T> solution, Span<double> weights)
    {
        weights.Clear();
        Anode.Weights(solution.Slice(_anodeAt, Anode.Count), ContentTolerance, VoltageTolerance, weights.Slice(_anodeAt, Anode.Count));
        Cathode.Weights(solution.Slice(_cathodeAt, Cathode.Count), ContentTolerance, VoltageTolerance, weights.Slice(_cathodeAt, Cathode.Count));
        _salt?.Weights(ContentTolerance, weights[_saltAt.._ownAt]);
        weights[VoltageAt] = 1 / VoltageTolerance;
        if (_isThermal) weights[TemperatureAt] = 1 / (TemperatureTolerance * VoltageTolerance);
    }

    /// <summary>The parts of the voltage at a solution. docs/physics.md (45).</summary>
    public IReadOnlyList<VoltagePart> Parts(ReadOnlySpan<T> unknowns)
    {
        var parts = new List<VoltagePart>();
        double current = unknowns[CurrentAt].Value;
        Take(unknowns);
        var own = new List<VoltagePart>();
        Cathode.Parts(CathodePart(unknowns), -current, own);
        foreach (VoltagePart part in own) parts.Add(new($"cathode {part.Name}", part.Value));
        own.Clear();
        Anode.Parts(AnodePart(unknowns), current, own);
        foreach (VoltagePart part in own) parts.Add(new($"anode {part.Name}", -part.Value));
        if (_salt is not null)
        {
            parts.Add(new("cathode concentration", _salt.Mean(_salt.Cathode) - _reference.Value));
            parts.Add(new("anode concentration", _reference.Value - _salt.Mean(_salt.Anode)));
        }
        parts.Add(new("separator", current * (_separator + Contacts.Resistance(unknowns[ContactsAt..]).All).Value));
        return parts;
    }

    private bool Finish(double delay, ReadOnlySpan<T> history, Span<T> solution, T voltage, T current, T potential)
    {
        Anode.Finish(solution.Slice(_anodeAt, Anode.Count));
        Cathode.Finish(solution.Slice(_cathodeAt, Cathode.Count));
        _salt?.Finish(solution[_saltAt.._ownAt]);
        T step = T.Constant(delay);
        (solution[VoltageAt], solution[CurrentAt], solution[PotentialAt]) = (voltage, current, potential);
        (solution[ChargeAt], solution[EnergyAt]) = (history[ChargeAt] + step * current, history[EnergyAt] + step * current * voltage);
        return double.IsFinite(voltage.Value);
    }

    // The change of the current that the control asks for.
    private T Close(double time, T current, T settled, double resistance)
    {
        T target = T.Constant(_control.Value + _control.Slope * (time - _control.Start)), inverse = T.Constant(1 / resistance);
        switch (_control.Kind)
        {
            case CellControlKind.Current:
                return target - current;
            case CellControlKind.Voltage:
                return inverse * (target - settled);
            case CellControlKind.CathodePotential:
                {
                    T potential = Cathode.Settled + current * (_cathodeSide + _grownOnCathodeSide) - _reference;
                    return (target - potential) / T.Constant(CathodeSide - Cathode.Resistance);
                }
            case CellControlKind.AnodePotential:
                {
                    T side = _separator - _cathodeSide + _grown - _grownOnCathodeSide, potential = Anode.Settled - current * side - _reference;
                    return (target - potential) / T.Constant(Anode.Resistance - side.Value);
                }
            case CellControlKind.Power:
                return (target - settled * current) / (T.Constant(resistance) * current + settled);
            default:
                return -(settled + target * current) / (T.Constant(resistance) + target);
        }
    }

    private T Separator(T temperature, double from, double fromAbove, double fromBelow)
    {
        T sum = T.Constant(0);
        for (int i = 0; i < _coefficients.Separator.Length; i++)
        {
            T at = _variation.Of(Resistance(_coefficients, i, from).Layer, Resistance(_above, i, fromAbove).Layer, Resistance(_below, i, fromBelow).Layer);
            T contact = _variation.Of(Resistance(_coefficients, i, from).Contact, Resistance(_above, i, fromAbove).Contact, Resistance(_below, i, fromBelow).Contact);
            sum += at / _coefficients.Separator[i].Activation.Factor(temperature) + contact;
        }
        return sum;
    }

    private T Touching(double from, double fromAbove, double fromBelow)
    {
        T sum = T.Constant(0);
        for (int i = 0; i < _coefficients.Separator.Length; i++)
            sum += _variation.Of(Resistance(_coefficients, i, from).Contact, Resistance(_above, i, fromAbove).Contact, Resistance(_below, i, fromBelow).Contact);
        return sum;
    }

    // A layer's resistance from a place of the separator on, at the reference temperature of its conductivity, and that of its contact.
    private static (double Layer, double Contact) Resistance(CellCoefficients cell, int index, double from)
    {
        double length = cell.Separator.Sum(each => each.Thickness), before = cell.Separator.Take(index).Sum(each => each.Thickness);
        LayerCoefficients layer = cell.Separator[index];
        double begin = before / length, end = (before + layer.Thickness) / length, share = Math.Clamp((end - from) / (end - begin), 0, 1);
        return (share * layer.Thickness / layer.Conductivity, end > from ? layer.InterfaceResistance : 0);
    }

    private static ElectrodeModel<T> Electrode(ElectrodeCoefficients electrode, ElectrodeCoefficients above, ElectrodeCoefficients below, Variation<T> variation, CompositeMesh? mesh) => electrode switch
    {
        CompositeCoefficients composite => new CompositeModel<T>(composite, (CompositeCoefficients)above, (CompositeCoefficients)below, variation, mesh!),
        FoilCoefficients foil => new FoilModel<T>(foil, (FoilCoefficients)above, (FoilCoefficients)below, variation),
        IdealCoefficients ideal => new FoilModel<T>(Flat(ideal), Flat((IdealCoefficients)above), Flat((IdealCoefficients)below), variation),
        _ => throw new ArgumentException($"{electrode.GetType().Name} is no electrode that the equations know.", nameof(electrode)),
    };

    private static FoilCoefficients Flat(IdealCoefficients ideal) => new(ideal.Potential, double.PositiveInfinity, ThermalLaw.None, 0.5, 0, 0, 0, double.PositiveInfinity);
}
