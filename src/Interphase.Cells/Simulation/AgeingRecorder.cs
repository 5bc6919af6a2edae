using System.Collections.Immutable;
using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>Keeps what tells how a cell ages: its lithium, what stands in the way of each cycle's discharge, products as they appear, and the starts of the cycles whose loss is wanted.</summary>
internal sealed class AgeingRecorder
{
    private const int Halvings = 40;

    private readonly CellModel<Real> _model;
    private readonly KeptCycles _kept;
    private readonly RunObserver _observer;
    private readonly List<Sought> _sought = [];
    private readonly List<CycleStart> _starts = [];
    private readonly Real[] _state;
    private ImmutableArray<LedgerEntry> _atStart;
    private double _chargeAtStart, _half = double.NaN;
    private int _cycle, _resisted;

    public AgeingRecorder(CellModel<Real> model, KeptCycles kept, RunObserver observer)
    {
        (_model, _kept, _observer, _state) = (model, kept, observer, new Real[model.Count]);
        Ages = model.Contacts.Count > 0;
        foreach ((string name, ElectrodeModel<Real> electrode, bool ofCathode) in (ReadOnlySpan<(string, ElectrodeModel<Real>, bool)>)[("cathode", model.Cathode, true), ("anode", model.Anode, false)])
        {
            if (electrode is FoilModel<Real> { Coefficients: { } foil }) Ages |= foil.Reduction is not null || foil.Filament is not null;
            if (electrode is not CompositeModel<Real> composite) continue;
            Ages |= composite.Processes.Length > 0;
            for (int p = 0; p < composite.Processes.Length; p++)
                for (int i = 0; i < composite.Processes[p].Products.Length; i++)
                    if (double.IsFinite(composite.Processes[p].Products[i].Limit)) _sought.Add(new Sought(composite, name, ofCathode, p, i));
        }
    }

    /// <summary>Whether anything happens at a boundary.</summary>
    public bool Ages { get; }

    /// <summary>The starts of the first cycle and of those whose loss is wanted.</summary>
    public IReadOnlyList<CycleStart> Starts => _starts;

    public void Begins(CarriedStep<Real> step, ReadOnlySpan<Real> state)
    {
        if (_atStart.IsDefault) _atStart = Ledger(state);
        double charge = state[_model.ChargeAt].Value;
        bool discharges = step.Step.Control is CurrentControl { Density: < 0 };
        // Half of what was charged since the last discharge.
        _half = discharges && step.Cycle != _resisted && charge > _chargeAtStart ? charge - 0.5 * (charge - _chargeAtStart) : double.NaN;
        if (Ages && step.Cycle != _cycle && (step.Cycle == 1 || _kept.Attributes(step.Cycle))) _starts.Add(CycleStart.Of(step.Cycle, _model, state));
        if (_starts.Count > 0 && _starts[^1].Cycle == step.Cycle && step.Step.Control is not ImpedanceControl) _starts[^1].Steps.Add(step.Step);
        _cycle = step.Cycle;
    }

    /// <summary>The moment within a stretch at which a resistance is wanted; NaN where there is none.</summary>
    public double Moment(StiffIntegrator<Real> integrator, double from, double to)
    {
        if (double.IsNaN(_half) || integrator.Interpolate(to, _model.ChargeAt).Value > _half) return double.NaN;
        double low = from, high = to;
        for (int i = 0; i < Halvings; i++)
        {
            double middle = 0.5 * (low + high);
            if (integrator.Interpolate(middle, _model.ChargeAt).Value > _half) low = middle;
            else high = middle;
        }
        _half = double.NaN;
        return high;
    }

    /// <summary>Takes the state of that moment.</summary>
    public void Resists(CarriedStep<Real> step, double time, ReadOnlySpan<Real> state)
    {
        _resisted = step.Cycle;
        double current = state[_model.CurrentAt].Value;
        var parts = ImmutableArray.CreateBuilder<VoltagePart>();
        foreach (VoltagePart part in _model.Parts(state))
            if (!part.Name.EndsWith("equilibrium", StringComparison.Ordinal)) parts.Add(part with { Value = part.Value / current });
        _observer.OnResistance(new ResistancePoint(step.Cycle, step.Start.Value + time, current, parts.ToImmutable()));
    }

