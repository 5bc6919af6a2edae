using System.Collections.Immutable;
using Interphase.Descriptions;
using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>A porous composite: particles, kinetics and films at the points of a transmission line. docs/physics.md, section "A composite under current".</summary>
/// <typeparam name="T">The number type.</typeparam>
internal sealed class CompositeModel<T> : ElectrodeModel<T>
    where T : unmanaged, IScalar<T>
{
    // How far potentials may go from where boundary processes were evaluated, V: so far their currents are straight to a few parts in a hundred thousand.
    private const double Near = 3e-4;

    // Share of the conductance of an element of the line that the conductance of all surfaces together is no less than: below rounding the line would be singular.
    private const double LeastConductance = 1e-13;

    private readonly CompositeCoefficients _coefficients;
    private readonly Variation<T> _variation;
    private readonly CompositeCoefficients _above, _below;
    private readonly PorousLine<T> _line;
    private readonly VariedLine<T>? _wet, _varied;
    private readonly ParticleClass<T>[] _classes;
    private readonly RedoxProcess<T>? _redox;
    private readonly BoundaryProcess<T>[] _processes;
    private readonly int[] _processAt;
    private readonly PointConditions<T>? _conditions;
    private readonly T[] _attendedAt = [];
    private readonly int _points, _nodes, _potentialAt, _nodesAt, _redoxAt;
    private readonly T[] _potentials, _currents, _changes, _doubleLayerPast, _redoxPast, _redoxCurrents;
    private readonly double[] _slopes, _redoxSlopes;
    private readonly T[] _salted = [], _along = [], _released = [];
    private readonly T _length, _doubleLayer;
    private readonly int _releasedAt = -1;
    private readonly bool _seesEquilibria;
    private T _temperature, _ionic;
    private bool _isAttended;
    private double _delay, _doubleLayerDelay, _leastSlope;

    public CompositeModel(CompositeCoefficients coefficients, CompositeCoefficients above, CompositeCoefficients below, Variation<T> variation, CompositeMesh mesh)
    {
        (_coefficients, _above, _below, _variation) = (coefficients, above, below, variation);
        (_points, _nodes) = (mesh.Elements * mesh.PointsPerElement, mesh.Elements + 1);
        _processes = Made();
        _seesEquilibria = coefficients.Frozen is null && coefficients.Boundaries.Any(each => each.SeesEquilibria);
        if (coefficients.Pores is not null) _wet = new VariedLine<T>(mesh.Elements, mesh.PointsPerElement);
        else if (Array.Exists(_processes, process => process.ChangesIons)) _varied = new VariedLine<T>(mesh.Elements, mesh.PointsPerElement);
        _line = _wet ?? _varied ?? (PorousLine<T>)new TransmissionLine<T>(mesh.Elements, mesh.PointsPerElement);
        _classes = new ParticleClass<T>[coefficients.Active is null ? 0 : coefficients.Classes.Length];
        int offset = 0;
        for (int c = 0; c < _classes.Length; c++)
        {
            _classes[c] = new ParticleClass<T>(coefficients, above, below, c, variation, mesh.Particles[c], _points, offset);
            offset += _classes[c].Count;
        }
        (_potentialAt, _nodesAt) = (offset, offset + _points);
        offset += _points + _nodes;
        _redoxAt = offset;
        if (coefficients.Redox is not null)
        {
            _redox = new RedoxProcess<T>(coefficients, above, below, variation, _points);
            offset += _points;
        }
        _processAt = new int[_processes.Length];
        for (int p = 0; p < _processes.Length; p++)
        {
            _processAt[p] = offset;
            offset += _processes[p].States * _points;
        }
        if (_processes.Length > 0) (_conditions, _attendedAt) = (new PointConditions<T>(_points), new T[_points]);
        _length = Of(each => each.Thickness);
        _doubleLayer = Of(each => each.DoubleLayer * each.SurfaceArea);
        if (HasDoubleLayer || _redox is not null || _processes.Length > 0)
        {
            _releasedAt = offset;
            offset += _points;
        }
        Count = offset;
        (_potentials, _currents, _changes, _doubleLayerPast) = (new T[_points], new T[_points], new T[_points], new T[_points]);
        if (_wet is not null) (_salted, _along, _released) = (new T[_points], new T[_points], new T[_points]);
        (_redoxPast, _redoxCurrents, _redoxSlopes, _slopes) = (new T[_points], new T[_points], new double[_points], new double[_points]);
    }

    public override int Count { get; }

    public override T Settled => _line.Settled;

    public override double Resistance => _line.Resistance;

    /// <summary>What it was made from.</summary>
    public CompositeCoefficients Coefficients => _coefficients;

    /// <summary>Points along the electrode.</summary>
    public int Points => _points;

    /// <summary>Where they lie: 0 at the separator, 1 at the collector.</summary>
    public ReadOnlySpan<double> Positions => _line.Positions;

    /// <summary>Shares of the length that they stand for.</summary>
    public ReadOnlySpan<double> Shares => _line.Weights;

    /// <summary>The size classes.</summary>
    public ReadOnlySpan<ParticleClass<T>> Classes => _classes;

    /// <summary>Where the potentials of the points stand among the unknowns.</summary>
    public int PotentialAt => _potentialAt;

    /// <summary>Elements along the electrode, with as many points in each.</summary>
    public int Elements => _nodes - 1;

    /// <summary>The electrolyte's redox; null where there is none.</summary>
    public RedoxProcess<T>? Redox => _redox;

    /// <summary>Where its states stand among the unknowns.</summary>
    public int RedoxAt => _redoxAt;

    // Where boundaries are held as they have become, what goes back and forth within a cycle goes on.
    private BoundaryProcess<T>[] Made()
    {
        FrozenBoundaries? frozen = _coefficients.Frozen;
        var processes = new List<BoundaryProcess<T>>();
        for (int b = 0; b < _coefficients.Boundaries.Length; b++)
        {
            BoundaryCoefficients each = _coefficients.Boundaries[b];
            if (frozen is null || each.GoesOn) processes.Add(each.Process(new ProcessSite<T>(_coefficients, _above, _below, _variation, _points, b, frozen is not null)));
        }
        if (frozen is not null) processes.Add(new FrozenProcess<T>(frozen, _variation, _points));
        return [.. processes];
    }

    /// <summary>What happens at its boundaries.</summary>
    public ReadOnlySpan<BoundaryProcess<T>> Processes => _processes;

    /// <summary>The part of the unknowns that is a boundary process's.</summary>
    public ReadOnlySpan<T> Part(int process, ReadOnlySpan<T> unknowns) => unknowns.Slice(_processAt[process], _processes[process].States * _points);

    private bool HasDoubleLayer => _doubleLayer.Value > 0;

    public override void SetTemperature(T temperature)
    {
        _temperature = temperature;
        _ionic = Thermal(each => each.IonicConductivity, _coefficients.IonicActivation, temperature);
        _line.Set(_length, _ionic, Thermal(each => each.ElectronicConductivity, _coefficients.ElectronicActivation, temperature));
        double resistivity = 1 / (_coefficients.IonicConductivity * _coefficients.IonicActivation.Factor(temperature.Value)) + 1 / (_coefficients.ElectronicConductivity * _coefficients.ElectronicActivation.Factor(temperature.Value));
        _leastSlope = LeastConductance * Elements / (resistivity * _length.Value * _length.Value);
        T thermal = T.Constant(PhysicalConstants.GasConstant / PhysicalConstants.Faraday) * temperature;
        foreach (ParticleClass<T> particles in _classes) particles.SetTemperature(temperature, thermal);
        _redox?.SetTemperature(thermal);
        foreach (BoundaryProcess<T> process in _processes) process.SetTemperature(temperature, thermal);
        _isAttended = false;
    }

    public override void Wet(SaltField<T>.Part salt)
    {
        _wet!.SetIonic(salt.Conductivities);
        salt.Potentials.CopyTo(_salted, 0);
        foreach (ParticleClass<T> particles in _classes) particles.Wet(salt.Concentrations);
    }

    public override void SetPressure(double pressure)
    {
        foreach (BoundaryProcess<T> process in _processes) process.SetPressure(pressure);
        _isAttended = false;
    }

    public override void Flow(T current, Span<T> flow) => _wet!.Flow(_released, current, flow);

    public override void Initialise(Span<T> unknowns)
    {
        unknowns.Clear();
        foreach (ParticleClass<T> particles in _classes) particles.Initialise(unknowns, Of(each => each.InitialContent));
        T rest = _classes.Length > 0 ? _classes[0].Rest(unknowns, 0) : Of(each => each.Redox?.Potential ?? 0);
        unknowns.Slice(_potentialAt, _points + _nodes).Fill(rest);
        if (_redox is { } redox)
        {
            T state = Of(each => each.Redox!.InitialState);
            // With an active material both start at rest together; alone, the state is what was said.
            unknowns.Slice(_redoxAt, _points).Fill(double.IsNaN(state.Value) ? redox.AtRest(rest) : state);
            if (_classes.Length == 0 && !double.IsNaN(state.Value)) unknowns.Slice(_potentialAt, _points + _nodes).Fill(redox.Rest(state));
        }
        for (int p = 0; p < _processes.Length; p++) _processes[p].Initialise(unknowns.Slice(_processAt[p], _processes[p].States * _points));
        if (_coefficients.Frozen is { } frozen) Resume(frozen, unknowns);
    }

    // Processes that go on begin where they had come to.
    private void Resume(FrozenBoundaries frozen, Span<T> unknowns)
    {
        int[] live = [.. Enumerable.Range(0, _coefficients.Boundaries.Length).Where(b => _coefficients.Boundaries[b].GoesOn)];
        for (int i = 0; i < frozen.Effects.Length; i++)
            if (frozen.Effects[i] is { Effect: BoundaryEffect.State } effect)
                FrozenProcess<T>.Values(frozen, i, _variation).CopyTo(unknowns.Slice(_processAt[Array.IndexOf(live, effect.Boundary)] + effect.Row * _points, _points));
    }

    public override void Guess(Span<T> unknowns, T current)
    {
        if (_classes.Length == 0) return;
        // Of this state, not of one that was solved before: a run that goes on from here knows of no other.
        Recall(unknowns);
        T area = T.Constant(0);
        foreach (ParticleClass<T> particles in _classes) area += particles.ContactArea;
        T each = current / (area * _length);
        for (int k = 0; k < _points; k++)
        {
            T potential = T.Constant(0);
            foreach (ParticleClass<T> particles in _classes) potential += T.Constant(particles.Share) * particles.Guess(unknowns, k, each);
            if (!HasDoubleLayer) unknowns[_potentialAt + k] = potential;
        }
        for (int node = 0; node < _nodes; node++) unknowns[_nodesAt + node] = unknowns[_potentialAt + Math.Clamp((int)((double)node / (_nodes - 1) * _points), 0, _points - 1)];
    }

    public override void Begin(double delay, ReadOnlySpan<T> history, ReadOnlySpan<T> prediction)
    {
        _delay = delay;
        // Consistent values hold the double layer's potential, and the current that charges it follows.
        _doubleLayerDelay = Math.Max(delay, 1e-12);
        foreach (ParticleClass<T> particles in _classes) particles.Begin(delay, history, prediction);
        if (_conditions is not null)
        {
            (_conditions.Delay, _isAttended) = (delay, false);
            for (int p = 0; p < _processes.Length; p++) _processes[p].Begin(Part(p, history));
            Contents(history, prediction, delay);
        }
        prediction.Slice(_potentialAt, _points).CopyTo(_potentials);
        prediction.Slice(_nodesAt, _nodes).CopyTo(_line.Nodes);
        if (HasDoubleLayer)
        {
            history.Slice(_potentialAt, _points).CopyTo(_doubleLayerPast);
            if (delay == 0) _doubleLayerPast.CopyTo(_potentials, 0);
        }
        if (_redox is not null)
        {
            history.Slice(_redoxAt, _points).CopyTo(_redoxPast);
            _redox.Begin(_potentials);
        }
        if (_wet is not null) Released(prediction, _released);
    }

    public override void Linearise(T current)
    {
        Array.Clear(_currents);
        Array.Clear(_slopes);
        if (_conditions is { } conditions)
        {
            Attend();
            for (int k = 0; k < _points; k++)
            {
                _currents[k] = conditions.Currents[k] + T.Constant(conditions.Slopes[k]) * (_potentials[k] - _attendedAt[k]);
                _slopes[k] = conditions.Slopes[k];
            }
        }
        foreach (ParticleClass<T> particles in _classes) particles.Linearise(_potentials, _currents, _slopes);
        if (HasDoubleLayer)
        {
            T conductance = _doubleLayer / T.Constant(_doubleLayerDelay);
            for (int k = 0; k < _points; k++)
            {
                _currents[k] += conductance * (_potentials[k] - _doubleLayerPast[k]);
                _slopes[k] += conductance.Value;
            }
        }
        if (_redox is { } redox)
        {
            redox.Evaluate(_delay, _redoxPast, _potentials, _conditions is null ? default : _conditions.Reservoir, _redoxCurrents, _redoxSlopes);
            for (int k = 0; k < _points; k++)
            {
                _currents[k] += _redoxCurrents[k];
                _slopes[k] += _redoxSlopes[k];
            }
        }
        // Where nothing answers a potential any more, the line would be singular.
        for (int k = 0; k < _points; k++)
            if (Math.Abs(_slopes[k]) < _leastSlope) _slopes[k] = _leastSlope;
        if (_wet is not null)
        {
            // Along the line the ions' potential is counted without what the salt makes of it.
            for (int k = 0; k < _points; k++) _along[k] = _potentials[k] + _salted[k];
            _line.Solve(_along, _currents, _slopes, current);
            return;
        }
        _line.Solve(_potentials, _currents, _slopes, current);
    }

    // What boundary processes do at the potentials as they stand; near those of the last time their answer is followed along its slope.
    private void Attend()
    {
        if (_isAttended && T.Order == 0 && IsNear()) return;
        _potentials.CopyTo(_attendedAt, 0);
        _potentials.CopyTo(_conditions!.Potentials, 0);
        _conditions.Clear();
        foreach (BoundaryProcess<T> process in _processes) process.Evaluate(_conditions);
        foreach (ParticleClass<T> particles in _classes) particles.Attend(_conditions);
        if (_varied is not null)
        {
            for (int k = 0; k < _points; k++) _conditions.Ions[k] *= _ionic;
            _varied.SetIonic(_conditions.Ions);
        }
        _isAttended = true;
    }

    private bool IsNear()
    {
        for (int k = 0; k < _points; k++)
            if (!(Math.Abs(_potentials[k].Value - _attendedAt[k].Value) <= Near)) return false;
        return true;
    }

    private void Contents(ReadOnlySpan<T> history, ReadOnlySpan<T> unknowns, double delay)
    {
        Array.Clear(_conditions!.Contents);
        Array.Clear(_conditions.Rates);
        Array.Clear(_conditions.Surfaces);
        Array.Clear(_conditions.Equilibria);
        foreach (ParticleClass<T> particles in _classes)
        {
            T share = T.Constant(particles.Share);
            for (int k = 0; k < _points; k++)
            {
                T mean = particles.Mean(unknowns, k), surface = unknowns[particles.SurfaceAt + k];
                _conditions.Contents[k] += share * mean;
                _conditions.Surfaces[k] += share * surface;
                if (_seesEquilibria) _conditions.Equilibria[k] += share * particles.Rest(unknowns, k, surface);
                if (delay > 0) _conditions.Rates[k] += share * (mean - particles.Mean(history, k)) / T.Constant(delay);
            }
        }
    }

    /// <summary>What boundary processes have become in a state that was reached; null where there are none.</summary>
    public FrozenBoundaries? Become(ReadOnlySpan<T> unknowns)
    {
        if (_conditions is null) return null;
        Recall(unknowns);
        _conditions.Clear();
        var effects = ImmutableArray.CreateBuilder<FrozenEffect>();
        for (int p = 0, b = 0; p < _processes.Length; p++)
        {
            BoundaryProcess<T> process = _processes[p];
            T[][] before = [.. process.Effects.Select(each => each.Effect == BoundaryEffect.State ? [] : (T[])_conditions.Of(each.Effect).Clone())];
            process.Evaluate(_conditions);
            int row = 0;
            for (int i = 0; i < before.Length; i++)
            {
                (BoundaryEffect effect, string cause) = process.Effects[i];
                double[] values = new double[_points];
                for (int k = 0; k < _points; k++)
                    values[k] = effect == BoundaryEffect.State ? Part(p, unknowns)[row * _points + k].Value
                        : FrozenEffect.Multiplies(effect) ? _conditions.Of(effect)[k].Value / before[i][k].Value : _conditions.Of(effect)[k].Value - before[i][k].Value;
                effects.Add(new FrozenEffect(cause, effect, b, effect == BoundaryEffect.State ? row++ : 0, values));
            }
            b++;
        }
        Recall(unknowns);
        return new FrozenBoundaries(effects.ToImmutable());
    }

    /// <summary>What a state that was recalled has between electrolyte and active material at a point beside the film of constant thickness, ohm m2.</summary>
    public double Grown(int point) => _conditions is null ? 0 : (_coefficients.Coating is null ? _conditions.Films[point] + _conditions.CarbonContacts[point] : _conditions.CarbonContacts[point]).Value;

    /// <summary>How the currents beside intercalation answer a potential there, S/m3.</summary>
    public double Beside(int point) => _conditions is null ? 0 : _conditions.Slopes[point];

    /// <summary>Mean resistivity of the ions over that as assembled.</summary>
    public double IonsResist
    {
        get
        {
            if (_varied is null) return 1;
            double sum = 0;
            for (int k = 0; k < _points; k++) sum += _line.Weights[k] * (_ionic / _conditions!.Ions[k]).Value;
            return sum;
        }
    }

    /// <summary>Makes of a state one of particles that all take part, with the contents that they have.</summary>
    public void Restore(Span<T> unknowns)
    {
        foreach (ParticleClass<T> particles in _classes) particles.Restore(unknowns);
    }

    /// <summary>Takes out of a state whose particles all take part those that boundaries have taken out of use.</summary>
    public void Withdraw(Span<T> unknowns)
    {
        Recall(unknowns);
        foreach (ParticleClass<T> particles in _classes) particles.Withdraw(unknowns);
    }

    /// <summary>Unknowns before those of boundary processes: all that a cycle goes through.</summary>
    public int Cycled => _processes.Length > 0 ? _processAt[0] : _redoxAt + (_redox is null ? 0 : _points);

    /// <summary>Takes what boundary processes have become in a state that was reached.</summary>
    public void Recall(ReadOnlySpan<T> unknowns)
    {
        if (_conditions is null) return;
        (_conditions.Delay, _isAttended) = (0, false);
        for (int p = 0; p < _processes.Length; p++) _processes[p].Begin(Part(p, unknowns));
        Contents(unknowns, unknowns, 0);
        unknowns.Slice(_potentialAt, _points).CopyTo(_potentials);
        Attend();
    }

    public override double Update(T currentChange)
    {
        _line.Update(currentChange, _changes);
        double largest = 0;
        for (int k = 0; k < _points; k++)
        {
            double change = Math.Abs(_changes[k].Value);
            if (!(change <= largest)) largest = change;
        }
        foreach (ParticleClass<T> particles in _classes)
        {
            double off = particles.Update(_potentials, _changes, MayLeap);
            if (!(off <= largest)) largest = off;
        }
        for (int k = 0; k < _points; k++) _potentials[k] += _changes[k];
        if (_redox is not null) largest = Math.Max(largest, _redox.Follow(_potentials));
        if (_wet is not null)
            for (int k = 0; k < _points; k++) _released[k] = _currents[k] + T.Constant(_slopes[k]) * _changes[k];
        return largest;
    }

    public override void Finish(Span<T> unknowns)
    {
        foreach (ParticleClass<T> particles in _classes) particles.Finish(unknowns);
        _potentials.CopyTo(unknowns.Slice(_potentialAt, _points));
        _line.Nodes.CopyTo(unknowns.Slice(_nodesAt, _nodes));
        _redox?.Finish(_delay, _redoxPast, _potentials, _conditions is null ? default : _conditions.Reservoir, unknowns.Slice(_redoxAt, _points));
        if (_processes.Length > 0)
        {
            for (int k = 0; k < _points; k++) _attendedAt[k] = _potentials[k] - _attendedAt[k];
            for (int p = 0; p < _processes.Length; p++) _processes[p].Finish(_attendedAt, unknowns.Slice(_processAt[p], _processes[p].States * _points));
            _isAttended = false;
        }
        // The linearised currents are those that the line conserves.
        if (_releasedAt >= 0)
            for (int k = 0; k < _points; k++) unknowns[_releasedAt + k] = _currents[k] + T.Constant(_slopes[k]) * _changes[k];
    }

    public override void Stand(ReadOnlySpan<T> unknowns)
    {
        foreach (ParticleClass<T> particles in _classes) particles.Stand(unknowns);
    }

    public override void Weights(ReadOnlySpan<T> unknowns, double content, double voltage, Span<double> weights)
    {
        weights.Clear();
        foreach (ParticleClass<T> particles in _classes) particles.Weights(content, weights);
        if (HasDoubleLayer || _classes.Length == 0) weights.Slice(_potentialAt, _points).Fill(1 / voltage);
        if (_redox is not null) weights.Slice(_redoxAt, _points).Fill(0.1 / content);
        for (int p = 0; p < _processes.Length; p++) _processes[p].Weights(Part(p, unknowns), content, weights.Slice(_processAt[p], _processes[p].States * _points));
    }

    public override T Content(ReadOnlySpan<T> unknowns)
    {
        if (_classes.Length == 0) return T.Constant(double.NaN);
        T sum = T.Constant(0), capacity = T.Constant(0);
        foreach (ParticleClass<T> particles in _classes)
        {
            for (int k = 0; k < _points; k++)
            {
                T taking = T.Constant(_line.Weights[k]) * particles.Capacity * particles.Taking(unknowns, k);
                sum += taking * particles.Mean(unknowns, k);
                capacity += taking;
            }
        }
        return sum / capacity;
    }

    public override T Lithium(ReadOnlySpan<T> unknowns)
    {
        T sum = T.Constant(0);
        for (int k = 0; k < _points; k++)
        {
            T here = T.Constant(0);
            foreach (ParticleClass<T> particles in _classes) here += particles.Capacity * particles.Lithium(unknowns, k);
            if (HasDoubleLayer) here -= _doubleLayer * unknowns[_potentialAt + k];
            if (_redox is { } redox) here -= redox.Capacity * unknowns[_redoxAt + k];
            for (int p = 0; p < _processes.Length; p++) here -= _processes[p].Released(Part(p, unknowns), k);
            sum += T.Constant(_line.Weights[k]) * here;
        }
        return sum * _length;
    }

    public override void Book(ReadOnlySpan<T> unknowns, ILedger ledger)
    {
        double length = _length.Value;
        for (int k = 0; k < _points; k++)
        {
            double weight = _line.Weights[k] * length, charge = weight / PhysicalConstants.Faraday;
            foreach (ParticleClass<T> particles in _classes) particles.Book(unknowns, k, charge, ledger);
            if (HasDoubleLayer) ledger.Add("doubleLayer", -charge * (_doubleLayer * unknowns[_potentialAt + k]).Value);
            if (_redox is { } redox) ledger.Add("redox", -charge * (redox.Capacity * unknowns[_redoxAt + k]).Value);
            for (int p = 0; p < _processes.Length; p++) _processes[p].Book(Part(p, unknowns), k, weight, ledger);
        }
    }

    public override (T Potential, double Entropic) Equilibrium(ReadOnlySpan<T> unknowns)
    {
        T sum = T.Constant(0);
        double entropic = 0;
        if (_classes.Length == 0)
        {
            for (int k = 0; k < _points; k++) sum += T.Constant(_line.Weights[k]) * unknowns[_potentialAt + k];
            return (sum, 0);
        }
        foreach (ParticleClass<T> particles in _classes)
            for (int k = 0; k < _points; k++)
            {
                T weight = T.Constant(_line.Weights[k] * particles.Share);
                sum += weight * particles.Rest(unknowns, k);
                entropic += weight.Value * (_coefficients.Active!.Entropic?.Value(particles.Mean(unknowns, k).Value) ?? 0);
            }
        return (sum, entropic);
    }

    public override (string Variable, string Place, double Value, double Distance)? Extreme(ReadOnlySpan<T> unknowns, bool fills)
    {
        if (_classes.Length == 0) return null;
        double closest = double.PositiveInfinity, value = double.NaN;
        int place = 0;
        foreach (ParticleClass<T> particles in _classes)
            for (int k = 0; k < _points; k++)
            {
                double surface = unknowns[particles.SurfaceAt + k].Value, distance = fills ? 1 - surface : surface;
                if (distance < closest) (closest, value, place) = (distance, surface, k);
            }
        double x = _line.Positions[place];
        return ("surface lithium content", x < 1.0 / 3 ? "beside the separator" : x > 2.0 / 3 ? "beside the collector" : "in the middle of the electrode", Math.Clamp(value, 0, 1), Math.Max(0, closest));
    }

    public override bool IsBeyond(ReadOnlySpan<T> unknowns)
    {
        foreach (ParticleClass<T> particles in _classes)
            if (particles.IsBeyond(unknowns)) return true;
        return false;
    }

    public override Problem? Fault(ReadOnlySpan<T> unknowns)
    {
        if (_conditions is null) return null;
        Recall(unknowns);
        return _processes.Select(process => process.Fault(_conditions)).FirstOrDefault(problem => problem is not null);
    }

    public override void Parts(ReadOnlySpan<T> unknowns, double current, ICollection<VoltagePart> parts)
    {
        double equilibrium = 0, diffusion = 0, kinetics = 0, contact = 0, film = 0, carbon = 0, surface = 0;
        Span<double> released = stackalloc double[_points];
        Recall(unknowns);
        Released(unknowns, released);
        foreach (ParticleClass<T> particles in _classes)
            for (int k = 0; k < _points; k++)
            {
                double weight = _line.Weights[k] * particles.Share;
                particles.Parts(unknowns, k, weight, ref equilibrium, ref diffusion, ref kinetics, ref contact, ref film, ref carbon);
            }
        for (int k = 0; k < _points; k++) surface += _line.Weights[k] * unknowns[_potentialAt + k].Value;
        (double ions, double electrons) = _line.OhmicParts(released, current);
        if (_classes.Length > 0)
        {
            parts.Add(new("equilibrium", equilibrium));
            parts.Add(new("diffusion", diffusion));
            parts.Add(new("kinetics", kinetics));
            parts.Add(new("films", film));
            parts.Add(new("contact", contact));
            if (_processes.Length > 0) parts.Add(new("carbon contacts", carbon));
        }
        else parts.Add(new("surface potential", surface));
        parts.Add(new("ionic", ions));
        parts.Add(new("electronic", electrons));
    }

    /// <summary>What leaves into the electrolyte at each point, A/m3.</summary>
    public void Released(ReadOnlySpan<T> unknowns, Span<double> released)
    {
        released.Clear();
        for (int k = 0; k < _points; k++)
        {
            if (_releasedAt >= 0) released[k] = unknowns[_releasedAt + k].Value;
            else
                foreach (ParticleClass<T> particles in _classes) released[k] -= (particles.AreaAt(k) * unknowns[particles.InsertionAt + k]).Value;
        }
    }

    private void Released(ReadOnlySpan<T> unknowns, Span<T> released)
    {
        if (_releasedAt >= 0)
        {
            unknowns.Slice(_releasedAt, _points).CopyTo(released);
            return;
        }
        released.Clear();
        foreach (ParticleClass<T> particles in _classes)
            for (int k = 0; k < _points; k++) released[k] -= particles.AreaAt(k) * unknowns[particles.InsertionAt + k];
    }

    private T Of(Func<CompositeCoefficients, double> coefficient) => _variation.Of(coefficient(_coefficients), coefficient(_above), coefficient(_below));

    private T Thermal(Func<CompositeCoefficients, double> coefficient, ThermalLaw law, T temperature) => Of(coefficient) * law.Factor(temperature);
}
