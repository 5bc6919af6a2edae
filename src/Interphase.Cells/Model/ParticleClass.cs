using Interphase.Descriptions;
using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>The particles of one size class: diffusion within, kinetics and film at their surface, at all points of a composite. docs/physics.md (26) to (29).</summary>
/// <remarks>The unknown of a point is the current that goes in, per contacted area; potential and surface content follow from it, so that an exchange current of nearly nothing stays regular.</remarks>
/// <typeparam name="T">The number type.</typeparam>
internal sealed class ParticleClass<T>
    where T : unmanaged, IScalar<T>
{
    // An end is a wall as thick as ExchangeCurrentCurve.Wall: how deep a surface may be in it at a solution, and how far one iteration may move it there.
    private const double Deepest = 600 * ExchangeCurrentCurve.Wall, Deep = 400 * ExchangeCurrentCurve.Wall, Stride = 200 * ExchangeCurrentCurve.Wall, Beside = 10 * ExchangeCurrentCurve.Wall;

    // How far from a solution a point counts that was held back, V.
    private const double HeldBack = 1e-3;

    // How far a leap goes at once, as a share of the current, and how often.
    private const double StrideOfCurrent = 0.3;
    private const int MostStrides = 200;

    // What is left of particles that were lost: the equations need something to carry a current.
    private const double LeastWithin = 1e-3, LeastTaking = 1e-6;

    private readonly int _points, _offset;
    private readonly ParticleField<T> _field;
    private readonly VariedCurve<T> _openCircuit, _smooth, _entropic;
    private readonly bool _hasEntropic;
    private readonly PathDependence<T>? _path;
    private readonly double _emptyPower, _fullPower, _anodic;
    private readonly T _film, _supplyPerCurrent, _radius;
    private readonly ThermalLaw _diffusionLaw, _kinetics;
    private double[]? _diffusion;
    private readonly T[] _current, _supply, _surface, _mismatch, _supplyChange, _shift;
    private readonly double[] _slope, _surfaceSlope, _denominator;
    private readonly SaltDependence? _exchangeOfSalt;
    private T[]? _salt, _films, _carbon, _contact;
    private readonly T[] _taking = [], _unshelled = [], _takingPast = [], _wasTaking = [], _wasUnshelled = [], _isolatedPast = [], _shelledPast = [], _within = [], _before = [];
    private readonly bool _losesParticles, _slowsDiffusion;
    private readonly BoundaryParts<T>? _parts;
    private T _thermal, _exchangeFactor, _warmth;

    public ParticleClass(CompositeCoefficients coefficients, CompositeCoefficients above, CompositeCoefficients below, int index, Variation<T> variation, ParticleMesh mesh, int points, int offset)
    {
        T Of(Func<CompositeCoefficients, double> each) => variation.Of(each(coefficients), each(above), each(below));
        VariedCurve<T> Curved(Func<ActiveCoefficients, Curve> each) => new(variation, each(coefficients.Active!), each(above.Active!), each(below.Active!));
        ActiveCoefficients active = coefficients.Active!;
        (_points, _offset) = (points, offset);
        VariedCurve<T> diffusivity = Curved(each => each.Diffusivity);
        _field = mesh.Kind == ParticleMeshKind.Modes
            ? new ModalParticles<T>(SphereModes.Of(mesh.Count), points, diffusivity.Evaluate(T.Constant(0.5), out _))
            : new ShellParticles<T>(GradedSphere.Of(mesh.Count, mesh.Count > 60 ? 2.3 : 3), points, diffusivity);
        (_openCircuit, _smooth) = (Curved(each => each.OpenCircuit), Curved(each => each.ExchangeCurrent.Smooth));
        (_emptyPower, _fullPower, _anodic) = (active.ExchangeCurrent.EmptyPower, active.ExchangeCurrent.FullPower, active.TransferCoefficient);
        (_diffusionLaw, _kinetics, _exchangeOfSalt) = (active.DiffusivityActivation, active.ExchangeCurrentActivation, active.ExchangeOfSalt);
        _film = Of(each => each.FilmResistance);
        _radius = Of(each => each.Classes[index].Radius);
        if (coefficients.Coating is { } coating) _parts = new BoundaryParts<T>(coating, each => Of(composite => each(composite.Coating!)), _anodic);
        ContactArea = Of(each => each.ContactFraction * each.Classes[index].Area);
        Capacity = Of(each => PhysicalConstants.Faraday * each.Active!.MaximumConcentration * each.Classes[index].VolumeFraction);
        _supplyPerCurrent = ContactArea / Capacity;
        Share = coefficients.Classes[index].VolumeFraction / coefficients.Classes.Sum(each => each.VolumeFraction);
        ContactFraction = coefficients.ContactFraction;
        SurfaceAt = offset + _field.States * points;
        InsertionAt = SurfaceAt + points;
        (BranchAt, LowestAt) = (InsertionAt + points, InsertionAt + 2 * points);
        Count = (_field.States + (active.Path is null ? 2 : 4)) * points;
        _slowsDiffusion = coefficients.SlowsDiffusion;
        if (_losesParticles = coefficients.TakesActive)
        {
            TakingAt = offset + Count;
            Count += 4 * points;
            (_taking, _unshelled, _takingPast, _wasTaking, _wasUnshelled) = (Ones(), Ones(), Ones(), new T[points], new T[points]);
            (_isolatedPast, _shelledPast) = (new T[points], new T[points]);
            (_within, _before) = (new T[_field.States * points], new T[_field.States * points]);
        }
        if (active.Path is { } path) _path = new PathDependence<T>(_openCircuit, each => Curved(of => each(of.Path!)), path, points);
        if (_hasEntropic = active.Entropic is not null) _entropic = Curved(each => each.Entropic!);
        (_current, _supply, _surface, _mismatch, _supplyChange, _shift) = (new T[points], new T[points], new T[points], new T[points], new T[points], new T[points]);
        (_slope, _surfaceSlope, _denominator) = (new double[points], new double[points], new double[points]);
    }

    /// <summary>Number of unknowns.</summary>
    public int Count { get; private set; }

    /// <summary>Where the shares of the lithium's sites that take part stand, where any may be lost; behind them the shares of the volume within a shell, and the lithium of particles and of shells that are lost.</summary>
    public int TakingAt { get; } = -1;

    /// <summary>Where the surface contents stand among the electrode's unknowns.</summary>
    public int SurfaceAt { get; }

    /// <summary>Where the currents into the particles stand.</summary>
    public int InsertionAt { get; }

    /// <summary>Where the branches of a material with a memory stand, and behind them its lowest contents so far.</summary>
    public int BranchAt { get; }

    /// <summary>Where the lowest contents so far stand.</summary>
    public int LowestAt { get; }

    /// <summary>Where the states of the lithium within stand.</summary>
    public int StatesAt => _offset;

    /// <summary>The shells whose contents those are; null where they are modes.</summary>
    public GradedSphere? Shells => _field.Shells;

    /// <summary>Contacted surface per volume of electrode, 1/m.</summary>
    public T ContactArea { get; }

    /// <summary>Share of the surface that is contacted.</summary>
    public double ContactFraction { get; }

    /// <summary>Charge from y = 1 to 0 per volume of electrode, C/m3.</summary>
    public T Capacity { get; }

    /// <summary>Share of the active material.</summary>
    public double Share { get; }

    public void SetTemperature(T temperature, T thermal)
    {
        (_thermal, _exchangeFactor, _warmth) = (thermal, _kinetics.Factor(temperature), temperature - T.Constant(ThermalLaw.None.Reference));
        _field.Set(_diffusionLaw.Factor(temperature) / (_radius * _radius));
    }

    /// <summary>Takes the concentrations of a liquid's salt at the points, relative to that at the start.</summary>
    public void Wet(ReadOnlySpan<T> concentrations)
    {
        if (_exchangeOfSalt is null) return;
        _salt ??= new T[_points];
        for (int k = 0; k < _points; k++) _salt[k] = _exchangeOfSalt.Factor(concentrations[k]);
    }

    /// <summary>Takes what boundary processes made of the points.</summary>
    public void Attend(PointConditions<T> conditions)
    {
        (_films, _carbon, _contact) = (_films ?? new T[_points], _carbon ?? new T[_points], _contact ?? new T[_points]);
        conditions.Films.CopyTo(_films, 0);
        conditions.CarbonContacts.CopyTo(_carbon, 0);
        conditions.Contact.CopyTo(_contact, 0);
        if (_losesParticles) Take(conditions);
        if (_slowsDiffusion)
        {
            _diffusion ??= new double[_points];
            for (int k = 0; k < _points; k++) _diffusion[k] = conditions.Diffusion[k].Value;
            _field.Slow(conditions.Diffusion);
        }
        // What a step began with was counted with the contact of the one before.
        for (int k = 0; k < _points; k++) _supply[k] = SupplyPerCurrent(k) * _current[k];
    }

    // docs/physics.md (134): of the sites, and of the surface in _contact.
    private void Take(PointConditions<T> conditions)
    {
        for (int k = 0; k < _points; k++)
        {
            T within = T.Constant(1) - conditions.Shells[k] / _radius;
            if (within.Value < LeastWithin) within = T.Constant(LeastWithin);
            T taking = conditions.Taking[k].Value > LeastTaking ? conditions.Taking[k] : T.Constant(LeastTaking);
            _unshelled[k] = within * within * within;
            _taking[k] = taking * _unshelled[k];
            _contact![k] *= taking * within * within;
        }
    }

    /// <summary>Share of the lithium's sites at a point that take part.</summary>
    public T Taking(ReadOnlySpan<T> unknowns, int point) => _losesParticles ? unknowns[TakingAt + point] : T.Constant(1);

    /// <summary>Lithium at a point over what all sites can hold, that of lost ones included.</summary>
    public T Lithium(ReadOnlySpan<T> unknowns, int point)
    {
        T amount = _field.Mean(unknowns.Slice(_offset, _field.States * _points), point);
        return _losesParticles ? amount + unknowns[TakingAt + 2 * _points + point] + unknowns[TakingAt + 3 * _points + point] : amount;
    }

    /// <summary>Enters what holds it, mol/m3 times <paramref name="charge"/>.</summary>
    public void Book(ReadOnlySpan<T> unknowns, int point, double charge, ILedger ledger)
    {
        double capacity = charge * Capacity.Value;
        ledger.Add("active", capacity * _field.Mean(unknowns.Slice(_offset, _field.States * _points), point).Value);
        if (!_losesParticles) return;
        ledger.Add("isolated", capacity * unknowns[TakingAt + 2 * _points + point].Value);
        ledger.Add("shells", capacity * unknowns[TakingAt + 3 * _points + point].Value);
    }

    /// <summary>Makes of a state one in which all sites take part, with the contents that it has.</summary>
    public void Restore(Span<T> unknowns)
    {
        if (!_losesParticles) return;
        Scale(unknowns.Slice(_offset, _field.States * _points), unknowns.Slice(TakingAt, _points), divides: true);
        unknowns.Slice(TakingAt, 2 * _points).Fill(T.Constant(1));
        unknowns.Slice(TakingAt + 2 * _points, 2 * _points).Clear();
    }

    /// <summary>Takes sites out of such a state, as boundaries were attended last.</summary>
    public void Withdraw(Span<T> unknowns)
    {
        if (!_losesParticles) return;
        _taking.CopyTo(unknowns.Slice(TakingAt, _points));
        _unshelled.CopyTo(unknowns.Slice(TakingAt + _points, _points));
        Scale(unknowns.Slice(_offset, _field.States * _points), _taking, divides: false);
    }

    private void Scale(Span<T> states, ReadOnlySpan<T> shares, bool divides)
    {
        for (int i = 0; i < states.Length; i++) states[i] = divides ? states[i] / shares[i % _points] : states[i] * shares[i % _points];
    }

    private T[] Ones()
    {
        var ones = new T[_points];
        ones.AsSpan().Fill(T.Constant(1));
        return ones;
    }

    /// <summary>Contacted surface at a point per volume of electrode, 1/m.</summary>
    public T AreaAt(int point) => _contact is null ? ContactArea : ContactArea * _contact[point];

    /// <summary>Resistance in series with intercalation at a point, ohm m2.</summary>
    public T FilmAt(int point) => _films is null ? _film : _parts is null ? _film + _films[point] + _carbon![point] : _film + _carbon![point];

    /// <summary>Share of the diffusivity that is left at a point, as boundaries were attended last.</summary>
    public double DiffusionAt(int point) => _diffusion is null ? 1 : _diffusion[point];

    // Where parts of the boundary differ, what has grown stands on some of them alone.
    private T GrownAt(int point) => _films is null ? T.Constant(0) : _films[point];

    public void Initialise(Span<T> unknowns, T content)
    {
        _field.Fill(unknowns.Slice(_offset, _field.States * _points), content);
        unknowns.Slice(SurfaceAt, _points).Fill(content);
        unknowns.Slice(InsertionAt, _points).Fill(T.Constant(0));
        if (_path is not null) unknowns.Slice(LowestAt, _points).Fill(content);
        if (_losesParticles)
        {
            unknowns.Slice(TakingAt, 2 * _points).Fill(T.Constant(1));
            unknowns.Slice(TakingAt + 2 * _points, 2 * _points).Clear();
        }
        Stand(unknowns);
    }

    /// <summary>Takes what a material with a memory has to remember of a state that was reached.</summary>
    public void Stand(ReadOnlySpan<T> unknowns)
    {
        for (int k = 0; _path is not null && k < _points; k++) _path.Stand(k, unknowns[LowestAt + k]);
    }

    /// <summary>Guesses a current into every particle at a point; returns the potential that it needs.</summary>
    public T Guess(Span<T> unknowns, int point, T current)
    {
        unknowns[InsertionAt + point] = current;
        T surface = unknowns[SurfaceAt + point];
        _path?.Begin(0, point, Mean(unknowns, point), unknowns[BranchAt + point]);
        return Potential(point, current, surface, out _, out _);
    }

    public T Mean(ReadOnlySpan<T> unknowns, int point)
    {
        T amount = _field.Mean(unknowns.Slice(_offset, _field.States * _points), point);
        return _losesParticles ? amount / unknowns[TakingAt + point] : amount;
    }

    /// <summary>A state of the lithium within the particles that take part.</summary>
    public double Within(ReadOnlySpan<T> unknowns, int state, int point) => unknowns[_offset + state * _points + point].Value / Taking(unknowns, point).Value;

    /// <summary>Content over the radius at a point.</summary>
    public void Profile(ReadOnlySpan<T> unknowns, int point, Span<double> radii, Span<double> contents)
    {
        _field.Profile(unknowns.Slice(_offset, _field.States * _points), point, radii, contents);
        double taking = Taking(unknowns, point).Value;
        for (int i = 0; i < contents.Length; i++) contents[i] /= taking;
    }

    /// <summary>Equilibrium potential at the mean content.</summary>
    public T Rest(ReadOnlySpan<T> unknowns, int point) => Rest(unknowns, point, Mean(unknowns, point));

    /// <summary>Equilibrium potential of a content there, on the branch that the material is on.</summary>
    public T Rest(ReadOnlySpan<T> unknowns, int point, T content)
    {
        _path?.Begin(0, point, Mean(unknowns, point), unknowns[BranchAt + point]);
        return OpenCircuit(point, content, T.Constant(0), out _, out _);
    }

    public void Begin(double delay, ReadOnlySpan<T> history, ReadOnlySpan<T> prediction)
    {
        int states = _field.States * _points;
        Take(prediction);
        ReadOnlySpan<T> past = history.Slice(_offset, states), next = prediction.Slice(_offset, states);
        if (_losesParticles)
        {
            // The states are amounts; the particles that take part have the contents.
            history.Slice(TakingAt, _points).CopyTo(_takingPast);
            history.Slice(TakingAt + _points, _points).CopyTo(_wasUnshelled);
            history.Slice(TakingAt + 2 * _points, _points).CopyTo(_isolatedPast);
            history.Slice(TakingAt + 3 * _points, _points).CopyTo(_shelledPast);
            prediction.Slice(TakingAt, _points).CopyTo(_wasTaking);
            past.CopyTo(_before);
            next.CopyTo(_within);
            Scale(_before, _takingPast, divides: true);
            Scale(_within, _wasTaking, divides: true);
            past = _before;
            next = _within;
        }
        _field.Begin(delay, past, next, _surface);
        for (int k = 0; _path is not null && k < _points; k++) _path.Begin(delay, k, _field.Mean(past, k), history[BranchAt + k]);
    }

    /// <summary>Whether a surface is so deep in the wall at its end that it carries nothing more.</summary>
    public bool IsBeyond(ReadOnlySpan<T> unknowns)
    {
        foreach (T surface in unknowns.Slice(SurfaceAt, _points))
            if (surface.Value < -Deep || surface.Value > 1 + Deep) return true;
        return false;
    }

    /// <summary>Linearises at the potentials and adds currents per volume and their slopes.</summary>
    public void Linearise(ReadOnlySpan<T> potentials, Span<T> currents, Span<double> slopes)
    {
        _field.Linearise(_supply);
        for (int k = 0; k < _points; k++)
        {
            T potential = Potential(k, _current[k], _surface[k], out double slope, out double surfaceSlope);
            T shift = _field.Surface[k] - _surface[k];
            double reply = _field.Response[k] * SupplyPerCurrent(k).Value, denominator = slope + surfaceSlope * reply;
            T mismatch = potentials[k] - potential - T.Constant(surfaceSlope) * shift;
            (_mismatch[k], _shift[k], _slope[k], _surfaceSlope[k], _denominator[k]) = (mismatch, shift, reply, surfaceSlope, denominator);
            double inverse = 1 / denominator;
            T area = AreaAt(k);
            currents[k] -= area * (_current[k] + T.Constant(inverse) * mismatch);
            slopes[k] -= area.Value * inverse;
        }
    }

    /// <summary>Takes the changes of the potentials; returns how far the point was from a solution, V.</summary>
    /// <param name="potentials">Where they stand.</param>
    /// <param name="changes">By how much they change.</param>
    /// <param name="mayLeap">Whether a surface that would empty or fill itself may go to where it does no more.</param>
    public double Update(ReadOnlySpan<T> potentials, ReadOnlySpan<T> changes, bool mayLeap)
    {
        double largest = 0;
        for (int k = 0; k < _points; k++)
        {
            T change = T.Constant(1 / _denominator[k]) * (changes[k] + _mismatch[k]);
            double off = Math.Abs(_mismatch[k].Value);
            if (!(off <= largest)) largest = off;
            if (mayLeap && _denominator[k] > 0 && _slope[k] > 0)
            {
                Leap(k);
                largest = Math.Max(largest, HeldBack);
                continue;
            }
            T whole = change;
            change = Damped(k, change);
            T surfaceChange = _shift[k] + T.Constant(_slope[k]) * change;
            surfaceChange = Move(k, surfaceChange, Math.Abs(_shift[k].Value) < 0.5 * Math.Abs(surfaceChange.Value), out bool limited);
            if (limited && _slope[k] > 0) change = (surfaceChange - _shift[k]) / T.Constant(_slope[k]);
            // A change that was held back is not the one that the line reckons with.
            if (limited || change.Value != whole.Value) largest = Math.Max(largest, HeldBack);
            _current[k] += change;
            _supplyChange[k] = SupplyPerCurrent(k) * change;
            _supply[k] = SupplyPerCurrent(k) * _current[k];
        }
        double within = _field.Update(_supplyChange, _surface);
        // A change within a particle counts like the potential that it would make on a curve of ordinary slope.
        return Math.Max(largest, 3 * within);
    }

    public void Finish(Span<T> unknowns)
    {
        Span<T> states = unknowns.Slice(_offset, _field.States * _points);
        _field.Finish(_supply, states);
        if (_losesParticles) Leave(states, unknowns[TakingAt..]);
        _surface.CopyTo(unknowns.Slice(SurfaceAt, _points));
        _current.CopyTo(unknowns.Slice(InsertionAt, _points));
        for (int k = 0; _path is not null && k < _points; k++) (unknowns[BranchAt + k], unknowns[LowestAt + k]) = (_path.Branch(k, _supply[k]), _path.Lowest(k, _supply[k]));
    }

    public void Weights(double content, Span<double> weights)
    {
        weights.Slice(_offset, _points).Fill(1 / content);
        weights.Slice(SurfaceAt, _points).Fill(1 / content);
        // A branch moves the potential by the gap, which is a good deal less than a volt.
        if (_path is not null) weights.Slice(BranchAt, _points).Fill(0.2 / content);
    }

    /// <summary>Adds the parts of the potential at a point, each by its own formula. docs/physics.md (45).</summary>
    public void Parts(ReadOnlySpan<T> unknowns, int point, double weight, ref double equilibrium, ref double diffusion, ref double kinetics, ref double contact, ref double film, ref double carbon)
    {
        T current = unknowns[InsertionAt + point], surface = unknowns[SurfaceAt + point];
        double mean = Rest(unknowns, point).Value, outer = OpenCircuit(point, surface, T.Constant(0), out _, out _).Value;
        double exchange = Exchange(point, surface).Value, thermal = _thermal.Value, inserted = current.Value, touching = ContactFraction * (_contact is null ? 1 : _contact[point].Value);
        equilibrium += weight * mean;
        diffusion += weight * (outer - mean);
        if (_parts is not null)
        {
            _parts.Drop(current, Exchange(point, surface), _thermal, FilmAt(point), GrownAt(point), out _, out _);
            (double spreads, double more, double resists) = _parts.Made(exchange, thermal, touching, FilmAt(point).Value, GrownAt(point).Value);
            kinetics -= weight * spreads;
            contact -= weight * more;
            film -= weight * (resists - (_carbon is null ? 0 : inserted * _carbon[point].Value));
        }
        else
        {
            double all = -thermal * ButlerVolmer.Overpotential(inserted / exchange, 1 - _anodic, out _), spread = -thermal * ButlerVolmer.Overpotential(touching * inserted / exchange, 1 - _anodic, out _);
            kinetics += weight * spread;
            contact += weight * (all - spread);
            film -= weight * inserted * (_films is null ? _film : _film + _films[point]).Value;
        }
        if (_carbon is not null) carbon -= weight * inserted * _carbon[point].Value;
    }

    /// <summary>
    /// Slopes of the potential at every point of a state, taken between steps: of the overpotential in the current, ohm m2, at most 0, and in the surface content, V; of the open-circuit potential in that content, V.
    /// </summary>
    public void Slopes(ReadOnlySpan<T> unknowns, ReadOnlySpan<T> potentials, Span<double> current, Span<double> kinetics, Span<double> openCircuit)
    {
        Take(unknowns);
        // A material with a memory stays on its branch.
        for (int k = 0; _path is not null && k < _points; k++) _path.Begin(0, k, Mean(unknowns, k), unknowns[BranchAt + k]);
        for (int k = 0; k < _points; k++)
        {
            Potential(k, _current[k], _surface[k], out double slope, out double surfaceSlope);
            OpenCircuit(k, _surface[k], T.Constant(0), out double restSlope, out _);
            (current[k], kinetics[k], openCircuit[k]) = (slope + FilmAt(k).Value, surfaceSlope - restSlope, restSlope);
        }
    }

    // What goes out of use takes its lithium with it: with amounts as states and the past's share under the supply, the sum of all is kept to rounding. docs/physics.md (135).
    private void Leave(Span<T> states, Span<T> lost)
    {
        for (int k = 0; k < _points; k++)
        {
            T content = _field.Mean(states, k), shelled = _taking[k] / _unshelled[k] * (_wasUnshelled[k] - _unshelled[k]), gone = _takingPast[k] - _taking[k];
            (lost[k], lost[_points + k]) = (_taking[k], _unshelled[k]);
            lost[2 * _points + k] = _isolatedPast[k] + (gone - shelled) * content;
            lost[3 * _points + k] = _shelledPast[k] + shelled * content;
        }
        Scale(states, _taking, divides: false);
    }

    private T SupplyPerCurrent(int point) => _contact is null ? _supplyPerCurrent : _losesParticles ? _supplyPerCurrent * _contact[point] / _takingPast[point] : _supplyPerCurrent * _contact[point];

    private void Take(ReadOnlySpan<T> unknowns)
    {
        unknowns.Slice(InsertionAt, _points).CopyTo(_current);
        unknowns.Slice(SurfaceAt, _points).CopyTo(_surface);
        for (int k = 0; k < _points; k++)
        {
            _supply[k] = SupplyPerCurrent(k) * _current[k];
            // A prediction knows nothing of ends.
            if (_surface[k].Value < -Deepest) _surface[k] = T.Constant(0);
            else if (_surface[k].Value > 1 + Deepest) _surface[k] = T.Constant(1);
        }
    }

    // docs/physics.md (28), (29): E = U + eta - q R, with its slopes in the current and in the surface content.
    private T Potential(int point, T current, T surface, out double slope, out double surfaceSlope)
    {
        T supplied = SupplyPerCurrent(point), film = FilmAt(point), rest = OpenCircuit(point, surface, supplied * current, out double restSlope, out double supplySlope), smooth = _smooth.Evaluate(surface, out double smoothSlope);
        T exchange = smooth * _exchangeFactor * Ends(surface, out double endSlope);
        if (_salt is not null) exchange *= _salt[point];
        if (_parts is not null)
        {
            T drop = _parts.Drop(current, exchange, _thermal, film, GrownAt(point), out double dropSlope, out double exchangeSlope);
            slope = -dropSlope + supplySlope * supplied.Value;
            surfaceSlope = restSlope - exchangeSlope * (smoothSlope / smooth.Value + endSlope);
            return rest - drop;
        }
        T ratio = -current / exchange;
        double reduced = ButlerVolmer.Overpotential(ratio.Value, _anodic, out double gain), thermal = _thermal.Value;
        double logarithmic = smoothSlope / smooth.Value + endSlope;
        slope = -thermal * gain / exchange.Value - film.Value + supplySlope * supplied.Value;
        surfaceSlope = restSlope - thermal * gain * ratio.Value * logarithmic;
        return rest + _thermal * T.Compose(ratio, reduced, gain, 0) - current * film;
    }

    // The potential at rest with a content, at the temperature; the supply matters to a material with a memory.
    private T OpenCircuit(int point, T content, T supply, out double slope, out double supplySlope)
    {
        supplySlope = 0;
        T rest = _path is null ? _openCircuit.Evaluate(content, out slope) : _path.Evaluate(point, content, supply, out slope, out supplySlope);
        if (!_hasEntropic) return rest;
        T entropic = _entropic.Evaluate(content, out double entropicSlope);
        slope += _warmth.Value * entropicSlope;
        return rest + _warmth * entropic;
    }

    private T Exchange(int point, T surface)
    {
        T exchange = _smooth.Evaluate(surface, out _) * _exchangeFactor * Ends(surface, out _);
        return _salt is null ? exchange : exchange * _salt[point];
    }

    // What makes the exchange current vanish at both ends, and its logarithmic slope.
    private T Ends(T surface, out double logarithmic)
    {
        double empty = ExchangeCurrentCurve.End(surface.Value, _emptyPower, out double emptySlope), full = ExchangeCurrentCurve.End(1 - surface.Value, _fullPower, out double fullSlope);
        logarithmic = emptySlope - fullSlope;
        return T.Compose(surface, empty * full, empty * full * logarithmic, 0);
    }

    // Newton on a logarithm undershoots when a current grows, which is safe, and overshoots through zero when it falls, which is not: there the step is taken in its inverse hyperbolic sine.
    private T Damped(int point, T change)
    {
        double current = _current[point].Value, step = change.Value;
        double exchange = 2 * Exchange(point, _surface[point]).Value, scale = Math.Sqrt(current * current + exchange * exchange);
        if (!(Math.Abs(step) > scale) || current * step >= 0) return change;
        double inner = Math.Asinh(current / exchange) + Math.Clamp(step / scale, -4, 4);
        return T.Constant(exchange * Math.Sinh(inner) - current);
    }

    // Between the current that leaves a wall at an end and one that the sites outside carry, the potential rises with the current: nothing lasts there. Goes on to where it falls again,
    // to more current where the potential is too low for this one, to less where it is too high.
    private void Leap(int point)
    {
        double direction = _mismatch[point].Value < 0 ? 1 : -1, moved = 0;
        T current = _current[point], surface = _surface[point] + _shift[point];
        for (int i = 0; i < MostStrides; i++)
        {
            double next = moved + direction * StrideOfCurrent * Math.Max(Math.Abs(current.Value + moved), Exchange(point, surface).Value);
            T there = _surface[point] + _shift[point] + T.Constant(_slope[point] * next);
            if (there.Value is < -Deepest or > 1 + Deepest) break;
            (moved, surface) = (next, there);
            Potential(point, current + T.Constant(moved), surface, out double slope, out double surfaceSlope);
            if (slope + surfaceSlope * _slope[point] < 0) break;
        }
        _current[point] += T.Constant(moved);
        _supplyChange[point] = SupplyPerCurrent(point) * T.Constant(moved);
        _supply[point] = SupplyPerCurrent(point) * _current[point];
        _surface[point] = surface;
    }

    // Moves a surface: before the wall at an end by a factor at most, within it by a stride at most; out of it by what the logarithm there is worth.
    private T Move(int point, T change, bool byPotential, out bool limited)
    {
        const double wall = ExchangeCurrentCurve.Wall;
        double surface = _surface[point].Value, sign = surface > 0.5 ? -1 : 1, near = surface > 0.5 ? 1 - surface : surface, step = sign * change.Value, next = near + step;
        limited = true;
        if (near > Beside && step < -0.5 * near) next = near * Math.Exp(Math.Max(step / near, -20));
        else if (near <= Beside && step < -Stride) next = near - Stride;
        else if (near <= Beside && next > Beside && byPotential) next = wall * Math.Exp(Math.Min(next / wall, 20));
        else limited = false;
        if (next < -Deepest || next >= 1 + Deepest) (next, limited) = (next < 0 ? -Deepest : 1 - 1e-3, true);
        if (limited) change = T.Constant(sign * (next - near));
        _surface[point] += change;
        return change;
    }
}