    public void Passes(CarriedStep<Real> step, StiffIntegrator<Real> integrator, double from, double to)
    {
        if (_sought.Count == 0) return;
        integrator.Interpolate(new Real(to), _state);
        for (int i = _sought.Count - 1; i >= 0; i--)
        {
            Sought sought = _sought[i];
            if (!(Most(sought, _state, out _) >= 0)) continue;
            double low = from, high = to;
            for (int n = 0; n < Halvings; n++)
            {
                double middle = 0.5 * (low + high);
                integrator.Interpolate(new Real(middle), _state);
                if (Most(sought, _state, out _) >= 0) high = middle;
                else low = middle;
            }
            integrator.Interpolate(new Real(high), _state);
            Most(sought, _state, out int place);
            BoundaryProduct product = sought.Electrode.Processes[sought.Process].Products[sought.Product];
            double potential = Part(sought, _state)[sought.Electrode.PotentialAt + place].Value;
            _observer.OnAppearance(new ProductAppearance(product.Name, sought.Name, product.Boundary, step.Start.Value + high, step.Cycle, sought.Electrode.Positions[place], potential));
            _sought.RemoveAt(i);
            integrator.Interpolate(new Real(to), _state);
        }
    }

    public void Ends(ReadOnlySpan<Real> state)
    {
        // A charge counts from where the last discharge came to.
        if (state[_model.ChargeAt].Value < _chargeAtStart || _cycle == _resisted) _chargeAtStart = state[_model.ChargeAt].Value;
    }

    /// <summary>Writes what it remembers from step to step.</summary>
    public void Save(BinaryWriter writer, IReadOnlyDictionary<ProtocolStep, int> places)
    {
        writer.Write(!_atStart.IsDefault);
        if (!_atStart.IsDefault) writer.Entries(_atStart);
        writer.Doubles([_chargeAtStart]);
        writer.Write(_cycle);
        writer.Write(_resisted);
        writer.Write(_sought.Count);
        foreach (Sought sought in _sought) writer.Write(sought.Key);
        writer.Write(_starts.Count);
        foreach (CycleStart start in _starts) start.Save(writer, places);
    }

    /// <summary>Takes what was written.</summary>
    public void Load(BinaryReader reader, IReadOnlyList<ProtocolStep> steps)
    {
        if (reader.ReadBoolean()) _atStart = reader.Entries();
        _chargeAtStart = reader.Doubles()[0];
        (_cycle, _resisted) = (reader.ReadInt32(), reader.ReadInt32());
        var left = new HashSet<string>();
        for (int count = JournalWriting.Count(reader, 1); count > 0; count--) left.Add(reader.ReadString());
        _sought.RemoveAll(sought => !left.Contains(sought.Key));
        for (int count = JournalWriting.Count(reader, 1); count > 0; count--) _starts.Add(CycleStart.Load(reader, steps));
    }

    /// <summary>Tells where the lithium is in the end.</summary>
    public void Complete(ReadOnlySpan<Real> state)
    {
        if (!_atStart.IsDefault) _observer.OnLedger(new LithiumLedger(_atStart, Ledger(state)));
    }

    private ImmutableArray<LedgerEntry> Ledger(ReadOnlySpan<Real> state)
    {
        var book = new Entries();
        book.Side = "cathode.";
        _model.Cathode.Book(_model.CathodePart(state), book);
        book.Side = "anode.";
        _model.Anode.Book(_model.AnodePart(state), book);
        return [.. book.Amounts.Select(entry => new LedgerEntry(entry.Key, entry.Value))];
    }

    private ReadOnlySpan<Real> Part(Sought sought, ReadOnlySpan<Real> state) => sought.OfCathode ? _model.CathodePart(state) : _model.AnodePart(state);

    // By how much the most of a product at any point is above its limit.
    private double Most(Sought sought, ReadOnlySpan<Real> state, out int place)
    {
        BoundaryProcess<Real> process = sought.Electrode.Processes[sought.Process];
        ReadOnlySpan<Real> states = sought.Electrode.Part(sought.Process, Part(sought, state));
        double most = double.NegativeInfinity;
        place = 0;
        for (int k = 0; k < sought.Electrode.Points; k++)
        {
            double amount = process.Amount(sought.Product, states, k);
            if (amount > most) (most, place) = (amount, k);
        }
        return most - process.Products[sought.Product].Limit;
    }

    private sealed record Sought(CompositeModel<Real> Electrode, string Name, bool OfCathode, int Process, int Product)
    {
        public string Key => $"{Name} {Process} {Product}";
    }

    private sealed class Entries : ILedger
    {
        public string Side { get; set; } = "";

        public Dictionary<string, double> Amounts { get; } = [];

        public void Add(string entry, double amount)
        {
            string name = Side + entry;
            Amounts[name] = Amounts.GetValueOrDefault(name) + amount;
        }
    }
}
